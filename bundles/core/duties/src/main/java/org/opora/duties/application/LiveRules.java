package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.FormerRules;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.files.CareFacts;

/** The rules whose evidence something brings, by shape. */
record LiveRules(
    List<RuleBook.Entry<IntervalRule>> intervals,
    List<RuleBook.Entry<CycleRule>> cycles,
    List<RuleBook.Entry<QuotaRule>> quotas,
    List<RuleBook.Entry<EntitlementRule>> entitlements,
    List<RuleBook.Entry<DeadlineRule>> deadlines,
    List<RuleBook.Entry<ExpiryRule>> expiries,
    List<Promised> promised,
    Set<String> excuses) {
  /**
   * @param asOf an interval that the law asked for once and asks for no more on this day, under
   *     whichever agreement, is nothing to be done
   */
  static LiveRules of(RuleBook book, Sources.Now sources, LocalDate asOf) {
    return new LiveRules(
        book.of(IntervalRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().evidence()))
            .filter(entry -> asked(entry.rule(), asOf))
            .toList(),
        book.of(CycleRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().drafted()))
            .toList(),
        book.of(QuotaRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().evidence()))
            .toList(),
        book.of(EntitlementRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().evidence()))
            .toList(),
        book.of(DeadlineRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().event()))
            .toList(),
        book.of(ExpiryRule.class).stream()
            .filter(entry -> sources.brings(entry.rule().paper()))
            .toList(),
        book.promised().stream().filter(one -> sources.brings(one.rule().begins())).toList(),
        Set.copyOf(Excused.kinds().stream().filter(sources::brings).toList()));
  }

  private static boolean asked(IntervalRule rule, LocalDate day) {
    return rule.period().stream().anyMatch(one -> one.holdsOn(day))
        || rule.formerRules().holdOn(day)
        || rule.promised() != null && rule.promised().dated().holdsOn(day);
  }

  /** Whether agreements have to be known through the years. */
  boolean needLives() {
    return !cycles.isEmpty()
        || followPeople()
        || deadlines.stream().anyMatch(DeadlineLines::ofAgreements)
        || intervals.stream()
            .anyMatch(entry -> !entry.rule().formerRules().equals(FormerRules.NONE));
  }

  /** The kinds of evidence with which something begins that the centre has promised. */
  Set<String> beginnings() {
    return promised.stream().map(one -> one.rule().begins()).collect(Collectors.toSet());
  }

  /** Whether agreements in preparation owe something. */
  boolean needPrepared() {
    return deadlines.stream().anyMatch(DeadlineLines::ofPrepared);
  }

  /** Whether papers of members of staff are looked after. */
  boolean needStaff() {
    return expiries.stream()
        .anyMatch(entry -> entry.rule().about().contains(Duties.SubjectKind.STAFF));
  }

  /** Whether some rule is about staff or the house. */
  boolean needHouse() {
    return needStaff()
        || expiries.stream()
            .anyMatch(entry -> entry.rule().about().contains(Duties.SubjectKind.CENTRE))
        || deadlines.stream()
            .anyMatch(entry -> entry.rule().about().contains(Duties.SubjectKind.CENTRE));
  }

  /**
   * Agreements that ended before this day are not asked for: of a right the year counts, of what an
   * agreement owes also some time after its end; hours are asked for by carer.
   *
   * @param lately how long an agreement that has ended is asked for what it still owes
   */
  LocalDate livesFrom(LocalDate asOf, Period lately) {
    LocalDate year = entitlements.isEmpty() ? asOf : asOf.withDayOfYear(1);
    boolean owe = !cycles.isEmpty() || deadlines.stream().anyMatch(DeadlineLines::ofAgreements);
    LocalDate ended = owe ? asOf.minus(lately) : asOf;
    return ended.isBefore(year) ? ended : year;
  }

  /** Whether what somebody did counts wherever it was. */
  boolean followPeople() {
    return !quotas.isEmpty()
        || !entitlements.isEmpty()
        || expiries.stream().anyMatch(ExpiryLines::ofFamilies);
  }

  /**
   * The kinds of evidence that are read at once; an interval asks for the last time, and here only
   * for what agreements promise.
   */
  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>(excuses);
    intervals.stream()
        .filter(entry -> entry.rule().promised() != null)
        .forEach(entry -> kinds.add(entry.rule().promised().evidence()));
    cycles.forEach(entry -> CycleLines.kinds(entry.rule()).forEach(kinds::add));
    quotas.forEach(entry -> kinds.add(entry.rule().evidence()));
    entitlements.forEach(entry -> kinds.add(entry.rule().evidence()));
    deadlines.forEach(entry -> DeadlineLines.kinds(entry.rule()).forEach(kinds::add));
    expiries.forEach(entry -> kinds.add(entry.rule().paper()));
    promised.forEach(one -> kinds.addAll(one.rule().evidence()));
    return kinds;
  }

  /**
   * The lines of every shape but the interval.
   *
   * @param house who is here, where what the house owes is wanted, too; null where it is not
   */
  void addTo(
      List<Duties.Line> lines,
      Known known,
      Collection<CareFacts.InForce> agreements,
      Collection<CareFacts.Prepared> prepared,
      Lives lives,
      Choices choices,
      List<StaffHere.Member> house) {
    for (RuleBook.Entry<DeadlineRule> entry : deadlines) {
      DeadlineLines maker = new DeadlineLines(entry, known);
      agreements.forEach(agreement -> maker.addTo(lines, agreement));
      lives.begun().forEach(agreement -> maker.addTo(lines, agreement));
      prepared.forEach(agreement -> maker.addTo(lines, agreement));
      if (house != null) {
        maker.addTo(lines);
      }
    }
    for (RuleBook.Entry<CycleRule> entry : cycles) {
      CycleLines maker = new CycleLines(entry, known, choices.next());
      lives.begun().forEach(agreement -> maker.addTo(lines, agreement));
    }
    Collection<CareFacts.History> inForce = lives.inForce();
    for (RuleBook.Entry<QuotaRule> entry : quotas) {
      QuotaLines maker = new QuotaLines(entry, known, lives, choices);
      inForce.forEach(agreement -> maker.addTo(lines, agreement));
    }
    for (RuleBook.Entry<EntitlementRule> entry : entitlements) {
      EntitlementLines maker = new EntitlementLines(entry, known, lives);
      inForce.forEach(agreement -> maker.addTo(lines, agreement));
    }
    for (RuleBook.Entry<ExpiryRule> entry : expiries) {
      ExpiryLines maker = new ExpiryLines(entry, known, lives);
      inForce.forEach(agreement -> maker.addTo(lines, agreement));
      if (house != null) {
        maker.addTo(lines, house);
      }
    }
  }
}
