package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.ConflictWalls;
import org.opora.registry.files.application.StandInNews;
import org.opora.registry.files.application.StandIns;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.tasks.application.TaskHandover;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Conflicts of interest: a member of staff declares a relation to somebody; whoever leads the staff
 * names the family and keeps them away from it.
 */
@Component(service = Conflicts.class)
public final class Conflicts {
  private static final int LONGEST = 200;
  private static final int LONGEST_PAGE = 100;
  private static final String WALL = "wall";
  private static final String WHOM = "STAFF_CONFLICT.WHOM";
  private static final String RELATION = "STAFF_CONFLICT.RELATION";
  private static final String END_WHY = "STAFF_CONFLICT.END_WHY";
  private static final int REASON = 500;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Walls walls;
  private final CaseFiles files;
  private final Staff staff;
  private final Inbox inbox;
  private final Messages messages;
  private final Keys keys;
  private final StandIns standIns;
  private final TaskHandover tasks;
  private final PostHandover post;
  private final StaffDoor door;

  @Activate
  public Conflicts(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Walls walls,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference StandIns standIns,
      @Reference TaskHandover tasks,
      @Reference PostHandover post) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.walls = walls;
    this.files = files;
    this.staff = staff;
    this.inbox = inbox;
    this.messages = messages;
    this.keys = keys;
    this.standIns = standIns;
    this.tasks = tasks;
    this.post = post;
    this.door = new StaffDoor(access);
  }

  /**
   * @param whom the person or family, as people call them
   * @param relation what they are to the member of staff
   */
  public UUID declare(Viewer viewer, StaffId who, String whom, String relation) {
    door.sheet(viewer, who);
    String somebody = Refusals.line("whom", whom, LONGEST);
    String what = Refusals.line("relation", relation, LONGEST);
    return tx.required(
        em -> {
          Held.load(em, StaffMember.class, who.value());
          UUID id = Ids.next();
          em.persist(
              new ConflictOfInterest(
                  id,
                  who,
                  viewer.today(),
                  keys.seal(drawer(who), WHOM, id, somebody),
                  keys.seal(drawer(who), RELATION, id, what)));
          wrote(viewer, "staff.conflict-declared", who, id, List.of());
          if (!viewer.may(Staff.WRITE)) {
            inbox.tellAll(Staff.WRITE, messages.title("inbox.conflict"), "/staff/conflicts");
          }
          return id;
        });
  }

  /**
   * Keeps the member of staff away from a family: from its file and from everybody in it, now and
   * later. Whatever they do in the family beside its key worker ends; their tasks and letters of
   * the family go to its key worker.
   *
   * @return how many of their tasks there are in nobody's hands, because nobody leads the family
   * @param number of the case file
   * @throws org.opora.api.faults.Refused when there is no such file for the viewer, it would be the
   *     viewer's own wall, or they are its key worker: then it is handed over first, so that it and
   *     its tasks are in somebody's hands
   */
  public long wall(Viewer viewer, UUID conflict, long version, String number) {
    access.require(viewer, Walls.MANAGE);
    String typed = Refusals.line("number", number, LONGEST);
    CaseFileId file =
        files
            .find(viewer, typed)
            .orElseThrow(() -> Refusals.refused("number", "refused.no-file", typed));
    long[] left = new long[1];
    change(
        viewer,
        conflict,
        version,
        "staff.conflict-walled",
        List.of(Subject.of(file)),
        (em, row) -> {
          if (row.staff().equals(viewer.staff())) {
            throw Refusals.refused(null, "refused.own-wall");
          }
          if (row.walledOn() != null) {
            throw Refusals.refused(null, "refused.walled", row.walledOn());
          }
          List<Assignment> ended = standIns.leave(viewer, file, row.staff());
          new StandInNews(em, inbox, messages).gone(viewer, ended);
          new FamilyLeft(files.header(viewer, file), tasks, post).handOn(viewer, row.staff());
          new ConflictWalls(em, walls, inbox, messages).raise(viewer, row, file);
          row.walled(file, viewer.today());
          left[0] = tasks.ofFile(row.staff(), file);
        });
    return left[0];
  }

  /**
   * The relation has ended, or was none: the wall is taken down with it.
   *
   * @param why required where a wall is taken down: somebody sees a family again from whom they
   *     were kept away, and the trail leads to the reason
   */
  public void end(Viewer viewer, UUID conflict, long version, String why) {
    door.leads(viewer);
    change(
        viewer,
        conflict,
        version,
        "staff.conflict-ended",
        List.of(),
        (em, row) -> {
          if (row.walledOn() != null) {
            access.require(viewer, Walls.MANAGE);
            String reason = Refusals.line("why", why, REASON);
            new ConflictWalls(em, walls, inbox, messages).lift(viewer, row);
            row.unwalled(keys.seal(drawer(row.staff()), END_WHY, row.id(), reason));
          }
          row.ended(viewer.today());
        });
  }

  private interface Change {
    void of(EntityManager em, ConflictOfInterest row);
  }

  private void change(
      Viewer viewer,
      UUID conflict,
      long version,
      String action,
      List<Subject> about,
      Change change) {
    tx.run(
        em -> {
          ConflictOfInterest row = Held.hold(em, ConflictOfInterest.class, conflict);
          door.leads(viewer);
          Refusals.fresh(row.version(), version);
          if (row.endedOn() != null) {
            throw Refusals.refused(null, "refused.conflict-ended", row.endedOn());
          }
          change.of(em, row);
          wrote(viewer, action, row.staff(), row.id(), about);
        });
  }

  private void wrote(
      Viewer viewer, String action, StaffId who, UUID conflict, List<Subject> about) {
    audit.wrote(viewer, action, about, "staff=" + who + ";conflict=" + conflict);
  }

  /** Of one member of staff, the newest first. */
  public List<Seen> of(Viewer viewer, StaffId who) {
    door.sheet(viewer, who);
    return seen(
        viewer,
        tx.read(
            em ->
                em.createQuery(
                        "SELECT c FROM ConflictOfInterest c WHERE c.staff = :staff ORDER BY c.declaredOn DESC, c.id DESC",
                        ConflictOfInterest.class)
                    .setParameter("staff", who.value())
                    .getResultList()));
  }

  /**
   * Of everybody, those that last, the newest first; only what the page shows is unsealed.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Seen> all(Viewer viewer, String after, int limit) {
    door.leads(viewer);
    List<ConflictOfInterest> rows = tx.read(Conflicts::lasting);
    UUID last = Cursors.key(after);
    int begin = 0;
    for (int i = 0; last != null && i < rows.size(); i++) {
      if (rows.get(i).id().equals(last)) {
        begin = i + 1;
      }
    }
    int size = Cursors.within(limit, LONGEST_PAGE);
    Page<ConflictOfInterest> page =
        Cursors.page(
            rows.subList(begin, Math.min(rows.size(), begin + size + 1)),
            size,
            ConflictOfInterest::id);
    return new Page<>(seen(viewer, page.items()), page.next());
  }

  private static List<ConflictOfInterest> lasting(EntityManager em) {
    return em.createQuery(
            "SELECT c FROM ConflictOfInterest c WHERE c.endedOn IS NULL ORDER BY c.declaredOn DESC, c.id DESC",
            ConflictOfInterest.class)
        .getResultList();
  }

  private List<Seen> seen(Viewer viewer, Collection<ConflictOfInterest> rows) {
    Map<StaffId, String> names =
        staff.names(rows.stream().map(ConflictOfInterest::staff).collect(Collectors.toSet()));
    Map<CaseFileId, CaseFiles.Header> headers =
        viewer.may(Walls.MANAGE) && viewer.may(CaseFiles.READ)
            ? files.headers(
                viewer,
                rows.stream()
                    .filter(row -> row.walledOn() != null)
                    .map(ConflictOfInterest::file)
                    .distinct()
                    .toList())
            : Map.of();
    return rows.stream().map(row -> seen(viewer, row, names, headers)).toList();
  }

  private Seen seen(
      Viewer viewer,
      ConflictOfInterest row,
      Map<StaffId, String> names,
      Map<CaseFileId, CaseFiles.Header> headers) {
    boolean hidden = hidden(viewer, row);
    return new Seen(
        row.id(),
        row.version(),
        row.staff(),
        names.get(row.staff()),
        row.declaredOn(),
        hidden ? null : keys.open(drawer(row.staff()), WHOM, row.id(), row.whom()),
        hidden ? null : keys.open(drawer(row.staff()), RELATION, row.id(), row.relation()),
        row.endedOn(),
        hidden || row.endWhy() == null
            ? null
            : keys.open(drawer(row.staff()), END_WHY, row.id(), row.endWhy()),
        viewer.may(Staff.WRITE) ? row.walledOn() : null,
        row.walledOn() == null ? null : headers.get(row.file()));
  }

  /** Whoever is kept away from a family reads of it in nobody's words but their own. */
  private boolean hidden(Viewer viewer, ConflictOfInterest row) {
    // Also when the wall of the conflict has fallen: the words stay.
    return row.file() != null
        && !row.staff().equals(viewer.staff())
        && WALL.equals(access.decide(viewer, CaseFiles.READ, Subject.of(row.file())).reason());
  }

  private static Subject drawer(StaffId who) {
    return new Subject(Subject.Kind.DRAWER, who.value());
  }

  /**
   * @param whom null when it is somebody from whom the viewer is kept away
   * @param relation null together with {@code whom}
   * @param endedOn null while it lasts
   * @param why they may see the family again; null unless a wall was taken down
   * @param walledOn since when they are kept away; null when they are not, and for themselves
   * @param family from whom; null when it is nobody or the viewer may not see it
   */
  public record Seen(
      UUID id,
      long version,
      StaffId staff,
      String name,
      LocalDate declaredOn,
      String whom,
      String relation,
      LocalDate endedOn,
      String why,
      LocalDate walledOn,
      CaseFiles.Header family) {}
}
