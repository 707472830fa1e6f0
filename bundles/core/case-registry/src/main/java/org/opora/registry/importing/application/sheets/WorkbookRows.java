package org.opora.registry.importing.application.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.opora.registry.importing.domain.SheetRow;

/**
 * Rows of the first visible sheet of an Office Open XML workbook, read as a stream. Formulas are
 * never calculated: the value the spreadsheet saved is taken.
 */
final class WorkbookRows {
  private static final int LATEST_DAY = 2_958_466;
  private static final MathContext TYPED = new MathContext(14);

  private WorkbookRows() {}

  /**
   * @throws UnreadableSheet when it is no workbook
   */
  static void scan(byte[] content, Sheet.RowConsumer consumer) throws IOException {
    try (ReadableWorkbook workbook = open(content);
        Stream<Row> stream = rows(workbook)) {
      Iterator<Row> rows = stream.iterator();
      int number = 0;
      while (guarded(rows::hasNext)) {
        Row row = guarded(rows::next);
        // Some programs leave the numbers of rows out; the library then counts from zero.
        number = Math.max(row.getRowNum(), number + 1);
        if (!consumer.accept(new SheetRow(number, guarded(() -> cells(row))))) {
          return;
        }
      }
    }
  }

  private static ReadableWorkbook open(byte[] content) throws IOException {
    try {
      return open(content, true);
    } catch (ExcelReaderException noStyles) {
      // A workbook need not have styles, but the library looks for them when asked for formats.
      return open(content, false);
    }
  }

  private static ReadableWorkbook open(byte[] content, boolean formats) throws IOException {
    try {
      return new ReadableWorkbook(
          new ByteArrayInputStream(content), new ReadingOptions(formats, true));
    } catch (ExcelReaderException refused) {
      if (formats) {
        throw refused;
      }
      throw new UnreadableSheet("no-table");
    } catch (RuntimeException | IOException broken) {
      throw new UnreadableSheet("no-table");
    }
  }

  private static Stream<Row> rows(ReadableWorkbook workbook) throws IOException {
    org.dhatim.fastexcel.reader.Sheet sheet =
        workbook
            .getSheets()
            .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
            .findFirst()
            .orElseThrow(() -> new UnreadableSheet("no-table"));
    try {
      return sheet.openStream();
    } catch (RuntimeException | IOException broken) {
      throw new UnreadableSheet("no-table");
    }
  }

  /** What the library throws at a broken part is of many kinds and says nothing to a person. */
  private static <T> T guarded(Supplier<T> step) throws UnreadableSheet {
    try {
      return step.get();
    } catch (RuntimeException broken) {
      throw new UnreadableSheet("no-table");
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    row.forEach(cell -> cells.add(cell == null ? "" : text(cell)));
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getValue() instanceof BigDecimal number) {
      return day(cell, number) ? cell.asDate().toLocalDate().toString() : number(number);
    }
    if (cell.getValue() instanceof Boolean yes) {
      return yes ? "1" : "0";
    }
    return cell.getText();
  }

  /** Binary fractions such as 26.499999999999996 were typed with fewer digits. */
  private static String number(BigDecimal number) {
    return number.round(TYPED).stripTrailingZeros().toPlainString();
  }

  /** A day is a number; only how the cell is shown tells it from one. */
  private static boolean day(Cell cell, BigDecimal number) {
    if (number.signum() <= 0 || number.intValue() >= LATEST_DAY) {
      return false;
    }
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (format == null) {
      // Dates in the way of the reader's own country; they are known by number only.
      return id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
    }
    String signs = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
    return signs.contains("d") || signs.contains("y");
  }
}
