package org.opora.duties.domain.quota;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Stretch;

/**
 * The account told another way: a person with a calendar who turns its leaves one by one and drops
 * minutes one by one into the hole that the law digs. Shares no line with the engine; no arithmetic
 * of months or of sums.
 */
final class QuotaByLeaf {
  private final QuotaShape rule;
  private final QuotaFacts life;
  private final LocalDate asOf;
  private final List<Row> rows = new ArrayList<>();

  private QuotaByLeaf(QuotaShape rule, QuotaFacts life, LocalDate asOf) {
    this.rule = rule;
    this.life = life;
    this.asOf = asOf;
  }

  record Row(
      LocalDate from,
      LocalDate until,
      String ground,
      String standing,
      int need,
      int carriedIn,
      int counted,
      Map<String, Integer> over,
      int missing,
      int carriedOut,
      int unusedCarry,
      int gone,
      int days) {}

  /** Rows of the earliest agreement first. */
  static List<Row> answer(QuotaShape rule, QuotaFacts life, LocalDate asOf) {
    QuotaByLeaf book = new QuotaByLeaf(rule, life, asOf);
    if (rule.stretch() != Stretch.TWELVE_MONTHS || rule.goesAlong()) {
      book.read(life.duty());
    } else {
      life.duty().forEach(one -> book.read(List.of(one)));
    }
    return book.rows;
  }

  private static boolean among(LocalDate leaf, List<Days> some) {
    for (Days one : some) {
      if (!leaf.isBefore(one.from()) && (one.until() == null || !leaf.isAfter(one.until()))) {
        return true;
      }
    }
    return false;
  }

  private void read(List<Days> duty) {
    LocalDate leaf = duty.get(0).from();
    for (Days one : duty) {
      leaf = one.from().isBefore(leaf) ? one.from() : leaf;
    }
    while (!leaf.isAfter(asOf)) {
      leaf = among(leaf, duty) ? follow(duty, leaf) : leaf.plusDays(1);
    }
  }

  /** Period after period while each has a leaf on which the duty holds; then the leaf after. */
  private LocalDate follow(List<Days> duty, LocalDate began) {
    LocalDate anchor = began;
    while (rule.stretch() != Stretch.TWELVE_MONTHS && anchor.getDayOfYear() > 1) {
      anchor = anchor.minusDays(1);
    }
    LocalDate from = anchor;
    int purse = 0;
    while (!from.isAfter(asOf)) {
      LocalDate next = nextStart(from, anchor);
      LocalDate last = lastLeaf(duty, from, next);
      if (last == null) {
        return from;
      }
      boolean broken =
          rule.stretch() == Stretch.TWELVE_MONTHS
              && lastLeaf(duty, next, nextStart(next, anchor)) == null
              && last.isBefore(next.minusDays(1));
      purse = write(duty, anchor, from, broken ? last : next.minusDays(1), next, broken, purse);
      from = next;
    }
    return from;
  }

  private LocalDate nextStart(LocalDate from, LocalDate anchor) {
    int years = rule.stretch() == Stretch.TWO_CALENDAR_YEARS ? 2 : 1;
    LocalDate leaf = from;
    while (years > 0) {
      leaf = leaf.plusDays(1);
      boolean sameDay = leaf.getDayOfMonth() == anchor.getDayOfMonth();
      boolean noSuchDay =
          anchor.getDayOfMonth() > leaf.getDayOfMonth() && leaf.plusDays(1).getDayOfMonth() == 1;
      if (leaf.getMonth() == anchor.getMonth() && (sameDay || noSuchDay)) {
        years--;
      }
    }
    return leaf;
  }

  private static LocalDate lastLeaf(List<Days> duty, LocalDate from, LocalDate next) {
    LocalDate last = null;
    for (LocalDate leaf = from; leaf.isBefore(next); leaf = leaf.plusDays(1)) {
      last = among(leaf, duty) ? leaf : last;
    }
    return last;
  }

  /** Writes the row; gives what is left in the purse for the next one. */
  private int write(
      List<Days> duty,
      LocalDate anchor,
      LocalDate from,
      LocalDate until,
      LocalDate next,
      boolean broken,
      int purse) {
    LocalDate figured = from;
    while (!among(figured, duty)) {
      figured = figured.plusDays(1);
    }
    int need = need(duty, anchor, from, until, next, figured);
    OpeningMinutes byHand = life.opening();
    boolean taken =
        byHand != null
            && !byHand.on().isBefore(from)
            && !byHand.on().isAfter(until)
            && !byHand.on().isAfter(asOf);
    int in = taken ? byHand.carriedIn() : purse;
    int hole = need;
    int unused = 0;
    for (int minute = 0; minute < in; minute++) {
      if (hole > 0) {
        hole--;
      } else {
        unused++;
      }
    }
    int counted = 0;
    int surplus = 0;
    for (int minute = 0; taken && minute < byHand.counted(); minute++) {
      counted++;
      if (hole > 0) {
        hole--;
      } else {
        surplus++;
      }
    }
    Map<String, Integer> used = new TreeMap<>();
    Map<String, Integer> over = new TreeMap<>();
    boolean silent = false;
    int gone = 0;
    int days = 0;
    for (LocalDate leaf = from; !leaf.isAfter(until); leaf = leaf.plusDays(1)) {
      days++;
      if (leaf.isAfter(asOf)) {
        continue;
      }
      gone++;
      if (taken && leaf.isBefore(byHand.on())) {
        continue;
      }
      silent |= among(leaf, life.silence().days());
      for (Credit credit : life.credits()) {
        for (int minute = 0; credit.on().equals(leaf) && minute < credit.minutes(); minute++) {
          Integer cap = cap(credit.form(), figured);
          int before = used.getOrDefault(credit.form(), 0);
          if (cap != null && before == cap) {
            over.put(credit.form(), over.getOrDefault(credit.form(), 0) + 1);
            continue;
          }
          used.put(credit.form(), before + 1);
          counted++;
          if (hole > 0) {
            hole--;
          } else {
            surplus++;
          }
        }
      }
    }
    int out = Boolean.TRUE.equals(figure(rule.carries(), figured)) && need > 0 ? surplus : 0;
    String ground = ground(need, hole, until, broken, silent);
    rows.add(
        new Row(
            from,
            until,
            ground,
            standing(ground),
            need,
            in,
            counted,
            over,
            hole,
            out,
            unused,
            gone,
            days));
    return out;
  }

