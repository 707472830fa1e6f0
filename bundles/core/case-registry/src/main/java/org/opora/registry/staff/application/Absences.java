package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.StandIns;
import org.opora.registry.files.application.Takers;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.staff.domain.Absence;
import org.opora.registry.staff.domain.AbsenceFile;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.persistence.AwayRow;
import org.opora.registry.staff.persistence.CoverQueries;
import org.opora.registry.staff.persistence.StaffQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who is away, and who looks after their families meanwhile. It is written down by whoever leads
 * the staff, or by the person for themselves.
 */
@Component(service = Absences.class)
public final class Absences {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final StandIns standIns;
  private final Inbox inbox;
  private final Messages messages;
  private final StaffDoor door;

  @Activate
  public Absences(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference StandIns standIns,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.standIns = standIns;
    this.inbox = inbox;
    this.messages = messages;
    this.door = new StaffDoor(access);
  }

  /**
   * Who could stand in, by name; nobody for a viewer who opens no files.
   *
   * @param last day of the absence
   */
  public List<Takers.Named> deputies(Viewer viewer, StaffId absent, LocalDate last) {
    door.sheet(viewer, absent);
    return viewer.may(CaseFiles.WRITE) ? standIns.colleagues(viewer, absent, last) : List.of();
  }

  /**
   * @return key of the absence; the deputy has nothing yet
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID record(Viewer viewer, StaffId absent, NewAbsence away) {
    door.sheet(viewer, absent);
    check(viewer, absent, away);
    return tx.required(
        em -> {
          Held.hold(em, StaffMember.class, absent.value());
          apart(em, absent, null, away);
          Absence row = new Absence(Ids.next(), absent, viewer.staff());
          row.is(away.kind(), away.since(), away.until(), away.deputy());
          em.persist(row);
          warn(em, row);
          wrote(viewer, "staff.absence-added", row);
          return row.id();
        });
  }

  /**
   * Changes it; whatever the deputy had is taken back and has to be confirmed anew.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID absence, long version, NewAbsence now) {
    change(
        viewer,
        absence,
        version,
        "staff.absence-amended",
        (em, row) -> {
          check(viewer, row.staff(), now);
          apart(em, row.staff(), row.id(), now);
          end(em, viewer, row, viewer.today().minusDays(1));
          forget(em, row);
          row.is(now.kind(), now.since(), now.until(), now.deputy());
          warn(em, row);
        });
  }

  /**
   * One confirmation: the deputy sees these families from the first to the last day.
   *
   * @return how many families the deputy looks after
   */
  public int confirm(Viewer viewer, UUID absence, long version) {
    int[] given = new int[1];
    change(
        viewer,
        absence,
        version,
        "staff.stand-in-confirmed",
        (em, row) -> {
          if (row.deputy() == null) {
            throw Refusals.refused(null, "refused.no-deputy");
          }
          if (row.confirmedOn() != null) {
            throw Refusals.refused(null, "refused.stand-in-confirmed");
          }
          over(viewer, row);
          LocalDate from = still(viewer, row.since());
          if (awayThroughout(em, row.deputy(), from, row.until())) {
            throw Refusals.refused(null, "refused.deputy-away");
          }
          if (standIns.takesNone(viewer, row.staff(), row.deputy(), from, row.until())) {
            throw Refusals.refused(null, "refused.stand-in-takes-none");
          }
          List<StandIns.Given> files =
              standIns.begin(viewer, row.staff(), row.deputy(), from, row.until());
          files.forEach(
              one ->
                  em.persist(new AbsenceFile(Ids.next(), row.id(), one.file(), one.assignment())));
          row.confirm(viewer.today());
          given[0] = (int) files.stream().map(StandIns.Given::file).distinct().count();
          inbox.tell(row.deputy(), messages.title("inbox.stand-in"), "/absences/" + row.id());
        });
    return given[0];
  }

  /**
   * Back earlier: the deputy sees the families until the eve. Who was never away has no absence.
   *
   * @param firstDay on which they work again
   */
  public void back(Viewer viewer, UUID absence, long version, LocalDate firstDay) {
    Refusals.day("firstDay", firstDay);
    change(
        viewer,
        absence,
        version,
        "staff.absence-ended",
        (em, row) -> {
          LocalDate lastDay = firstDay.minusDays(1);
          if (lastDay.isAfter(row.until())) {
            throw Refusals.refused("firstDay", "refused.back-late", row.until());
          }
          end(em, viewer, row, lastDay);
          if (lastDay.isBefore(row.since())) {
            forget(em, row);
            em.remove(row);
          } else {
            row.endsOn(lastDay);
          }
        });
  }

