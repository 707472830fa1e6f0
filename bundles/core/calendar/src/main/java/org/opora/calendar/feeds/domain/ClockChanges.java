package org.opora.calendar.feeds.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * When the clocks of a zone are changed, so that a program that does not know the zone reads its
 * times right. Where the same two changes come every year, these two are said: there are programs
 * that understand nothing else.
 */
public final class ClockChanges {
  private static final int DAYS_OF_A_WEEK = 7;
  private static final Duration AROUND = Duration.ofHours(3);

  private ClockChanges() {}

  /**
   * All that is needed to read times from {@code from} to {@code until}: at least one, which comes
   * before them.
   */
  public static List<ClockChange> of(ZoneId zone, Instant from, Instant until) {
    List<ZoneOffsetTransition> all = between(zone.getRules(), from, until);
    List<ClockChange> yearly = yearly(zone.getRules(), from);
    return !yearly.isEmpty() && same(zone.getRules(), all)
        ? yearly
        : oneByOne(zone.getRules(), all, from);
  }

  /**
   * Whether the clock is changed a few hours before or after this moment. One of these hours may
   * come twice, and of those around it programs think differently, too.
   */
  public static boolean near(Instant moment, ZoneId zone) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(moment.minus(AROUND));
    return next != null && next.getInstant().isBefore(moment.plus(AROUND));
  }

  /** The last one before, and those within. */
  private static List<ZoneOffsetTransition> between(ZoneRules rules, Instant from, Instant until) {
    List<ZoneOffsetTransition> all = new ArrayList<>();
    ZoneOffsetTransition next = rules.previousTransition(from.plusNanos(1));
    if (next == null) {
      next = rules.nextTransition(from);
    }
    while (next != null && next.getInstant().isBefore(until)) {
      all.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return all;
  }

  private static List<ClockChange> oneByOne(
      ZoneRules rules, List<ZoneOffsetTransition> all, Instant from) {
    List<ClockChange> changes = new ArrayList<>();
    if (all.isEmpty() || all.get(0).getInstant().isAfter(from)) {
      ZoneOffset always = rules.getOffset(from);
      changes.add(
          new ClockChange(
              LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC),
              always,
              always,
              rules.isDaylightSavings(from),
              null));
    }
    all.forEach(one -> changes.add(change(rules, one, null)));
    return changes;
  }

  /**
   * Those that come every year, from the year before; empty when there are none that can be said.
   */
  private static List<ClockChange> yearly(ZoneRules rules, Instant from) {
    int year = LocalDateTime.ofInstant(from, rules.getOffset(from)).getYear() - 1;
    List<ClockChange> changes = new ArrayList<>();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      int week = week(rule);
      if (rule.getDayOfWeek() == null || week == 0) {
        return List.of();
      }
      changes.add(
          change(
              rules,
              rule.createTransition(year),
              new ClockChange.Yearly(rule.getMonth(), week, rule.getDayOfWeek())));
    }
    return changes;
  }

  /** Which week of the month, -1 for the last; 0 when it is the same in no two years. */
  private static int week(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    boolean february = rule.getMonth() == Month.FEBRUARY;
    // The first such day from the 25th of a month of 31 days on is the last one, too.
    if (day == -1 || !february && day == rule.getMonth().maxLength() - DAYS_OF_A_WEEK + 1) {
      return -1;
    }
    return day > 0 && day % DAYS_OF_A_WEEK == 1 ? day / DAYS_OF_A_WEEK + 1 : 0;
  }

  /** Whether the clocks really are changed as they would be by the rules of every year alone. */
  private static boolean same(ZoneRules rules, List<ZoneOffsetTransition> all) {
    return all.stream()
        .allMatch(
            one ->
                rules.getTransitionRules().stream()
                    .map(rule -> rule.createTransition(one.getDateTimeBefore().getYear()))
                    .anyMatch(one::equals));
  }

  private static ClockChange change(
      ZoneRules rules, ZoneOffsetTransition one, ClockChange.Yearly yearly) {
    return new ClockChange(
        one.getDateTimeBefore(),
        one.getOffsetBefore(),
        one.getOffsetAfter(),
        rules.isDaylightSavings(one.getInstant()),
        yearly);
  }
}
