package org.opora.registry.importing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.files.CareKind;

/**
 * The sample register: what was planted in it is found, at its row, and nothing of the kind
 * besides.
 */
class SampleRegisterTest {
  private static final Set<String> PLANTED =
      Set.of(
          "possible-duplicate",
          "national-id-checksum",
          "invalid-date",
          "missing-name",
          "conflicting-values");

  private final Samples.Read read = Samples.read(Samples.register());

  @Test
  void everyPlantedFaultIsFoundAtItsRowAndNoOther() {
    List<List<String>> planted =
        Samples.records(Samples.resource("/data/evidence-dohod.findings.csv"));
    Set<String> expected =
        planted.stream()
            .skip(1)
            .map(cells -> String.join(" ", cells))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        read.findings().stream()
            .filter(finding -> PLANTED.contains(finding.code()))
            .map(finding -> finding.row() + " " + finding.code() + " " + finding.value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(9, expected.size());
    assertEquals(expected, found);
  }

  @Test
  void everyRowBelongsToOneFamily() {
    List<Integer> rows =
        read.families().stream().flatMap(family -> family.rows().stream()).sorted().toList();
    assertEquals(100, rows.size());
    assertEquals(2, rows.get(0));
    assertEquals(101, rows.get(99));
    assertEquals(60, read.families().size());
    assertEquals(100, read.families().stream().mapToInt(family -> family.children().size()).sum());
  }

  @Test
  void aDateThatCannotBeIsProposedFromTheOtherRows() {
    assertEquals(
        LocalDate.of(2015, 3, 15), read.family("031/2015").values().date(Column.CONCLUDED_ON));
    Finding finding = read.of("invalid-date").get(0);
    assertEquals("invalid-date.others", finding.text());
    assertEquals(List.of(LocalDate.of(2015, 3, 15), 2, 56), finding.arguments());
    assertEquals("Dohoda uzavřena dne", finding.column());
  }

  @Test
  void aChildWhoseNumberFailsTheCheckHasNoBirthDate() {
    Family.Child child = read.family("020/2017").children().get(0);
    assertNull(child.birthDate());
    assertEquals("201104/4676", child.nationalId());
  }

  @Test
  void birthDatesComeFromNumbers() {
    assertEquals(LocalDate.of(2017, 4, 12), read.family("001/2015").children().get(0).birthDate());
    assertEquals(LocalDate.of(2009, 5, 11), read.family("002/2023").children().get(0).birthDate());
  }

  @Test
  void carersAgreementAndAddressAreRead() {
    Family family = read.family("001/2015");
    assertEquals(2, family.carers().size());
    assertEquals("Zdeňka", family.carers().get(1).given());
    assertEquals(LocalDate.of(1982, 9, 6), family.carers().get(1).birthDate());
    assertEquals(CareKind.KINSHIP, family.values().careKind());
    assertEquals("false", family.values().get(Column.MEDIATED));
    assertEquals("741 01", family.values().get(Column.POSTAL_CODE));
    assertEquals("Bc. Šimon Ryba, DiS.", family.values().get(Column.KEY_WORKER));
    assertEquals("Konečný", family.coverName());
    assertEquals("26.5", read.family("003/2023").values().get(Column.EDUCATION_HOURS));
    assertEquals(1, read.family("008/2016").carers().size());
  }

  @Test
  void onlyWhoWasThereWasMet() {
    Family ended = read.family("032/2019");
    assertEquals(LocalDate.of(2021, 1, 25), ended.children().get(0).lastContact());
    assertNull(ended.children().get(1).lastContact());
    assertEquals(LocalDate.of(2021, 1, 25), ended.carers().get(0).lastContact());
    assertEquals(LocalDate.of(2025, 9, 18), ended.children().get(0).leftOn());
  }

  @Test
  void whatNobodyPlantedIsFoundToo() {
    assertEquals(List.of(45, 62, 70), rows("name-normalised"));
    assertEquals(List.of(8), rows("formula-text"));
    assertEquals(List.of(90), rows("suspicious-reference"));
    assertEquals(List.of(5, 34, 50, 91), rows("undisclosed-address"));
    assertEquals(List.of(60), rows("contact-before-placement"));
    assertEquals(List.of(59, 62), rows("contact-long-before-end"));
    assertEquals(List.of(69), rows("shared-contact"));
    assertEquals(20, read.of("shared-contact").get(0).otherRow());
    assertEquals(List.of(23, 36, 44), rows("incomplete-street"));
    assertEquals(List.of(59, 62, 62, 77), rows("counted-after-end"));
    assertEquals(List.of(2, 17, 19, 36, 56, 59, 75, 87, 94, 98), rows("no-child-at-first"));
    assertEquals(List.of(10, 11, 35, 37, 76, 79, 84, 85, 92), rows("long-temporary-care"));
    assertEquals(4, read.of("mediated-assumed").size());
    assertEquals("Jelínek", read.family("025/2017").children().get(1).family());
    assertEquals("Zdeněk", read.family("025/2017").children().get(1).given());
    assertEquals("=HYPERLINK(\"evil\")", read.family("003/2023").notes().get(0).text());
    assertTrue(read.family("002/2023").undisclosed());
    assertFalse(read.family("001/2015").undisclosed());
    assertEquals(
        "Matka \"zakázala\" sdělit adresu; pozor\nutajit!",
        read.family("002/2023").notes().get(0).text());
  }

  @Test
  void nothingIsSaidWithoutGround() {
    Set<String> said =
        read.findings().stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "possible-duplicate",
                "national-id-checksum",
                "invalid-date",
                "name-normalised",
                "formula-text",
                "suspicious-reference",
                "undisclosed-address",
                "contact-before-placement",
                "contact-long-before-end",
                "shared-contact",
                "incomplete-street",
                "counted-after-end",
                "no-child-at-first",
                "long-temporary-care",
                "mediated-assumed")),
        said);
  }

  private List<Integer> rows(String code) {
    return read.of(code).stream().map(Finding::row).sorted().toList();
  }
}
