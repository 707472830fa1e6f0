package org.opora.law.czech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.spi.IntervalRule;
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
      IntervalRule interval = (IntervalRule) rule;
      IntervalRule.Reasons why = interval.reasons();
      List.of(
              interval.title().key(),
              why.fulfilled(),
              why.dueSoon(),
              why.overdue(),
              why.firstDue(),
              why.broughtAlong(),
              why.beforeOpora(),
              why.sinceOpora())
          .forEach(this::said);
      interval.period().forEach(p -> said(p.source().key()));
    }
  }

  private void said(String key) {
    assertFalse(texts.text(Locale.ENGLISH, key, DAY, DAY, 3, 2, "§ 47b").isBlank(), key);
  }
}
