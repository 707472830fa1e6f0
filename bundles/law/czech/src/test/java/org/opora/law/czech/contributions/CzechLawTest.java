package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.Term;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;

class CzechLawTest {
  private final CzechLaw law = new CzechLaw();

  @Test
  void theLastReportIsOneOfWhatFollowsFromEveryEnd() {
    AgreementRule rule =
        law.rules().stream()
            .filter(AgreementRule.class::isInstance)
            .map(AgreementRule.class::cast)
            .findFirst()
            .orElseThrow();
    AgreementRule.FollowUp last =
        rule.followUps().stream()
            .filter(one -> one.code().equals(law.reportFollowUp().orElseThrow()))
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of(EndingWay.values()), last.ways());
    assertEquals(15, last.days().get(0).value());
  }

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
      if (rule instanceof AgreementRule agreement) {
        apart(rule.id(), agreement.consent());
        apart(rule.id(), agreement.single());
        apart(rule.id(), agreement.apart());
        apart(rule.id(), agreement.concludeWithin());
        apart(rule.id(), agreement.notice());
        apart(rule.id(), agreement.agreedEndBound());
        apart(rule.id(), agreement.formerRules());
        agreement.followUps().forEach(one -> apart(one.code(), one.days()));
      } else {
        figures(rule).forEach(dated -> apart(rule.id(), dated));
      }
    }
  }

  /** What a duty is counted by; each list is one figure through the years. */
  private static List<List<? extends Parameter<?>>> figures(Rule rule) {
    List<List<? extends Parameter<?>>> figures = new ArrayList<>();
    if (rule instanceof IntervalRule interval) {
      figures.add(interval.period());
      figures.add(interval.formerRules().lastDays());
      if (interval.promised() != null) {
        figures.add(List.of(interval.promised().dated()));
      }
    } else if (rule instanceof CycleRule cycle) {
      figures.addAll(List.of(cycle.period(), cycle.deliverWithin(), cycle.atTheEnd()));
    } else if (rule instanceof QuotaRule quota) {
      quota.asked().forEach(asked -> figures.add(asked.hours()));
      figures.addAll(List.of(quota.carries(), quota.formerRules().lastDays()));
      figures.addAll(quota.caps().values());
    } else if (rule instanceof EntitlementRule entitlement) {
      figures.addAll(
          List.of(
              entitlement.days(),
              entitlement.childAge(),
              entitlement.begunDay(),
              entitlement.reasoned()));
    } else if (rule instanceof DeadlineRule deadline) {
      figures.addAll(List.of(deadline.terms(), deadline.extensions()));
    } else if (rule instanceof ExpiryRule expiry) {
      figures.addAll(List.of(expiry.needed(), expiry.validity()));
    }
    return figures;
  }

  @Test
  void nothingIsCountedByAFigureThatNobodyCanSee() {
    for (Rule rule : law.rules()) {
      for (List<? extends Parameter<?>> dated : figures(rule)) {
        for (Parameter<?> one : dated) {
          assertTrue(
              law.figures().stream().anyMatch(shown -> shown.dated().equals(one)),
              rule.id() + " " + one);
        }
      }
    }
  }

  /**
   * A figure is confirmed by its id: so each that a rule counts by has to be shown under its own.
   */
  @Test
  void everyFigureThatARuleCountsByIsShownUnderItsId() {
    for (Rule rule : law.rules()) {
      named(rule)
          .forEach(
              (id, dated) ->
                  dated.forEach(
                      one ->
                          assertTrue(
                              law.figures().stream()
                                  .anyMatch(
                                      shown -> shown.id().equals(id) && shown.dated().equals(one)),
                              id)));
    }
  }

  private static Map<String, List<? extends Parameter<?>>> named(Rule rule) {
    Map<String, List<? extends Parameter<?>>> named = new HashMap<>();
    if (rule instanceof IntervalRule interval) {
      named.put(interval.periodFigure(), interval.period());
      named.put(interval.formerRules().figure(), interval.formerRules().lastDays());
      if (interval.promised() != null) {
        named.put(interval.promiseFigure(), List.of(interval.promised().dated()));
      }
    } else if (rule instanceof CycleRule cycle) {
      named.put(cycle.periodFigure(), cycle.period());
      named.put(cycle.deliveryFigure(), cycle.deliverWithin());
      named.put(cycle.endFigure(), cycle.atTheEnd());
    } else if (rule instanceof QuotaRule quota) {
      quota.asked().forEach(asked -> named.put(quota.figure(asked), asked.hours()));
      named.put(quota.carryFigure(), quota.carries());
      named.put(quota.formerRules().figure(), quota.formerRules().lastDays());
    } else if (rule instanceof EntitlementRule entitlement) {
      named.put(entitlement.daysFigure(), entitlement.days());
      named.put(entitlement.ageFigure(), entitlement.childAge());
      named.put(entitlement.begunDayFigure(), entitlement.begunDay());
      named.put(entitlement.reasonedFigure(), entitlement.reasoned());
    } else if (rule instanceof DeadlineRule deadline) {
      named.put(deadline.termFigure(), deadline.terms());
      named.put(deadline.extensionFigure(), deadline.extensions());
    } else if (rule instanceof ExpiryRule expiry) {
      named.put(expiry.neededFigure(), expiry.needed());
    }
    return named;
  }

  private <R extends Rule> R rule(String id, Class<R> shape) {
    return law.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(shape::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReportEverySixMonthsAndFifteenDaysToDeliverIt() {
    CycleRule report = rule("cz.report", CycleRule.class);
    assertEquals(
        List.of(Period.ofMonths(6)), report.period().stream().map(Parameter::value).toList());
    assertEquals(Trust.VERIFIED, report.period().get(0).trust());
    assertEquals(List.of(15), report.deliverWithin().stream().map(Parameter::value).toList());
    assertEquals(Trust.SECONDARY, report.deliverWithin().get(0).trust());
    assertEquals(List.of(15), report.atTheEnd().stream().map(Parameter::value).toList());
    assertEquals(Trust.SECONDARY, report.atTheEnd().get(0).trust());
    AgreementRule.FollowUp ends =
        agreement().followUps().stream()
            .filter(one -> one.code().equals("cz.report"))
            .findFirst()
            .orElseThrow();
    assertEquals(report.atTheEnd(), ends.days(), "the task and the duty go by one figure");
    DeadlineRule asked = rule("cz.report-on-request", DeadlineRule.class);
    assertEquals(Term.stated(), asked.terms().get(0).value(), "the law has no number");
  }

  @Test
  void trainingByKindOfCare() {
    QuotaRule education = rule("cz.education", QuotaRule.class);
    assertEquals(QuotaRule.Spell.TWELVE_MONTHS, education.spell());
    LocalDate before = LocalDate.of(2024, 12, 31);
    LocalDate now = LocalDate.of(2025, 1, 1);
    assertEquals(24, hours(education, CareKind.LONG_TERM, true, before));
    assertEquals(24, hours(education, CareKind.LONG_TERM, true, now));
    assertEquals(24, hours(education, CareKind.KINSHIP, false, before));
    assertEquals(18, hours(education, CareKind.KINSHIP, false, now));
    assertEquals(18, hours(education, CareKind.GUARDIAN, false, now));
    assertEquals(24, hours(education, CareKind.TEMPORARY, false, now), "all temporary carers");
    assertEquals(before, education.formerRules().lastDays().get(0).value());
    assertTrue(education.carries().get(0).value());
    assertTrue(education.caps().isEmpty(), "the law says nothing of forms");
  }

  private static int hours(QuotaRule rule, CareKind kind, boolean mediated, LocalDate day) {
    return rule.of(kind, mediated).orElseThrow().hours().stream()
        .filter(one -> one.holdsOn(day))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void twoLedgersOfRespiteOverTheSameDays() {
    EntitlementRule carer = rule("cz.respite", EntitlementRule.class);
    EntitlementRule child = rule("cz.respite-child", EntitlementRule.class);
    assertEquals(carer.evidence(), child.evidence());
    assertFalse(carer.children());
    assertTrue(child.children());
    for (EntitlementRule one : List.of(carer, child)) {
      assertEquals(List.of(14), one.days().stream().map(Parameter::value).toList());
      assertEquals(List.of(2), one.childAge().stream().map(Parameter::value).toList());
    }
    assertEquals(Trust.VERIFIED, carer.days().get(0).trust());
    assertEquals(Trust.SECONDARY, child.days().get(0).trust());
  }

  @Test
  void expertHelpHadANumberUntilTheAmendment() {
    Parameter<Period> help = rule("cz.expert-help", IntervalRule.class).period().get(0);
    assertEquals(Period.ofMonths(6), help.value());
    assertEquals(LocalDate.of(2024, 12, 31), help.until());
    assertEquals(
        rule("cz.education", QuotaRule.class).formerRules(),
        rule("cz.expert-help", IntervalRule.class).formerRules(),
        "agreements of before keep the rules of before");
    LawFigure now =
        law.figures().stream()
            .filter(one -> one.id().equals("cz.expert-help.free"))
            .findFirst()
            .orElseThrow();
    assertEquals(LocalDate.of(2025, 1, 1), now.dated().from());
    assertEquals(Trust.SECONDARY, now.dated().trust());
  }

  @Test
  void requestsOfTheRegionAndAboutPersonalData() {
    DeadlineRule counts = rule("cz.counts", DeadlineRule.class);
    assertEquals(Term.days(8), counts.terms().get(0).value());
    DeadlineRule data = rule("cz.personal-data", DeadlineRule.class);
    assertEquals(Term.months(1), data.terms().get(0).value());
    assertEquals(Period.ofMonths(2), data.extensions().get(0).value());
    assertEquals(Trust.UNVERIFIED, data.terms().get(0).trust());
  }

  /** The page of the proposal and the desk of mandates reckon by the same numbers. */
  @Test
  void agreementsChangesAndInsurancesAreDutiesByTheirOneFigure() {
    DeadlineRule conclude = rule("cz.conclude", DeadlineRule.class);
    assertEquals(Term.days(30), conclude.terms().get(0).value());
    assertEquals(Trust.VERIFIED, conclude.terms().get(0).trust());
    assertEquals(
        agreement().concludeWithin().get(0).value(), conclude.terms().get(0).value().number());
    MandateLaw mandate = law.mandate().orElseThrow();
    DeadlineRule change = rule("cz.mandate.change", DeadlineRule.class);
    assertEquals(
        Term.dayOfNextMonth(mandate.changeByDay().get(0).value()), change.terms().get(0).value());
    DeadlineRule insurance = rule("cz.mandate.insurance", DeadlineRule.class);
    assertEquals(
        Term.days(mandate.insuranceDays().get(0).value()), insurance.terms().get(0).value());
    for (DeadlineRule one : List.of(conclude, change, insurance)) {
      assertEquals(
          1,
          law.figures().stream().filter(shown -> shown.id().equals(one.termFigure())).count(),
          one.id());
    }
  }

  /** How long a paper is valid, it says itself: no number of the law is made up. */
  @Test
  void papersOfTheStaffAndOfTheHouseAreRenewed() {
    for (String id : List.of("cz.staff-record", "cz.staff-health", "cz.staff-first-aid")) {
      assertEquals(Set.of(SubjectKind.STAFF), rule(id, ExpiryRule.class).about(), id);
    }
    for (String id : List.of("cz.mandate-valid", "cz.insured")) {
      assertEquals(Set.of(SubjectKind.CENTRE), rule(id, ExpiryRule.class).about(), id);
    }
    for (ExpiryRule one : Papers.rules()) {
      assertTrue(one.renewed(), one.id());
      assertEquals(List.of(), one.validity(), one.id());
      assertFalse(one.needed().get(0).trust() == Trust.VERIFIED, one.id());
    }
  }

  @Test
  void whatHasNoNumberSaysSo() {
    for (String id :
        List.of("cz.minding.hours", "cz.contact-help.number", "cz.report-on-request.term")) {
      assertTrue(law.figures().stream().anyMatch(one -> one.id().equals(id)), id);
    }
    assertEquals(
        4,
        law.figures().stream()
            .filter(one -> one.id().startsWith("cz.minding."))
            .filter(one -> !one.id().equals("cz.minding.hours"))
            .count(),
        "four grounds");
  }

  private static void apart(String rule, List<? extends Parameter<?>> figures) {
    for (Parameter<?> one : figures) {
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
      assertTrue(
          figure.dated().paragraph().matches(".*((zákon|vyhláška) č\\. |nařízení \\(EU\\) ).*"),
          figure.id());
      assertTrue(figure.wording().length() <= 400, figure.id());
    }
    MandateLaw mandate = law.mandate().orElseThrow();
    assertEquals(
        figuresOfRules()
            + mandate.activities().size()
            + mandate.changeByDay().size()
            + mandate.insuranceDays().size()
            + CzechStandards.figures().size()
            + CareReports.figures().size()
            + Education.figures().size()
            + Respite.figures().size()
            + Help.figures().size()
            + Requests.figures().size()
            + Papers.figures().size()
            + law.retention().orElseThrow().classes().stream()
                .mapToInt(kept -> kept.years().size() + kept.childAge().size())
                .sum(),
        law.figures().size());
  }

  private long figuresOfRules() {
    long all = 0;
    for (Rule rule : law.rules()) {
      if (rule.id().equals("cz.visit")) {
        all += ((IntervalRule) rule).period().size() + 1;
      } else if (rule instanceof AgreementRule agreement) {
        all +=
            agreement.consent().size()
                + agreement.single().size()
                + agreement.apart().size()
                + agreement.concludeWithin().size()
                + agreement.notice().size()
                + agreement.agreedEndBound().size()
                + agreement.formerRules().size()
                + agreement.followUps().stream()
                    .filter(one -> !one.code().equals("cz.report"))
                    .mapToInt(one -> one.days().size())
                    .sum();
      }
    }
    return all;
  }
}
