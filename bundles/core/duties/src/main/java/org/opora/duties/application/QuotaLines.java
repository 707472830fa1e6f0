package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Stretch;
import org.opora.duties.domain.quota.Credit;
import org.opora.duties.domain.quota.OpeningMinutes;
import org.opora.duties.domain.quota.QuotaFacts;
import org.opora.duties.domain.quota.QuotaGround;
import org.opora.duties.domain.quota.QuotaPeriod;
import org.opora.duties.domain.quota.QuotaShape;

/**
 * Makes the lines of one quota: for each carer the period that runs, and the one before when
 * something was missing in it, because until now nobody may have said what follows from that.
 */
final class QuotaLines {
  private final RuleBook.Entry<QuotaRule> entry;
  private final QuotaRule rule;
  private final Known known;
  private final Lives lives;
  private final boolean travels;
  private final Map<String, Figures<Integer>> caps = new TreeMap<>();

  /**
   * @param choices whether periods and hours go on under the next agreement, and how many hours of
   *     a form count where the law does not say
   */
  QuotaLines(RuleBook.Entry<QuotaRule> entry, Known known, Lives lives, Choices choices) {
    this.entry = entry;
    this.rule = entry.rule();
    this.known = known;
    this.lives = lives;
    this.travels = choices.travels();
    if (rule.evidence().equals(Kinds.EDUCATION)) {
      caps.putAll(choices.caps().minutes());
    }
    rule.caps().forEach((form, hours) -> caps.put(form, minutes(hours)));
  }

