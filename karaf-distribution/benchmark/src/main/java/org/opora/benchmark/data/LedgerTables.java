package org.opora.benchmark.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Training, respite, requests of carers and decisions of courts, as the pages of the register write
 * them. Only the tasks that reminded of a request are not there: they are done.
 */
final class LedgerTables {
  /** What every training was about. */
  static final String TOPIC = "Trauma a vazba u dítěte v náhradní péči";

  /** What every request was for. */
  static final String WISH = "Potřebovali bychom pomoc, než začne škola.";

  private static final String BUNDLE = "case-registry";
  private static final String LEDGER = "registry.ledger.read";
  private static final String EDUCATION = "education";
  private static final String RESPITE = "respite";
  private static final String ASKED = "service-request";
  private static final String ANSWERED = "service-request-answered";
  private static final String[] TRAINED = {
    "Vzdělávání osoby pečující", "Szkolenie rodzica zastępczego", "Education of a carer"
  };
  private static final String[] RESTED = {"Respit", "Odciążenie", "Respite"};
  private static final String[] WANTED = {
    "Pěstoun požádal o službu", "Opiekun poprosił o usługę", "A carer asked for a service"
  };
  private static final String[] TOLD = {
    "Odpověď na žádost o službu",
    "Odpowiedź na prośbę o usługę",
    "A request for a service was answered"
  };
  private static final int ANSWER_WITHIN = 14;
  private final Rows rows;
  private final Proofs proofs;
  private final Seals seals;
  private final Batch educations;
  private final Batch respites;
  private final Batch rested;
  private final Batch requests;
  private final Batch decisions;
  private final Batch entrusted;

  LedgerTables(Rows rows, Proofs proofs, Seals seals) throws SQLException {
    this.rows = rows;
    this.proofs = proofs;
    this.seals = seals;
    educations =
        rows.of(
            "CASE_REGISTRY.EDUCATION_ENTRY",
            "ID, VERSION, FILE, CARER, HELD_ON, MINUTES, FORM, TOPIC, WRITTEN_BY, WRITTEN_AT");
    respites =
        rows.of(
            "CASE_REGISTRY.RESPITE_ENTRY",
            "ID, VERSION, FILE, CHILD, CHILD_FILE, FIRST_DAY, LAST_DAY, OVER_WHY, WRITTEN_BY,"
                + " WRITTEN_AT");
    rested = rows.of("CASE_REGISTRY.RESPITE_CARER", "ID, RESPITE, CARER");
    requests =
        rows.of(
            "CASE_REGISTRY.SERVICE_REQUEST",
            "ID, VERSION, FILE, PERSON, ASKED_ON, ENTITLEMENT, PARAGRAPH, WISH, ANSWER_BY, OFFER,"
                + " OFFERED_ON, OUTCOME, DECIDED_ON, DECIDED_BY, REASON, RECORDED_BY");
    decisions =
        rows.of(
            "CASE_REGISTRY.COURT_DECISION",
            "ID, VERSION, CHILD, KIND, COURT, REFERENCE, DECIDED_ON, FORCE_ON, AT_ONCE, APPEAL,"
                + " WRITTEN_BY");
    entrusted = rows.of("CASE_REGISTRY.ENTRUSTED", "ID, DECISION, PERSON, NAME");
  }

  /**
   * @param worker who wrote all of it
   */
  void add(Family family, Course course, UUID worker) throws SQLException {
    for (Course.Training one : course.trainings()) {
      trained(family, one, worker);
    }
    for (Course.Respite one : course.respites()) {
      rested(family, one, worker);
    }
    for (Course.Request one : course.requests()) {
      asked(family, one, worker);
    }
    for (Course.Decision one : course.decisions()) {
      decided(family, one, worker);
    }
  }

  private void trained(Family family, Course.Training one, UUID worker) throws SQLException {
    educations.add(
        one.id(),
        1,
        family.file(),
        one.carer().person(),
        one.on(),
        one.minutes(),
        one.form(),
        seals.seal(Seals.Owner.of(family), "EDUCATION_ENTRY.TOPIC", one.id(), TOPIC),
        worker,
        one.on().plusDays(1).atTime(9, 0));
    proofs.ofPerson(
        family,
        one.carer().person(),
        Proofs.Fact.of(BUNDLE, EDUCATION, one.id(), one.on())
            .lasting(one.minutes())
            .formed(one.form().toLowerCase(Locale.ROOT).replace('_', '-')));
    entry(family, EDUCATION, one.id(), one.on(), TRAINED, worker);
  }

