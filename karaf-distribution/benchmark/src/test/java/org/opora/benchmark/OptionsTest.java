package org.opora.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.benchmark.measure.Operation;

class OptionsTest {
  @Test
  void withoutAWordEverythingIsMeasuredOnBothDatabases() {
    Options options = Options.read();
    assertEquals(100_000, options.people());
    assertEquals(1_000_000, options.manyPeople());
    assertEquals(10_000, options.importRows());
    assertEquals(500, options.agreements());
    assertEquals(List.of("derby", "postgresql"), options.databases());
    assertEquals(List.of(Options.Part.values()), options.parts());
  }

  @Test
  void theCampaignMeasuresAMinuteFiveTimes() {
    Options options = Options.read("--campaign");
    assertEquals(Duration.ofSeconds(60), options.measured());
    assertEquals(5, options.rounds());
  }

  @Test
  void aLaterWordWins() {
    Options options =
        Options.read(
            "--quick", "--people=7000", "--only", "pages", "--databases", "derby", "--publish");
    assertEquals(7_000, options.people());
    assertEquals(List.of(Options.Part.PAGES), options.parts());
    assertEquals(List.of("derby"), options.databases());
    assertTrue(options.publish());
  }

  @Test
  void onePageCanBeMeasuredAlone() {
    Options options = Options.read("--operations=open", "--clients=8,1");
    assertEquals(Set.of(Operation.OPEN), options.operations());
    assertEquals(List.of(8, 1), options.clients());
  }

  @Test
  void theCentreOfTenYearsCanBeMeasuredAlone() {
    Options options = Options.read("--only=duties-centre,statistic", "--agreements", "700");
    assertEquals(List.of(Options.Part.DUTIES_CENTRE, Options.Part.STATISTIC), options.parts());
    assertEquals(700, options.agreements());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--people",
        "--people=many",
        "--people=1",
        "--agreements=5",
        "--databases=oracle",
        "--only=lunch",
        "--operations=lunch",
        "--clients=many",
        "--fast"
      })
  void whatCannotBeReadIsRefused(String argument) {
    assertThrows(IllegalArgumentException.class, () -> Options.read(argument));
  }
}
