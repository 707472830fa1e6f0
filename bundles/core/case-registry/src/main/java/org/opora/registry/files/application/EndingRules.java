package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.AgreementRule.FollowUp;
import org.opora.api.duties.spi.AgreementRule.Ground;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.duties.spi.AgreementRule.Terms;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.text.Text;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.files.domain.LastDay;
import org.opora.registry.shared.application.Refusals;

/**
 * On which day an agreement ends, why, and what is refused. The figures and the sentences are those
 * of the law pack; without one the last day is as typed.
 */
final class EndingRules {
  static final String LAST_DAY = "lastDay";
  static final String REASON = "reason";
  private static final String ON = "on";
  private static final String GROUND = "ground";
  private final Optional<Entry> law;
  private final LocalDate optedIn;

  EndingRules(Optional<Entry> law) {
    this(law, null);
  }

  /**
   * @param optedIn first day from which on the parties of an agreement that keeps the rules of
   *     before chose the present ones; null when they did not
   */
  EndingRules(Optional<Entry> law, LocalDate optedIn) {
    this.law = law;
    this.optedIn = optedIn;
  }

  /** Grounds that this way of ending knows for this kind of care; empty when it asks for none. */
  List<Ground> grounds(EndingWay way, CareKind kind) {
    return law.map(Entry::rule).map(rule -> grounds(rule, way)).orElse(List.of()).stream()
        .filter(ground -> ground.belongsTo(kind))
        .toList();
  }

  private static List<Ground> grounds(AgreementRule rule, EndingWay way) {
    return switch (way) {
      case CENTRE_NOTICE -> rule.centreGrounds();
      case BY_LAW -> rule.lawGrounds();
      case CARER_NOTICE, AGREED -> List.of();
    };
  }

  /**
   * Whether the law gives the last day of what happens on this day. For an agreement that keeps the
   * rules of before it does not: those are not known here.
   *
   * @param concludedOn day of the signature; where it is not known, the first day of the agreement
   */
  boolean computes(EndingWay way, LocalDate concludedOn, LocalDate on) {
    return formerRules(concludedOn, on).isEmpty()
        && terms(on).isPresent()
        && (way.notice() || way == EndingWay.AGREED && agreedEndBound(on).isPresent());
  }

  /** The hint that this agreement keeps the rules of before; null when it does not. */
  Text former(LocalDate concludedOn, LocalDate on) {
    return formerRules(concludedOn, on)
        .map(last -> text(reasons().formerRules(), last.value(), last.paragraph()))
        .orElse(null);
  }

  /**
   * @param signedOn null when it was taken over
   * @param concludedOn first day of the agreement
   * @param today nothing is delivered or arranged later
   * @throws Refused beside the field that is wrong
   */
  Outlook decide(
      CareKind kind, LocalDate signedOn, LocalDate concludedOn, NewEnding ending, LocalDate today) {
    LocalDate on = Refusals.day(ON, ending.on());
    boolean before = on.isBefore(concludedOn);
    if (before && (signedOn == null || on.isBefore(signedOn))) {
      throw Refusals.refused(ON, "refused.agreement-not-begun", on, concludedOn);
    }
    if (ending.way() != EndingWay.BY_LAW && on.isAfter(today)) {
      throw Refusals.refused(ON, "refused.future", on);
    }
    checkGround(kind, ending);
    boolean begins = ending.lastDay() != null && !ending.lastDay().isBefore(concludedOn);
    LocalDate concluded = signedOn == null ? concludedOn : signedOn;
    boolean never = before && !begins && !ending.way().notice();
    LocalDate lastDay = never ? on : lastDay(concluded, ending);
    return outlook(ending.way(), signedOn, concludedOn, on, lastDay);
  }

  private void checkGround(CareKind kind, NewEnding ending) {
    List<Ground> known = grounds(ending.way(), kind);
    if (!known.isEmpty() && known.stream().noneMatch(one -> one.code().equals(ending.ground()))) {
      throw Refusals.refused(GROUND, "refused.required");
    }
  }

  private LocalDate lastDay(LocalDate concludedOn, NewEnding ending) {
    LocalDate on = ending.on();
    LocalDate typed = ending.lastDay();
    if (ending.way() == EndingWay.BY_LAW) {
      return on;
    }
    if (!computes(ending.way(), concludedOn, on)) {
      if (typed == null && formerRules(concludedOn, on).isPresent()) {
        throw new Refused(LAST_DAY, former(concludedOn, on));
      }
      LocalDate lastDay = Refusals.day(LAST_DAY, typed);
      notBefore(on, lastDay);
      return lastDay;
    }
    LastDay given = given(ending.way(), on);
    if (typed == null || allowed(ending.way(), given, typed)) {
      return typed == null ? given.lastDay() : typed;
    }
    notBefore(on, typed);
    if (ending.way().notice()) {
      throw refusal(LAST_DAY, reasons().notThatDay(), given, typed);
    }
    if (ending.reason() == null) {
      throw refusal(REASON, reasons().agreedOtherwise(), given, typed);
    }
    return typed;
  }

  private static void notBefore(LocalDate on, LocalDate lastDay) {
    if (lastDay.isBefore(on)) {
      throw Refusals.refused(LAST_DAY, "refused.agreement-ends-before", lastDay, on);
    }
  }

  /** After notice only the day itself; an agreed end may wait for a later half-year. */
  private boolean allowed(EndingWay way, LastDay given, LocalDate typed) {
    return way.notice()
        ? typed.equals(given.lastDay())
        : !typed.isBefore(given.from()) && isOneOfTheDays(given.from(), typed);
  }

