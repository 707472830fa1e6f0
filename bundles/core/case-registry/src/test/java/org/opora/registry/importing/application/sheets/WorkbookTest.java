package org.opora.registry.importing.application.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.opora.registry.importing.domain.Samples;

/** Workbooks as spreadsheets write them, and as somebody might write them who means harm. */
class WorkbookTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String STYLES =
      "<styleSheet xmlns='"
          + MAIN
          + "'><numFmts><numFmt numFmtId='164' formatCode='d\\.\\ m\\.\\ yyyy;@'/>"
          + "<numFmt numFmtId='165' formatCode='#,##0.00\\ \"dnů\"'/></numFmts>"
          + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
          + "<xf numFmtId='165'/><xf numFmtId='30'/></cellXfs></styleSheet>";
  private static final String HEADER =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>Spis č.</t></is></c>"
          + "<c r='B1' t='inlineStr'><is><t>Pěstoun – příjmení</t></is></c></row>";

  private final Map<String, String> parts = new LinkedHashMap<>();

  WorkbookTest() {
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + override("/xl/workbook.xml", "sheet.main+xml")
            + override("/xl/sharedStrings.xml", "sharedStrings+xml")
            + override("/xl/styles.xml", "styles+xml")
            + "</Types>");
    parts.put("xl/workbook.xml", workbook("", "<sheet name='A' sheetId='1' r:id='r1'/>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
            + "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>");
    parts.put("xl/styles.xml", STYLES);
  }

  @Test
  void everyKindOfCellIsRead() {
    strings("<si><t>Nová</t></si><si><r><t>Ma</t></r><r><t>lá</t></r><rPh><t>x</t></rPh></si>");
    sheet(
        row("2", "<c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c>")
            + row("3", "<c r='A3' t='inlineStr'><is><r><t>Je</t></r><r><t>lena</t></r></is></c>")
            + row("4", "<c r='A4'><f>1+1</f><v>2</v></c><c r='B4' t='str'><f>A2</f><v>Nov</v></c>")
            + row("5", "<c r='A5'><v>26.499999999999996</v></c><c r='B5' t='b'><v>1</v></c>")
            + row("6", "<c r='A6' t='e'><v>#N/A</v></c><c r='B6'><v>1.7E1</v></c>")
            + row("7", "<c r='A7'><f t='shared' si='0' ref='A7:A8'>1</f><v>5</v></c>")
            + row("8", "<c r='A8'><f t='shared' si='0'/><v>6</v></c>"));
    assertEquals(
        List.of(
            List.of("Nová", "", "Malá"),
            List.of("Jelena"),
            List.of("2", "Nov"),
            List.of("26.5", "1"),
            List.of("#N/A", "17"),
            List.of("5"),
            List.of("6")),
        cells());
  }

  @Test
  void whatIsShownAsADayIsADay() {
    sheet(
        row(
            "2",
            "<c r='A2' s='1'><v>42037</v></c><c r='B2' s='2'><v>42037.5</v></c>"
                + "<c r='C2' s='3'><v>14</v></c><c r='D2' s='4'><v>42037</v></c>"
                + "<c r='E2' s='2'><f>TODAY()</f><v>42037</v></c><c r='F2'><v>42037</v></c>"));
    List<String> day =
        List.of("2015-02-02", "2015-02-02", "14", "2015-02-02", "2015-02-02", "42037");
    assertEquals(List.of(day), cells());
    parts.put(
        "xl/workbook.xml",
        workbook("<workbookPr date1904='1'/>", "<sheet name='A' sheetId='1' r:id='r1'/>"));
    assertEquals("2019-02-03", cells().get(0).get(0));
  }

  @Test
  void hiddenSheetsArePassedOver() {
    parts.put(
        "xl/workbook.xml",
        workbook(
            "",
            "<sheet name='A' sheetId='1' state='hidden' r:id='r1'/>"
                + "<sheet name='B' sheetId='2' r:id='r2'/>"));
    sheet(row("2", "<c r='A2'><v>1</v></c>"));
    parts.put("xl/worksheets/sheet2.xml", worksheet(row("2", "<c r='A2'><v>2</v></c>")));
    assertEquals(List.of(List.of("2")), cells());
  }

  @Test
  void rowsAndCellsMayLackTheirPlaces() {
    parts.put(
        "xl/worksheets/sheet1.xml",
        worksheet("")
            .replace(HEADER, HEADER.replaceAll(" r='[A-Z]?1'", ""))
            .replace("</sheetData>", "<row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"));
    assertEquals(List.of("2 [1, 2]"), numbered());
    sheet(row("5", "<c r='A5'><v>1</v></c>") + "<row r='6'/>" + row("9", "<c r='B9'><v>2</v></c>"));
    assertEquals(List.of("5 [1]", "9 [, 2]"), numbered());
  }

  @Test
  void stylesMayBeMissing() {
    parts.remove("xl/styles.xml");
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, types) -> types.replace(override("/xl/styles.xml", "styles+xml"), ""));
    sheet(row("2", "<c r='A2'><v>42037</v></c>"));
    assertEquals(List.of(List.of("42037")), cells());
  }

  @Test
  void entitiesAreNeitherFetchedNorUnfolded() {
    sheet(row("2", "<c r='A2' t='inlineStr'><is><t>&outside;</t></is></c>"));
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (name, xml) -> "<!DOCTYPE x [<!ENTITY outside SYSTEM 'file:///etc/hostname'>]>" + xml);
    assertEquals("no-table", reason());
  }

  @Test
  void whatUnpacksToFarMoreThanARegisterIsRefused() {
    strings("<si><t>" + " ".repeat(50 << 20) + "</t></si>");
    sheet(row("2", "<c r='A2' t='s'><v>0</v></c>"));
    assertEquals("too-long", reason());
  }

  @Test
  void whatPointsFarBeyondTheTableIsRefused() {
    sheet(row("2", "<c r='ZZZZZZ2'><v>1</v></c>"));
    assertEquals("no-table", reason());
    strings("<si><t>a</t></si>");
    sheet(row("2", "<c r='A2' t='s'><v>2000000000</v></c>"));
    assertEquals("no-table", reason());
  }

  @Test
  void whatIsCutOffIsRefused() {
    byte[] whole = Samples.workbook(Samples.records(Samples.register()), true);
    for (int length : new int[] {100, whole.length / 2, whole.length - 30}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertEquals("no-table", assertThrows(UnreadableSheet.class, () -> Sheet.open(cut)).reason());
    }
    sheet(row("2", "<c r='A2' t='strange'><v>1</v></c>"));
    assertEquals("no-table", reason());
    parts.remove("xl/worksheets/sheet1.xml");
    assertEquals("no-table", reason());
  }

  private String reason() {
    byte[] content = zipped();
    return assertThrows(UnreadableSheet.class, () -> Sheet.open(content)).reason();
  }

  private List<List<String>> cells() {
    List<List<String>> records = Samples.records(zipped());
    return records.subList(1, records.size());
  }

  private List<String> numbered() {
    List<String> rows = new java.util.ArrayList<>();
    try {
      Sheet.open(zipped()).rows(row -> rows.add(row.number() + " " + row.cells()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private void sheet(String rows) {
    parts.put("xl/worksheets/sheet1.xml", worksheet(rows));
  }

  private void strings(String items) {
    parts.put("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
  }

  private static String worksheet(String rows) {
    return "<worksheet xmlns='"
        + MAIN
        + "'><sheetData>"
        + HEADER
        + rows
        + "</sheetData></worksheet>";
  }

  private static String workbook(String properties, String sheets) {
    return "<workbook xmlns='"
        + MAIN
        + "' xmlns:r='"
        + REL
        + "'>"
        + properties
        + "<sheets>"
        + sheets
        + "</sheets></workbook>";
  }

  private static String row(String number, String cells) {
    return "<row r='" + number + "'>" + cells + "</row>";
  }

  private static String override(String part, String type) {
    return "<Override PartName='" + part + "' ContentType='" + TYPE + type + "'/>";
  }

  private byte[] zipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
