package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are each well written and yet do not go together. */
final class Doubts {
  private static final int OF_AGE = 18;
  private static final int MONTHS_BEFORE_AGREEMENT = 6;
  private static final int MONTHS_OF_SILENCE = 6;
  private static final Pattern REFERENCE =
      Pattern.compile("(\\d+)\\s*[A-Za-z]{1,4}\\s*(?:i\\s*)?(\\d+)\\s*/\\s*(\\d{4})");

  private final Columns columns;
  private final LocalDate today;

  Doubts(Columns columns, LocalDate today) {
    this.columns = columns;
    this.today = today;
  }

  static boolean asksForSecrecy(String note) {
    String folded = Folded.of(note);
    return folded.matches(
        "(?s).*(utaj|nesdelova|nesdelit|zakaz\\S* sdel|zakazal\\S* .*sdel|nezverejn|undisclosed|do"
            + " not disclose|not disclose|keep .*secret|nie ujawnia|utajn|nie podawa).*");
  }

  void family(
      List<SheetRow> rows, ValueMap agreed, List<Family.Child> children, List<Finding> findings) {
    SheetRow first = rows.get(0);
    missing(first, agreed, findings);
    agreementDates(first, rows, agreed, children, findings);
    for (Family.Child child : children) {
      child(child, row(rows, child.row()), agreed, findings);
    }
    repeated(rows, children, findings);
  }

  private void missing(SheetRow first, ValueMap agreed, List<Finding> findings) {
    if (columns.has(Column.FILE_NUMBER) && agreed.get(Column.FILE_NUMBER) == null) {
      add(findings, first, Column.FILE_NUMBER, "missing-number", "");
    }
    if (columns.has(Column.KEY_WORKER) && agreed.get(Column.KEY_WORKER) == null) {
      add(findings, first, Column.KEY_WORKER, "missing-key-worker", "");
    }
    if (columns.has(Column.CONCLUDED_ON)
        && agreed.get(Column.CONCLUDED_ON) == null
        && first.cell(columns, Column.CONCLUDED_ON).isEmpty()) {
      findings.add(
          Finding.doubt(first.number(), columns.header(Column.CONCLUDED_ON), "missing-date", "")
              .saying("agreement"));
    }
  }

  private void agreementDates(
      SheetRow first,
      List<SheetRow> rows,
      ValueMap agreed,
      List<Family.Child> children,
      List<Finding> findings) {
    LocalDate concluded = agreed.date(Column.CONCLUDED_ON);
    LocalDate ended = agreed.date(Column.ENDED_ON);
    if (concluded != null && ended != null && ended.isBefore(concluded)) {
      add(
          findings,
          first,
          Column.ENDED_ON,
          "end-before-start",
          first.cell(columns, Column.ENDED_ON),
          concluded);
    }
    String numberYear = yearOf(agreed.text(Column.FILE_NUMBER));
    if (concluded != null
        && numberYear != null
        && !numberYear.equals(String.valueOf(concluded.getYear()))) {
      findings.add(
          Finding.note(
              first.number(),
              columns.header(Column.FILE_NUMBER),
              "number-year",
              first.cell(columns, Column.FILE_NUMBER),
              concluded));
    }
    for (SheetRow row : rows) {
      contact(row, row == first || differs(row, first), concluded, ended, findings);
    }
  }

  private boolean differs(SheetRow row, SheetRow first) {
    return !Values.date(row.cell(columns, Column.LAST_CONTACT))
        .equals(Values.date(first.cell(columns, Column.LAST_CONTACT)));
  }

  private void contact(
      SheetRow row, boolean say, LocalDate concluded, LocalDate ended, List<Finding> findings) {
    String cell = row.cell(columns, Column.LAST_CONTACT);
    LocalDate contact = Values.date(cell).orElse(null);
    if (contact == null || !say) {
      return;
    }
    if (concluded != null && contact.isBefore(concluded)) {
      add(findings, row, Column.LAST_CONTACT, "contact-before-agreement", cell, concluded);
    }
    if (ended != null && contact.isAfter(ended)) {
      add(findings, row, Column.LAST_CONTACT, "contact-after-end", cell, ended);
    }
    if (ended != null && contact.isBefore(ended.minusMonths(MONTHS_OF_SILENCE))) {
      findings.add(
          Finding.note(
              row.number(),
              columns.header(Column.LAST_CONTACT),
              "contact-long-before-end",
              cell,
              ended));
    }
  }

