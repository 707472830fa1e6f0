package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goes on with a child that has come of age: a file of their own, into which the sub-file goes with
 * them. The family keeps its file, and those who lead it lead the new one.
 */
@Component(service = YoungPeople.class)
public final class YoungPeople {
  private static final int OF_AGE = 18;
  private static final Set<RelationKind> LEADING =
      Set.of(RelationKind.KEY_WORKER, RelationKind.DEPUTY);
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final CaseFiles files;
  private final People people;
  private final FamilyIntake intake;

  @Activate
  public YoungPeople(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference FamilyIntake intake) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.files = files;
    this.people = people;
    this.intake = intake;
  }

  /**
   * @param name of the young person, as the cover will have it
   * @param ofAge the 18th birthday; null when the date of birth is not known
   */
  public record Child(PersonId person, String name, LocalDate ofAge) {}

  /**
   * @throws NotFound when nobody like that is a child of the file now
   */
  public Child child(Viewer viewer, CaseFileId file, PersonId person) {
    boolean here =
        files.header(viewer, file).children().stream()
            .anyMatch(child -> child.person().equals(person));
    if (!here) {
      throw new NotFound();
    }
    access.require(viewer, People.READ, Subject.of(person));
    PersonView view = people.view(viewer, person);
    return new Child(
        person,
        view.name().listed(),
        view.birthDate() == null ? null : view.birthDate().plusYears(OF_AGE));
  }

  /**
   * @throws Refused when the young person is not of age on the day, or has such a file already, and
   *     when the viewer, who sees only files of their own, neither leads the family nor is its
   *     deputy: they would not see the new one
   */
  public CaseFileId goOn(Viewer viewer, CaseFileId file, PersonId person, LocalDate from) {
    Refusals.day("from", from);
    Child child = child(viewer, file, person);
    if (child.ofAge() != null && from.isBefore(child.ofAge())) {
      throw Refusals.refused("from", "refused.not-of-age", child.ofAge());
    }
    if (from.isAfter(viewer.today())) {
      throw Refusals.refused("from", "refused.future", from);
    }
    CaseFiles.Header family = files.header(viewer, file);
    if (!leads(viewer, family)) {
      throw Refusals.refused("from", "refused.own-file-leads");
    }
    NewFamily own =
        new NewFamily(
            new CaseFiles.NewFile(FileKind.YOUNG_PERSON, null, child.name(), from),
            List.of(),
            List.of(new Participant(person, null, from, null, "")),
            null,
            family.keyWorker(),
            family.deputy());
    return tx.required(
        em -> {
          CaseFileId opened = intake.open(viewer, own, workersFrom(viewer, file, from));
          // By now the young person is held: of two at once the second one finds the first.
          other(em, person, opened)
              .ifPresent(
                  other -> {
                    throw already(viewer, other);
                  });
          return opened;
        });
  }

  /** An open file of their own, whoever sees it. */
  private Optional<CaseFileId> other(EntityManager em, PersonId person, CaseFileId opened) {
    return em.createQuery(
            "SELECT f.id FROM Placement p JOIN CaseFile f ON f.id = p.file WHERE p.child IN :keys"
                + " AND f.kind = :kind AND f.closedOn IS NULL AND f.id <> :opened",
            UUID.class)
        .setParameter("keys", Chunks.values(aliases.idsOf(person)))
        .setParameter("kind", FileKind.YOUNG_PERSON)
        .setParameter("opened", opened.value())
        .getResultStream()
        .findFirst()
        .map(CaseFileId::new);
  }

  private Refused already(Viewer viewer, CaseFileId other) {
    CaseFiles.Header seen = files.headers(viewer, List.of(other)).get(other);
    return seen == null
        ? Refusals.refused("from", "refused.own-file-elsewhere")
        : Refusals.refused("from", "refused.own-file", seen.number());
  }

  private static boolean leads(Viewer viewer, CaseFiles.Header family) {
    return viewer.reach(CaseFiles.WRITE) == Reach.ALL
        || viewer.staff().equals(family.keyWorker())
        || viewer.staff().equals(family.deputy());
  }

  /** Nobody has worked with the young person for longer than with the family. */
  private LocalDate workersFrom(Viewer viewer, CaseFileId file, LocalDate from) {
    return files.history(viewer, file).assignments().stream()
        .filter(one -> LEADING.contains(one.kind()))
        .filter(one -> !one.from().isAfter(viewer.today()))
        .filter(one -> one.until() == null || !one.until().isBefore(viewer.today()))
        .map(CaseFiles.Assignment::from)
        .filter(from::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(from);
  }
}
