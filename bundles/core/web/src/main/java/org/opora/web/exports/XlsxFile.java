package org.opora.web.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.opora.api.web.Sheet;

/**
 * A workbook with one sheet, written as a stream: real dates, times and numbers, a heading that
 * stays in sight, can be filtered by and stands on every printed page.
 */
final class XlsxFile implements SheetFile {
  private static final Map<String, String> DATE =
      Map.of("cs", "d\\. m\\. yyyy", "pl", "d\\.mm\\.yyyy", "en", "d\\ mmm\\ yyyy");
  private static final Map<String, String> TIME =
      Map.of("cs", "h:mm", "pl", "hh:mm", "en", "hh:mm");
  private static final Map<Sheet.Kind, Integer> WIDTH =
      Map.of(
          Sheet.Kind.TEXT, 30,
          Sheet.Kind.DATE, 14,
          Sheet.Kind.TIME, 9,
          Sheet.Kind.NUMBER, 12,
          Sheet.Kind.YES_NO, 9);

  /** Spreadsheets count days from here, with one day in 1900 that never was. */
  private static final LocalDate EARLIEST = LocalDate.of(1901, 1, 1);

  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_NAME = 31;

  private final Tongue tongue;
  private final Workbook book;
  private final Worksheet sheet;
  private List<Sheet.Kind> kinds = List.of();
  private int row;
  private int lastOfList;

  XlsxFile(OutputStream out, String title, Tongue tongue) {
    this.tongue = tongue;
    this.book = new Workbook(out, "Opora", null);
    this.sheet = book.newWorksheet(name(title));
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    sheet.footer("&P / &N", Position.CENTER);
  }

  private static String name(String title) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME).strip() : plain;
  }

  @Override
  public void heading(List<String> titles, List<Sheet.Kind> of) {
    kinds = of;
    for (int i = 0; i < titles.size(); i++) {
      text(i, titles.get(i));
      sheet.style(0, i).bold().set();
      sheet.width(i, WIDTH.get(of.get(i)));
    }
    sheet.freezePane(0, 1);
    row++;
  }

  @Override
  public void row(List<Object> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        cell(i, kinds.get(i), values.get(i));
      }
    }
    lastOfList = row++;
  }

  private void cell(int column, Sheet.Kind kind, Object value) {
    switch (kind) {
      case TEXT -> text(column, tongue.say(value));
      case DATE -> date(column, (LocalDate) value);
      case TIME -> time(column, (LocalTime) value);
      case NUMBER -> sheet.value(row, column, (Number) value);
      case YES_NO -> text(column, tongue.say((boolean) value));
    }
  }

  /** Beside its cell instead of in a table of all texts, which would have to be kept to the end. */
  private void text(int column, String words) {
    String harmless = Formulas.harmless(words);
    if (!harmless.isEmpty()) {
      sheet.inlineString(
          row,
          column,
          harmless.length() > LONGEST_CELL
              ? harmless.substring(0, LONGEST_CELL - 1) + '…'
              : harmless);
    }
  }

  private void date(int column, LocalDate day) {
    if (day.isBefore(EARLIEST)) {
      text(column, tongue.say(day));
      return;
    }
    sheet.value(row, column, day);
    sheet.style(row, column).format(DATE.get(tongue.language())).set();
  }

  private void time(int column, LocalTime time) {
    BigDecimal part =
        BigDecimal.valueOf(time.toSecondOfDay()).divide(SECONDS_OF_DAY, MathContext.DECIMAL64);
    sheet.value(row, column, part);
    sheet.style(row, column).format(TIME.get(tongue.language())).set();
  }

  @Override
  public void note(String sentence) {
    row++;
    text(0, sentence);
    row++;
  }

  @Override
  public void pageEnds() throws IOException {
    sheet.flush();
  }

  @Override
  public void close() throws IOException {
    if (!kinds.isEmpty()) {
      sheet.setAutoFilter(0, 0, lastOfList, kinds.size() - 1);
    }
    book.close();
  }
}
