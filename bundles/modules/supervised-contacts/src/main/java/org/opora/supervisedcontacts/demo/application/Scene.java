package org.opora.supervisedcontacts.demo.application;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;

/** A child of the made-up centre, and who had to do with its contacts when. */
public record Scene(DemoCast cast, InForce family, Child child) {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** Of the eldest child. */
  public static Scene of(DemoCast cast, InForce family) {
    return new Scene(cast, family, family.children().get(0));
  }

  /** The same of a brother or sister. */
  public Scene of(Child sibling) {
    return new Scene(cast, family, sibling);
  }

  public LocalDate today() {
    return cast.today();
  }

  /** So many days ago, or when the child came into the family, if that was later. */
  public LocalDate ago(int days) {
    LocalDate day = today().minusDays(days);
    return day.isBefore(child.placedOn()) ? child.placedOn() : day;
  }

  /** A day on which people work: before today the one before, and else the one after. */
  public LocalDate workday(int days) {
    LocalDate day = days < 0 ? ago(-days) : today().plusDays(days);
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    if (!weekend) {
      return day;
    }
    return days < 0
        ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
        : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  public Viewer worker() {
    return cast.worker(family);
  }

  /** The key worker on that morning. */
  public Viewer worker(LocalDate day) {
    return at(worker(), day);
  }

  public Viewer director(LocalDate day) {
    return at(cast.director(), day);
  }

  /**
   * Colleagues who do not lead the family, for each family another one first; the director where
   * there are none.
   */
  public List<Viewer> colleagues() {
    List<Viewer> others =
        new ArrayList<>(
            cast.workers().stream().filter(one -> !one.staff().equals(worker().staff())).toList());
    Collections.rotate(others, cast.families().indexOf(family));
    return others.isEmpty() ? List.of(cast.director()) : List.copyOf(others);
  }

  public Viewer at(Viewer who, LocalDate day) {
    return at(who, moment(day, MORNING));
  }

  /** Somebody at that moment, and never later than now. */
  public Viewer at(Viewer who, Instant moment) {
    Instant now = cast.director().now();
    Instant then = moment.isAfter(now) ? now : moment;
    return new Viewer(
        who.staff(),
        who.name(),
        who.grants(),
        who.locale(),
        who.zone(),
        Clock.fixed(then, who.zone()),
        who.requestId());
  }

  public Instant moment(LocalDate day, LocalTime time) {
    ZoneId zone = cast.director().zone();
    return day.atTime(time).atZone(zone).toInstant();
  }
}
