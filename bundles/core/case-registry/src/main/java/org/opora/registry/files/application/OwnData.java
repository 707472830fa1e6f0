package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.files.PartRole;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.authorities.application.AuthorityExtract;
import org.opora.registry.care.application.PaperExtract;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.complaints.application.DataRequestExtract;
import org.opora.registry.disability.application.DisabilityExtract;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.persistence.ArchiveQueries;
import org.opora.registry.grant.application.GrantData;
import org.opora.registry.incidents.application.IncidentExtract;
import org.opora.registry.ledgers.application.LedgerExtract;
import org.opora.registry.legal.application.LegalExtract;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.overrides.application.OverrideExtract;
import org.opora.registry.people.application.PersonExtract;
import org.opora.registry.people.application.RecordData;
import org.opora.registry.people.domain.Person;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.safety.application.SafetyExtract;
import org.opora.registry.safety.persistence.NoticesAboutPerson;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the register itself stores about a person. */
@Component(service = PersonDataOwner.class)
public final class OwnData implements PersonDataOwner {
  private static final List<String> PLACES =
      List.of(
          "FileCarer t WHERE t.person",
          "Placement t WHERE t.child",
          "VisitPerson t WHERE t.person",
          "VisitVersionPerson t WHERE t.person",
          "VisitSignature t WHERE t.person",
          "NotePerson t WHERE t.person",
          "NoteVersionPerson t WHERE t.person",
          "NoteSignature t WHERE t.person",
          "AimChild t WHERE t.child",
          "ChildView t WHERE t.child",
          "Plan t WHERE t.child",
          "Plan t WHERE t.carer",
          "PlanSignature t WHERE t.person",
          "Disability t WHERE t.person",
          "EvidenceFact t WHERE t.person",
          "SpentTime t WHERE t.child",
          "ServiceRequest t WHERE t.person",
          "Task t WHERE t.person",
          "HandoverLine t WHERE t.person",
          "RuleForCarer t WHERE t.person");
  private static final PaperExtract VISIT_PAPERS = new PaperExtract(VisitPapers.KIND);
  private static final PaperExtract NOTE_PAPERS = new PaperExtract(NotePapers.KIND);
  private static final PaperExtract PLAN_PAPERS = new PaperExtract(PlanPapers.KIND);
  private final Transactions tx;
  private final PersonExtract extract;
  private final RecordData record;
  private final SafetyExtract safety;
  private final LegalExtract legal;
  private final AuthorityExtract authorities;
  private final DisabilityExtract disability;

  @Activate
  public OwnData(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Keys keys) {
    this.tx = tx;
    this.extract = new PersonExtract(keys);
    this.record = new RecordData(keys);
    this.safety = new SafetyExtract(keys);
    this.legal = new LegalExtract(keys);
    this.authorities = new AuthorityExtract(keys);
    this.disability = new DisabilityExtract(keys);
  }

  @Override
  public long count(Set<PersonId> person) {
    return person.isEmpty() ? 0 : tx.read(em -> count(em, Chunks.values(person)));
  }

  private static long count(EntityManager em, List<UUID> known) {
    long sum = 0;
    for (String place : places()) {
      sum +=
          em.createQuery("SELECT COUNT(t.id) FROM " + place + " IN :known", Long.class)
              .setParameter("known", known)
              .getSingleResult();
    }
    return sum;
  }

