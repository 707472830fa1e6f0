package org.opora.web.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Subject;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.web.Sheet;
import org.opora.web.gate.GuestTexts;
import org.opora.web.texts.Words;

class SheetWriterTest {
  private static final Words WORDS = GuestTexts.words(ZoneId.of("Europe/Prague"));

  private record Line(
      String name, LocalDate born, LocalTime at, Number score, Boolean done, Text why) {
    static Line named(String name) {
      return new Line(name, null, null, null, null, null);
    }
  }

  private static Sheet<Line> sheet(Sheet.Source<Line> source) {
    return Sheet.of("guests", "guest.hello", source)
        .text("form.required", Line::name)
        .date("shell.today", Line::born)
        .time("shell.more", Line::at)
        .number("shell.none", Line::score)
        .yesNo("shell.open", Line::done)
        .text("shell.add", Line::why);
  }

  private static Sheet<Line> sheet(Line... lines) {
    return sheet((after, limit) -> Page.last(List.of(lines)));
  }

  private static byte[] write(Sheet<?> sheet, Sheet.Format format, String language, int most)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SheetWriter(most).write(sheet, format, tongue(language), out, shown -> {});
    return out.toByteArray();
  }

  private static Tongue tongue(String language) {
    return new Tongue(WORDS, GuestTexts.guest(), Locale.forLanguageTag(language));
  }

  private static String csv(Sheet<?> sheet, String language) throws IOException {
    String text =
        new String(
            write(sheet, Sheet.Format.CSV, language, SheetWriter.MOST_ROWS),
            StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0), "a spreadsheet knows UTF-8 by its mark only");
    assertFalse(text.indexOf('\uFEFF', 1) > 0, "one mark");
    return text.substring(1);
  }

  private static List<List<String>> parsed(String csv, char separator) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv), CSVFormat.EXCEL.builder().setDelimiter(separator).get())) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private static List<Row> rows(byte[] workbook) throws IOException {
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(workbook), new ReadingOptions(true, false));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return rows.toList();
    }
  }

  private static String text(Row row, int column) {
    return row.getOptionalCell(column).map(Cell::asString).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "cs, ;, '5. 3. 2026', '9:05', '-12,5', ano",
    "pl, ;, '5.03.2026', '09:05', '-12,5', tak",
    "en, ',', '5 Mar 2026', '09:05', '-12.5', 'Yes'"
  })
  void aCsvIsWrittenAsTheCountryWrites(
      String language, char separator, String date, String time, String number, String yes)
      throws IOException {
    Line line =
        new Line(
            "Anna",
            LocalDate.of(2026, 3, 5),
            LocalTime.of(9, 5),
            new BigDecimal("-12.5"),
            true,
            Text.of("org.example.guest", "guest.full", 3));
    List<List<String>> all = parsed(csv(sheet(line), language), separator);
    assertEquals(2, all.size());
    assertEquals(
        List.of("Anna", date, time, number), all.get(1).subList(0, 4), "and no apostrophe");
    assertTrue(yes.equalsIgnoreCase(all.get(1).get(4)), all.toString());
    assertTrue(all.get(1).get(5).contains("3"), all.toString());
    assertFalse(all.toString().contains("??"), all.toString());
  }

  @Test
  void quotesSeparatorsAndLineBreaksComeBackAsTheyWere() throws IOException {
    String[] odd = {
      "Malá \"Eva\"",
      "a;b",
      "a,b",
      "one\r\ntwo\nthree",
      "  spaces ",
      "tab\tin",
      "Žluťoučký kůň",
      "#1",
      ""
    };
    Line[] lines = Stream.of(odd).map(Line::named).toArray(Line[]::new);
    for (String language : List.of("cs", "en")) {
      char separator = language.equals("en") ? ',' : ';';
      List<List<String>> all = parsed(csv(sheet(lines), language), separator);
      List<Row> rows =
          rows(write(sheet(lines), Sheet.Format.XLSX, language, SheetWriter.MOST_ROWS));
      assertEquals(odd.length + 1, all.size());
      for (int i = 0; i < odd.length; i++) {
        assertEquals(odd[i], all.get(i + 1).get(0));
        assertEquals(6, all.get(i + 1).size(), "empty cells keep their places");
        if (!odd[i].isEmpty()) {
          assertEquals(odd[i], text(rows.get(i + 1), 0));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil\")",
        "+420 777 000 000",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        " =1",
        "\u00A0=1",
        "\u200B=1",
        "|calc",
        "\uFF1D1"
      })
  void whatASpreadsheetWouldRunBecomesAText(String evil) throws IOException {
    Sheet<Line> one = sheet(Line.named(evil));
    assertEquals("'" + evil, parsed(csv(one, "cs"), ';').get(1).get(0));
    Row row = rows(write(one, Sheet.Format.XLSX, "cs", 10)).get(1);
    assertEquals(CellType.STRING, row.getCell(0).getType());
    assertTrue(text(row, 0).startsWith("'"), text(row, 0));
  }

  @ParameterizedTest
  @CsvSource({"cs, ;", "en, ','"})
  void noFormulaHidesBehindASeparatorOfAnotherCountry(String language, char separator)
      throws IOException {
    for (String other : List.of(";", ",", "\t", "\n")) {
      for (String gap : List.of("", " ", "\u00A0", "\"", " \"\" ")) {
        for (String sign : List.of("=", "+", "-", "@", "\uFF1D")) {
          String evil = "x" + other + gap + sign + "1+1";
          Sheet<Line> one =
              Sheet.<Line>of(
                      "guests",
                      "guest.hello",
                      (after, limit) -> Page.last(List.of(Line.named(evil))))
                  .text("form.required", line -> "Anna")
                  .text("shell.add", Line::name);
          String csv = csv(one, language);
          assertEquals(
              "x" + other + gap + "'" + sign + "1+1", parsed(csv, separator).get(1).get(1));
          for (char opened : new char[] {';', ',', '\t'}) {
            for (List<String> row : opened(csv, opened)) {
              for (String cell : row) {
                assertFalse(
                    cell.matches("(?s)[\\s\u00A0\"]*[=+@\uFF1D-].*"),
                    () -> evil + " became " + cell);
              }
            }
          }
        }
      }
    }
    assertEquals(
        "Brno, Veveří; e-mail",
        parsed(csv(sheet(Line.named("Brno, Veveří; e-mail")), language), separator).get(1).get(0));
  }

  /**
   * As a spreadsheet with this separator takes it: never refused, quotes inside a cell are text.
   */
  private static List<List<String>> opened(String csv, char separator) throws IOException {
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  @Test
  void aNumberStaysANumber() throws IOException {
    for (Number number : List.<Number>of(-3, 0, 7L, new BigDecimal("-0.25"), 1.5)) {
      Line line = new Line("x", null, null, number, null, null);
      Cell cell = rows(write(sheet(line), Sheet.Format.XLSX, "cs", 10)).get(1).getCell(3);
      assertEquals(CellType.NUMBER, cell.getType());
      assertEquals(0, cell.asNumber().compareTo(new BigDecimal(number.toString())));
      assertFalse(parsed(csv(sheet(line), "cs"), ';').get(1).get(3).startsWith("'"));
    }
  }

  @ParameterizedTest
  @CsvSource({"cs, d\\. m\\. yyyy", "pl, d\\.mm\\.yyyy", "en, d\\ mmm\\ yyyy"})
  void aWorkbookHoldsRealDatesAndTimes(String language, String format) throws IOException {
    LocalDate born = LocalDate.of(1950, 12, 31);
    Line line = new Line("x", born, LocalTime.of(14, 30), null, false, null);
    Line old = new Line("y", LocalDate.of(1899, 5, 6), null, null, null, null);
    List<Row> rows = rows(write(sheet(line, old), Sheet.Format.XLSX, language, 10));
    Cell date = rows.get(1).getCell(1);
    assertEquals(CellType.NUMBER, date.getType());
    assertEquals(born, date.asDate().toLocalDate());
    assertEquals(format, date.getDataFormatString());
    Cell time = rows.get(1).getCell(2);
    assertEquals(CellType.NUMBER, time.getType());
    assertEquals(14.5 / 24, time.asNumber().doubleValue(), 1e-9);
    assertTrue(text(rows.get(2), 1).contains("1899"), "older than the days of spreadsheets");
  }

  @ParameterizedTest
  @CsvSource({"XLSX", "CSV"})
  void everyPageIsWrittenAndNamed(Sheet.Format format) throws IOException {
    List<String> cursors = new ArrayList<>();
    Sheet.Source<Line> source =
        (after, limit) -> {
          cursors.add(after);
          int from = after == null ? 0 : Integer.parseInt(after);
          int to = Math.min(250, from + limit);
          return new Page<>(
              IntStream.range(from, to).mapToObj(i -> Line.named("n" + i)).toList(),
              to == 250 ? null : String.valueOf(to));
        };
    Set<Subject> shown = new HashSet<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rows =
        new SheetWriter()
            .write(
                sheet(source).about(line -> subjects(line.name())),
                format,
                tongue("cs"),
                out,
                shown::addAll);
    assertEquals(250, rows);
    assertEquals(250, shown.size());
    assertEquals(3, cursors.size());
    List<String> names = names(out.toByteArray(), format);
    assertEquals(IntStream.range(0, 250).mapToObj(i -> "n" + i).toList(), names);
  }

  @ParameterizedTest
  @CsvSource({"XLSX", "CSV"})
  void whatIsWrittenIsNotKept(Sheet.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> gone = new ArrayList<>();
    Sheet.Source<Line> source =
        (after, limit) -> {
          int page = after == null ? 0 : Integer.parseInt(after);
          gone.add(out.size());
          return new Page<>(
              IntStream.range(0, limit)
                  .mapToObj(i -> Line.named(UUID.randomUUID().toString()))
                  .toList(),
              String.valueOf(page + 1));
        };
    int rows = new SheetWriter().write(sheet(source), format, tongue("en"), out, shown -> {});
    assertEquals(SheetWriter.MOST_ROWS, rows);
    assertEquals(SheetWriter.MOST_ROWS / 100 + 1, gone.size(), "and not one page more");
    for (int page = 10; page < gone.size(); page += 10) {
      assertTrue(gone.get(page) > gone.get(page - 10), "nothing left between two pages");
    }
    assertTrue(names(out.toByteArray(), format, ',').get(0).length() > 30);
  }

  private static Collection<Subject> subjects(String name) {
    return List.of(
        new Subject(
            Subject.Kind.PERSON, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> names(byte[] file, Sheet.Format format) throws IOException {
    return names(file, format, ';');
  }

  private static List<String> names(byte[] file, Sheet.Format format, char separator)
      throws IOException {
    return format == Sheet.Format.XLSX
        ? rows(file).stream().skip(1).map(row -> text(row, 0)).toList()
        : parsed(new String(file, StandardCharsets.UTF_8).substring(1), separator).stream()
            .skip(1)
            .map(row -> row.get(0))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({"XLSX", "CSV"})
  void aListThatIsTooLongSaysSo(Sheet.Format format) throws IOException {
    Line[] four = Stream.of("a", "b", "c", "d").map(Line::named).toArray(Line[]::new);
    List<String> cut = names(write(sheet(four), format, "cs", 3), format);
    assertEquals(List.of("a", "b", "c"), cut.subList(0, 3));
    String last = cut.get(cut.size() - 1);
    assertTrue(last.contains("prvních 3"), cut.toString());
    assertEquals(List.of("a", "b", "c", "d"), names(write(sheet(four), format, "cs", 4), format));
  }

  @Test
  void anEmptyListIsItsHeading() throws IOException {
    assertEquals(1, parsed(csv(sheet(), "pl"), ';').size());
    assertEquals(1, rows(write(sheet(), Sheet.Format.XLSX, "pl", 10)).size());
  }

  @Test
  void aFileThatWaitsCanBeReadByNobodyElse(@TempDir Path folder) throws IOException {
    byte[] secret = "Anna Nováková ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    try (Spool spool = Spool.in(folder)) {
      try (OutputStream out = spool.filling()) {
        out.write(secret, 0, 1_000);
        out.write(secret, 1_000, secret.length - 1_000);
      }
      assertEquals(secret.length, spool.length());
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          assertFalse(
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("Anna"));
        }
      }
      ByteArrayOutputStream sent = new ByteArrayOutputStream();
      assertTrue(spool.sendTo(sent, () -> true));
      assertEquals(
          new String(secret, StandardCharsets.UTF_8), sent.toString(StandardCharsets.UTF_8));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
