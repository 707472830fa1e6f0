package org.opora.duties.domain.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;

/**
 * The ledger told another way: a clerk who turns the calendar leaf by leaf, opens a page on each 1
 * January, makes a stroke for each use, wipes the page when somebody hands over a balance, and pays
 * with vouchers when the page is closed. Shares no line with the engine.
 */
final class EntitlementByLeaf {
  private final EntitlementShape rule;
  private final EntitlementFacts life;
  private final LocalDate asOf;

  private Integer given;
  private boolean hadRight;
  private boolean silent;
  private int before;
  private int reasons;
  private final Map<LocalDate, Integer> strokes = new TreeMap<>();
  private final Map<LocalDate, Integer> outside = new TreeMap<>();

  private EntitlementByLeaf(EntitlementShape rule, EntitlementFacts life, LocalDate asOf) {
    this.rule = rule;
    this.life = life;
    this.asOf = asOf;
  }

  record Row(
      int year,
      String ground,
      String standing,
      int amount,
      int before,
      Map<LocalDate, Integer> days,
      int justified,
      Map<LocalDate, Integer> outside,
      int used,
      int left,
      int over,
      int overJustified) {}

  static List<Row> answer(EntitlementShape rule, EntitlementFacts life, LocalDate asOf) {
    return new EntitlementByLeaf(rule, life, asOf).turn();
  }

  private List<Row> turn() {
    List<Row> rows = new ArrayList<>();
    LocalDate leaf = asOf.plusDays(1);
    List<Days> all = new ArrayList<>(life.entitled());
    life.own().forEach(entry -> all.add(entry.days()));
    life.joint().forEach(entry -> all.add(entry.days()));
    for (Days days : all) {
      leaf = days.from().isBefore(leaf) ? days.from() : leaf;
    }
    while (!leaf.isAfter(asOf) && leaf.getDayOfYear() > 1) {
      leaf = leaf.minusDays(1);
    }
    for (; !leaf.isAfter(asOf); leaf = leaf.plusDays(1)) {
      if (leaf.getDayOfYear() == 1) {
        given = null;
        hadRight = false;
        wipe(0);
      }
      write(leaf);
      if (leaf.equals(asOf) || leaf.plusDays(1).getDayOfYear() == 1) {
        rows.add(close(leaf));
      }
    }
    return rows;
  }

  private void wipe(int used) {
    before = used;
    reasons = 0;
    silent = false;
    strokes.clear();
    outside.clear();
  }

  private void write(LocalDate leaf) {
    EntitlementSplit split = life.split();
    if (life.opening() != null && life.opening().on().equals(leaf)) {
      wipe(life.opening().used());
    }
    if (split != null && split.used() != null && split.from().equals(leaf)) {
      wipe(split.used());
    }
    boolean right = among(leaf, life.entitled());
    if (right && !hadRight) {
      hadRight = true;
      given = figure(leaf);
    }
    silent |= right && among(leaf, life.silence().days());
    stroke(leaf, right, life.own());
    if (split == null || leaf.isBefore(split.from())) {
      stroke(leaf, right, life.joint());
    }
    if (rule.unit() == EntitlementUnit.DAYS && right && strokes.containsKey(leaf)) {
      strokes.put(leaf, 1);
      reasons += reasonOn(leaf, split) ? 1 : 0;
    }
    if (rule.unit() == EntitlementUnit.DAYS && outside.containsKey(leaf)) {
      outside.put(leaf, 1);
    }
  }

  private void stroke(LocalDate leaf, boolean right, List<EntitlementEntry> entries) {
    Map<LocalDate, Integer> page = right ? strokes : outside;
    for (EntitlementEntry entry : entries) {
      if (among(leaf, List.of(entry.days()))) {
        page.putIfAbsent(leaf, 0);
        for (int minute = 0; minute < entry.minutes(); minute++) {
          page.put(leaf, page.get(leaf) + 1);
          boolean counts = right && entry.justified() && rule.unit() == EntitlementUnit.MINUTES;
          reasons += counts ? 1 : 0;
        }
      }
    }
  }

  private boolean reasonOn(LocalDate leaf, EntitlementSplit split) {
    List<EntitlementEntry> mine = new ArrayList<>(life.own());
    if (split == null || leaf.isBefore(split.from())) {
      mine.addAll(life.joint());
    }
    return mine.stream().anyMatch(entry -> entry.justified() && among(leaf, List.of(entry.days())));
  }

  private Row close(LocalDate leaf) {
    int amount = given == null ? 0 : share(leaf);
    int left = amount;
    int used = 0;
    int over = 0;
    int strokesLeft = before;
    for (int stroke : strokes.values()) {
      for (int one = 0; one < stroke; one++) {
        strokesLeft++;
      }
    }
    for (; strokesLeft > 0; strokesLeft--) {
      used++;
      if (left > 0) {
        left--;
      } else if (given != null) {
        over++;
      }
    }
    int justified = 0;
    while (justified < over && justified < reasons) {
      justified++;
    }
    String ground = ground(leaf, left, over, justified);
    return new Row(
        leaf.getYear(),
        ground,
        standing(ground),
        amount,
        before,
        Map.copyOf(strokes),
        reasons,
        Map.copyOf(outside),
        used,
        left,
        over,
        justified);
  }

  /** The smallest share that is not less than the months' part. */
  private int share(LocalDate leaf) {
    if (!rule.byMonth()) {
      return given;
    }
    int months = 0;
    int month = 0;
    LocalDate day = leaf;
    while (day.getDayOfYear() > 1) {
      day = day.minusDays(1);
    }
    for (; day.getYear() == leaf.getYear(); day = day.plusDays(1)) {
      if (among(day, life.entitled()) && day.getMonthValue() != month) {
        month = day.getMonthValue();
        months++;
      }
    }
    int share = 0;
    while (share * 12 < given * months) {
      share++;
    }
    return share;
  }

  private String ground(LocalDate leaf, int left, int over, int justified) {
    if (given == null) {
      return "NOT_ENTITLED";
    }
    if (over != justified) {
      return "OVER";
    }
    if (silent) {
      return "UNKNOWN";
    }
    if (over != 0) {
      return "OVER_JUSTIFIED";
    }
    if (left == 0) {
      return "USED_UP";
    }
    if (leaf.getYear() != asOf.getYear()) {
      return "LAPSED";
    }
    return among(asOf, life.entitled()) ? "OPEN" : "NOT_NOW";
  }

  private static String standing(String ground) {
    return switch (ground) {
      case "OPEN", "USED_UP", "LAPSED" -> "OK";
      case "OVER" -> "OVERDUE";
      case "OVER_JUSTIFIED" -> "JUSTIFIED";
      case "UNKNOWN" -> "NOT_ASSESSED";
      default -> "NOT_APPLICABLE";
    };
  }

  private Integer figure(LocalDate on) {
    for (Figure<Integer> one : rule.amount().all()) {
      if (among(on, List.of(new Days(one.from(), one.until())))) {
        return one.value();
      }
    }
    return null;
  }

  private static boolean among(LocalDate leaf, List<Days> some) {
    for (Days one : some) {
      if (!leaf.isBefore(one.from()) && (one.until() == null || !leaf.isAfter(one.until()))) {
        return true;
      }
    }
    return false;
  }
}
