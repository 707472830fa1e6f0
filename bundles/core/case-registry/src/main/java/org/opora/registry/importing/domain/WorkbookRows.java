package org.opora.registry.importing.domain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Rows of the first sheet of an Office Open XML workbook, read as a stream. Formulas are never
 * calculated: the value the spreadsheet saved is taken. Document types and external entities are
 * refused, and what unpacks to more than a register can be, too.
 */
final class WorkbookRows {
  private static final long LARGEST_PART = 300L * 1024 * 1024;
  private static final int MOST_STRINGS = 2_000_000;
  private static final int MOST_COLUMNS = 500;
  private static final int FIRST_OWN_FORMAT = 164;
  private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

  private final Package content;
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final List<String> strings = new ArrayList<>();
  private final List<Boolean> dateStyles = new ArrayList<>();
  private LocalDate zero = ZERO_1900;

  WorkbookRows(byte[] content) throws IOException {
    this.content = new Package(content);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  void scan(Sheet.RowConsumer consumer) throws IOException {
    String sheet = firstSheet();
    part("xl/sharedStrings.xml", this::readStrings);
    part("xl/styles.xml", this::readStyles);
    if (!part(sheet, xml -> readRows(xml, consumer))) {
      throw new UnreadableSheet("no-table");
    }
  }

  /** Reads one part of the package. */
  @FunctionalInterface
  private interface PartReader {
    void read(XMLStreamReader xml) throws XMLStreamException, IOException;
  }

  private boolean part(String name, PartReader reader) throws IOException {
    try (InputStream in = content.open(name)) {
      if (in == null) {
        return false;
      }
      XMLStreamReader xml = factory.createXMLStreamReader(new Bounded(in));
      reader.read(xml);
      xml.close();
      return true;
    } catch (XMLStreamException | IllegalArgumentException broken) {
      throw new UnreadableSheet("no-table");
    }
  }

  private String firstSheet() throws IOException {
    String[] id = new String[1];
    part(
        "xl/workbook.xml",
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
              if (xml.getLocalName().equals("workbookPr")
                  && truth(xml.getAttributeValue(null, "date1904"))) {
                zero = ZERO_1904;
              }
              String state = xml.getAttributeValue(null, "state");
              if (id[0] == null
                  && xml.getLocalName().equals("sheet")
                  && (state == null || state.equals("visible"))) {
                id[0] = relation(xml);
              }
            }
          }
        });
    Map<String, String> targets = new HashMap<>();
    part(
        "xl/_rels/workbook.xml.rels",
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("Relationship")) {
              targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
          }
        });
    String target = targets.getOrDefault(id[0], "worksheets/sheet1.xml");
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private static String relation(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")
          && xml.getAttributeNamespace(i) != null
          && xml.getAttributeNamespace(i).contains("relationships")) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private void readStrings(XMLStreamReader xml) throws XMLStreamException, IOException {
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "si" -> text.setLength(0);
          case "rPh" -> phonetic = true;
          case "t" -> {
            String part = xml.getElementText();
            text.append(phonetic ? "" : part);
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        phonetic &= !xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals("si")) {
          if (strings.size() == MOST_STRINGS) {
            throw new UnreadableSheet("too-long");
          }
          strings.add(text.toString());
        }
      }
    }
  }

  private void readStyles(XMLStreamReader xml) throws XMLStreamException {
    Map<Integer, String> own = new HashMap<>();
    boolean cellFormats = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" ->
              own.put(
                  Integer.valueOf(xml.getAttributeValue(null, "numFmtId")),
                  xml.getAttributeValue(null, "formatCode"));
          case "cellXfs" -> cellFormats = true;
          case "xf" -> {
            if (cellFormats) {
              String id = xml.getAttributeValue(null, "numFmtId");
              dateStyles.add(date(id == null ? 0 : Integer.parseInt(id), own));
            }
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        cellFormats = false;
      }
    }
  }

  /** Whether a number format shows a day. */
  private static boolean date(int id, Map<Integer, String> own) {
    if (id < FIRST_OWN_FORMAT && !own.containsKey(id)) {
      return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
    }
    String code =
        own.getOrDefault(id, "")
            .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
            .toLowerCase(java.util.Locale.ROOT);
    return code.contains("d") || code.contains("y");
  }

  private void readRows(XMLStreamReader xml, Sheet.RowConsumer consumer)
      throws XMLStreamException, IOException {
    int number = 0;
    List<String> cells = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        String said = xml.getAttributeValue(null, "r");
        number = said == null ? number + 1 : Integer.parseInt(said);
        cells.clear();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        cell(xml, cells);
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        if (!consumer.accept(new SheetRow(number, cells))) {
          return;
        }
      }
    }
  }

  private void cell(XMLStreamReader xml, List<String> cells)
      throws XMLStreamException, IOException {
    String place = xml.getAttributeValue(null, "r");
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    int column = place == null ? cells.size() : column(place);
    if (column >= MOST_COLUMNS) {
      skip(xml);
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    StringBuilder inline = new StringBuilder();
    String value = null;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        value = xml.getElementText();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        inline.append(xml.getElementText());
      }
    }
    boolean day =
        style != null
            && Integer.parseInt(style) < dateStyles.size()
            && dateStyles.get(Integer.parseInt(style));
    cells.set(
        column, value == null ? inline.toString() : text(type == null ? "n" : type, value, day));
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    while (event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c")) {
      event = xml.next();
    }
  }

  private String text(String type, String value, boolean day) throws IOException {
    return switch (type) {
      case "s" -> {
        int index = Integer.parseInt(value.strip());
        if (index < 0 || index >= strings.size()) {
          throw new UnreadableSheet("no-table");
        }
        yield strings.get(index);
      }
      case "b" -> value.equals("1") ? "1" : "0";
      case "d" -> value.replaceFirst("T.*", "");
      case "str", "e" -> value;
      default -> number(value.strip(), day);
    };
  }

  private String number(String value, boolean day) {
    if (value.isEmpty()) {
      return "";
    }
    BigDecimal number = new BigDecimal(value);
    if (day && number.signum() > 0 && number.intValue() < 2_958_466) {
      return zero.plusDays(number.intValue()).toString();
    }
    // Binary fractions such as 26.499999999999996 were typed with fewer digits.
    return number.round(new java.math.MathContext(14)).stripTrailingZeros().toPlainString();
  }

  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
    }
    return column - 1;
  }

  private static boolean truth(String attribute) {
    return "1".equals(attribute) || "true".equals(attribute);
  }

  /**
   * Stops unpacking where no register can be that large; the part itself is closed by its opener.
   */
  private static final class Bounded extends FilterInputStream {
    private long left = LARGEST_PART;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() {}

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new UnreadableSheet("too-long");
      }
    }
  }
}
