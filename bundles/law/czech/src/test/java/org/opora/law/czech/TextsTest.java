package org.opora.law.czech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.Texts;

/** The three languages say the same. */
class TextsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private final BundleTexts texts = new BundleTexts(CzechLaw.class, "org.opora.law-czech");

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }

  @Test
  void everySentenceOfARuleIsThere() {
    for (var rule : new CzechLaw().rules()) {
      said(rule.title().key());
      if (rule instanceof AgreementRule agreement) {
        agreement(agreement);
      } else if (rule instanceof IntervalRule interval) {
        IntervalRule.Reasons why = interval.reasons();
        List.of(
                why.fulfilled(),
                why.dueSoon(),
                why.overdue(),
                why.firstDue(),
                why.broughtAlong(),
                why.beforeOpora(),
                why.sinceOpora())
            .forEach(this::said);
      } else if (rule instanceof CycleRule cycle) {
        CycleRule.Reasons why = cycle.reasons();
        List.of(
                why.running(),
                why.dueSoon(),
                why.overdue(),
                why.unknown(),
                why.atTheEnd(),
                why.endOverdue(),
                why.endUnknown())
            .forEach(this::said);
        Stream.concat(why.addressees().values().stream(), Stream.of(why.somebody()))
            .forEach(
                whom -> {
                  String word = texts.text(Locale.ENGLISH, whom);
                  List.of(why.delivery(), why.deliveryOverdue(), why.deliveryUnknown())
                      .forEach(
                          key ->
                              assertTrue(
                                  texts
                                      .text(Locale.ENGLISH, key, DAY, DAY, 3L, 15, "§ 47b", word)
                                      .contains(word),
                                  key));
                });
      } else if (rule instanceof QuotaRule quota) {
        QuotaRule.Reasons why = quota.reasons();
        BigDecimal hours = new BigDecimal("20.5");
        List.of(
                why.fulfilled(),
                why.open(),
                why.ending(),
                why.missed(),
                why.excused(),
                why.unknown())
            .forEach(
                key -> said(key, DAY, DAY, 24, hours, hours, hours, hours, hours, 6L, "§ 47a"));
      } else if (rule instanceof EntitlementRule entitlement) {
        EntitlementRule.Reasons why = entitlement.reasons();
        List.of(
                why.open(),
                why.usedUp(),
                why.over(),
                why.overJustified(),
                why.notNow(),
                why.unknown())
            .forEach(key -> said(key, "2026", 14, 6, 8, 0, "§ 47a"));
      } else if (rule instanceof ExpiryRule expiry) {
        ExpiryRule.Reasons why = expiry.reasons();
        List.of(why.valid(), why.expiring(), why.missing(), why.lasting(), why.unknown())
            .forEach(key -> said(key, DAY, 3L, "§ 49"));
      } else {
        DeadlineRule.Reasons why = ((DeadlineRule) rule).reasons();
        List.of(why.running(), why.dueSoon(), why.overdue(), why.unknown())
            .forEach(key -> said(key, DAY, DAY, 3L, "§ 49c"));
      }
    }
  }

  @Test
  void hoursAreSaidAsPeopleSayThem() {
    Text open =
        Text.of(
            "org.opora.law-czech",
            "education.open",
            DAY,
            DAY,
            new BigDecimal("24"),
            new BigDecimal("20.5"),
            new BigDecimal("3.5"),
            0,
            0,
            0,
            6L,
            "§ 47a");
    assertTrue(texts.text(Locale.forLanguageTag("cs"), open).contains("20,5"));
    assertTrue(texts.text(Locale.forLanguageTag("pl"), open).contains("3,5"));
    assertTrue(texts.text(Locale.ENGLISH, open).contains("20.5"));
  }

  @Test
  void everyFigureIsSaidInWords() {
    for (LawFigure figure : new CzechLaw().figures()) {
      for (Text text : List.of(figure.title(), figure.value(), figure.dated().source())) {
        for (String language : List.of("cs", "pl", "en")) {
          assertFalse(texts.text(Locale.forLanguageTag(language), text).isBlank(), text.key());
        }
      }
    }
  }

  @Test
  void theDaysOfNoticeAreThoseOfTheFigure() {
    LawFigure notice =
        new CzechLaw()
            .figures().stream()
                .filter(one -> one.id().equals("cz.agreement.notice"))
                .findFirst()
                .orElseThrow();
    assertEquals("cz.agreement.notice", notice.id());
    for (String language : List.of("cs", "pl", "en")) {
      String said = texts.text(Locale.forLanguageTag(language), notice.value());
      assertTrue(said.contains("30") && said.contains("31"), said);
    }
    assertEquals(2, notice.value().arguments().size(), "the days are arguments");
  }

  private void agreement(AgreementRule rule) {
    said(rule.title().key());
    Stream.of(
            rule.consent(),
            rule.single(),
            rule.apart(),
            rule.concludeWithin(),
            rule.notice(),
            rule.agreedEndBound(),
            rule.formerRules())
        .flatMap(List::stream)
        .forEach(figure -> said(figure.source().key()));
    Stream.of(rule.centreGrounds(), rule.lawGrounds())
        .flatMap(List::stream)
        .forEach(ground -> said(ground.text().key()));
    rule.followUps()
        .forEach(
            one -> {
              said(one.key(), DAY, DAY, 15, "§ 47d");
              one.days().forEach(figure -> said(figure.source().key()));
            });
    AgreementRule.Reasons why = rule.reasons();
    List.of(why.inTime(), why.late(), why.agreed(), why.agreedFree())
        .forEach(key -> said(key, DAY, DAY, 32, 30, DAY, "§ 47c"));
    List.of(why.notThatDay(), why.agreedOtherwise())
        .forEach(key -> said(key, DAY, DAY, 15, 30, DAY, "§ 47c", DAY));
    said(why.byLaw(), DAY, "§ 47c");
    said(why.formerRules(), DAY, "Art. II");
    said(why.consentMissing(), "§ 47b");
    said(why.signedBeforeConsent(), DAY, DAY, "§ 47b");
    said(why.changeWithoutConsent(), "§ 47b");
    said(why.secondAgreement(), "§ 47b");
    said(why.notYetApart(), DAY, DAY, 3, "§ 47b");
    said(why.noDecision(), "§ 47b");
    said(why.stays(), "§ 47b");
    said(why.concludeBy(), DAY, 30, DAY, "§ 47b");
  }

  private void said(String key) {
    said(key, DAY, DAY, 3, 2, "§ 47b");
  }

  private void said(String key, Object... arguments) {
    assertFalse(texts.text(Locale.ENGLISH, key, arguments).isBlank(), key);
  }
}
