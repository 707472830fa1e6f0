package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.files.CareKind;

/** Reads one cell into its one way of writing, and says what is wrong with it. */
final class Cells {
  private static final int LINE = 200;
  private static final int SHORT = 20;
  private static final int LONGEST = 8_000;
  private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final Columns columns;
  private final LocalDate today;

  Cells(Columns columns, LocalDate today) {
    this.columns = columns;
    this.today = today;
  }

  /** The value as it is kept; null when the cell is empty or cannot be read. */
  String read(SheetRow row, Column column) {
    String cell = row.cell(columns, column);
    if (cell.isEmpty()) {
      return null;
    }
    return switch (column.type()) {
      case NAME -> emptyToNull(cut(Values.name(cell), LINE));
      case DATE -> date(column, cell);
      case DECIMAL ->
          Values.decimal(cell).map(n -> n.stripTrailingZeros().toPlainString()).orElse(null);
      case NATIONAL_ID -> nationalId(cell);
      case POSTAL_CODE -> cut(Values.postalCode(cell), SHORT);
      case PHONE -> cut(Values.phone(cell), LINE);
      case CARE_KIND -> Values.careKind(cell).map(CareKind::name).orElse(null);
      case YES_NO -> Values.yesNo(cell).map(String::valueOf).orElse(null);
      case LONG_TEXT -> cut(cell.replace("\r\n", "\n").strip(), LONGEST);
      case EMAIL -> email(cell) ? cut(Values.tidy(cell), LINE) : null;
      case TEXT -> emptyToNull(cut(Values.tidy(cell), longest(column)));
    };
  }

  private String date(Column column, String cell) {
    return Values.date(cell)
        .filter(date -> !date.isBefore(EARLIEST) && date.isBefore(LATEST))
        .filter(date -> !(birth(column) && date.isAfter(today)))
        .map(LocalDate::toString)
        .orElse(null);
  }

  private static boolean birth(Column column) {
    return column == Column.CARER1_BIRTH
        || column == Column.CARER2_BIRTH
        || column == Column.CHILD_BIRTH;
  }

  private static int longest(Column column) {
    return column == Column.FILE_NUMBER ? SHORT * 2 : LINE;
  }

  private static boolean email(String cell) {
    return cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest).strip();
  }

  /** Adds what is wrong with the cell itself. */
  void check(SheetRow row, Column column, List<Finding> findings) {
    String cell = row.cell(columns, column);
    if (cell.isEmpty()) {
      return;
    }
    String header = columns.header(column);
    int at = row.number();
    if (Values.formula(cell)) {
      findings.add(Finding.note(at, header, "formula-text", cell));
    }
    int longest = column.type() == Column.Type.LONG_TEXT ? LONGEST : longest(column);
    if (cell.length() > longest) {
      findings.add(Finding.doubt(at, header, "text-cut", cell.substring(0, LINE), longest));
    }
    switch (column.type()) {
      case DECIMAL -> {
        if (Values.decimal(cell).isEmpty()) {
          findings.add(Finding.doubt(at, header, "invalid-number", cell));
        }
      }
      case NATIONAL_ID -> checkNumber(cell, at, header, findings);
      case NAME -> {
        if (Values.capitals(Values.tidy(cell))) {
          findings.add(Finding.note(at, header, "name-normalised", cell, Values.name(cell)));
        }
      }
      case EMAIL -> {
        if (!email(cell)) {
          findings.add(Finding.doubt(at, header, "invalid-email", cell));
        }
      }
      case DATE ->
          Values.date(cell)
              .filter(date -> date.isAfter(today))
              .filter(date -> column != Column.ENDED_ON && column != Column.LEFT_ON)
              .ifPresent(date -> findings.add(Finding.doubt(at, header, "future-date", cell)));
      default -> {}
    }
  }

  boolean badDate(SheetRow row, Column column) {
    String cell = row.cell(columns, column);
    return column.type() == Column.Type.DATE
        && !cell.isEmpty()
        && Values.date(cell)
            .filter(date -> !date.isBefore(EARLIEST) && date.isBefore(LATEST))
            .isEmpty();
  }

  /** A spreadsheet that took the number for a number dropped its leading zero. */
  private static boolean lostZero(String cell) {
    return cell.matches("\\d{9}") && BirthNumber.of("0" + cell).valid();
  }

  private static String nationalId(String cell) {
    BirthNumber number = BirthNumber.of(lostZero(cell) ? "0" + cell : cell);
    return number.valid() ? number.written() : Values.tidy(cell);
  }

  private static void checkNumber(String cell, int row, String header, List<Finding> findings) {
    if (lostZero(cell)) {
      findings.add(
          Finding.note(
              row, header, "national-id-zero", cell, BirthNumber.of("0" + cell).written()));
    } else if (!BirthNumber.of(cell).valid()) {
      findings.add(Finding.doubt(row, header, "national-id-checksum", cell));
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
