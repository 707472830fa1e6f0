package org.opora.registry.directory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  /** Numbers of ministries and offices as they stand in the public register. */
  @ParameterizedTest
  @CsvSource({
    "00007064, 00007064",
    "00551023, 00551023",
    "72496991, 72496991",
    "' 724 96 991 ', 72496991",
    "551023, 00551023",
    "27074358, 27074358"
  })
  void anIcoIsKeptWithItsEightDigits(String written, String kept) {
    assertEquals(Optional.of(kept), Ico.of(written));
  }

  @ParameterizedTest
  @CsvSource({"00007065", "00000000", "1234567x", "123", "724969910", "72496919", "''"})
  void whatDoesNotCheckIsNone(String written) {
    assertEquals(Optional.empty(), Ico.of(written));
  }

  @ParameterizedTest
  @CsvSource({"6bnaawp, 6bnaawp", "' SC9AAVG ', sc9aavg", "48ia97h, 48ia97h"})
  void aDataBoxHasSevenSigns(String written, String kept) {
    assertEquals(Optional.of(kept), DataBox.of(written));
  }

  @ParameterizedTest
  @CsvSource({"6bnaaw", "6bnaawpp", "6bna-wp", "ščřžýáí", "''"})
  void whatHasAnotherFormIsNone(String written) {
    assertEquals(Optional.empty(), DataBox.of(written));
  }
}
