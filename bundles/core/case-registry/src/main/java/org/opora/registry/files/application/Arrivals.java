package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.files.application.AgreementsDesk.Hand;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.persistence.Footprints;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What only a centre's former records may do: say that a file moved in, and take back what they
 * brought, as if it had never come, while nobody has worked with it. Needs {@value #PERMISSION}.
 */
@Component(service = Arrivals.class)
public final class Arrivals {
  public static final String PERMISSION = "registry.import";

  /** Former records bring nobody who is a carer no more. */
  private static final String LEFT =
      "FROM FileCarer c WHERE c.file = :file AND c.until IS NOT NULL";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Aliases aliases;
  private final FileChange change;
  private final FileStory story;
  private final OneAgreement one;
  private final AgreementsDesk agreements;
  private final Schema schema;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<PersonDataOwner> owners = List.of();

  @Activate
  public Arrivals(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference Aliases aliases,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference OneAgreement one,
      @Reference AgreementsDesk agreements,
      @Reference(target = "(component.name=org.opora.registry.RegistrySchema)") Schema schema) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.aliases = aliases;
    this.change = change;
    this.story = story;
    this.one = one;
    this.agreements = agreements;
    this.schema = schema;
  }

  /**
   * As {@link org.opora.api.files.Agreements#conclude}, whenever it was concluded, and also when
   * somebody is in another agreement: then both files say so.
   */
  public AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement) {
    access.require(viewer, PERMISSION);
    return agreements.conclude(viewer, file, agreement, Hand.FORMER_RECORDS);
  }

  /** As {@link org.opora.api.files.Agreements#amend}, in the same way. */
  public void amend(
      Viewer viewer, AgreementId agreement, long version, NewAgreement now, LocalDate endedOn) {
    access.require(viewer, PERMISSION);
    agreements.amend(viewer, agreement, version, now, endedOn, Hand.FORMER_RECORDS);
  }

  /** As {@link org.opora.api.files.Agreements#end}, in the same way. */
  public void end(Viewer viewer, AgreementId agreement, LocalDate lastDay) {
    access.require(viewer, PERMISSION);
    agreements.end(viewer, agreement, lastDay, Hand.FORMER_RECORDS);
  }

  /**
   * The facts of this file came from former records on that day; nothing is known for sure of the
   * time before.
   */
  public void movedIn(Viewer viewer, CaseFileId file, LocalDate day) {
    access.require(viewer, PERMISSION);
    change.in(
        viewer,
        file,
        "file.moved-in",
        (em, row) -> {
          row.movedIn(day);
          return null;
        });
  }

  /**
   * Whether nothing but what former records bring hangs on the file and on its people: no visit, no
   * task, no letter, no safety notice, nothing of another file or another bundle.
   */
  public boolean untouched(Viewer viewer, CaseFileId file) {
    access.require(viewer, PERMISSION);
    return tx.read(em -> untouched(em, file));
  }

  /** The same for one person who came into a file that was here before. */
  public boolean untouched(Viewer viewer, CaseFileId file, PersonId person) {
    access.require(viewer, PERMISSION);
    return tx.read(em -> untouched(em, file, Set.of(person)));
  }

  private boolean untouched(EntityManager em, CaseFileId file) {
    return !new Footprints(em, schema).in(file) && untouched(em, file, people(em, file));
  }

  private boolean untouched(EntityManager em, CaseFileId file, Set<PersonId> people) {
    return people.isEmpty()
        || elsewhere(people) == 0
            && !new Footprints(em, schema).of(people, file)
            && people.stream().noneMatch(this::joined);
  }

  /** Somebody has decided that this person and another one are the same. */
  private boolean joined(PersonId person) {
    return aliases.idsOf(person).size() > 1;
  }

  /** Removes the file with all that former records brought; people stay. */
  public void withdraw(Viewer viewer, CaseFileId file) {
    access.require(viewer, PERMISSION);
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    tx.run(
        em -> {
          CaseFile row = Held.hold(em, CaseFile.class, file.value());
          if (!untouched(em, file)) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          Set<PersonId> children =
              new LinkedHashSet<>(
                  ids(em, "SELECT t.child FROM Placement t WHERE t.file = :file", file));
          OneAgreement.Watch watch = one.watch(em, file);
          new FileRelations(em, relations).forget(file);
          for (String entity :
              List.of(
                  "Doubt",
                  "Assignment",
                  "FileCarer",
                  "Placement",
                  "OvertakenEnd",
                  "Agreement",
                  "ProposalStep",
                  "Proposal",
                  "EvidenceFact",
                  "FileWeight")) {
            delete(em, "DELETE FROM " + entity + " t WHERE t.file = :file", file);
          }
          delete(em, "DELETE FROM Doubt t WHERE t.otherFile = :file", file);
          delete(em, "DELETE FROM TimelineEntry t WHERE t.subject = :file", file);
          em.createQuery("UPDATE Task t SET t.file = NULL WHERE t.file = :file")
              .setParameter("file", file.value())
              .executeUpdate();
          story.notFindable(file);
          children.forEach(child -> new Doubts(em).follow(aliases.idsOf(child), viewer.today()));
          watch.note(viewer);
          em.remove(row);
          em.flush();
          audit.wrote(viewer, "file.withdrawn", List.of(Subject.of(file)));
        });
  }

  /** Removes one agreement, as if it had never been concluded. */
  public void withdrawAgreement(Viewer viewer, AgreementId agreement) {
    access.require(viewer, PERMISSION);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.withdrawn",
        (em, row) -> {
          Agreement held = Held.hold(em, Agreement.class, agreement.value());
          if (!held.takenOver() || touched(em, held)) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          OneAgreement.Watch watch = one.watch(em, file);
          em.remove(held);
          new AgreementRows(em, row).windDown();
          watch.note(viewer);
          story.didNotHappen("agreement-concluded", agreement.value());
          story.didNotHappen("agreement-ended", agreement.value());
          return null;
        });
  }

  /**
   * Whether somebody has written down since how an agreement ends, that it is closed, or a change
   * of it.
   */
  public boolean touched(Viewer viewer, AgreementId agreement) {
    access.require(viewer, PERMISSION);
    return tx.read(em -> touched(em, Held.load(em, Agreement.class, agreement.value())));
  }

  private static boolean touched(EntityManager em, Agreement row) {
    return row.ending() != null
        || row.closedOn() != null
        || em.createQuery(
                    "SELECT COUNT(a.id) FROM Amendment a WHERE a.agreement = :agreement",
                    Long.class)
                .setParameter("agreement", row.id())
                .getSingleResult()
            > 0;
  }

  /** Removes one stay, as if it had never been. */
  public void withdrawPlacement(Viewer viewer, PlacementId placement) {
    access.require(viewer, PERMISSION);
    CaseFileId file = change.fileOf("Placement", placement.value());
    change.in(
        viewer,
        file,
        "placement.withdrawn",
        (em, row) -> {
          Placement stay = Held.hold(em, Placement.class, placement.value());
          PersonId child = stay.child();
          em.remove(stay);
          story.didNotHappen("placement-begun", placement.value());
          story.didNotHappen("placement-ended", placement.value());
          new Doubts(em).follow(aliases.idsOf(child), viewer.today());
          return null;
        });
  }

  /** Whether somebody has written down since that the person is a carer of this file no more. */
  public boolean left(Viewer viewer, CaseFileId file, PersonId carer) {
    access.require(viewer, PERMISSION);
    return tx.read(em -> left(em, file, carer));
  }

  private static boolean left(EntityManager em, CaseFileId file, PersonId carer) {
    return ids(em, "SELECT c.person " + LEFT, file).contains(carer);
  }

  /** The person was never a carer of this file. */
  public void withdrawCarer(Viewer viewer, CaseFileId file, PersonId carer) {
    access.require(viewer, PERMISSION);
    change.in(
        viewer,
        file,
        "carer.withdrawn",
        (em, row) -> {
          List<UUID> parts =
              em.createQuery(
                      "SELECT t.id FROM FileCarer t WHERE t.file = :file AND t.person = :person",
                      UUID.class)
                  .setParameter("file", file.value())
                  .setParameter("person", carer.value())
                  .getResultList();
          if (left(em, file, carer)) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          OneAgreement.Watch watch = one.watch(em, file);
          for (UUID part : parts) {
            em.createQuery("DELETE FROM FileCarer t WHERE t.id = :id")
                .setParameter("id", part)
                .executeUpdate();
            story.didNotHappen("carer-joined", part);
            story.didNotHappen("carer-left", part);
            story.didNotHappen("carer-separated", part);
          }
          watch.note(viewer);
          return null;
        });
  }

  /**
   * Removes a person nobody works with.
   *
   * @throws org.opora.api.faults.Refused when a file, a visit or another bundle names the person
   */
  public void withdrawPerson(Viewer viewer, PersonId person) {
    access.require(viewer, PERMISSION);
    access.require(viewer, CaseFiles.WRITE, Subject.of(person));
    tx.run(
        em -> {
          Person row = Held.hold(em, Person.class, person.value());
          Set<PersonId> self = Set.of(person);
          if (elsewhere(self) > 0 || new Footprints(em, schema).of(self) || joined(person)) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          delete(em, "DELETE FROM Task t WHERE t.person = :person", person);
          delete(em, "DELETE FROM PersonWord t WHERE t.person = :person", person);
          delete(em, "DELETE FROM ChildFile t WHERE t.child = :person", person);
          em.remove(row);
          em.flush();
          audit.wrote(viewer, "person.withdrawn", List.of(Subject.of(person)));
        });
  }

  /** Records of other bundles about these people. */
  private long elsewhere(Set<PersonId> people) {
    return people.isEmpty()
        ? 0
        : owners.stream()
            .filter(owner -> !(owner instanceof OwnData))
            .mapToLong(owner -> owner.count(people))
            .sum();
  }

  private static Set<PersonId> people(EntityManager em, CaseFileId file) {
    Set<PersonId> people =
        new LinkedHashSet<>(ids(em, "SELECT t.child FROM Placement t WHERE t.file = :file", file));
    people.addAll(ids(em, "SELECT t.person FROM FileCarer t WHERE t.file = :file", file));
    return people;
  }

  private static List<PersonId> ids(EntityManager em, String query, CaseFileId file) {
    return em.createQuery(query, UUID.class)
        .setParameter("file", file.value())
        .getResultStream()
        .map(PersonId::new)
        .toList();
  }

  private static void delete(EntityManager em, String query, CaseFileId file) {
    em.createQuery(query).setParameter("file", file.value()).executeUpdate();
  }

  private static void delete(EntityManager em, String query, PersonId person) {
    em.createQuery(query).setParameter("person", person.value()).executeUpdate();
  }
}
