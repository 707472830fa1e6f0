package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.files.CareKind;

/**
 * Understands a file in two passes, so that it need not be held whole: {@link #index} sees every
 * row once, {@link #family} then reads the rows of one family. Not thread-safe.
 */
public final class Analysis {
  private final Columns columns;
  private final Cells cells;
  private final FamilyReader reader;
  private final DuplicateIndex duplicates = new DuplicateIndex();
  private final Map<CareKind, Integer> kindFirstSeen = new EnumMap<>(CareKind.class);
  private final Map<String, String> numbers = new HashMap<>();

  /**
   * @param today the day against which a date lies in the future
   */
  public Analysis(Columns columns, LocalDate today) {
    this.columns = columns;
    this.cells = new Cells(columns, today);
    this.reader = new FamilyReader(columns, cells, duplicates, kindFirstSeen, numbers, today);
  }

  /** Which family a row belongs to: rows with the same key are one agreement. */
  public String key(SheetRow row) {
    String number = Folded.of(row.cell(columns, Column.FILE_NUMBER));
    return number.isEmpty() ? "?" + carersOf(row) : number;
  }

  /** First pass. */
  public void index(SheetRow row) {
    String key = key(row);
    DuplicateIndex.Seen here = new DuplicateIndex.Seen(row.number(), key);
    numbers.putIfAbsent(key, row.cell(columns, Column.FILE_NUMBER));
    String number = row.cell(columns, Column.CHILD_NATIONAL_ID);
    duplicates.child(
        number.isEmpty() ? "" : BirthNumber.of(cells.read(row, Column.CHILD_NATIONAL_ID)).digits(),
        DuplicateIndex.nameAndBirth(
            text(row, Column.CHILD_GIVEN), text(row, Column.CHILD_FAMILY), reader.childBirth(row)),
        here);
    duplicates.carer(
        person(row, Column.CARER1_GIVEN, Column.CARER1_FAMILY, Column.CARER1_BIRTH), here);
    duplicates.carer(
        person(row, Column.CARER2_GIVEN, Column.CARER2_FAMILY, Column.CARER2_BIRTH), here);
    duplicates.contact(cells.read(row, Column.EMAIL), here);
    duplicates.contact(cells.read(row, Column.PHONE), here);
    Values.careKind(row.cell(columns, Column.CARE_KIND))
        .ifPresent(kind -> kindFirstSeen.putIfAbsent(kind, row.number()));
  }

  /** Second pass: reads all rows of one family, in the order of the file. */
  public Family family(List<SheetRow> rows) {
    return reader.read(key(rows.get(0)), rows);
  }

  /** Findings about the file as a whole; they stand at the header. */
  public List<Finding> aboutColumns() {
    List<Finding> findings = new ArrayList<>();
    for (String header : columns.unknown()) {
      findings.add(Finding.note(1, header, "unknown-column", header));
    }
    return findings;
  }

  private String carersOf(SheetRow row) {
    return String.join(
        "|",
        Folded.of(row.cell(columns, Column.CARER1_FAMILY)),
        Folded.of(row.cell(columns, Column.CARER1_GIVEN)),
        Folded.of(row.cell(columns, Column.CARER2_FAMILY)),
        Folded.of(row.cell(columns, Column.CARER2_GIVEN)));
  }

  private String person(SheetRow row, Column given, Column family, Column birth) {
    String date = cells.read(row, birth);
    return DuplicateIndex.nameAndBirth(
        text(row, given), text(row, family), date == null ? null : LocalDate.parse(date));
  }

  private String text(SheetRow row, Column column) {
    String text = cells.read(row, column);
    return text == null ? "" : text;
  }
}
