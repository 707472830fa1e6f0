package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.staff.spi.StaffLaw;

/** What is asked of the staff: the figures, their days and how far they are confirmed. */
class CzechStaffLawTest {
  private static final LocalDate NOW = LocalDate.of(2026, 11, 2);
  private final StaffLaw law = new CzechStaffLaw();

  @Test
  void furtherTrainingIsTwentyFourHoursAYearAndWasRead() {
    Parameter<Integer> year = on(law.trainingHours(), NOW);
    assertEquals(24, year.value());
    assertEquals(Trust.VERIFIED, year.trust());
    assertTrue(year.paragraph().contains("§ 111"));
  }

  @Test
  void theRestAreSecondaryReadings() {
    assertEquals(48, on(law.trainingHoursInTwoYears(), NOW).value());
    assertEquals(12, on(law.supervisionHours(), NOW).value());
    assertEquals(new StaffLaw.Load(18, 23), on(law.load(), NOW).value());
    Stream.of(law.trainingHoursInTwoYears(), law.supervisionHours(), law.load())
        .flatMap(List::stream)
        .forEach(figure -> assertEquals(Trust.SECONDARY, figure.trust()));
  }

  @Test
  void theReckoningOverTwoYearsIsOfTheNewerWordingOnly() {
    LocalDate before = LocalDate.of(2024, 12, 31);
    assertFalse(law.trainingHoursInTwoYears().stream().anyMatch(figure -> figure.holdsOn(before)));
    assertTrue(law.trainingHours().stream().anyMatch(figure -> figure.holdsOn(before)));
  }

  /** The page says the figure itself, from the data, and how far it is confirmed. */
  @Test
  void theSourceOfTheLoadDoesNotSayTheFigureOnceMore() throws IOException {
    for (String language : List.of("cs", "en", "pl")) {
      Properties texts = new Properties();
      try (Reader file =
          new InputStreamReader(
              getClass().getResourceAsStream("/i18n/messages_" + language + ".properties"),
              StandardCharsets.UTF_8)) {
        texts.load(file);
      }
      String source = texts.getProperty(on(law.load(), NOW).source().key());
      assertTrue(source.chars().noneMatch(Character::isDigit), source);
    }
  }

  private static <T> Parameter<T> on(List<Parameter<T>> figures, LocalDate day) {
    List<Parameter<T>> holding = figures.stream().filter(figure -> figure.holdsOn(day)).toList();
    assertEquals(1, holding.size());
    return holding.get(0);
  }
}
