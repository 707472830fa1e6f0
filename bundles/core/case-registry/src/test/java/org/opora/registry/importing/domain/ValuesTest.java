package org.opora.registry.importing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.files.CareKind;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5. 3. 2026",
        "05.03.2026",
        "5.3.2026",
        "5/3/2026",
        "2026-03-05",
        "5.3.26",
        " 5.\u00a03.\u00a02026 ",
        "2026-03-05T00:00:00",
        "46086"
      })
  void datesAreReadInEveryStyle(String text) {
    assertEquals(Optional.of(LocalDate.of(2026, 3, 5)), Values.date(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31. 2. 2015",
        "29.2.2025",
        "32.1.2020",
        "1.13.2020",
        "asi v březnu",
        "2015",
        "0.0.2020"
      })
  void daysThatDoNotExistAreNone(String text) {
    assertEquals(Optional.empty(), Values.date(text));
  }

  @Test
  void twoDigitsOfAYearAreReadByTheirCentury() {
    assertEquals(Optional.of(LocalDate.of(1964, 5, 8)), Values.date("8. 5. 64"));
  }

  @Test
  void decimalsHaveCommas() {
    assertEquals(Optional.of(new BigDecimal("26.5")), Values.decimal("26,5"));
    assertEquals(Optional.of(new BigDecimal("8")), Values.decimal("8 h"));
    assertEquals(Optional.empty(), Values.decimal("-3"));
    assertEquals(Optional.empty(), Values.decimal("asi 8"));
  }

  @ParameterizedTest
  @CsvSource({
    "JELÍNEK,Jelínek",
    "'Zdeněk  ',Zdeněk",
    "NOVÁKOVÁ-MALÁ,Nováková-Malá",
    "'van  der Meer',van der Meer",
    "O'BRIEN,O'Brien",
    "Říha,Říha",
    "ŁUKASZEWICZ,Łukaszewicz"
  })
  void namesAreTidied(String written, String name) {
    assertEquals(name, Values.name(written));
  }

  @Test
  void phonesAndPostalCodesAreGrouped() {
    assertEquals("+420 727 232 646", Values.phone("00420727232646"));
    assertEquals("727 232 646", Values.phone("727232646"));
    assertEquals("volat večer", Values.phone("volat večer"));
    assertEquals("741 01", Values.postalCode("74101"));
    assertEquals("30-001", Values.postalCode("30-001"));
  }

  @ParameterizedTest
  @CsvSource({
    "příbuzenská,KINSHIP",
    "dlouhodobá,LONG_TERM",
    "na přechodnou dobu,TEMPORARY",
    "PPPD,TEMPORARY",
    "poručník – osobní péče,GUARDIAN",
    "rodzina spokrewniona,KINSHIP",
    "rodzina niespokrewniona,LONG_TERM",
    "předpěstounská péče,PRE_FOSTER"
  })
  void kindsOfCareAreKnownByTheirWords(String words, CareKind kind) {
    assertEquals(Optional.of(kind), Values.careKind(words));
  }

  @Test
  void kinshipIsUsuallyNotMediated() {
    assertFalse(Values.usuallyMediated(CareKind.KINSHIP));
    assertTrue(Values.usuallyMediated(CareKind.TEMPORARY));
    assertEquals(Optional.empty(), Values.careKind("nevím"));
  }

  @Test
  void formulasAreSeen() {
    assertTrue(Values.formula("=HYPERLINK(\"evil\")"));
    assertTrue(Values.formula("@SUM(A1)"));
    assertFalse(Values.formula("+420 727 232 646"));
    assertFalse(Values.formula("- nic"));
  }

  @ParameterizedTest
  @CsvSource({
    "175412/2304,2017-04-12",
    "090511/6982,2009-05-11",
    "535531/123,1953-05-31",
    "02222112345,",
    "44051401359,1944-05-14",
    "06211500003,2006-01-15"
  })
  void birthNumbersTellBirthDates(String number, LocalDate date) {
    assertEquals(date, BirthNumber.of(number).birthDate());
  }

  @Test
  void aNumberThatFailsTheCheckTellsNothing() {
    assertFalse(BirthNumber.of("201104/4676").valid());
    assertNull(BirthNumber.of("201104/4676").birthDate());
    assertFalse(BirthNumber.of("nevím").valid());
    assertEquals("175412/2304", BirthNumber.of("1754122304").written());
  }
}
