package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.testkit.BundleTexts;

class CzechFirstContactTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 6);
  private final CzechFirstContact law = new CzechFirstContact();
  private final BundleTexts texts = new BundleTexts(CzechLaw.class, "org.opora.law-czech");

  @Test
  void aCarerHasTheSixRightsOfTheAct() {
    List<Code> rights = FirstContactLaw.on(law.rights(), DAY);
    assertEquals(
        List.of("cz.47a.a", "cz.47a.b", "cz.47a.c", "cz.47a.d", "cz.47a.e", "cz.47a.f"),
        rights.stream().map(Code::code).toList());
    assertTrue(rights.get(1).paragraph().startsWith("§ 47a odst. 2 písm. b)"));
    assertEquals(List.of(), FirstContactLaw.on(law.rights(), LocalDate.of(2012, 12, 31)));
  }

  @Test
  void anAgreementIsRefusedForOneOfThreeReasonsOnly() {
    assertEquals(
        List.of("cz.out-of-mandate", "cz.capacity", "cz.terminated"),
        FirstContactLaw.on(law.refusalGrounds(), DAY).stream().map(Code::code).toList());
    assertEquals(
        "cz.capacity",
        FirstContactLaw.named(law.refusalGrounds(), "cz.capacity").orElseThrow().code());
    assertTrue(FirstContactLaw.named(law.refusalGrounds(), "cz.mood").isEmpty());
  }

  @Test
  void theYearIsReportedByTheEndOfJune() {
    assertEquals(MonthDay.of(6, 30), law.yearlyReturn().get(0).value());
  }

  @Test
  void everyTextIsThere() {
    Stream.of(law.rights(), law.refusalGrounds())
        .flatMap(List::stream)
        .forEach(
            list -> {
              said(list.source().key());
              list.value().forEach(code -> said(code.text().key()));
            });
    law.yearlyReturn().forEach(one -> said(one.source().key()));
  }

  private void said(String key) {
    for (String language : List.of("cs", "pl", "en")) {
      assertFalse(
          texts.text(Locale.forLanguageTag(language), key).contains("??"), language + " " + key);
    }
  }
}