  /** Whoever relies on somebody who will be away is told: illness asks nobody. */
  private void warn(EntityManager em, Absence row) {
    List<AwayRow> relying =
        new StaffQueries(em).standingIn(row.staff().value(), row.since(), row.until());
    for (AwayRow one : relying) {
      String page = "/absences/" + one.id();
      inbox.tell(new StaffId(one.staff()), messages.title("inbox.deputy-away"), page);
      inbox.tellAll(Staff.WRITE, messages.title("inbox.deputy-away"), page);
    }
  }

  /** Days that are over ask nobody any more. */
  private static LocalDate still(Viewer viewer, LocalDate day) {
    return day.isBefore(viewer.today()) ? viewer.today() : day;
  }

  /** Whether somebody is not here on any of these days; of single days the pages only warn. */
  private static boolean awayThroughout(
      EntityManager em, StaffId who, LocalDate first, LocalDate last) {
    LocalDate open = first;
    for (AwayRow row : new StaffQueries(em).awayFrom(who.value(), first)) {
      if (!row.since().isAfter(open) && !row.until().isBefore(open)) {
        open = row.until().plusDays(1);
      }
    }
    return open.isAfter(last);
  }

  private static void over(Viewer viewer, Absence row) {
    if (row.until().isBefore(viewer.today())) {
      throw Refusals.refused(null, "refused.absence-over", row.until());
    }
  }

  private void end(EntityManager em, Viewer viewer, Absence row, LocalDate lastDay) {
    files(em, row.id())
        .forEach(one -> standIns.last(viewer, one.file(), one.assignment(), lastDay));
  }

  private static void forget(EntityManager em, Absence row) {
    em.createQuery("DELETE FROM AbsenceFile f WHERE f.absence = :absence")
        .setParameter("absence", row.id())
        .executeUpdate();
  }

  private static List<AbsenceFile> files(EntityManager em, UUID absence) {
    return em.createQuery(
            "SELECT f FROM AbsenceFile f WHERE f.absence = :absence ORDER BY f.file",
            AbsenceFile.class)
        .setParameter("absence", absence)
        .getResultList();
  }

  private interface Change {
    void of(EntityManager em, Absence row);
  }

  private void change(Viewer viewer, UUID absence, long version, String action, Change change) {
    tx.run(
        em -> {
          Absence row = Held.hold(em, Absence.class, absence);
          door.sheet(viewer, row.staff());
          Refusals.fresh(row.version(), version);
          change.of(em, row);
          wrote(viewer, action, row);
        });
  }

  private void wrote(Viewer viewer, String action, Absence row) {
    audit.wrote(viewer, action, List.of(), "staff=" + row.staff() + ";absence=" + row.id());
  }

