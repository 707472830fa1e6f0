package org.opora.registry.importing.application.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opora.registry.importing.domain.Samples;

/** Files as spreadsheets save them: the same table whatever the encoding, separator and format. */
class SheetTest {
  private final List<List<String>> records = Samples.records(Samples.register());
  private final Samples.Read original = Samples.read(Samples.register());

  @Test
  void theSampleIsRecognised() throws IOException {
    Sheet sheet = Sheet.open(Samples.register());
    assertEquals(new Sheet.Facts("csv", "windows-1250", ";", false), sheet.facts());
    assertEquals(1, sheet.header());
    assertEquals(List.of(), sheet.columns().unknown());
    assertEquals(26, sheet.columns().places().size());
  }

  @Test
  void everyWayOfSavingGivesTheSame() throws IOException {
    for (char separator : new char[] {';', ',', '\t'}) {
      same(Samples.csv(records, separator, StandardCharsets.UTF_8, false));
      same(Samples.csv(records, separator, StandardCharsets.UTF_8, true));
      same(Samples.csv(records, separator, Samples.WINDOWS, false));
    }
    same(Samples.csv(records, '\t', StandardCharsets.UTF_16LE, true));
    same(Samples.workbook(records, false));
  }

  @Test
  void realDatesOfAWorkbookAreDates() {
    Samples.Read read = Samples.read(Samples.workbook(records, true));
    assertEquals(original.families().size(), read.families().size());
    for (int i = 0; i < read.families().size(); i++) {
      assertEquals(original.families().get(i).values(), read.families().get(i).values());
      assertEquals(original.families().get(i).children(), read.families().get(i).children());
      assertEquals(original.families().get(i).carers(), read.families().get(i).carers());
    }
  }

  @Test
  void isoIsToldFromWindows() throws IOException {
    Charset iso = Charset.forName("ISO-8859-2");
    List<List<String>> plain = new ArrayList<>();
    for (List<String> record : records) {
      plain.add(record.stream().map(cell -> cell.replace('–', '-')).toList());
    }
    Sheet sheet = Sheet.open(Samples.csv(plain, ';', iso, false));
    assertEquals("ISO-8859-2", sheet.facts().encoding());
    assertEquals(
        records.get(5).get(21),
        Samples.records(Samples.csv(plain, ';', iso, false)).get(5).get(21));
  }

  @Test
  void columnsMayStandInAnyOrder() throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < records.get(0).size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(7));
    List<List<String>> shuffled = new ArrayList<>();
    for (List<String> record : records) {
      shuffled.add(order.stream().map(record::get).toList());
    }
    same(Samples.csv(shuffled));
  }

  @Test
  void aTitleAboveTheHeaderIsPassedOver() throws IOException {
    List<List<String>> titled = new ArrayList<>();
    titled.add(List.of("Evidence dohod 2026"));
    titled.addAll(records);
    Sheet sheet = Sheet.open(Samples.csv(titled));
    assertEquals(2, sheet.header());
    List<Integer> numbers = new ArrayList<>();
    sheet.rows(row -> numbers.add(row.number()));
    assertEquals(3, numbers.get(0));
    assertEquals(100, numbers.size());
  }

  @Test
  void blankRowsAreNoRowsButCount() {
    List<List<String>> gaps = new ArrayList<>(records.subList(0, 3));
    gaps.add(Collections.nCopies(26, ""));
    gaps.addAll(records.subList(3, 5));
    Samples.Read read = Samples.read(Samples.csv(gaps));
    List<Integer> rows =
        read.families().stream().flatMap(family -> family.rows().stream()).toList();
    assertEquals(List.of(2, 3, 5, 6), rows);
  }

  @Test
  void lonelyReturnsAndMissingLastLineBreakAreRead() {
    String text =
        "Spis č.;Pěstoun – příjmení;Pěstoun – jméno\r"
            + "1/2020;Novák;\"Jan \"\"Honza\"\"\"\r"
            + "2/2020;Malý;Petr";
    List<List<String>> read = Samples.records(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("1/2020", "Novák", "Jan \"Honza\""), read.get(1));
    assertEquals(List.of("2/2020", "Malý", "Petr"), read.get(2));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertEquals("empty", reason(new byte[0]));
    assertEquals("no-table", reason(new byte[] {1, 2, 0, 0, 4}));
    assertEquals("no-table", reason(new byte[] {'P', 'K', 3, 4, 0}));
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0};
    assertEquals("old-workbook", reason(old));
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedWithItsRecord() {
    refused("unclosed-quote", 3, utf8("a;b\n1;2\n3;\"4\n5;6\n"));
    refused("cell-too-long", 2, utf8("a;b\n\"" + "x".repeat(1_100_000)));
  }

  @Test
  void aQuoteThatALaterRowClosesHasNotSwallowedTheRowsBetween() {
    List<List<String>> broken = new ArrayList<>(records.subList(0, 9));
    String text = new String(Samples.csv(broken), Samples.WINDOWS);
    String[] lines = text.split("\r\n");
    lines[2] = lines[2] + "\"konec";
    byte[] inTheLast = String.join("\r\n", lines).getBytes(Samples.WINDOWS);
    refused("unclosed-quote", 3, inTheLast);
    lines = text.split("\r\n");
    lines[2] = lines[2].replace(";Navrátil;", ";\"Navrátil;");
    lines[3] = lines[3].replace(";Urbanová;", ";Urbanová\";");
    refused("unclosed-quote", 3, String.join("\r\n", lines).getBytes(Samples.WINDOWS));
  }

  @Test
  void longNotesOfManyLinesAreRead() {
    List<List<String>> noted = new ArrayList<>();
    records.forEach(record -> noted.add(new ArrayList<>(record)));
    String note = "Matka; otec; babička, strýc;\n".repeat(200) + "\"a dál\"";
    noted.get(3).set(25, note);
    assertEquals(note, Samples.records(Samples.csv(noted)).get(3).get(25));
    assertEquals(101, Samples.records(Samples.csv(noted)).size());
  }

  @Test
  void textBehindAClosingQuoteIsKept() {
    assertEquals(
        List.of("Jan Honza", "a \"b\" c"),
        Samples.records(utf8("jméno;přezdívka\n\"Jan\" Honza;a \"b\" c\n")).get(1));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String reason, int record, byte[] content) {
    UnreadableSheet refused = assertThrows(UnreadableSheet.class, () -> Sheet.open(content));
    assertEquals(reason, refused.reason());
    assertEquals(List.of(record), refused.arguments());
  }

  private static String reason(byte[] content) {
    return assertThrows(UnreadableSheet.class, () -> Sheet.open(content)).reason();
  }

  private void same(byte[] content) throws IOException {
    Samples.Read read = Samples.read(content);
    assertEquals(original.families(), read.families());
    assertEquals(original.findings(), read.findings());
  }
}
