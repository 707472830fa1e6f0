package org.opora.duties.domain.quota;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Stretch;

/**
 * So many minutes per period, with a surplus that counts into the next one.
 *
 * <p>The figures that apply are those of the first day of duty in the period, which for the first
 * one is the day it began; a change of the law therefore never moves the need of a period that was
 * already running. A period that began before the law asks nothing, and is not made up for.
 *
 * <p>Twelve months are broken off when the agreement ends and no other goes on with them: they were
 * not over, so that nothing can have been missed in them. What is owed by the month is owed for the
 * months all the same.
 *
 * <p>What might have been carried over from a time of silence is not guessed: the opening balance
 * says it.
 *
 * @param need minutes per period through the years
 * @param caps the most minutes of one form that count in a period, by the code of the form; a form
 *     without a figure has no cap
 * @param goesAlong whether the periods go on with the next agreement, so that the hours travel with
 *     the person; otherwise each agreement starts anew. The years of the calendar always go on
 * @param carries whether a surplus counts into the period that follows immediately, through the
 *     years; where none holds it does not
 * @param byMonth whether only the months are owed in which the duty held
 * @param soon how many days before the end, the last day included, are "soon"
 */
public record QuotaShape(
    Stretch stretch,
    Figures<Integer> need,
    Map<String, Figures<Integer>> caps,
    boolean goesAlong,
    Figures<Boolean> carries,
    boolean byMonth,
    int soon) {
  public QuotaShape {
    caps = Map.copyOf(caps);
  }

  /**
   * The account.
   *
   * @return the periods that began by then, the earliest first; empty when the duty had not begun
   */
  public List<QuotaPeriod> assess(QuotaFacts facts, LocalDate asOf) {
    return QuotaChain.of(stretch, goesAlong, facts.duty()).stream()
        .flatMap(chain -> account(chain, facts, asOf).stream())
        .toList();
  }

  private List<QuotaPeriod> account(QuotaChain chain, QuotaFacts facts, LocalDate asOf) {
    List<QuotaPeriod> periods = new ArrayList<>();
    int carried = 0;
    for (QuotaChain.Link link : chain.links(asOf)) {
      QuotaPeriod period = period(link, carried, facts, asOf);
      periods.add(period);
      carried = period.minutes().carriedOut();
    }
    return periods;
  }

  private QuotaPeriod period(QuotaChain.Link link, int carried, QuotaFacts facts, LocalDate asOf) {
    LocalDate known = link.until().isBefore(asOf) ? link.until() : asOf;
    Optional<OpeningMinutes> opening =
        Optional.ofNullable(facts.opening())
            .filter(one -> !one.on().isBefore(link.from()) && !one.on().isAfter(known));
    LocalDate since = opening.map(OpeningMinutes::on).orElse(link.from());
    SortedMap<String, Integer> spent = spent(facts.credits(), since, known);
    LocalDate figured = link.firstOf(facts.duty());
    SortedMap<String, Integer> over = over(spent, figured);
    QuotaMinutes minutes =
        QuotaMinutes.of(
            owed(link, figured, facts, asOf),
            opening.map(OpeningMinutes::carriedIn).orElse(carried),
            opening.map(OpeningMinutes::counted).orElse(0) + sum(spent) - sum(over),
            over,
            carries.on(figured).orElse(false));
    return new QuotaPeriod(
        link.from(),
        link.until(),
        figured,
        ground(link, minutes, facts, new Days(since, known), asOf),
        minutes,
        length(link.from(), known),
        length(link.from(), link.until()));
  }

  private int owed(QuotaChain.Link link, LocalDate figured, QuotaFacts facts, LocalDate asOf) {
    int whole = need.on(figured).orElse(0);
    if (!byMonth) {
      return whole;
    }
    return whole * link.months().owed(facts.duty(), facts.away(), asOf) / stretch.months();
  }

  private static SortedMap<String, Integer> spent(
      List<Credit> credits, LocalDate first, LocalDate last) {
    Days days = new Days(first, last);
    SortedMap<String, Integer> spent = new TreeMap<>();
    credits.stream()
        .filter(credit -> days.has(credit.on()))
        .forEach(credit -> spent.merge(credit.form(), credit.minutes(), Integer::sum));
    return spent;
  }

  private SortedMap<String, Integer> over(Map<String, Integer> spent, LocalDate figured) {
    SortedMap<String, Integer> over = new TreeMap<>();
    spent.forEach(
        (form, minutes) ->
            Optional.ofNullable(caps.get(form))
                .flatMap(cap -> cap.on(figured))
                .filter(cap -> cap < minutes)
                .ifPresent(cap -> over.put(form, minutes - cap)));
    return over;
  }

  /**
   * Why it stands so.
   *
   * @param known the days of the period that are over and that no opening balance answers for
   */
  private QuotaGround ground(
      QuotaChain.Link link, QuotaMinutes minutes, QuotaFacts facts, Days known, LocalDate asOf) {
    if (minutes.need() == 0) {
      return QuotaGround.NOTHING_OWED;
    }
    if (minutes.missing() == 0) {
      return QuotaGround.FULFILLED;
    }
    QuotaGround found = unfulfilled(link, asOf);
    if ((found == QuotaGround.MISSED || found == QuotaGround.ENDING) && excused(link, facts)) {
      return QuotaGround.EXCUSED;
    }
    boolean silent = facts.silence().between(known.from(), known.until());
    return silent && found != QuotaGround.BROKEN_OFF ? QuotaGround.UNKNOWN : found;
  }

  private QuotaGround unfulfilled(QuotaChain.Link link, LocalDate asOf) {
    long left = ChronoUnit.DAYS.between(asOf, link.until());
    boolean fallsDue = !link.broken() || byMonth;
    if (left < 0) {
      return fallsDue ? QuotaGround.MISSED : QuotaGround.BROKEN_OFF;
    }
    return fallsDue && left <= soon ? QuotaGround.ENDING : QuotaGround.OPEN;
  }

  private static boolean excused(QuotaChain.Link link, QuotaFacts facts) {
    return facts.excused().stream().anyMatch(days -> days.has(link.until()));
  }

  private static int sum(Map<String, Integer> minutes) {
    return minutes.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int length(LocalDate first, LocalDate last) {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }
}
