package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.StaffMember;
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
  private static final String WHOM = "STAFF_CONFLICT.WHOM";
  private static final String RELATION = "STAFF_CONFLICT.RELATION";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Walls walls;
  private final CaseFiles files;
  private final Staff staff;
  private final Inbox inbox;
  private final Messages messages;
  private final Keys keys;
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
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.walls = walls;
    this.files = files;
    this.staff = staff;
    this.inbox = inbox;
    this.messages = messages;
    this.keys = keys;
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
   * Keeps the member of staff away from a family: from its file and from everybody in it now.
   *
   * @param number of the case file
   * @throws org.opora.api.faults.Refused when there is no such file for the viewer, or it would be
   *     the viewer's own wall
   */
  public void wall(Viewer viewer, UUID conflict, long version, String number) {
    access.require(viewer, Walls.MANAGE);
    String typed = Refusals.line("number", number, LONGEST);
    CaseFileId file =
        files
            .find(viewer, typed)
            .orElseThrow(() -> Refusals.refused("number", "refused.no-file", typed));
    CaseFiles.Header header = files.header(viewer, file);
    change(
        viewer,
        conflict,
        version,
        "staff.conflict-walled",
        List.of(Subject.of(file)),
        row -> {
          if (row.staff().equals(viewer.staff())) {
            throw Refusals.refused(null, "refused.own-wall");
          }
          if (row.walledOn() != null) {
            throw Refusals.refused(null, "refused.walled", row.walledOn());
          }
          around(header)
              .forEach(
                  subject ->
                      walls.raise(viewer, row.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST));
          row.walled(file, viewer.today());
        });
  }

  /** The relation has ended, or was none: the wall is taken down with it. */
  public void end(Viewer viewer, UUID conflict, long version) {
    door.leads(viewer);
    change(
        viewer,
        conflict,
        version,
        "staff.conflict-ended",
        List.of(),
        row -> {
          if (row.walledOn() != null) {
            access.require(viewer, Walls.MANAGE);
            around(files.header(viewer, row.file()))
                .forEach(subject -> walls.lift(viewer, row.staff(), subject));
            row.unwalled();
          }
          row.ended(viewer.today());
        });
  }

  private static List<Subject> around(CaseFiles.Header header) {
    List<Subject> all = new ArrayList<>();
    all.add(Subject.of(header.id()));
    header.carers().forEach(carer -> all.add(Subject.of(carer.person())));
    header
        .children()
        .forEach(
            child -> {
              all.add(Subject.of(child.person()));
              all.add(Subject.of(child.file()));
            });
    return all;
  }

  private interface Change {
    void of(ConflictOfInterest row);
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
          change.of(row);
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

  /** Of everybody, those that last, the newest first. */
  public List<Seen> all(Viewer viewer) {
    door.leads(viewer);
    return seen(viewer, tx.read(Conflicts::lasting));
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
    return rows.stream()
        .map(
            row ->
                new Seen(
                    row.id(),
                    row.version(),
                    row.staff(),
                    names.get(row.staff()),
                    row.declaredOn(),
                    keys.open(drawer(row.staff()), WHOM, row.id(), row.whom()),
                    keys.open(drawer(row.staff()), RELATION, row.id(), row.relation()),
                    row.endedOn(),
                    viewer.may(Staff.WRITE) ? row.walledOn() : null,
                    row.walledOn() == null ? null : headers.get(row.file())))
        .toList();
  }

  private static Subject drawer(StaffId who) {
    return new Subject(Subject.Kind.DRAWER, who.value());
  }

  /**
   * @param endedOn null while it lasts
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
      LocalDate walledOn,
      CaseFiles.Header family) {}
}
