package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.files.CareKind;

/**
 * Reads the rows of one family: agrees on the values that repeat, reads each child, collects
 * doubts.
 */
final class FamilyReader {
  private final Columns columns;
  private final Cells cells;
  private final DuplicateIndex duplicates;
  private final Map<CareKind, Integer> kindFirstSeen;
  private final Map<String, String> numbers;
  private final LocalDate today;

  FamilyReader(
      Columns columns,
      Cells cells,
      DuplicateIndex duplicates,
      Map<CareKind, Integer> kindFirstSeen,
      Map<String, String> numbers,
      LocalDate today) {
    this.columns = columns;
    this.cells = cells;
    this.duplicates = duplicates;
    this.kindFirstSeen = kindFirstSeen;
    this.numbers = numbers;
    this.today = today;
  }

  Family read(String key, List<SheetRow> rows) {
    List<Finding> findings = new ArrayList<>();
    for (SheetRow row : rows) {
      for (Column column : Column.values()) {
        if (column.level() == Column.Level.CHILD || row == firstWith(rows, column, row)) {
          cells.check(row, column, findings);
        }
      }
    }
    ValueMap agreed = agreement(rows, findings);
    List<Family.Child> children = new ArrayList<>();
    List<Family.Note> notes = new ArrayList<>();
    for (SheetRow row : rows) {
      if (namesChild(row)) {
        children.add(child(row, key, agreed, rows, findings));
      } else {
        badDates(List.of(row), Column.LAST_CONTACT, null, List.of(), findings);
      }
      String note = cells.read(row, Column.NOTE);
      if (note != null) {
        notes.add(new Family.Note(row.number(), note));
      }
    }
    List<Family.Carer> carers = carers(rows, key, agreed, findings);
    boolean undisclosed = false;
    for (Family.Note note : notes) {
      if (Doubts.asksForSecrecy(note.text())) {
        undisclosed = true;
        findings.add(
            Finding.doubt(
                note.row(), columns.header(Column.NOTE), "undisclosed-address", note.text()));
      }
    }
    new Doubts(columns, today).family(rows, agreed, children, findings);
    new Oddities(columns, duplicates, numbers, today).family(key, rows, agreed, children, findings);
    agreed =
        agreed.with(
            Column.ENDED_ON,
            text(notBefore(agreed.date(Column.CONCLUDED_ON), agreed.date(Column.ENDED_ON))));
    findings.sort(Comparator.comparingInt(Finding::row));
    return new Family(
        key,
        Values.tidy(rows.get(0).cell(columns, Column.FILE_NUMBER)),
        rows.stream().map(SheetRow::number).toList(),
        agreed,
        carers,
        children,
        notes,
        undisclosed,
        findings);
  }

  /** Birth date of the row's child as far as it is beyond doubt. */
  LocalDate childBirth(SheetRow row) {
    String number = cells.read(row, Column.CHILD_NATIONAL_ID);
    if (number != null && BirthNumber.of(number).valid()) {
      return BirthNumber.of(number).birthDate();
    }
    String date = cells.read(row, Column.CHILD_BIRTH);
    return date == null ? null : LocalDate.parse(date);
  }

  /** The first row with the same cell, so that what repeats is said once. */
  private SheetRow firstWith(List<SheetRow> rows, Column column, SheetRow row) {
    String cell = row.cell(columns, column);
    for (SheetRow one : rows) {
      if (one.cell(columns, column).equals(cell)) {
        return one;
      }
    }
    return row;
  }

