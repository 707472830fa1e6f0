package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.standards.spi.StandardsLaw.Criterion;
import org.opora.api.standards.spi.StandardsLaw.Standard;
import org.opora.testkit.BundleTexts;

class CzechStandardsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private final StandardsLaw law = new CzechStandards();
  private final BundleTexts texts = new BundleTexts(CzechLaw.class, "org.opora.law-czech");

  private List<Standard> standards() {
    return StandardsLaw.on(law.standards(), DAY).orElseThrow().value();
  }

  @Test
  void thereAreSixteenStandardsInTheirOrder() {
    assertEquals(
        IntStream.rangeClosed(1, 16).mapToObj(String::valueOf).toList(),
        standards().stream().map(Standard::number).toList());
    assertTrue(standards().stream().allMatch(one -> one.trust() == Trust.SECONDARY));
    assertTrue(StandardsLaw.on(law.standards(), LocalDate.of(2012, 12, 31)).isEmpty());
    assertEquals(30, StandardsLaw.on(law.criteria(), DAY).orElseThrow().value());
    assertEquals(3, StandardsLaw.on(law.bestMark(), DAY).orElseThrow().value());
  }

  @Test
  void onlyCriteriaThatAreKnownAreNamedWithTheirTrust() {
    List<String> known =
        standards().stream()
            .flatMap(
                one -> one.known().stream().map(c -> one.number() + c.letter() + " " + c.trust()))
            .toList();
    assertEquals(
        List.of(
            "2a VERIFIED",
            "7c SECONDARY",
            "10a SECONDARY",
            "10b SECONDARY",
            "10c SECONDARY",
            "10d SECONDARY",
            "13a VERIFIED"),
        known);
  }

  @Test
  void theFiguresAreShownToTheLawyer() {
    assertEquals(
        List.of("16", "30", "3"),
        CzechStandards.figures().stream().map(one -> one.dated().value().toString()).toList());
    assertTrue(new CzechLaw().figures().containsAll(CzechStandards.figures()));
  }

  @Test
  void everyTextIsThere() {
    for (Standard one : standards()) {
      said(one.topic().key());
      said(one.proof().key());
      one.known().stream().map(Criterion::words).forEach(words -> said(words.key()));
    }
    law.standards().forEach(one -> said(one.source().key()));
    law.bestMark().forEach(one -> said(one.source().key()));
    CzechStandards.figures()
        .forEach(
            one -> {
              said(one.title().key());
              said(one.value().key());
            });
  }

  private void said(String key) {
    for (String language : List.of("cs", "pl", "en")) {
      assertFalse(
          texts.text(Locale.forLanguageTag(language), key, 3).contains("??"), language + " " + key);
    }
  }
}
