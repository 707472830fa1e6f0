package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.persistence.StayRow;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Taken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stays of children. The child's sub-file is made with the first one and goes with the child. */
@Component(service = Placements.class)
public final class PlacementsDesk implements Placements {
  private static final int REFERENCE = 200;
  private static final String WALL = "wall";
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final FileChange change;
  private final FileStory story;

  @Activate
  public PlacementsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference FileChange change,
      @Reference FileStory story) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.change = change;
    this.story = story;
  }

  @Override
  public PlacementId place(
      Viewer viewer, CaseFileId file, PersonId child, LocalDate from, String courtReference) {
    if (child == null) {
      throw Refusals.refused("child", "refused.required");
    }
    Refusals.day("from", from);
    new Taken(access).require(viewer, child);
    return change.in(
        viewer,
        file,
        "placement.begun",
        (em, held) -> {
          alone(em, file, child, null, from, null);
          new Newcomers(em, file).require(aliases.idsOf(child), viewer.today(), "child");
          PlacementId id = PlacementId.next();
          ChildFileId childFile = childFile(em, child);
          em.persist(
              new Placement(
                  id.value(),
                  file,
                  child,
                  childFile,
                  from,
                  null,
                  Refusals.optional("courtReference", courtReference, REFERENCE)));
          new Doubts(em).follow(aliases.idsOf(child), viewer.today());
          story.happened(viewer, file, came(held), id.value(), from);
          return id;
        });
  }

  @Override
  public void amend(
      Viewer viewer,
      PlacementId placement,
      long version,
      LocalDate from,
      LocalDate until,
      String courtReference) {
    Refusals.day("from", from);
    Refusals.inOrder("until", from, until);
    CaseFileId file = change.fileOf("Placement", placement.value());
    change.in(
        viewer,
        file,
        "placement.amended",
        (em, held) -> {
          Placement row = Held.hold(em, Placement.class, placement.value());
          seen(viewer, row);
          Refusals.fresh(row.version(), version);
          alone(em, file, row.child(), placement.value(), from, until);
          if (over(row.until(), viewer) && !over(until, viewer)) {
            // The child had left and is here again, or is to come: as somebody who is placed anew.
            comesBack(em, viewer, row);
          }
          row.correct(from, until, Refusals.optional("courtReference", courtReference, REFERENCE));
          new Doubts(em).follow(aliases.idsOf(row.child()), viewer.today());
          story.happened(viewer, file, came(held), placement.value(), from);
          story.ended(viewer, file, went(held), placement.value(), until);
          return null;
        });
  }

  @Override
  public void end(Viewer viewer, PlacementId placement, LocalDate lastDay) {
    Refusals.day("until", lastDay);
    CaseFileId file = change.fileOf("Placement", placement.value());
    change.in(
        viewer,
        file,
        "placement.ended",
        (em, held) -> {
          Placement row = Held.hold(em, Placement.class, placement.value());
          seen(viewer, row);
          Refusals.inOrder("until", row.since(), lastDay);
          if (over(row.until(), viewer) && !over(lastDay, viewer)) {
            comesBack(em, viewer, row);
          }
          alone(em, file, row.child(), placement.value(), row.since(), lastDay);
          row.lasts(lastDay);
          new Doubts(em).follow(aliases.idsOf(row.child()), viewer.today());
          story.happened(viewer, file, went(held), placement.value(), lastDay);
          return null;
        });
  }

  private static String came(CaseFile file) {
    return file.kind().agreement() ? "placement-begun" : "child-joined";
  }

  private static String went(CaseFile file) {
    return file.kind().agreement() ? "placement-ended" : "child-left";
  }

  private void comesBack(EntityManager em, Viewer viewer, Placement row) {
    new Newcomers(em, row.file()).require(aliases.idsOf(row.child()), viewer.today(), "until");
    if (!new ComingBack(em, row.file(), access, aliases).open(viewer, row.child(), row.until())) {
      throw Refusals.refused("until", "refused.child-gone");
    }
  }

  private static boolean over(LocalDate lastDay, Viewer viewer) {
    return lastDay != null && lastDay.isBefore(viewer.today());
  }

  /** Nobody changes the stay of a child from whom a wall keeps them: they see none. */
  private void seen(Viewer viewer, Placement row) {
    Subject child = Subject.of(row.child());
    // Only a wall is asked for: a child who left long ago is no relation of the worker any more.
    if (WALL.equals(access.decide(viewer, CaseFiles.WRITE, child).reason())) {
      access.require(viewer, CaseFiles.WRITE, child);
    }
  }

  @Override
  public Stay find(Viewer viewer, PlacementId placement) {
    CaseFileId file = change.fileOf("Placement", placement.value());
    return of(viewer, file).stream()
        .filter(stay -> stay.id().equals(placement))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @Override
  public List<Stay> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    return tx.read(
        em ->
            walls
                .bind(
                    em.createQuery(
                        "SELECT NEW org.opora.registry.files.persistence.StayRow(t.id, t.version,"
                            + " t.file, t.child, t.childFile, p.given, p.family, p.birthDate,"
                            + " t.since, t.until, t.courtReference) FROM Placement t JOIN Person p"
                            + " ON p.id = t.child WHERE t.file = :file AND "
                            + walls.where("p", "id")
                            + " ORDER BY t.since DESC, t.id DESC",
                        StayRow.class))
                .setParameter("file", file.value())
                .getResultList()
                .stream()
                .sorted((one, other) -> Boolean.compare(one.until() != null, other.until() != null))
                .map(PlacementsDesk::shown)
                .toList());
  }

  /**
   * In this file a child has one stay at a time; what another file says is a doubt, never a
   * refusal.
   */
  private static void alone(
      EntityManager em,
      CaseFileId file,
      PersonId child,
      UUID itself,
      LocalDate from,
      LocalDate until) {
    // Holding the child's row makes two placements of one child come one after the other.
    Held.hold(em, Person.class, child.value());
    em.createQuery(
            "SELECT t FROM Placement t WHERE t.file = :file AND t.child = :child", Placement.class)
        .setParameter("file", file.value())
        .setParameter("child", child.value())
        .getResultStream()
        .filter(other -> !other.id().equals(itself) && other.overlaps(from, until))
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusals.refused("from", "refused.already-placed", other.since());
            });
  }

  private ChildFileId childFile(EntityManager em, PersonId child) {
    return SubFiles.of(em, child, aliases.idsOf(child)).orElseGet(() -> SubFiles.begin(em, child));
  }

  private static Stay shown(StayRow row) {
    return new Stay(
        new PlacementId(row.id()),
        row.version(),
        new CaseFileId(row.file()),
        new PersonId(row.child()),
        new ChildFileId(row.childFile()),
        row.name(),
        row.birthDate(),
        row.since(),
        row.until(),
        row.courtReference());
  }
}
