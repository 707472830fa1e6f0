package org.opora.registry.importing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each doubt on a small register of its own. */
class FindingsTest {
  @Test
  void aSoundRowGivesNoDoubt() {
    Samples.Read read =
        Samples.rows(row(Column.CONCLUDED_ON, "2. 5. 2017", Column.FILE_NUMBER, "1/2017"));
    assertEquals(List.of("mediated-assumed"), read.findings().stream().map(Finding::code).toList());
  }

  @Test
  void missingNamesAreSaidAndNobodyIsLost() {
    Samples.Read read =
        Samples.rows(
            row(Column.CHILD_GIVEN, ""),
            row(Column.FILE_NUMBER, "2/2020", Column.CARER1_FAMILY, ""));
    assertEquals(List.of(2, 3), read.of("missing-name").stream().map(Finding::row).toList());
    assertEquals(2, read.families().size());
    assertEquals("Malá", read.families().get(0).children().get(0).family());
  }

  @Test
  void conflictingValuesNameTheRowThatDiffers() {
    Samples.Read read =
        Samples.rows(
            row(),
            row(),
            row(Column.PHONE, "999 888 777"),
            row(Column.PHONE, ""),
            row(Column.TOWN, "NOVÝ JIČÍN"));
    Finding finding = read.of("conflicting-values").get(0);
    assertEquals(1, read.of("conflicting-values").size());
    assertEquals(4, finding.row());
    assertEquals("Telefon", finding.column());
    assertEquals("999 888 777", finding.value());
    assertEquals("727 232 646", read.families().get(0).values().get(Column.PHONE));
  }

  @Test
  void datesThatDoNotGoTogetherAreSaid() {
    at("placement-before-birth", row(Column.PLACED_ON, "1. 1. 2016"));
    at("end-before-start", row(Column.ENDED_ON, "1. 1. 2010"));
    at("future-date", row(Column.LAST_CONTACT, "5. 12. 2026"));
    at("contact-before-agreement", row(Column.LAST_CONTACT, "5. 12. 2014"));
    at("contact-after-end", row(Column.ENDED_ON, "1. 6. 2026"));
    at("placed-after-end", row(Column.ENDED_ON, "1. 6. 2016"));
    at(
        "placed-before-agreement",
        row(Column.CONCLUDED_ON, "1. 6. 2018", Column.FILE_NUMBER, "1/2018"));
    at("number-year", row(Column.FILE_NUMBER, "1/2011"));
    at("missing-date", row(Column.CONCLUDED_ON, ""));
    at("missing-key-worker", row(Column.KEY_WORKER, ""));
    at("unknown-kind", row(Column.CARE_KIND, "jiná"));
    at("missing-kind", row(Column.CARE_KIND, ""));
    at("missing-number", row(Column.FILE_NUMBER, ""));
    at("invalid-number", row(Column.EDUCATION_HOURS, "hodně"));
    at("invalid-email", row(Column.EMAIL, "nemá"));
    at("child-of-age", row(Column.CHILD_NATIONAL_ID, number("075412")));
    at("suspicious-reference", row(Column.COURT_REFERENCE, "35 P 143/2027"));
  }

  @Test
  void whatACarefulReaderAsksAboutIsNoted() {
    at("incomplete-street", row(Column.STREET, "U 1278/15"));
    assertEquals(List.of(), Samples.rows(row(Column.STREET, "U Lesa 12")).of("incomplete-street"));
    at("no-child-at-first", row(Column.PLACED_ON, "3. 8. 2017"));
    Map<Column, String> temporary =
        row(Column.PLACED_ON, "3. 8. 2017", Column.CARE_KIND, "na přechodnou dobu");
    assertEquals(List.of(), Samples.rows(temporary).of("no-child-at-first"));
    at("long-temporary-care", temporary);
    at("counted-after-end", row(Column.ENDED_ON, "1. 6. 2025", Column.EDUCATION_HOURS, "6"));
    at("counted-after-end", row(Column.ENDED_ON, "31. 12. 2025", Column.RESPITE_DAYS, "6"));
    assertEquals(
        List.of(),
        Samples.rows(
                row(
                    Column.ENDED_ON,
                    "1. 6. 2026",
                    Column.EDUCATION_HOURS,
                    "6",
                    Column.RESPITE_DAYS,
                    "6"))
            .of("counted-after-end"));
    Map<Column, String> neighbour =
        row(
            Column.FILE_NUMBER,
            "2/2015",
            Column.CARER1_GIVEN,
            "Petr",
            Column.CHILD_NATIONAL_ID,
            number("180101"),
            Column.CHILD_GIVEN,
            "Eva");
    Samples.Read read = Samples.rows(row(), row(), neighbour);
    assertEquals(List.of(4), read.of("shared-contact").stream().map(Finding::row).toList());
    assertEquals(List.of(2, "1/2015"), read.of("shared-contact").get(0).arguments());
  }

