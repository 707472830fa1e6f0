package org.opora.calendar.series.application;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Text;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingLookout;
import org.opora.calendar.meetings.application.MeetingReader;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The same meeting again and again. Each day is written down by itself, so that nobody waits for a
 * whole series, and what stands in the way of one day hinders no other.
 */
@Component(service = SeriesDesk.class)
public final class SeriesDesk {
  private final MeetingDesk meetings;
  private final MeetingLookout lookout;
  private final MeetingReader reader;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> laws = List.of();

  @Activate
  public SeriesDesk(
      @Reference MeetingDesk meetings,
      @Reference MeetingLookout lookout,
      @Reference MeetingReader reader) {
    this.meetings = meetings;
    this.lookout = lookout;
    this.reader = reader;
  }

  /** With the holidays of these law packs. */
  public SeriesDesk with(RuleSet... installed) {
    laws = List.of(installed);
    return this;
  }

  /**
   * One day of a series.
   *
   * @param against why it does not stand in the calendar; empty when it does, or when nothing
   *     stands in the way any more
   */
  public record Line(MeetingView meeting, List<Text> against) {}

  /**
   * Writes all of them down; those for which something stands in the way wait for another time.
   * What was sent before is not written again: whoever was interrupted sends the same once more,
   * and what was missing is added.
   *
   * @param sent mark of the form; the same form with other days or words is another series
   * @param meeting what it is, whatever its slot
   * @return key of the series
   * @throws Refused beside the field, before anything is written
   */
  public UUID make(Viewer viewer, CaseFileId file, UUID sent, NewMeeting meeting, NewSeries when) {
    List<LocalDate> days =
        when.rhythm().days(when.first(), day -> !when.withoutHolidays() || !holiday(day));
    if (days.isEmpty()) {
      throw Texts.refused("last", "series.no-day");
    }
    List<Day> all = days.stream().map(day -> day(day, when, viewer.zone())).toList();
    meetings.check(viewer, file, meeting.at(all.get(0).slot()));
    meetings.check(viewer, file, meeting.at(all.get(all.size() - 1).slot()));
    UUID series = key(viewer, file, sent, meeting, when);
    all.forEach(day -> write(viewer, file, series, meeting.at(day.slot()), day.exists()));
    return series;
  }

  private static UUID key(
      Viewer viewer, CaseFileId file, UUID sent, NewMeeting meeting, NewSeries when) {
    List<Object> all =
        Arrays.asList(
            sent,
            viewer.staff(),
            file,
            meeting.kind(),
            meeting.words(),
            meeting.room(),
            meeting.place(),
            meeting.travelMinutes(),
            meeting.attendees(),
            meeting.guests(),
            when);
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Such as Christmas on a Friday; a Sunday is no holiday of a series of Sundays. */
  private boolean holiday(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && laws.stream().anyMatch(law -> !law.workingDay(day));
  }

  /**
   * @param exists whether the clock on the wall shows the time on that day
   */
  private record Day(Slot slot, boolean exists) {}

  private static Day day(LocalDate day, NewSeries when, ZoneId zone) {
    Optional<Slot> slot = WallClock.slot(day, when.from(), when.until(), zone);
    // What the clock skips is written down an hour later and waits for somebody to decide.
    return slot.map(one -> new Day(one, true))
        .orElseGet(
            () -> {
              var start = day.atTime(when.from()).atZone(zone).toInstant();
              long minutes = Duration.between(when.from(), when.until()).toMinutes();
              return new Day(new Slot(start, start.plusSeconds(60 * minutes)), false);
            });
  }

  private void write(
      Viewer viewer, CaseFileId file, UUID series, NewMeeting meeting, boolean exists) {
    if (exists) {
      try {
        meetings.writeOne(viewer, file, series, meeting, true);
        return;
      } catch (Refused inTheWay) {
        // It is told on the page of the series, as it is then.
      }
    }
    try {
      meetings.writeOne(viewer, file, series, meeting, false);
    } catch (PersistenceException twice) {
      // The same was sent twice at the same moment: the other one has written it.
      if (!meetings.written(series, meeting.slot())) {
        throw twice;
      }
    }
  }

  /** In the order of their days. */
  public List<Line> lines(Viewer viewer, UUID series) {
    List<Line> lines = new ArrayList<>();
    for (MeetingView one : reader.series(viewer, series)) {
      lines.add(
          new Line(
              one,
              one.state() == MeetingState.OPEN
                  ? lookout.against(viewer, one.id()).stream().map(Collision::text).toList()
                  : List.of()));
    }
    return lines;
  }
}