  private void check(Viewer viewer, StaffId absent, NewAbsence away) {
    if (away.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.day("until", away.until());
    Refusals.inOrder("until", Refusals.day("since", away.since()), away.until());
    if (away.deputy() == null) {
      return;
    }
    if (away.deputy().equals(absent)) {
      throw Refusals.refused("deputy", "refused.own-deputy");
    }
    if (deputies(viewer, absent, away.until()).stream()
        .noneMatch(one -> one.staff().equals(away.deputy()))) {
      throw Refusals.refused("deputy", "refused.nobody");
    }
    LocalDate from = still(viewer, away.since());
    if (!from.isAfter(away.until())
        && tx.read(em -> awayThroughout(em, away.deputy(), from, away.until()))) {
      throw Refusals.refused("deputy", "refused.deputy-away");
    }
  }

  private static void apart(EntityManager em, StaffId absent, UUID self, NewAbsence away) {
    new StaffQueries(em)
        .absences(absent.value()).stream()
            .filter(
                other ->
                    !other.id().equals(self)
                        && !other.since().isAfter(away.until())
                        && !other.until().isBefore(away.since()))
            .findFirst()
            .ifPresent(
                other -> {
                  throw Refusals.refused(
                      "since", "refused.absence-already", other.since(), other.until());
                });
  }

  /** Absences of a member of staff, the newest first. */
  public List<AbsenceSeen> of(Viewer viewer, StaffId absent) {
    door.sheet(viewer, absent);
    return seen(viewer, tx.read(em -> new StaffQueries(em).absences(absent.value())));
  }

  /**
   * What is going on or to come, of everybody, for whoever leads the staff; the earliest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<AbsenceSeen> all(Viewer viewer, String after, int limit) {
    door.leads(viewer);
    List<AwayRow> rows = tx.read(em -> new StaffQueries(em).from(viewer.today()));
    UUID last = Cursors.key(after);
    int begin = 0;
    for (int i = 0; last != null && i < rows.size(); i++) {
      if (rows.get(i).id().equals(last)) {
        begin = i + 1;
      }
    }
    int size = Cursors.within(limit, LONGEST_PAGE);
    Page<AwayRow> page =
        Cursors.page(
            rows.subList(begin, Math.min(rows.size(), begin + size + 1)), size, AwayRow::id);
    return new Page<>(seen(viewer, page.items()), page.next());
  }

  /** What is going on or to come, in which the viewer is away or stands in. */
  public List<AbsenceSeen> mine(Viewer viewer) {
    access.require(viewer, Staff.READ);
    return seen(
        viewer,
        tx
            .read(em -> new StaffQueries(em).concerning(viewer.staff().value(), viewer.today()))
            .stream()
            .filter(row -> row.staff().equals(viewer.staff().value()) || row.confirmedOn() != null)
            .toList());
  }

  /**
   * For whoever may open the sheet, and for the deputy once it is confirmed.
   *
   * @throws NotFound for everybody else
   */
  public AbsenceSeen view(Viewer viewer, UUID absence) {
    access.require(viewer, Staff.READ);
    Absence row = tx.read(em -> Held.load(em, Absence.class, absence));
    boolean standsIn = viewer.staff().equals(row.deputy()) && row.confirmedOn() != null;
    if (!door.may(viewer, row.staff()) && !standsIn) {
      audit.denied(viewer, Staff.WRITE, List.of(), "no-relation");
      throw new NotFound();
    }
    return seen(viewer, List.of(away(row))).get(0);
  }

  private static AwayRow away(Absence row) {
    return new AwayRow(
        row.id(),
        row.version(),
        row.staff().value(),
        row.kind(),
        row.since(),
        row.until(),
        row.deputy() == null ? null : row.deputy().value(),
        row.confirmedOn());
  }

  private List<AbsenceSeen> seen(Viewer viewer, Collection<AwayRow> rows) {
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.staff(), row.deputy()))
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toSet()));
    List<AwayRow> others =
        rows.stream().allMatch(row -> row.deputy() == null)
            ? List.of()
            : tx.read(em -> new StaffQueries(em).from(viewer.today()));
    Set<UUID> lacking = tx.read(em -> new CoverQueries(em).lacking(rows, viewer.today()));
    return rows.stream()
        .map(
            row -> {
              StaffId who = new StaffId(row.staff());
              StaffId deputy = row.deputy() == null ? null : new StaffId(row.deputy());
              return new AbsenceSeen(
                  row.id(),
                  row.version(),
                  who,
                  names.get(who),
                  door.may(viewer, who) ? row.kind() : null,
                  row.since(),
                  row.until(),
                  deputy,
                  deputy == null ? null : names.get(deputy),
                  row.confirmedOn(),
                  row.until().isBefore(viewer.today()),
                  others.stream().anyMatch(other -> leavesAlone(other, row)),
                  door.may(viewer, who) && lacking.contains(row.id()));
            })
        .toList();
  }

  private static boolean leavesAlone(AwayRow deputy, AwayRow row) {
    return deputy.staff().equals(row.deputy())
        && !deputy.since().isAfter(row.until())
        && !deputy.until().isBefore(row.since());
  }

  /**
   * Absences in which whoever is away in this one stands in at that time, as it was confirmed: they
   * are told on their own page that somebody relies on them.
   */
  public List<AbsenceSeen> relying(Viewer viewer, AbsenceSeen absence) {
    door.sheet(viewer, absence.staff());
    LocalDate from = still(viewer, absence.since());
    return from.isAfter(absence.until())
        ? List.of()
        : seen(
            viewer,
            tx.read(
                em ->
                    new StaffQueries(em)
                        .standingIn(absence.staff().value(), from, absence.until())));
  }

  /** Files that the deputy has for this absence, until its last day. */
  public List<CaseFileId> given(Viewer viewer, UUID absence) {
    view(viewer, absence);
    return tx.read(em -> new CoverQueries(em).covered(Held.load(em, Absence.class, absence)));
  }
}
