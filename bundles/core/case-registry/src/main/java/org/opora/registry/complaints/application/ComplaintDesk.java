package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.complaints.domain.ComplainedAbout;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Series;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Complaints (standard 14): anybody writes one down, the director and the one who handles it read
 * it, and those it is about learn nothing of it here.
 */
@Component(service = ComplaintDesk.class)
public final class ComplaintDesk {
  /** Permission to see complaints: all of them, or those one handles. */
  public static final String READ = "registry.complaint.read";

  /** Permission to write a complaint down; and to handle those one may see. */
  public static final String WRITE = "registry.complaint.write";

  private static final String SERIES = "complaint";
  private static final int LONGEST_PAGE = 100;
  private static final int LONGEST_REASON = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Inbox inbox;
  private final Messages messages;
  private final ComplaintDoor door;
  private final ComplaintCheck check;
  private final ComplaintSeals seals;
  private final FormerSeals former;
  private final ComplaintLines lines;

  @Activate
  public ComplaintDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.inbox = inbox;
    this.messages = messages;
    this.door = new ComplaintDoor(access, audit);
    this.check = new ComplaintCheck(colleagues, staff);
    this.seals = new ComplaintSeals(keys);
    this.former = new FormerSeals(keys);
    this.lines = new ComplaintLines(staff, seals, former, check);
  }

  /**
   * Writes a complaint down and hands it over. Whoever wrote it down may not see it afterwards.
   *
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public Entered enter(Viewer viewer, NewComplaint complaint) {
    access.require(viewer, WRITE);
    NewComplaint checked = check.checked(viewer, complaint, null);
    return tx.required(
        em -> {
          int year = checked.receivedOn().getYear();
          Complaint row =
              new Complaint(Ids.next(), year, Series.next(em, SERIES, year), viewer.staff());
          write(em, row, checked);
          em.persist(row);
          em.flush();
          about(em, row.id(), Set.of(), checked.about());
          told(viewer, row);
          wrote(viewer, "complaint.entered", row);
          return entered(viewer, row, checked.about());
        });
  }

  private Entered entered(Viewer viewer, Complaint row, Set<StaffId> about) {
    return new Entered(
        row.id(),
        row.number(),
        ComplaintDoor.decide(viewer, READ, row.handler(), about).allowed(),
        check.overseers(viewer, about).isEmpty());
  }

  /**
   * Corrects what was written down, or hands the complaint to somebody else. What it said before is
   * kept.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is closed, or a rule says no
   */
  public Entered amend(Viewer viewer, UUID complaint, long version, NewComplaint now) {
    return tx.required(
        em -> {
          Complaint row = open(em, viewer, complaint, version);
          StaffId before = row.handler();
          NewComplaint checked = check.checked(viewer, now, row);
          if (row.answeredBy() != null && checked.about().contains(row.answeredBy())) {
            throw Refusals.refused("about", "complaint.refused.about-answered");
          }
          Set<StaffId> about = new ComplaintQueries(em).about(complaint);
          boolean sameDay = row.receivedOn().equals(checked.receivedOn());
          int days = row.days();
          keep(em, viewer, row, about, checked);
          write(em, row, checked);
          if (sameDay) {
            // What the centre decides later does not change the day that was promised.
            row.received(checked.receivedOn(), checked.how(), days);
          }
          about(em, complaint, about, checked.about());
          if (!row.handler().equals(before)) {
            told(viewer, row);
          }
          wrote(viewer, "complaint.amended", row);
          return entered(viewer, row, checked.about());
        });
  }

  /** It is evidence: a correction of it must not take away what was written before. */
  private void keep(
      EntityManager em, Viewer viewer, Complaint row, Set<StaffId> about, NewComplaint now) {
    ComplaintSeals.Words words = seals.open(row);
    boolean same =
        row.receivedOn().equals(now.receivedOn())
            && row.how() == now.how()
            && Objects.equals(words.complainant(), now.complainant())
            && words.matter().equals(now.matter())
            && about.equals(now.about());
    if (!same) {
      em.persist(former.of(viewer, row, words, about));
    }
  }

  private void write(EntityManager em, Complaint row, NewComplaint complaint) {
    row.received(
        complaint.receivedOn(),
        complaint.how(),
        new ComplaintQueries(em).days(complaint.receivedOn()));
    seals.write(row, complaint);
    row.handTo(complaint.handler());
  }

  private static void about(
      EntityManager em, UUID complaint, Set<StaffId> before, Set<StaffId> now) {
    Set<StaffId> gone = new HashSet<>(before);
    gone.removeAll(now);
    gone.forEach(
        staff ->
            em.createQuery(
                    "DELETE FROM ComplainedAbout t WHERE t.complaint = :complaint AND t.staff = :staff")
                .setParameter("complaint", complaint)
                .setParameter("staff", staff.value())
                .executeUpdate());
    Set<StaffId> added = new HashSet<>(now);
    added.removeAll(before);
    added.forEach(staff -> em.persist(new ComplainedAbout(Ids.next(), complaint, staff)));
  }

  /** Nobody is told of what they handed to themselves. */
  private void told(Viewer viewer, Complaint row) {
    if (!row.handler().equals(viewer.staff())) {
      inbox.tell(row.handler(), messages.title("inbox.complaint"), "/complaints/" + row.id());
    }
  }

  /**
   * Writes down what has come of it so far. It stays open.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is closed, or a rule says no
   */
  public void assess(Viewer viewer, UUID complaint, long version, Outcome outcome) {
    change(
        viewer,
        complaint,
        version,
        "complaint.assessed",
        (em, row) ->
            seals.write(
                row,
                check.checked(viewer, outcome, row, new ComplaintQueries(em).about(complaint))));
  }

  /**
   * Closes it.
   *
   * @throws org.opora.api.faults.Refused when the finding or the answer is missing
   */
  public void close(Viewer viewer, UUID complaint, long version) {
    change(
        viewer,
        complaint,
        version,
        "complaint.closed",
        (em, row) -> {
          row.missing()
              .ifPresent(
                  lack -> {
                    throw Refusals.refused(null, "complaint.missing." + lack);
                  });
          row.close(viewer.today(), viewer.staff());
        });
  }

  /** Opens it again. */
  public void reopen(Viewer viewer, UUID complaint, long version) {
    tx.run(
        em -> {
          Complaint row = held(em, viewer, WRITE, complaint, version);
          whole(row);
          if (!row.closed()) {
            throw Refusals.refused(null, "complaint.refused.open");
          }
          row.reopen();
          wrote(viewer, "complaint.reopened", row);
        });
  }

  /**
   * Strikes out what was written down by mistake.
   *
   * @throws org.opora.api.faults.Refused when it is closed or struck out, or there is no reason
   */
  public void strikeOut(Viewer viewer, UUID complaint, long version, String reason) {
    String why = Refusals.line("reason", reason, LONGEST_REASON);
    change(
        viewer,
        complaint,
        version,
        "complaint.struck-out",
        (em, row) -> row.strikeOut(viewer.today(), viewer.staff(), seals.reason(row, why)));
  }

  /**
   * What it said before it was corrected, the newest first.
   *
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the complaint
   */
  public List<FormerLine> former(Viewer viewer, UUID complaint) {
    return tx.read(em -> lines.before(em, viewer, seen(em, viewer, READ, complaint)));
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the complaint
   */
  public ComplaintLine view(Viewer viewer, UUID complaint) {
    return tx.read(
        em -> {
          Complaint row = seen(em, viewer, READ, complaint);
          return lines.of(em, viewer, List.of(row)).get(0);
        });
  }

  /** As far as the viewer may see them, the newest first. {@code limit} is at most 100. */
  public Page<ComplaintLine> list(
      Viewer viewer, ComplaintQueries.Show show, String after, int limit) {
    access.require(viewer, READ);
    return tx.read(
        em -> {
          Page<Complaint> rows =
              new ComplaintQueries(em)
                  .page(
                      viewer.staff(),
                      viewer.reach(READ),
                      show,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines.of(em, viewer, rows.items()), rows.next());
        });
  }

  /** Open ones by their last day, as far as the viewer may see them. */
  public List<ComplaintLine> pending(Viewer viewer, int limit) {
    access.require(viewer, READ);
    return tx.read(
        em ->
            lines.of(
                em,
                viewer,
                new ComplaintQueries(em)
                    .pending(
                        viewer.staff(), viewer.reach(READ), Cursors.within(limit, LONGEST_PAGE))));
  }

  /** Colleagues who could look into a complaint, as far as it is not about them. */
  public Set<StaffId> handlers(Viewer viewer) {
    return check.handlers(viewer);
  }

  /** Colleagues who could have answered it. */
  public Set<StaffId> answerers(Viewer viewer, UUID complaint) {
    return tx.read(
        em ->
            check.answerers(
                viewer,
                seen(em, viewer, WRITE, complaint),
                new ComplaintQueries(em).about(complaint)));
  }

  /** Days the centre gives itself for what came on that day. */
  public int days(LocalDate received) {
    return tx.read(em -> new ComplaintQueries(em).days(received));
  }

  private void change(
      Viewer viewer,
      UUID complaint,
      long version,
      String action,
      BiConsumer<EntityManager, Complaint> change) {
    tx.run(
        em -> {
          Complaint row = open(em, viewer, complaint, version);
          change.accept(em, row);
          wrote(viewer, action, row);
        });
  }

  private Complaint open(EntityManager em, Viewer viewer, UUID complaint, long version) {
    Complaint row = held(em, viewer, WRITE, complaint, version);
    whole(row);
    if (row.closed()) {
      throw Refusals.refused(null, "complaint.refused.closed", row.closedOn());
    }
    return row;
  }

  private static void whole(Complaint row) {
    if (row.struckOut()) {
      throw Refusals.refused(null, "complaint.refused.void", row.voidOn());
    }
  }

  private Complaint held(
      EntityManager em, Viewer viewer, String permission, UUID complaint, long version) {
    Complaint row = Held.hold(em, Complaint.class, complaint);
    door.require(viewer, permission, row, new ComplaintQueries(em).about(complaint));
    Refusals.fresh(row.version(), version);
    return row;
  }

  private Complaint seen(EntityManager em, Viewer viewer, String permission, UUID complaint) {
    Complaint row = Held.load(em, Complaint.class, complaint);
    door.require(viewer, permission, row, new ComplaintQueries(em).about(complaint));
    return row;
  }

  private void wrote(Viewer viewer, String action, Complaint row) {
    audit.wrote(viewer, action, List.of(row.self()), "complaint=" + row.id());
  }

  /**
   * What was written down.
   *
   * @param seen whether the viewer may see it now
   * @param alone nobody but its handler sees it: it is about all who see complaints
   */
  public record Entered(UUID id, String number, boolean seen, boolean alone) {}
}