  private Integer cap(String form, LocalDate from) {
    return rule.caps().containsKey(form) ? figure(rule.caps().get(form), from) : null;
  }

  private static <T> T figure(Figures<T> figures, LocalDate on) {
    for (Figure<T> one : figures.all()) {
      if (among(on, List.of(new Days(one.from(), one.until())))) {
        return one.value();
      }
    }
    return null;
  }

  private String ground(int need, int hole, LocalDate until, boolean broken, boolean silent) {
    if (need == 0) {
      return "NOTHING_OWED";
    }
    if (hole == 0) {
      return "FULFILLED";
    }
    boolean falls = !broken || rule.byMonth();
    int left = 0;
    for (LocalDate leaf = asOf; leaf.isBefore(until); leaf = leaf.plusDays(1)) {
      left++;
    }
    boolean ended = until.isBefore(asOf);
    if (ended && !falls) {
      return "BROKEN_OFF";
    }
    boolean pressing = falls && (ended || left <= rule.soon());
    if (pressing && among(until, life.excused())) {
      return "EXCUSED";
    }
    if (silent) {
      return "UNKNOWN";
    }
    if (!pressing) {
      return "OPEN";
    }
    return ended ? "MISSED" : "ENDING";
  }

  private static String standing(String ground) {
    return switch (ground) {
      case "FULFILLED", "OPEN" -> "OK";
      case "ENDING" -> "DUE_SOON";
      case "MISSED" -> "OVERDUE";
      case "EXCUSED" -> "JUSTIFIED";
      case "UNKNOWN" -> "NOT_ASSESSED";
      default -> "NOT_APPLICABLE";
    };
  }

  private int need(
      List<Days> duty,
      LocalDate anchor,
      LocalDate from,
      LocalDate until,
      LocalDate next,
      LocalDate figured) {
    Integer whole = figure(rule.need(), figured);
    if (whole == null) {
      return 0;
    }
    if (!rule.byMonth()) {
      return whole;
    }
    Set<LocalDate> owed = new HashSet<>();
    Set<LocalDate> off = monthsOff(anchor, from, next);
    int months = 0;
    for (LocalDate month = from; month.isBefore(next); month = monthLater(month, anchor)) {
      months++;
      LocalDate end = monthLater(month, anchor);
      for (LocalDate leaf = month; leaf.isBefore(end); leaf = leaf.plusDays(1)) {
        if (!leaf.isAfter(until) && among(leaf, duty) && !off.contains(month)) {
          owed.add(month);
        }
      }
    }
    int share = 0;
    while ((share + 1) * months <= whole * owed.size()) {
      share++;
    }
    return share;
  }

  /** First leaves of the months of the period in which a whole month of a long absence begins. */
  private Set<LocalDate> monthsOff(LocalDate anchor, LocalDate from, LocalDate next) {
    Set<LocalDate> off = new HashSet<>();
    for (Days away : life.away()) {
      LocalDate last = away.until() == null ? asOf : away.until();
      if (monthLater(away.from(), away.from()).isAfter(last)) {
        continue;
      }
      LocalDate begin = away.from();
      while (!monthLater(begin, away.from()).minusDays(1).isAfter(last)) {
        for (LocalDate month = from; month.isBefore(next); month = monthLater(month, anchor)) {
          if (!begin.isBefore(month) && begin.isBefore(monthLater(month, anchor))) {
            off.add(month);
          }
        }
        begin = monthLater(begin, away.from());
      }
    }
    return off;
  }

  /** On to the next month; then to the day number of the first one, or the month's last leaf. */
  private static LocalDate monthLater(LocalDate begin, LocalDate first) {
    LocalDate leaf = begin;
    while (leaf.getMonth() == begin.getMonth()) {
      leaf = leaf.plusDays(1);
    }
    while (leaf.getDayOfMonth() < first.getDayOfMonth()
        && leaf.plusDays(1).getMonth() == leaf.getMonth()) {
      leaf = leaf.plusDays(1);
    }
    return leaf;
  }
}