  private boolean isOneOfTheDays(LocalDate on, LocalDate day) {
    return LastDay.after(day, terms(on).orElseThrow().value().lastDays(), 0).lastDay().equals(day);
  }

  /** An arrangement of both parties needs no days in advance. */
  private LastDay given(EndingWay way, LocalDate on) {
    Terms terms = terms(on).orElseThrow().value();
    return LastDay.after(on, terms.lastDays(), way.notice() ? terms.daysBefore() : 0);
  }

  /**
   * The end as it was decided, in words.
   *
   * @param signedOn null when it was taken over
   * @param from first day of the agreement
   */
  Outlook outlook(
      EndingWay way, LocalDate signedOn, LocalDate from, LocalDate on, LocalDate lastDay) {
    if (lastDay.isBefore(from)) {
      return new Outlook(lastDay, Refusals.text("ending.never-begun", from), null, List.of());
    }
    LocalDate concluded = signedOn == null ? from : signedOn;
    boolean former = way != EndingWay.BY_LAW && formerRules(concluded, on).isPresent();
    return new Outlook(
        lastDay,
        former ? null : why(way, concluded, on, lastDay),
        former ? null : source(way, on),
        followUps(way, lastDay));
  }

  private Text why(EndingWay way, LocalDate concludedOn, LocalDate on, LocalDate lastDay) {
    if (law.isEmpty()) {
      return null;
    }
    if (way == EndingWay.BY_LAW) {
      return grounds(law.get().rule(), way).stream()
          .findFirst()
          .map(ground -> text(reasons().byLaw(), lastDay, ground.paragraph()))
          .orElse(null);
    }
    if (terms(on).isEmpty()) {
      return null;
    }
    LastDay given = given(way, on);
    if (way.notice()) {
      return given.lastDay().equals(lastDay)
          ? sentence(given.inTime() ? reasons().inTime() : reasons().late(), given, lastDay)
          : null;
    }
    boolean bound = computes(way, concludedOn, on) && isOneOfTheDays(on, lastDay);
    return sentence(bound ? reasons().agreed() : reasons().agreedFree(), given, lastDay);
  }

  private Text source(EndingWay way, LocalDate on) {
    if (way == EndingWay.BY_LAW) {
      return null;
    }
    return way.notice()
        ? terms(on).map(Parameter::source).orElse(null)
        : figure(AgreementRule::agreedEndBound, on).map(Parameter::source).orElse(null);
  }

  /** The ground in the words of its pack, whatever the kind of care is by now. */
  Optional<Text> ground(EndingWay way, String code) {
    return law.map(Entry::rule).map(rule -> grounds(rule, way)).orElse(List.of()).stream()
        .filter(one -> one.code().equals(code))
        .map(Ground::text)
        .findFirst();
  }

  private List<Text> followUps(EndingWay way, LocalDate lastDay) {
    return following(way).map(one -> followUp(one, lastDay)).toList();
  }

  /** What somebody has to do because the agreement ends, and by when. */
  List<FollowUpTasks.Due> dues(EndingWay way, LocalDate on, LocalDate lastDay) {
    return following(way)
        .map(
            one ->
                new FollowUpTasks.Due(
                    one.code(),
                    on,
                    one.fromNotice(),
                    followUp(one, lastDay),
                    (one.fromNotice() ? on : lastDay).plusDays(days(one, lastDay))))
        .toList();
  }

  private Stream<FollowUp> following(EndingWay way) {
    return law.map(Entry::rule).map(AgreementRule::followUps).orElse(List.of()).stream()
        .filter(one -> one.ways().contains(way));
  }

  private static Text followUp(FollowUp one, LocalDate lastDay) {
    int days = days(one, lastDay);
    return Text.of(one.origin(), one.key(), lastDay, lastDay.plusDays(days), days, one.paragraph());
  }

  /** None for what is to be done without delay. */
  private static int days(FollowUp one, LocalDate lastDay) {
    return Entry.on(one.days(), lastDay).map(Parameter::value).orElse(0);
  }

  private Refused refusal(String field, String key, LastDay given, LocalDate typed) {
    Text sentence = sentence(key, given, given.lastDay());
    List<Object> arguments = new ArrayList<>(sentence.arguments());
    arguments.add(typed);
    return new Refused(field, new Text(sentence.origin(), key, arguments));
  }

  private Text sentence(String key, LastDay given, LocalDate lastDay) {
    Parameter<Terms> terms = terms(given.from()).orElseThrow();
    return text(
        key,
        given.from(),
        given.nearest(),
        given.days(),
        terms.value().daysBefore(),
        lastDay,
        terms.paragraph());
  }

  private Text text(String key, Object... arguments) {
    return Text.of(reasons().origin(), key, arguments);
  }

  private Reasons reasons() {
    return law.orElseThrow().rule().reasons();
  }

  private Optional<Parameter<Terms>> terms(LocalDate on) {
    return figure(AgreementRule::notice, on);
  }

  private Optional<Parameter<Boolean>> agreedEndBound(LocalDate on) {
    return figure(AgreementRule::agreedEndBound, on)
        .filter(Parameter::value)
        .filter(bound -> !law.orElseThrow().agreedEndFree(on));
  }

  private Optional<Parameter<LocalDate>> formerRules(LocalDate concludedOn, LocalDate on) {
    return figure(AgreementRule::formerRules, on)
        .filter(last -> !concludedOn.isAfter(last.value()))
        .filter(last -> optedIn == null || on.isBefore(optedIn));
  }

  private <T> Optional<Parameter<T>> figure(
      Function<AgreementRule, List<Parameter<T>>> of, LocalDate on) {
    return law.flatMap(entry -> Entry.on(of.apply(entry.rule()), on));
  }
}
