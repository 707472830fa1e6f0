package org.opora.calendar.hours.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.hours.domain.Timetable;
import org.opora.calendar.hours.domain.WorkingHours;
import org.opora.calendar.hours.domain.WorkingWeek;

/** Reads of hours; a member of staff has a few weeks in all their years. */
public final class HoursQueries {
  private final EntityManager em;

  public HoursQueries(EntityManager em) {
    this.em = em;
  }

  /** In the order in which they were written down. */
  public List<WorkingWeek> weeks(Collection<UUID> staff) {
    return staff.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT w FROM WorkingWeek w WHERE w.staff IN :staff ORDER BY w.staff, w.turn",
                WorkingWeek.class)
            .setParameter("staff", staff)
            .getResultList();
  }

  /** Hours by week, in the order of the week; weeks without any are missing. */
  public Map<UUID, List<Shift>> hours(Collection<WorkingWeek> weeks) {
    if (weeks.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("SELECT h FROM WorkingHours h WHERE h.week IN :weeks", WorkingHours.class)
        .setParameter("weeks", weeks.stream().map(WorkingWeek::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                WorkingHours::week,
                Collectors.mapping(
                    WorkingHours::shift,
                    Collectors.collectingAndThen(
                        Collectors.toList(), all -> all.stream().sorted(Shift.ORDER).toList()))));
  }

  /** By member of staff; those who have written nothing down are missing. */
  public Map<UUID, Timetable> timetables(Collection<UUID> staff, ZoneId zone) {
    List<WorkingWeek> weeks = weeks(staff);
    Map<UUID, List<Shift>> hours = hours(weeks);
    Map<UUID, NavigableMap<LocalDate, List<Shift>>> all = new HashMap<>();
    // Of two for one day the later one comes later.
    weeks.forEach(
        week ->
            all.computeIfAbsent(week.staff().value(), one -> new TreeMap<>())
                .put(week.from(), hours.getOrDefault(week.id(), List.of())));
    Map<UUID, Timetable> timetables = new HashMap<>();
    all.forEach((one, days) -> timetables.put(one, new Timetable(days, zone)));
    return timetables;
  }
}