  private ValueMap agreement(List<SheetRow> rows, List<Finding> findings) {
    Map<Column, String> agreed = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column.level() == Column.Level.AGREEMENT && columns.has(column)) {
        Map<String, List<Integer>> said = new LinkedHashMap<>();
        for (SheetRow row : rows) {
          String value = cells.read(row, column);
          if (value != null) {
            said.computeIfAbsent(value, none -> new ArrayList<>()).add(row.number());
          }
        }
        String value = mostOften(said);
        agreed.put(column, value);
        badDates(rows, column, value, said.getOrDefault(value, List.of()), findings);
        conflicts(rows, column, value, said, findings);
      }
    }
    assumeKind(rows, agreed, findings);
    return new ValueMap(agreed);
  }

  private void badDates(
      List<SheetRow> rows,
      Column column,
      String proposal,
      List<Integer> where,
      List<Finding> findings) {
    for (SheetRow row : rows) {
      if (cells.badDate(row, column)) {
        String header = columns.header(column);
        String cell = row.cell(columns, column);
        findings.add(
            proposal == null
                ? Finding.doubt(row.number(), header, "invalid-date", cell)
                : Finding.doubt(
                        row.number(),
                        header,
                        "invalid-date",
                        cell,
                        LocalDate.parse(proposal),
                        where.size(),
                        where.get(0))
                    .saying("others")
                    .beside(where.get(0)));
      }
    }
  }

  private void conflicts(
      List<SheetRow> rows,
      Column column,
      String agreed,
      Map<String, List<Integer>> said,
      List<Finding> findings) {
    if (said.size() < 2) {
      return;
    }
    for (SheetRow row : rows) {
      String value = cells.read(row, column);
      if (value != null && !value.equals(agreed) && !Folded.of(value).equals(Folded.of(agreed))) {
        int other = said.get(agreed).get(0);
        findings.add(
            Finding.doubt(
                    row.number(),
                    columns.header(column),
                    "conflicting-values",
                    row.cell(columns, column),
                    cellAt(rows, other, column),
                    said.get(agreed).size(),
                    other)
                .beside(other));
      }
    }
  }

  private String cellAt(List<SheetRow> rows, int number, Column column) {
    return rows.stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .orElseThrow()
        .cell(columns, column);
  }

  private static String mostOften(Map<String, List<Integer>> said) {
    String most = null;
    for (Map.Entry<String, List<Integer>> entry : said.entrySet()) {
      if (most == null || entry.getValue().size() > said.get(most).size()) {
        most = entry.getKey();
      }
    }
    return most;
  }

  private void assumeKind(List<SheetRow> rows, Map<Column, String> agreed, List<Finding> findings) {
    SheetRow first = rows.get(0);
    String header = columns.header(Column.CARE_KIND);
    for (SheetRow row : rows) {
      String cell = row.cell(columns, Column.CARE_KIND);
      if (!cell.isEmpty()
          && cells.read(row, Column.CARE_KIND) == null
          && row == firstWith(rows, Column.CARE_KIND, row)) {
        findings.add(Finding.doubt(row.number(), header, "unknown-kind", cell));
      }
    }
    if (agreed.get(Column.CARE_KIND) == null) {
      if (first.cell(columns, Column.CARE_KIND).isEmpty()) {
        findings.add(Finding.doubt(first.number(), header, "missing-kind", ""));
      }
      agreed.put(Column.CARE_KIND, CareKind.LONG_TERM.name());
    }
    if (agreed.get(Column.MEDIATED) == null) {
      CareKind kind = CareKind.valueOf(agreed.get(Column.CARE_KIND));
      boolean mediated = Values.usuallyMediated(kind);
      agreed.put(Column.MEDIATED, String.valueOf(mediated));
      for (SheetRow row : rows) {
        if (kindFirstSeen.getOrDefault(kind, 0) == row.number()) {
          String cell = row.cell(columns, Column.CARE_KIND);
          findings.add(
              Finding.note(row.number(), header, "mediated-assumed", cell, cell)
                  .saying(mediated ? "yes" : "no"));
        }
      }
    }
  }

  private List<Family.Carer> carers(
      List<SheetRow> rows, String key, ValueMap agreed, List<Finding> findings) {
    List<Family.Carer> carers = new ArrayList<>();
    LocalDate contact = lastContact(rows);
    LocalDate concluded = agreed.date(Column.CONCLUDED_ON);
    LocalDate seen =
        contact == null || concluded != null && contact.isBefore(concluded) ? null : contact;
    carer(1, rows.get(0), key, agreed, seen, carers, findings);
    carer(2, rows.get(0), key, agreed, seen, carers, findings);
    if (carers.isEmpty()) {
      String header =
          columns.has(Column.CARER1_FAMILY)
              ? columns.header(Column.CARER1_FAMILY)
              : columns.header(Column.CARER2_FAMILY);
      findings.add(Finding.doubt(rows.get(0).number(), header, "missing-name", "").saying("carer"));
    }
    return carers;
  }

  private void carer(
      int slot,
      SheetRow row,
      String key,
      ValueMap agreed,
      LocalDate seen,
      List<Family.Carer> carers,
      List<Finding> findings) {
    Column familyColumn = slot == 1 ? Column.CARER1_FAMILY : Column.CARER2_FAMILY;
    Column givenColumn = slot == 1 ? Column.CARER1_GIVEN : Column.CARER2_GIVEN;
    Column birthColumn = slot == 1 ? Column.CARER1_BIRTH : Column.CARER2_BIRTH;
    Column numberColumn = slot == 1 ? Column.CARER1_NATIONAL_ID : Column.CARER2_NATIONAL_ID;
    String family = agreed.text(familyColumn);
    String given = agreed.text(givenColumn);
    LocalDate birth = agreed.date(birthColumn);
    String number = agreed.get(numberColumn);
    if (birth == null && number != null) {
      birth = BirthNumber.of(number).birthDate();
    }
    if (family.isEmpty() && given.isEmpty() && birth == null && number == null) {
      return;
    }
    missingName(row.number(), family, given, familyColumn, givenColumn, findings);
    DuplicateIndex.Seen here = new DuplicateIndex.Seen(row.number(), key);
    DuplicateIndex.Seen earlier =
        duplicates.earlierByName(DuplicateIndex.nameAndBirth(given, family, birth), here);
    if (earlier != null) {
      findings.add(duplicate(row, familyColumn, row.cell(columns, familyColumn), earlier, "name"));
    }
    carers.add(
        new Family.Carer(
            slot, given, family.isEmpty() && given.isEmpty() ? "?" : family, birth, number, seen));
  }

  private void missingName(
      int row,
      String family,
      String given,
      Column familyColumn,
      Column givenColumn,
      List<Finding> findings) {
    if (family.isEmpty() && columns.has(familyColumn)) {
      findings.add(Finding.doubt(row, columns.header(familyColumn), "missing-name", given));
    } else if (given.isEmpty() && columns.has(givenColumn)) {
      findings.add(Finding.doubt(row, columns.header(givenColumn), "missing-name", family));
    }
  }

  private boolean namesChild(SheetRow row) {
    for (Column column :
        List.of(
            Column.CHILD_FAMILY,
            Column.CHILD_GIVEN,
            Column.CHILD_NATIONAL_ID,
            Column.CHILD_BIRTH,
            Column.PLACED_ON,
            Column.COURT_REFERENCE)) {
      if (!row.cell(columns, column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Family.Child child(
      SheetRow row, String key, ValueMap agreed, List<SheetRow> rows, List<Finding> findings) {
    Map<Column, String> said = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column.level() == Column.Level.CHILD) {
        said.put(column, cells.read(row, column));
        badDates(List.of(row), column, null, List.of(), findings);
      }
    }
    ValueMap values = new ValueMap(said);
    String family = values.text(Column.CHILD_FAMILY);
    String given = values.text(Column.CHILD_GIVEN);
    missingName(row.number(), family, given, Column.CHILD_FAMILY, Column.CHILD_GIVEN, findings);
    LocalDate birth = childBirth(row);
    LocalDate placed = placedOn(row, values, agreed, findings);
    LocalDate contact = values.date(Column.LAST_CONTACT);
    contact = contact == null ? lastContact(rows) : contact;
    childDuplicates(row, key, values, birth, findings);
    return new Family.Child(
        row.number(),
        given,
        family.isEmpty() && given.isEmpty() ? "?" : family,
        birth,
        values.get(Column.CHILD_NATIONAL_ID),
        placed,
        values.get(Column.PLACED_ON) == null && agreed.get(Column.CONCLUDED_ON) == null,
        notBefore(placed, left(values, agreed)),
        seen(contact, placed, left(values, agreed)),
        values);
  }

  private LocalDate placedOn(
      SheetRow row, ValueMap values, ValueMap agreed, List<Finding> findings) {
    LocalDate placed = values.date(Column.PLACED_ON);
    if (placed != null) {
      return placed;
    }
    LocalDate concluded = agreed.date(Column.CONCLUDED_ON);
    LocalDate assumed = concluded == null ? today : concluded;
    if (row.cell(columns, Column.PLACED_ON).isEmpty()) {
      findings.add(
          Finding.doubt(row.number(), columns.header(Column.PLACED_ON), "missing-date", "", assumed)
              .saying("placed"));
    }
    return assumed;
  }

  /** What would end before it began ends on its first day; the finding says so. */
  private static LocalDate notBefore(LocalDate first, LocalDate last) {
    return first != null && last != null && last.isBefore(first) ? first : last;
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }

  /** A placement ends with its agreement at the latest. */
  private static LocalDate left(ValueMap values, ValueMap agreed) {
    LocalDate left = values.date(Column.LEFT_ON);
    LocalDate ended = agreed.date(Column.ENDED_ON);
    return left == null || ended != null && ended.isBefore(left) ? ended : left;
  }

  /** Only somebody who was there then has been met. */
  private LocalDate seen(LocalDate contact, LocalDate placed, LocalDate left) {
    boolean there =
        contact != null
            && !contact.isAfter(today)
            && !contact.isBefore(placed)
            && (left == null || !contact.isAfter(left));
    return there ? contact : null;
  }

  private LocalDate lastContact(List<SheetRow> rows) {
    LocalDate last = null;
    for (SheetRow row : rows) {
      String said = cells.read(row, Column.LAST_CONTACT);
      LocalDate date = said == null ? null : LocalDate.parse(said);
      if (date != null && !date.isAfter(today) && (last == null || date.isAfter(last))) {
        last = date;
      }
    }
    return last;
  }

  private void childDuplicates(
      SheetRow row, String key, ValueMap values, LocalDate birth, List<Finding> findings) {
    DuplicateIndex.Seen here = new DuplicateIndex.Seen(row.number(), key);
    String number = values.get(Column.CHILD_NATIONAL_ID);
    DuplicateIndex.Seen same =
        number == null ? null : duplicates.earlierByNumber(BirthNumber.of(number).digits(), here);
    if (same != null) {
      String cell = row.cell(columns, Column.CHILD_NATIONAL_ID);
      findings.add(duplicate(row, Column.CHILD_NATIONAL_ID, cell, same, "number"));
      return;
    }
    String given = values.text(Column.CHILD_GIVEN);
    String family = values.text(Column.CHILD_FAMILY);
    same = duplicates.earlierByName(DuplicateIndex.nameAndBirth(given, family, birth), here);
    if (same != null) {
      findings.add(
          duplicate(
              row, Column.CHILD_FAMILY, row.cell(columns, Column.CHILD_FAMILY), same, "name"));
    }
  }

  private Finding duplicate(
      SheetRow row, Column column, String value, DuplicateIndex.Seen other, String how) {
    return Finding.doubt(
            row.number(),
            columns.header(column),
            "possible-duplicate",
            value,
            other.row(),
            numbers.getOrDefault(other.family(), ""))
        .saying(how)
        .beside(other.row());
  }
}
