package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.files.CareKind;

class CzechLawTest {
  private final CzechLaw law = new CzechLaw();

  @Test
  void aVisitEveryTwoMonthsForCarerAndChild() {
    IntervalRule visit = assertInstanceOf(IntervalRule.class, law.rules().get(0));
    assertEquals("cz.visit", visit.id());
    assertEquals("visit", visit.evidence());
    assertTrue(visit.carers());
    assertTrue(visit.children());
    Parameter<Period> period = visit.period().get(0);
    assertEquals(Period.ofMonths(2), period.value());
    assertTrue(period.holdsOn(LocalDate.of(2013, 1, 1)));
    assertFalse(period.holdsOn(LocalDate.of(2012, 12, 31)));
    assertEquals(Trust.VERIFIED, period.trust());
    assertEquals(Trust.SECONDARY, visit.childrenTrust());
  }

  @Test
  void idsAreUniqueAndFiguresDoNotOverlap() {
    Set<String> ids = new HashSet<>();
    for (Rule rule : law.rules()) {
      assertTrue(ids.add(rule.id()), rule.id());
      assertTrue(rule.id().startsWith(law.id() + "."), rule.id());
      if (rule instanceof IntervalRule interval) {
        apart(rule.id(), interval.period());
      } else {
        AgreementRule agreement = assertInstanceOf(AgreementRule.class, rule);
        apart(rule.id(), agreement.consent());
        apart(rule.id(), agreement.single());
        apart(rule.id(), agreement.apart());
        apart(rule.id(), agreement.concludeWithin());
        apart(rule.id(), agreement.notice());
        apart(rule.id(), agreement.agreedEndBound());
        apart(rule.id(), agreement.formerRules());
        agreement.followUps().forEach(one -> apart(one.code(), one.days()));
      }
    }
  }

  private static <T> void apart(String rule, List<Parameter<T>> figures) {
    for (Parameter<T> one : figures) {
      assertEquals(1, figures.stream().filter(other -> other.holdsOn(one.from())).count(), rule);
    }
  }

  @Test
  void noticeEndsWithTheHalfYearThirtyDaysAway() {
    AgreementRule agreement = agreement();
    Parameter<AgreementRule.Terms> notice = agreement.notice().get(0);
    assertEquals(List.of(MonthDay.of(6, 30), MonthDay.of(12, 31)), notice.value().lastDays());
    assertEquals(30, notice.value().daysBefore());
    assertEquals("§ 47c odst. 5 a 6, zákon č. 359/1999 Sb.", notice.paragraph());
    assertEquals(Trust.SECONDARY, notice.trust());
    assertFalse(notice.holdsOn(LocalDate.of(2024, 12, 31)));
    assertTrue(agreement.consent().get(0).value());
    assertEquals(30, agreement.concludeWithin().get(0).value());
  }

  @Test
  void spousesLiveApartThreeMonthsBeforeTheAuthorityDecides() {
    Parameter<Integer> apart = agreement().apart().get(0);
    assertEquals(3, apart.value());
    assertEquals("§ 47b odst. 7, zákon č. 359/1999 Sb.", apart.paragraph());
    assertEquals(Trust.SECONDARY, apart.trust());
  }

  @Test
  void whatBelongsToATemporaryCarerIsAskedOfNobodyElse() {
    AgreementRule agreement = agreement();
    assertEquals(
        List.of("cz.breach", "cz.monitoring"), codes(agreement.centreGrounds(), CareKind.KINSHIP));
    assertEquals(
        List.of("cz.breach", "cz.monitoring", "cz.refusal"),
        codes(agreement.centreGrounds(), CareKind.TEMPORARY));
    assertEquals(
        List.of("cz.last-child", "cz.adulthood", "cz.death"),
        codes(agreement.lawGrounds(), CareKind.LONG_TERM));
    assertEquals(List.of("cz.list", "cz.death"), codes(agreement.lawGrounds(), CareKind.TEMPORARY));
  }

  private static List<String> codes(List<AgreementRule.Ground> grounds, CareKind kind) {
    return grounds.stream()
        .filter(ground -> ground.belongsTo(kind))
        .map(AgreementRule.Ground::code)
        .toList();
  }

  private AgreementRule agreement() {
    return law.rules().stream()
        .filter(AgreementRule.class::isInstance)
        .map(AgreementRule.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void changesOfTheMandateAreNotifiedByTheFifteenth() {
    MandateLaw mandate = law.mandate().orElseThrow();
    assertEquals(List.of(15), mandate.changeByDay().stream().map(Parameter::value).toList());
    assertEquals(List.of(15), mandate.insuranceDays().stream().map(Parameter::value).toList());
    for (Parameter<Integer> one : mandate.changeByDay()) {
      assertEquals(Trust.SECONDARY, one.trust());
      assertEquals(LocalDate.of(2025, 1, 1), one.from(), "the first day a source gives");
    }
  }

  @Test
  void anActivityHasOneWordingOnADay() {
    MandateLaw mandate = law.mandate().orElseThrow();
    for (LocalDate day : List.of(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 1))) {
      List<String> codes =
          mandate.activities().stream()
              .filter(one -> one.dated().holdsOn(day))
              .map(MandateLaw.Activity::code)
              .toList();
      assertEquals(codes.size(), Set.copyOf(codes).size());
      assertTrue(codes.contains("cz.accompaniment"), "carers are accompanied all the time");
      assertEquals(day.getYear() == 2024, codes.contains("cz.camps"));
    }
  }

  @Test
  void everyFigureIsShownOnce() {
    Set<String> shown = new HashSet<>();
    for (LawFigure figure : law.figures()) {
      assertTrue(shown.add(figure.id() + figure.dated().from()), figure.id());
      assertTrue(figure.id().matches("cz\\.[a-z0-9.-]{1,76}"), figure.id());
      assertTrue(figure.dated().paragraph().matches(".*(zákon|vyhláška) č\\. .*"), figure.id());
      assertTrue(figure.wording().length() <= 400, figure.id());
    }
    MandateLaw mandate = law.mandate().orElseThrow();
    assertEquals(
        figuresOfRules()
            + mandate.activities().size()
            + mandate.changeByDay().size()
            + mandate.insuranceDays().size()
            + CzechStandards.figures().size()
            + law.retention().orElseThrow().classes().stream()
                .mapToInt(kept -> kept.years().size() + kept.childAge().size())
                .sum(),
        law.figures().size());
  }

  private long figuresOfRules() {
    long all = 0;
    for (Rule rule : law.rules()) {
      if (rule instanceof IntervalRule interval) {
        all += interval.period().size() + (interval.children() ? 1 : 0);
      } else {
        AgreementRule agreement = (AgreementRule) rule;
        all +=
            agreement.consent().size()
                + agreement.single().size()
                + agreement.apart().size()
                + agreement.concludeWithin().size()
                + agreement.notice().size()
                + agreement.agreedEndBound().size()
                + agreement.formerRules().size()
                + agreement.followUps().stream().mapToInt(one -> one.days().size()).sum();
      }
    }
    return all;
  }
}