  private static Figures<Integer> minutes(List<Parameter<Integer>> hours) {
    return new Figures<>(
        hours.stream()
            .map(one -> new Figure<>(Minutes.ofHours(one.value()), one.from(), one.until()))
            .toList());
  }

  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    lives.now(agreement.carers()).forEach(carer -> add(lines, agreement, carer));
  }

  private void add(List<Duties.Line> lines, CareFacts.History agreement, CareFacts.Part carer) {
    List<Fact> facts = known.facts().anywhere(rule.evidence(), carer.person());
    List<Lives.Span<CareFacts.Caring>> spans = lives.cared(carer.person());
    QuotaNeed need = new QuotaNeed(rule, spans);
    About about = About.person(agreement.file(), carer.person());
    QuotaShape shape =
        new QuotaShape(
            stretch(), need.minutes(), caps, travels, need.carrying(), false, Known.SOON);
    List<QuotaPeriod> periods =
        shape.assess(
            new QuotaFacts(
                spans.stream().map(Lives.Span::days).toList(),
                List.of(),
                credits(facts),
                opening(facts).orElse(null),
                known.silence(agreement.movedIn(), List.of(rule.evidence())),
                known.excuses(entry, about)),
            known.asOf());
    Reckoned reckoned =
        new Reckoned(need, periods, facts, opening(facts).map(OpeningMinutes::on).orElse(null));
    periods.stream()
        .filter(period -> period.has(known.asOf()))
        .reduce((one, other) -> other)
        .flatMap(period -> line(agreement, carer, period, reckoned, null))
        .ifPresent(lines::add);
    periods.stream()
        .filter(period -> period.until().isBefore(known.asOf()))
        .reduce((one, other) -> other)
        .filter(QuotaLines::fellShort)
        .flatMap(period -> line(agreement, carer, period, reckoned, period.from().toString()))
        .ifPresent(lines::add);
  }

  private static boolean fellShort(QuotaPeriod period) {
    return period.ground() == QuotaGround.MISSED || period.ground() == QuotaGround.EXCUSED;
  }

  private Stretch stretch() {
    return switch (rule.spell()) {
      case TWELVE_MONTHS -> Stretch.TWELVE_MONTHS;
      case CALENDAR_YEAR -> Stretch.CALENDAR_YEAR;
      case TWO_CALENDAR_YEARS -> Stretch.TWO_CALENDAR_YEARS;
    };
  }

  private static List<Credit> credits(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> !fact.openingBalance())
        .map(
            fact -> new Credit(fact.on(), Minutes.of(fact), fact.form() == null ? "" : fact.form()))
        .toList();
  }

  /** The newest word on how the account stood. */
  private static Optional<OpeningMinutes> opening(List<Fact> facts) {
    List<Fact> said = facts.stream().filter(Fact::openingBalance).toList();
    return said.stream()
        .map(Fact::on)
        .max(Comparator.naturalOrder())
        .map(
            day ->
                new OpeningMinutes(
                    day,
                    sum(said.stream().filter(one -> one.on().equals(day) && !carried(one))),
                    sum(said.stream().filter(one -> one.on().equals(day) && carried(one)))));
  }

  private static boolean carried(Fact fact) {
    return QuotaRule.carried(fact);
  }

  private static int sum(Stream<Fact> facts) {
    return facts.mapToInt(Minutes::of).sum();
  }

  /** All that is known of one person's account. */
  private record Reckoned(
      QuotaNeed need, List<QuotaPeriod> periods, List<Fact> facts, LocalDate opening) {
    /** The period that ended the day before this one began. */
    Optional<QuotaPeriod> before(QuotaPeriod period) {
      return periods.stream()
          .filter(one -> one.until().plusDays(1).equals(period.from()))
          .findFirst();
    }

    /** Without what is in the opening balance of the period. */
    List<Fact> proofs(QuotaPeriod period) {
      LocalDate since = opening != null && period.has(opening) ? opening : period.from();
      return facts.stream()
          .filter(fact -> period.has(fact.on()) && !fact.on().isBefore(since))
          .toList();
    }
  }

  private Optional<Duties.Line> line(
      CareFacts.History agreement,
      CareFacts.Part carer,
      QuotaPeriod period,
      Reckoned reckoned,
      String ref) {
    return reckoned
        .need()
        .asked(period.figured())
        .flatMap(
            hours ->
                sentence(period)
                    .map(key -> line(agreement, carer, period, hours, key, reckoned, ref)));
  }

  private Duties.Line line(
      CareFacts.History agreement,
      CareFacts.Part carer,
      QuotaPeriod period,
      QuotaNeed.Hours hours,
      String sentence,
      Reckoned reckoned,
      String ref) {
    Duties.Account account = account(period, reckoned.facts());
    LocalDate due = period.ground() == QuotaGround.FULFILLED ? null : period.until();
    return new Draft(entry, Who.family(agreement), Who.of(SubjectKind.CARER, carer))
        .stands(period.standing(), due)
        .by(hours.figure(), trust(period, hours, reckoned))
        .says(
            rule.reasons().origin(),
            sentence,
            period.from(),
            period.until(),
            Minutes.hours(account.need()),
            Minutes.hours(account.counted() + account.carriedIn()),
            Minutes.hours(account.missing()),
            Minutes.hours(account.carriedIn()),
            Minutes.hours(account.carriedOut()),
            Minutes.hours(account.over()),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), period.until())),
            hours.figure().paragraph())
        .ref(ref)
        .detail(account)
        .proven(reckoned.proofs(period))
        .line();
  }

  private Duties.Account account(QuotaPeriod period, List<Fact> facts) {
    return new Duties.Account(
        period.from(),
        period.until(),
        period.minutes().need(),
        period.minutes().carriedIn(),
        period.minutes().counted(),
        period.minutes().over().values().stream().mapToInt(Integer::intValue).sum(),
        period.minutes().missing(),
        period.minutes().carriedOut(),
        rule.spell() == QuotaRule.Spell.TWELVE_MONTHS ? years(period, facts) : List.of());
  }

  /** Until the day asked for; nothing of a year that has not begun by then. */
  private List<Duties.CalendarYear> years(QuotaPeriod period, List<Fact> facts) {
    List<Fact> done =
        facts.stream()
            .filter(fact -> !fact.openingBalance() && !fact.on().isAfter(known.asOf()))
            .toList();
    int last = Math.min(period.until().getYear(), known.asOf().getYear());
    return IntStream.rangeClosed(period.from().getYear(), last)
        .mapToObj(
            year ->
                new Duties.CalendarYear(
                    Year.of(year),
                    sum(done.stream().filter(fact -> fact.on().getYear() == year)),
                    sum(
                        done.stream()
                            .filter(fact -> fact.on().getYear() == year)
                            .filter(fact -> period.has(fact.on())))))
        .toList();
  }

  /** Of every figure that took part. */
  private Trust trust(QuotaPeriod period, QuotaNeed.Hours hours, Reckoned reckoned) {
    QuotaNeed need = reckoned.need();
    Stream<QuotaPeriod> carrying =
        Stream.concat(
                Stream.of(period),
                reckoned.before(period).filter(one -> period.minutes().carriedIn() > 0).stream())
            .filter(one -> one.minutes().carriedOut() > 0);
    return Known.weakest(
        Stream.of(
                Stream.of(known.trust(rule.figure(hours.asked()), hours.figure())),
                need.kept(period.figured()).stream()
                    .map(one -> known.trust(rule.formerRules().figure(), one)),
                carrying
                    .flatMap(one -> need.carries(one.figured()).stream())
                    .map(one -> known.trust(rule.carryFigure(), one)),
                period.minutes().over().keySet().stream()
                    .flatMap(form -> cap(form, period.figured())))
            .flatMap(all -> all));
  }

  /** What the centre caps itself is no reading of the law. */
  private Stream<Trust> cap(String form, LocalDate day) {
    return rule.caps().getOrDefault(form, List.of()).stream()
        .filter(one -> one.holdsOn(day))
        .map(one -> known.trust(rule.capFigure(form), one));
  }

  /** Empty where the law asks nothing of the period. */
  private Optional<String> sentence(QuotaPeriod period) {
    QuotaRule.Reasons reasons = rule.reasons();
    return switch (period.ground()) {
      case FULFILLED -> Optional.of(reasons.fulfilled());
      case OPEN -> Optional.of(reasons.open());
      case ENDING -> Optional.of(reasons.ending());
      case MISSED -> Optional.of(reasons.missed());
      case EXCUSED -> Optional.of(reasons.excused());
      case UNKNOWN -> Optional.of(reasons.unknown());
      case NOTHING_OWED, BROKEN_OFF -> Optional.empty();
    };
  }
}