  private void child(Family.Child child, SheetRow row, ValueMap agreed, List<Finding> findings) {
    LocalDate concluded = agreed.date(Column.CONCLUDED_ON);
    LocalDate ended = agreed.date(Column.ENDED_ON);
    LocalDate placed = child.values().date(Column.PLACED_ON);
    LocalDate left = child.values().date(Column.LEFT_ON);
    String placedCell = row.cell(columns, Column.PLACED_ON);
    birth(child, row, placed, findings);
    if (placed != null && left != null && left.isBefore(placed)) {
      add(
          findings,
          row,
          Column.LEFT_ON,
          "end-before-start",
          row.cell(columns, Column.LEFT_ON),
          placed);
    }
    if (placed != null && ended != null && placed.isAfter(ended)) {
      add(findings, row, Column.PLACED_ON, "placed-after-end", placedCell, ended);
    }
    if (placed != null
        && concluded != null
        && placed.plusMonths(MONTHS_BEFORE_AGREEMENT).isBefore(concluded)) {
      findings.add(
          Finding.note(
              row.number(),
              columns.header(Column.PLACED_ON),
              "placed-before-agreement",
              placedCell,
              concluded));
    }
    LocalDate contact = Values.date(row.cell(columns, Column.LAST_CONTACT)).orElse(null);
    if (contact != null && placed != null && contact.isBefore(placed)) {
      findings.add(
          Finding.note(
              row.number(),
              columns.header(Column.LAST_CONTACT),
              "contact-before-placement",
              row.cell(columns, Column.LAST_CONTACT),
              placed));
    }
    reference(row, placed, findings);
  }

  private void birth(Family.Child child, SheetRow row, LocalDate placed, List<Finding> findings) {
    LocalDate birth = child.birthDate();
    LocalDate said = child.values().date(Column.CHILD_BIRTH);
    if (said != null && birth != null && !said.equals(birth)) {
      add(
          findings,
          row,
          Column.CHILD_BIRTH,
          "birth-date-differs",
          row.cell(columns, Column.CHILD_BIRTH),
          birth);
    }
    if (birth != null && birth.isAfter(today)) {
      add(
          findings,
          row,
          Column.CHILD_NATIONAL_ID,
          "future-date",
          row.cell(columns, Column.CHILD_NATIONAL_ID));
    }
    if (birth != null && placed != null && placed.isBefore(birth)) {
      add(
          findings,
          row,
          Column.PLACED_ON,
          "placement-before-birth",
          row.cell(columns, Column.PLACED_ON),
          birth);
    }
    if (birth != null
        && child.leftOn() == null
        && Period.between(birth, today).getYears() >= OF_AGE) {
      add(
          findings,
          row,
          Column.CHILD_NATIONAL_ID,
          "child-of-age",
          row.cell(columns, Column.CHILD_NATIONAL_ID),
          birth);
    }
  }

  private void reference(SheetRow row, LocalDate placed, List<Finding> findings) {
    String cell = row.cell(columns, Column.COURT_REFERENCE);
    Matcher parts = REFERENCE.matcher(cell);
    if (cell.isEmpty() || !parts.find()) {
      return;
    }
    boolean zero = parts.group(1).matches("0+") || parts.group(2).matches("0+");
    boolean later = placed != null && Integer.parseInt(parts.group(3)) > placed.getYear() + 1;
    if (zero || later) {
      findings.add(
          Finding.note(
                  row.number(),
                  columns.header(Column.COURT_REFERENCE),
                  "suspicious-reference",
                  cell)
              .saying(zero ? "zero" : "later"));
    }
  }

  /** The same child twice within one agreement: two stays, or a slip. */
  private void repeated(List<SheetRow> rows, List<Family.Child> children, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    for (Family.Child child : children) {
      String who =
          child.nationalId() == null
              ? DuplicateIndex.nameAndBirth(child.given(), child.family(), child.birthDate())
              : child.nationalId();
      Integer before = who.isEmpty() ? null : seen.putIfAbsent(who, child.row());
      if (before != null) {
        SheetRow row = row(rows, child.row());
        Column column = child.nationalId() == null ? Column.CHILD_FAMILY : Column.CHILD_NATIONAL_ID;
        findings.add(
            Finding.doubt(
                    row.number(),
                    columns.header(column),
                    "repeated-child",
                    row.cell(columns, column),
                    before)
                .beside(before));
      }
    }
  }

  private void add(
      List<Finding> findings,
      SheetRow row,
      Column column,
      String code,
      String value,
      Object... args) {
    findings.add(Finding.doubt(row.number(), columns.header(column), code, value, args));
  }

  private static SheetRow row(List<SheetRow> rows, int number) {
    return rows.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
  }

  private static String yearOf(String number) {
    Matcher year = Pattern.compile(".*?((?:19|20)\\d{2})\\s*").matcher(number);
    return year.matches() ? year.group(1) : null;
  }
}
