package org.opora.calendar.hours.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.hours.domain.Timetable;
import org.opora.calendar.hours.domain.WorkingHours;
import org.opora.calendar.hours.domain.WorkingWeek;
import org.opora.calendar.hours.persistence.HoursQueries;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.application.Crew;
import org.opora.calendar.shared.persistence.Turns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When colleagues are at work. Everybody writes down their own hours, whoever keeps the rooms those
 * of all. They are a hint to whoever books and nothing else: nobody reckons with them.
 */
@Component(service = HoursDesk.class)
public final class HoursDesk {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Crew crew;

  @Activate
  public HoursDesk(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Colleagues colleagues) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.crew = new Crew(colleagues, staff);
  }

  /**
   * A colleague and the hours that hold today.
   *
   * @param hours empty when nothing is written down
   */
  public record Line(StaffId staff, String name, List<Shift> hours) {}

  /**
   * The hours of one colleague.
   *
   * @param version for the form
   * @param now those that hold today
   * @param weeks all there ever were, the one written down last first
   */
  public record View(
      StaffId staff, String name, long version, List<Shift> now, List<Written> weeks) {}

  /**
   * Hours as they were written down.
   *
   * @param hours empty when none hold from that day on
   * @param by name of whoever wrote them down
   */
  public record Written(LocalDate from, List<Shift> hours, String by, LocalDate on) {}

  /** All who work here now, by name. */
  public List<Line> all(Viewer viewer) {
    access.require(viewer, Calendar.READ);
    List<Crew.Colleague> all = crew.all(viewer);
    Set<UUID> keys = all.stream().map(one -> one.id().value()).collect(Collectors.toSet());
    Map<UUID, Timetable> hours =
        tx.read(em -> new HoursQueries(em).timetables(keys, viewer.zone()));
    return all.stream()
        .map(
            one -> {
              Timetable known = hours.get(one.id().value());
              return new Line(
                  one.id(), one.name(), known == null ? List.of() : known.on(viewer.today()));
            })
        .toList();
  }

  /**
   * @throws NotFound when nobody who works here has this key
   */
  public View one(Viewer viewer, StaffId colleague) {
    require(viewer, colleague);
    return tx.read(em -> view(em, viewer, colleague));
  }

  private void require(Viewer viewer, StaffId colleague) {
    boolean own = colleague.equals(viewer.staff());
    access.require(viewer, own ? Calendar.READ : Calendar.ROOMS);
    if (!own && !crew.has(viewer, colleague)) {
      throw new NotFound();
    }
  }

  private View view(EntityManager em, Viewer viewer, StaffId colleague) {
    HoursQueries queries = new HoursQueries(em);
    List<WorkingWeek> weeks = queries.weeks(List.of(colleague.value()));
    Map<UUID, List<Shift>> hours = queries.hours(weeks);
    Map<StaffId, String> names = names(colleague, weeks);
    List<Written> written =
        weeks.stream()
            .sorted((one, other) -> other.turn() - one.turn())
            .map(
                week ->
                    new Written(
                        week.from(),
                        hours.getOrDefault(week.id(), List.of()),
                        names.get(week.enteredBy()),
                        week.enteredOn()))
            .toList();
    return new View(
        colleague, names.get(colleague), version(weeks), now(viewer, weeks, hours), written);
  }

  private Map<StaffId, String> names(StaffId colleague, List<WorkingWeek> weeks) {
    Set<StaffId> all = new HashSet<>();
    all.add(colleague);
    weeks.forEach(week -> all.add(week.enteredBy()));
    return staff.names(all);
  }

  private static List<Shift> now(
      Viewer viewer, List<WorkingWeek> weeks, Map<UUID, List<Shift>> hours) {
    TreeMap<LocalDate, List<Shift>> days = new TreeMap<>();
    weeks.forEach(week -> days.put(week.from(), hours.getOrDefault(week.id(), List.of())));
    return new Timetable(days, viewer.zone()).on(viewer.today());
  }

  private static int version(List<WorkingWeek> weeks) {
    return weeks.stream().mapToInt(WorkingWeek::turn).max().orElse(0);
  }

  /**
   * Writes down the hours from a day on; none at all say that nobody knows them any more.
   *
   * @param from today or a day to come: what was stays as it was
   * @throws org.opora.api.faults.Refused beside the field
   * @throws Stale when somebody else wrote hours down meanwhile
   */
  public void write(
      Viewer viewer, StaffId colleague, long version, LocalDate from, List<WrittenHours> week) {
    require(viewer, colleague);
    if (from == null) {
      throw Texts.refused("from", "hours.day-missing");
    }
    if (from.isBefore(viewer.today())) {
      throw Texts.refused("from", "hours.past");
    }
    List<Shift> shifts = WrittenHours.checked(week);
    tx.run(
        em -> {
          Turns.hold(em, List.of(colleague.value()));
          int last = version(new HoursQueries(em).weeks(List.of(colleague.value())));
          if (last != version) {
            throw new Stale();
          }
          WorkingWeek row =
              new WorkingWeek(
                  Ids.next(), colleague, from, last + 1, viewer.staff(), viewer.today());
          em.persist(row);
          em.flush();
          shifts.forEach(shift -> em.persist(new WorkingHours(Ids.next(), row.id(), shift)));
          audit.wrote(
              viewer, "calendar.hours-written", List.of(), "staff=" + colleague + ";from=" + from);
        });
  }
}
