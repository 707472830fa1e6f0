package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.files.CareKind;

/** Reads one cell into its one way of writing, and says what is wrong with it. */
final class Cells {
  private final Columns columns;

  Cells(Columns columns) {
    this.columns = columns;
  }

  /** The value as it is kept; null when the cell is empty or cannot be read. */
  String read(SheetRow row, Column column) {
    String cell = row.cell(columns, column);
    if (cell.isEmpty()) {
      return null;
    }
    return switch (column.type()) {
      case NAME -> emptyToNull(Values.name(cell));
      case DATE -> Values.date(cell).map(LocalDate::toString).orElse(null);
      case DECIMAL -> Values.decimal(cell).map(n -> n.stripTrailingZeros().toPlainString()).orElse(null);
      case NATIONAL_ID -> nationalId(cell);
      case POSTAL_CODE -> Values.postalCode(cell);
      case PHONE -> Values.phone(cell);
      case CARE_KIND -> Values.careKind(cell).map(CareKind::name).orElse(null);
      case YES_NO -> Values.yesNo(cell).map(String::valueOf).orElse(null);
      case LONG_TEXT -> cell.replace("\r\n", "\n").strip();
      case TEXT, EMAIL -> emptyToNull(Values.tidy(cell));
    };
  }

  /** Adds what is wrong with the cell itself. */
  void check(SheetRow row, Column column, LocalDate today, List<Finding> findings) {
    String cell = row.cell(columns, column);
    if (cell.isEmpty()) {
      return;
    }
    String header = columns.header(column);
    int at = row.number();
    if (Values.formula(cell)) {
      findings.add(Finding.note(at, header, "formula-text", cell));
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
        if (!cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
          findings.add(Finding.doubt(at, header, "invalid-email", cell));
        }
      }
      case DATE -> Values.date(cell)
          .filter(date -> date.isAfter(today))
          .filter(date -> column != Column.ENDED_ON && column != Column.LEFT_ON)
          .ifPresent(date -> findings.add(Finding.doubt(at, header, "future-date", cell)));
      default -> {}
    }
  }

  boolean badDate(SheetRow row, Column column) {
    String cell = row.cell(columns, column);
    return column.type() == Column.Type.DATE && !cell.isEmpty() && Values.date(cell).isEmpty();
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
      findings.add(Finding.note(row, header, "national-id-zero", cell, BirthNumber.of("0" + cell).written()));
    } else if (!BirthNumber.of(cell).valid()) {
      findings.add(Finding.doubt(row, header, "national-id-checksum", cell));
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
