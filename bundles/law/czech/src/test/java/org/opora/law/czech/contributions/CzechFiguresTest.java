package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.spi.LawFigure;
import org.opora.testkit.BundleTexts;

/** Whatever the house counts by can be read and confirmed, each figure by itself. */
class CzechFiguresTest {
  @Test
  void everyFigureOfEveryLawIsShownOnceAndInEveryLanguage() {
    List<LawFigure> signing = new CzechSigning().figures();
    List<LawFigure> staff = new CzechStaffLaw().figures();
    List<LawFigure> contacts = new CzechFirstContact().figures();
    assertEquals(7, signing.size(), "majority, interim measures, five kinds of matters");
    assertEquals(4, staff.size());
    assertEquals(10, contacts.size(), "six rights, three grounds, the return");
    List<LawFigure> grant = new CzechGrant().figures();
    assertEquals(
        25, grant.size(), "amounts, begun months, bands, caps, refunds, terms, limits, the fine");
    BundleTexts texts = new BundleTexts(CzechLaw.class, CzechLaw.TEXTS);
    Set<String> shown = new HashSet<>();
    Stream.of(new CzechLaw().figures(), signing, staff, contacts, grant)
        .flatMap(List::stream)
        .forEach(
            figure -> {
              assertTrue(shown.add(figure.id() + figure.dated().from()), figure.id());
              assertTrue(figure.id().matches("cz\\.[a-z0-9.-]{1,76}"), figure.id());
              assertFalse(figure.dated().paragraph().isBlank(), figure.id());
              assertTrue(figure.wording().length() <= 400, figure.id());
              for (String language : List.of("cs", "pl", "en")) {
                Locale locale = Locale.forLanguageTag(language);
                assertFalse(texts.text(locale, figure.title()).isBlank(), figure.id());
                assertFalse(texts.text(locale, figure.value()).isBlank(), figure.id());
              }
            });
  }
}
