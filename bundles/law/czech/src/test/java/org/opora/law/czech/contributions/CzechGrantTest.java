package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CareKind;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.grant.spi.GrantLaw.Amount;
import org.opora.api.grant.spi.GrantLaw.Band;
import org.opora.api.grant.spi.GrantLaw.Percent;
import org.opora.api.grant.spi.GrantLaw.Terms;
import org.opora.testkit.BundleTexts;

class CzechGrantTest {
  private final CzechGrant law = new CzechGrant();
  private final BundleTexts texts = new BundleTexts(CzechLaw.class, "org.opora.law-czech");

  @Test
  void everyYearHasItsAmountAndItsMark() {
    amount(LocalDate.of(2013, 1, 1), 48_000, Trust.VERIFIED);
    amount(LocalDate.of(2021, 12, 31), 48_000, Trust.VERIFIED);
    amount(LocalDate.of(2022, 6, 1), 54_000, Trust.VERIFIED);
    amount(LocalDate.of(2023, 1, 1), 59_400, Trust.VERIFIED);
    amount(LocalDate.of(2024, 6, 30), 59_400, Trust.VERIFIED);
    amount(LocalDate.of(2024, 7, 1), 59_400, Trust.UNVERIFIED);
    amount(LocalDate.of(2025, 1, 1), 66_000, Trust.SECONDARY);
    assertTrue(GrantLaw.on(law.amounts(), LocalDate.of(2012, 12, 31)).isEmpty());
    Amount present = GrantLaw.on(law.amounts(), LocalDate.of(2026, 1, 1)).orElseThrow().value();
    assertEquals(7_200_000, present.basic(CareKind.TEMPORARY));
    assertEquals(6_600_000, present.basic(CareKind.KINSHIP));
    assertEquals(1_800_000, present.supplement());
    assertEquals(3, present.children());
    assertEquals(List.of(Degree.II, Degree.III, Degree.IV), present.degrees());
    Amount former = GrantLaw.on(law.amounts(), LocalDate.of(2024, 1, 1)).orElseThrow().value();
    assertEquals(former.carer(), former.basic(CareKind.TEMPORARY));
    assertEquals(0, former.supplement());
  }

  private void amount(LocalDate day, long crowns, Trust trust) {
    Parameter<Amount> found = GrantLaw.on(law.amounts(), day).orElseThrow();
    assertEquals(crowns * 100, found.value().carer(), day.toString());
    assertEquals(trust, found.trust(), day.toString());
  }

  @Test
  void theBandsAreThoseOfTheDecree() {
    Map<Set<String>, Percent> bands =
        law.bands().stream().collect(Collectors.toMap(Band::rights, band -> band.dated().value()));
    assertEquals(
        Map.of(
            Set.of("cz.47a.a", "cz.47a.b"), new Percent(5, 15),
            Set.of("cz.47a.c", "cz.47a.d", "cz.47a.e"), new Percent(10, 20),
            Set.of("cz.47a.f"), new Percent(5, 10)),
        bands);
  }

  @Test
  void aCapIsThatOfTheDayOfTheCost() {
    assertEquals(30_000, most("cz.leasing", LocalDate.of(2024, 12, 31)));
    assertEquals(50_000, most("cz.leasing", LocalDate.of(2025, 1, 1)));
    assertEquals(100_000, most("cz.training-night", LocalDate.of(2024, 12, 31)));
    assertEquals(150_000, most("cz.training-night", LocalDate.of(2026, 4, 1)));
    assertEquals(26_000, most("cz.share.meals", LocalDate.of(2026, 4, 1)));
    assertEquals(12_000, most("cz.share.lunch", LocalDate.of(2026, 4, 1)));
    assertEquals(9_000, most("cz.share.night", LocalDate.of(2026, 4, 1)));
  }