  @Test
  void aFutureContactIsNotTaken() {
    Family family = Samples.rows(row(Column.LAST_CONTACT, "5. 12. 2026")).families().get(0);
    assertNull(family.children().get(0).lastContact());
    assertNull(family.carers().get(0).lastContact());
  }

  @Test
  void aContactOnTheDayOfThePlacementCounts() {
    Family family = Samples.rows(row(Column.LAST_CONTACT, "17. 4. 2017")).families().get(0);
    assertEquals(LocalDate.of(2017, 4, 17), family.children().get(0).lastContact());
  }

  @Test
  void duplicatesAreSeenByNameAndBirthDateToo() {
    Samples.Read read =
        Samples.rows(
            row(),
            row(
                Column.FILE_NUMBER,
                "2/2015",
                Column.CHILD_NATIONAL_ID,
                "",
                Column.CARER1_FAMILY,
                "Jiný"));
    assertEquals(List.of(), read.of("possible-duplicate"));
    Map<Column, String> sameCarer =
        row(
            Column.FILE_NUMBER,
            "2/2015",
            Column.CHILD_NATIONAL_ID,
            number("180101"),
            Column.CHILD_GIVEN,
            "Eva");
    read = Samples.rows(row(), row(), sameCarer, sameCarer);
    assertEquals(List.of(4), read.of("possible-duplicate").stream().map(Finding::row).toList());
    assertEquals("Novák", read.of("possible-duplicate").get(0).value());
    assertEquals(2, read.of("possible-duplicate").get(0).otherRow());
  }

  @Test
  void theSameChildTwiceInOneFamilyIsSaid() {
    at("repeated-child", row(), row());
  }

  @Test
  void aRowWithoutChildIsAFileWithCarersOnly() {
    Samples.Read read =
        Samples.rows(
            row(
                Column.CHILD_FAMILY,
                "",
                Column.CHILD_GIVEN,
                "",
                Column.CHILD_NATIONAL_ID,
                "",
                Column.PLACED_ON,
                "",
                Column.COURT_REFERENCE,
                "",
                Column.CARE_KIND,
                "na přechodnou dobu"));
    assertEquals(0, read.families().get(0).children().size());
    assertEquals(1, read.families().get(0).carers().size());
    assertEquals(LocalDate.of(2026, 9, 18), read.families().get(0).carers().get(0).lastContact());
  }

  @Test
  void aNumberThatLostItsZeroIsCompleted() {
    String number = number("090511");
    Samples.Read read = Samples.rows(row(Column.CHILD_NATIONAL_ID, number.substring(1)));
    assertEquals("national-id-zero", read.findings().get(0).code());
    assertEquals(LocalDate.of(2009, 5, 11), read.families().get(0).children().get(0).birthDate());
  }

  @SafeVarargs
  private static void at(String code, Map<Column, String>... rows) {
    assertEquals(1, Samples.rows(rows).of(code).size(), code);
  }

  /** A birth number with these six digits that passes the check. */
  private static String number(String six) {
    for (int rest = 1000; ; rest++) {
      if (Long.parseLong(six + rest) % 11 == 0) {
        return six + rest;
      }
    }
  }

  private static Map<Column, String> row(Object... changes) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.FILE_NUMBER, "1/2015");
    row.put(Column.CARER1_FAMILY, "Novák");
    row.put(Column.CARER1_GIVEN, "Jan");
    row.put(Column.CARER1_BIRTH, "1. 2. 1970");
    row.put(Column.TOWN, "Nový Jičín");
    row.put(Column.PHONE, "727 232 646");
    row.put(Column.CARE_KIND, "dlouhodobá");
    row.put(Column.CHILD_FAMILY, "Malá");
    row.put(Column.CHILD_GIVEN, "Žofie");
    row.put(Column.CHILD_NATIONAL_ID, "175412/2304");
    row.put(Column.PLACED_ON, "17. 4. 2017");
    row.put(Column.COURT_REFERENCE, "35 P 143/2017");
    row.put(Column.CONCLUDED_ON, "2. 2. 2015");
    row.put(Column.KEY_WORKER, "Bc. Jana Tichá");
    row.put(Column.LAST_CONTACT, "18. 9. 2026");
    for (int i = 0; i < changes.length; i += 2) {
      row.put((Column) changes[i], (String) changes[i + 1]);
    }
    return row;
  }
}
