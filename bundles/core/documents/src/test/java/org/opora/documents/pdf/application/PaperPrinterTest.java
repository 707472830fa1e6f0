package org.opora.documents.pdf.application;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.documents.Printing.Grid;
import org.opora.api.documents.Printing.Heading;
import org.opora.api.documents.Printing.Paper;
import org.opora.api.documents.Printing.Words;
import org.opora.api.faults.Refused;

/** Papers of other bundles become PDFs that keep what letters promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperPrinterTest {
  private PdfMaker maker;
  private PaperPrinter printer;

  @BeforeAll
  void open() throws IOException {
    maker = new PdfMaker();
    printer = new PaperPrinter(maker);
  }

  @AfterAll
  void close() throws IOException {
    maker.close();
  }

  private static Paper paper(String title, Grid grid) {
    return new Paper(
        Locale.forLanguageTag("cs"),
        List.of("Opora Zkušební"),
        title,
        List.of(new Words("Spočítáno 2. 11. 2026."), new Heading("Dohody"), grid));
  }

  @Test
  void figuresAreAPdfA2bThatEverybodyCanListenTo() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 90; row++) {
      rows.add(Arrays.asList("Příbuzenská péče < " + row + " & víc", "40", null, "1 234,5"));
    }
    byte[] pdf =
        printer.pdf(
            paper(
                "Roční výkaz 2026",
                new Grid(
                    "Dohody podle druhu", List.of("Co", "První den", "Konec", "Hodiny"), rows)));
    Verified.keepsBothPromises(pdf);
    String words = Verified.words(pdf);
    for (String one :
        List.of(
            "Opora Zkušební",
            "Roční výkaz 2026",
            "Dohody podle druhu",
            "Příbuzenská péče < 89 & víc",
            "1 234,5")) {
      assertTrue(words.contains(one), one + " in " + words);
    }
  }

  @Test
  void aTableWithoutRowsIsPrintedAsWell() throws Exception {
    Verified.keepsBothPromises(
        printer.pdf(paper("Prázdný", new Grid("Nic", List.of("Co", "Kolik"), List.of()))));
  }

  @Test
  void whatCannotStandOnPaperIsRefusedWithASentence() {
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                printer.pdf(
                    paper("\u4e2d\u6587", new Grid("x", List.of("Co"), List.of(List.of("y"))))));
    assertTrue(refused.text().key().contains("character"), refused.text().key());
  }
}