  @Test
  void aCapSaysUnderWhichRightsItHolds() {
    assertEquals(Set.of("cz.47a.f"), rights("cz.training-night"));
    assertEquals(Set.of("cz.47a.b"), rights("cz.share.night"), "only in all-day care");
    assertEquals(Set.of(), rights("cz.leasing"));
    assertEquals(Set.of(), rights("cz.share.lunch"));
  }

  private Set<String> rights(String code) {
    return law.caps().stream()
        .filter(cap -> cap.code().equals(code))
        .flatMap(cap -> cap.rights().stream())
        .collect(Collectors.toSet());
  }

  private long most(String code, LocalDate day) {
    List<Long> found =
        law.caps().stream()
            .filter(cap -> cap.code().equals(code) && cap.most().holdsOn(day))
            .map(cap -> cap.most().value())
            .toList();
    assertEquals(1, found.size(), code);
    return found.get(0);
  }

  @Test
  void theDaysAreThoseOfTheAct() {
    assertEquals(
        new Terms(MonthDay.of(1, 15), MonthDay.of(2, 15), MonthDay.of(3, 31), MonthDay.of(4, 30)),
        law.terms().get(0).value());
    assertEquals(15, law.reportWithin().get(0).value());
    assertEquals(LocalDate.of(2025, 2, 10), law.refundDiscouraged().get(0).from());
    assertEquals(Trust.UNVERIFIED, law.begunMonthCounts().get(0).trust());
    assertEquals(
        1,
        new CzechLaw()
            .rules().stream()
                .filter(AgreementRule.class::isInstance)
                .flatMap(rule -> ((AgreementRule) rule).followUps().stream())
                .filter(one -> one.code().equals(law.reportFollowUp().orElseThrow()))
                .count(),
        "the report is one of the things to do after the end");
  }

  @Test
  void everyTextIsThere() {
    law.notPaid().forEach(list -> list.value().forEach(code -> said(code.text().key())));
    Stream.of(law.notPaid().get(0).source(), law.begunMonthCounts().get(0).source())
        .forEach(source -> said(source.key()));
    law.bands().forEach(band -> said(band.title().key()));
    law.caps().forEach(cap -> said(cap.title().key()));
    law.figures().forEach(figure -> said(figure.value().key()));
    assertEquals(1 + 5 + 3 + 7 + 1 + 1 + 1 + 6, law.figures().size());
  }

  @Test
  void everyRuleAboutMoneyIsAFigureWithItsParagraphAndMark() {
    Map<String, Long> caps =
        law.caps().stream()
            .filter(cap -> cap.most().holdsOn(LocalDate.of(2026, 4, 1)))
            .collect(
                Collectors.toMap(
                    cap -> cap.code() + " " + cap.per() + (cap.share() ? " share" : ""),
                    cap -> cap.most().value()));
    assertEquals(
        Map.of(
            "cz.leasing AGREEMENT_AND_MONTH", 50_000L,
            "cz.training-night ADULT_AND_NIGHT", 150_000L,
            "cz.share.meals CHILD_AND_DAY share", 26_000L,
            "cz.share.lunch CHILD_AND_DAY share", 12_000L,
            "cz.share.night CHILD_AND_DAY share", 9_000L),
        caps);
    assertTrue(
        law.figures().stream()
            .anyMatch(
                figure ->
                    figure.id().equals("cz.grant.fine")
                        && figure.dated().value().equals(50_000)
                        && figure.dated().paragraph().startsWith("§ 59f")));
    assertTrue(
        law.figures().stream()
            .map(figure -> figure.dated())
            .allMatch(
                dated ->
                    dated.paragraph().startsWith("§")
                        && dated.source() != null
                        && dated.trust() != Trust.CONFIRMED));
  }

  private void said(String key) {
    for (String language : List.of("cs", "pl", "en")) {
      assertFalse(
          texts.text(Locale.forLanguageTag(language), key).contains("??"), language + " " + key);
    }
  }
}