  private static List<String> places() {
    return Stream.of(
            PLACES,
            RecordData.PLACES,
            AuthorityExtract.PLACES,
            LegalExtract.PLACES,
            IncidentExtract.PLACES,
            NoticesAboutPerson.PLACES,
            GrantData.PLACES,
            OverrideExtract.PLACES,
            DataRequestExtract.PLACES,
            LedgerExtract.PLACES)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> export(em, Chunks.values(person)));
  }

  private List<Fact> export(EntityManager em, List<UUID> known) {
    List<Fact> facts = new ArrayList<>();
    boolean whereabouts = RecordData.whereabouts(em, known);
    em.createQuery("SELECT p FROM Person p WHERE p.id IN :known", Person.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.addAll(extract.of(row, whereabouts)));
    facts.addAll(record.of(em, known));
    facts.addAll(authorities.of(em, known, whereabouts));
    facts.addAll(safety.of(em, known));
    for (PartRole role : PartRole.values()) {
      facts.addAll(
          files(
              em,
              known,
              "FileCarer t ON t.file = f.id WHERE t.role = org.opora.api.files.PartRole."
                  + role
                  + " AND t.person",
              "role." + role));
    }
    facts.addAll(files(em, known, "Placement t ON t.file = f.id WHERE t.child", "role.CHILD"));
    em.createQuery(
            "SELECT v.day FROM Visit v JOIN VisitPerson t ON t.visit = v.id WHERE v.goneOn IS NULL"
                + " AND t.person IN :known ORDER BY v.day",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(day -> facts.add(new Fact(Refusals.text("timeline.visit"), day.toString())));
    em.createQuery(
            "SELECT n.text.day FROM Note n JOIN NotePerson t ON t.note = n.id WHERE n.goneOn IS"
                + " NULL AND t.person IN :known ORDER BY n.text.day",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(day -> facts.add(new Fact(Refusals.text("note.title"), day.toString())));
    facts.addAll(VISIT_PAPERS.of(em, known));
    facts.addAll(NOTE_PAPERS.of(em, known));
    em.createQuery(
            "SELECT t FROM Plan t WHERE t.child IN :known OR t.carer IN :known ORDER BY t.day,"
                + " t.id",
            Plan.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(
            row ->
                facts.add(
                    new Fact(Refusals.text("field.plan-" + row.kind()), row.day().toString())));
    facts.addAll(PLAN_PAPERS.of(em, known));
    facts.addAll(LedgerExtract.of(em, known));
    em.createQuery(
            "SELECT t.givenOn FROM Task t WHERE t.person IN :known ORDER BY t.givenOn",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(day -> facts.add(new Fact(Refusals.text("field.task"), day.toString())));
    em.createQuery(
            "SELECT t.day FROM SpentTime t WHERE t.child IN :known ORDER BY t.day, t.id",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(day -> facts.add(new Fact(Refusals.text("time.fact"), day.toString())));
    em.createQuery(
            "SELECT h, l.part FROM HandoverLine l JOIN Handover h ON h.id = l.handover"
                + " WHERE l.person IN :known ORDER BY h.id, l.place",
            Object[].class)
        .setParameter("known", known)
        .getResultList()
        .forEach(
            row ->
                facts.add(
                    new Fact(
                        Refusals.text("handover.fact." + row[1]),
                        ((Handover) row[0]).from().toString())));
    em.createQuery("SELECT d FROM Disability d WHERE d.person IN :known", Disability.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.addAll(disability.of(row)));
    facts.addAll(legal.of(em, known));
    facts.addAll(GrantData.of(em, known));
    facts.addAll(DataRequestExtract.of(em, known));
    em.createQuery(
            "SELECT t.askedOn FROM ServiceRequest t WHERE t.person IN :known ORDER BY t.askedOn",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(
            day -> facts.add(new Fact(Refusals.text("field.service-request"), day.toString())));
    em.createQuery(
            "SELECT v.title, v.number, t.handedOn FROM RuleForCarer t"
                + " JOIN RuleVersion v ON v.id = t.ruleVersion"
                + " WHERE t.voidOn IS NULL AND t.person IN :known ORDER BY t.handedOn, t.id",
            Object[].class)
        .setParameter("known", known)
        .getResultList()
        .forEach(
            row ->
                facts.add(
                    new Fact(Refusals.text("rule.carer.fact", row[0], row[1]), row[2].toString())));
    return facts;
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> review(em, Chunks.values(person)));
  }

  private static List<Review> review(EntityManager em, List<UUID> known) {
    List<Review> all = new ArrayList<>(RecordData.review(em, known));
    all.addAll(IncidentExtract.review(em, known));
    all.addAll(SafetyExtract.review(em, known));
    all.addAll(LegalExtract.review(em, known));
    all.addAll(VISIT_PAPERS.review(em, known));
    all.addAll(NOTE_PAPERS.review(em, known));
    all.addAll(PLAN_PAPERS.review(em, known));
    all.addAll(OverrideExtract.review(em, known));
    all.addAll(ChildWords.review(em, known));
    all.addAll(FileWords.review(em, known));
    all.addAll(GrantData.review(em, known));
    all.addAll(DataRequestExtract.review(em, known));
    return all;
  }

  private static List<Fact> files(EntityManager em, List<UUID> known, String part, String label) {
    return em
        .createQuery(
            "SELECT f FROM CaseFile f JOIN " + part + " IN :known ORDER BY f.numberN",
            CaseFile.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(file -> new Fact(Refusals.text(label), file.number()))
        .toList();
  }

  /** A file stays until its children are grown, and when that is, it says by their years alone. */
  private static void keepYear(EntityManager em, List<UUID> known) {
    ArchiveQueries.births(em, known).values().stream()
        .max(LocalDate::compareTo)
        .ifPresent(
            born ->
                em.createQuery("SELECT t FROM Placement t WHERE t.child IN :known", Placement.class)
                    .setParameter("known", known)
                    .getResultList()
                    .forEach(stay -> stay.keepYear(born.getYear())));
  }

  /** Records that must stay keep a person without name, date, identifier and whereabouts. */
  @Override
  public void erase(Set<PersonId> person) {
    tx.run(
        em -> {
          keepYear(em, Chunks.values(person));
          legal.erase(em, Chunks.values(person));
          GrantData.erase(em, Chunks.values(person));
          DataRequestExtract.erase(em, Chunks.values(person));
          person.forEach(
              key -> {
                // The words of a task may name them, and nothing rests on it.
                em.createQuery(
                        "DELETE FROM TimelineEntry e WHERE e.source.kind = 'task' AND"
                            + " e.source.record IN (SELECT t.id FROM Task t WHERE t.person ="
                            + " :person)")
                    .setParameter("person", key.value())
                    .executeUpdate();
                em.createQuery("DELETE FROM HandoverLine t WHERE t.person = :person")
                    .setParameter("person", key.value())
                    .executeUpdate();
                em.createQuery("DELETE FROM Task t WHERE t.person = :person")
                    .setParameter("person", key.value())
                    .executeUpdate();
                em.createQuery("DELETE FROM Disability d WHERE d.person = :person")
                    .setParameter("person", key.value())
                    .executeUpdate();
                // The time stays with whose it was; for whom, nothing says any more.
                em.createQuery("UPDATE SpentTime t SET t.child = NULL WHERE t.child = :person")
                    .setParameter("person", key.value())
                    .executeUpdate();
                IncidentExtract.erase(em, key.value());
                new NoticesAboutPerson(em).erase(key.value());
                OverrideExtract.erase(em, key.value());
                AuthorityExtract.erase(em, key.value());
                Person row = em.find(Person.class, key.value());
                if (row != null) {
                  row.name("", "");
                  row.born(null);
                  row.identifiedBy(null, null);
                  row.reachedAt(null, null, null, null, false);
                  row.livesAt(null, null);
                  RecordData.erase(em, key.value());
                  em.createQuery("DELETE FROM PersonWord w WHERE w.person = :person")
                      .setParameter("person", key.value())
                      .executeUpdate();
                }
              });
        });
  }
}