  private void rested(Family family, Course.Respite one, UUID worker) throws SQLException {
    respites.add(
        one.id(),
        1,
        family.file(),
        one.child().who().person(),
        one.child().childFile(),
        one.first(),
        one.last(),
        one.reasoned()
            ? seals.seal(
                Seals.Owner.of(family), "RESPITE_ENTRY.OVER_WHY", one.id(), "Hospitalizace.")
            : null,
        worker,
        one.last().plusDays(1).atTime(9, 0));
    Proofs.Fact plain = Proofs.Fact.of(BUNDLE, RESPITE, one.id(), one.first()).until(one.last());
    Proofs.Fact fact = one.reasoned() ? plain.formed("justified") : plain;
    proofs.ofPerson(family, one.child().who().person(), fact);
    for (Family.Member carer : family.carers()) {
      rested.add(rows.key(), one.id(), carer.person());
      proofs.ofPerson(family, carer.person(), fact);
    }
    entry(family, RESPITE, one.id(), one.first(), RESTED, worker);
  }

  private void entry(Family family, String kind, UUID id, LocalDate on, String[] title, UUID worker)
      throws SQLException {
    proofs.tell(
        family,
        new Proofs.Told(
            BUNDLE,
            kind,
            id,
            on,
            LEDGER,
            "CARE_FACTS",
            title,
            worker,
            "/files/" + family.file() + "/ledgers/" + kind + "/" + id,
            null));
  }

  private void asked(Family family, Course.Request one, UUID worker) throws SQLException {
    requests.add(
        one.id(),
        2,
        family.file(),
        one.carer().person(),
        one.asked(),
        "cz.47a." + one.right(),
        "§ 47a odst. 2 písm. " + one.right() + "), zákon č. 359/1999 Sb.",
        words(family, one, "WISH", WISH),
        one.asked().plusDays(ANSWER_WITHIN),
        one.offered() == null ? null : words(family, one, "OFFER", "Asistentka od pondělí."),
        one.offered(),
        one.outcome(),
        one.decided(),
        worker,
        one.outcome().equals("PROVIDED") ? null : words(family, one, "REASON", "Jiná pomoc."),
        worker);
    told(family, one, ASKED, one.asked(), WANTED, worker);
    told(family, one, ANSWERED, one.decided(), TOLD, worker);
  }

  private byte[] words(Family family, Course.Request one, String column, String words)
      throws SQLException {
    return seals.seal(Seals.Owner.of(family), "SERVICE_REQUEST." + column, one.id(), words);
  }

  private void told(
      Family family, Course.Request one, String kind, LocalDate on, String[] title, UUID worker)
      throws SQLException {
    UUID source =
        UUID.nameUUIDFromBytes((kind + "|" + one.id()).getBytes(StandardCharsets.US_ASCII));
    proofs.ofPerson(
        family, one.carer().person(), Proofs.Fact.of(BUNDLE, kind, source, on).tiedTo(one.id()));
    proofs.tell(
        family,
        new Proofs.Told(
            BUNDLE,
            kind,
            source,
            on,
            "registry.request.read",
            "CARE_FACTS",
            title,
            worker,
            "/files/" + family.file() + "/requests/" + one.id(),
            one.carer().person()));
  }

  private void decided(Family family, Course.Decision one, UUID worker) throws SQLException {
    Family.Child child = one.child();
    Seals.Owner owner = Seals.Owner.of(child.who());
    decisions.add(
        one.id(),
        1,
        child.who().person(),
        "CARE",
        seals.seal(owner, "COURT_DECISION.COURT", one.id(), "Okresní soud v Novém Jičíně"),
        seals.seal(owner, "COURT_DECISION.REFERENCE", one.id(), family.reference(child)),
        one.decided(),
        one.inForce(),
        false,
        "NONE",
        worker);
    for (Family.Member carer : family.carers()) {
      UUID id = rows.key();
      entrusted.add(
          id, one.id(), carer.person(), seals.seal(owner, "ENTRUSTED.NAME", id, carer.spoken()));
    }
  }
}
