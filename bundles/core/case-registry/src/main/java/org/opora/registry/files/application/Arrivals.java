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
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Placement;
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

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Aliases aliases;
  private final FileChange change;
  private final FileStory story;

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
      @Reference FileStory story) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.aliases = aliases;
    this.change = change;
    this.story = story;
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
   * Whether nothing but what former records bring hangs on the file: no visit, nothing of another
   * bundle.
   */
  public boolean untouched(Viewer viewer, CaseFileId file) {
    access.require(viewer, PERMISSION);
    return tx.read(em -> untouched(em, file));
  }

  private boolean untouched(EntityManager em, CaseFileId file) {
    boolean worked =
        count(em, "SELECT COUNT(v.id) FROM Visit v WHERE v.file = :file", file) > 0
            || count(em, "SELECT COUNT(p.id) FROM Proposal p WHERE p.file = :file", file) > 0
            || count(em, "SELECT COUNT(a.id) FROM Amendment a WHERE a.file = :file", file) > 0
            || count(
                    em,
                    "SELECT COUNT(t.id) FROM TimelineEntry t WHERE t.subject = :file AND t.source.origin <> '"
                        + Refusals.BUNDLE
                        + "'",
                    file)
                > 0
            || count(
                    em,
                    "SELECT COUNT(e.id) FROM EvidenceFact e WHERE e.file = :file AND e.openingBalance = FALSE",
                    file)
                > 0;
    return !worked && elsewhere(people(em, file)) == 0;
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
          new FileRelations(em, relations).forget(file);
          for (String entity :
              List.of(
                  "Doubt",
                  "Assignment",
                  "FileCarer",
                  "Placement",
                  "Agreement",
                  "Proposal",
                  "EvidenceFact")) {
            delete(em, "DELETE FROM " + entity + " t WHERE t.file = :file", file);
          }
          delete(em, "DELETE FROM Doubt t WHERE t.otherFile = :file", file);
          delete(em, "DELETE FROM TimelineEntry t WHERE t.subject = :file", file);
          story.notFindable(file);
          children.forEach(
              child -> new Doubts(em).follow(child, aliases.idsOf(child), viewer.today()));
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
          if (count(em, "SELECT COUNT(a.id) FROM Amendment a WHERE a.file = :file", file) > 0) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          em.remove(Held.hold(em, Agreement.class, agreement.value()));
          new AgreementRows(em, row).windDown();
          story.didNotHappen("agreement-concluded", agreement.value());
          story.didNotHappen("agreement-ended", agreement.value());
          return null;
        });
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
          new Doubts(em).follow(child, aliases.idsOf(child), viewer.today());
          return null;
        });
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
          for (UUID part : parts) {
            em.createQuery("DELETE FROM FileCarer t WHERE t.id = :id")
                .setParameter("id", part)
                .executeUpdate();
            story.didNotHappen("carer-joined", part);
            story.didNotHappen("carer-left", part);
          }
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
          if (elsewhere(self) > 0 || named(em, person) || aliases.idsOf(person).size() > 1) {
            throw Refusals.refused(null, "refused.worked-with");
          }
          delete(em, "DELETE FROM PersonWord t WHERE t.person = :person", person);
          delete(em, "DELETE FROM ChildFile t WHERE t.child = :person", person);
          em.remove(row);
          em.flush();
          audit.wrote(viewer, "person.withdrawn", List.of(Subject.of(person)));
        });
  }

  private static boolean named(EntityManager em, PersonId person) {
    for (String column :
        List.of(
            "FileCarer t WHERE t.person",
            "Placement t WHERE t.child",
            "VisitPerson t WHERE t.person",
            "EvidenceFact t WHERE t.person",
            "Doubt t WHERE t.person")) {
      long found =
          em.createQuery("SELECT COUNT(t.id) FROM " + column + " = :person", Long.class)
              .setParameter("person", person.value())
              .getSingleResult();
      if (found > 0) {
        return true;
      }
    }
    return false;
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

  private static long count(EntityManager em, String query, CaseFileId file) {
    return em.createQuery(query, Long.class).setParameter("file", file.value()).getSingleResult();
  }

  private static void delete(EntityManager em, String query, CaseFileId file) {
    em.createQuery(query).setParameter("file", file.value()).executeUpdate();
  }

  private static void delete(EntityManager em, String query, PersonId person) {
    em.createQuery(query).setParameter("person", person.value()).executeUpdate();
  }
}
