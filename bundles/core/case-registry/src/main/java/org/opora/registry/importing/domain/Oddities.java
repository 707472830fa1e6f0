package org.opora.registry.importing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.files.CareKind;

/**
 * What a careful reader of the register would ask about: nothing is wrong by itself, yet something
 * is probably missing. All of it is taken over as it is.
 */
final class Oddities {
  private static final int MONTHS_WITHOUT_CHILD = 6;
  private static final int MONTHS_OF_TEMPORARY_CARE = 24;
  private static final int MONTHS_OF_EDUCATION = 12;
  private static final Pattern YEAR = Pattern.compile("20\\d{2}");
  private static final Pattern HALF_A_STREET =
      Pattern.compile(
          "(?iu)(u|v|ve|k|ke|na|za|do|od|pod|nad|při|w|we|przy)\\s+\\d+(\\s*/\\s*\\d+)?");

  private final Columns columns;
  private final DuplicateIndex index;
  private final Map<String, String> numbers;
  private final LocalDate today;

  /**
   * @param index contacts of all rows
   * @param numbers file number by family
   */
  Oddities(Columns columns, DuplicateIndex index, Map<String, String> numbers, LocalDate today) {
    this.columns = columns;
    this.index = index;
    this.numbers = numbers;
    this.today = today;
  }

  void family(
      String key,
      List<SheetRow> rows,
      ValueMap agreed,
      List<Family.Child> children,
      List<Finding> findings) {
    SheetRow first = rows.get(0);
    shared(key, first, agreed, Column.EMAIL, findings);
    shared(key, first, agreed, Column.PHONE, findings);
    if (HALF_A_STREET.matcher(agreed.text(Column.STREET)).matches()) {
      note(findings, first, Column.STREET, "incomplete-street");
    }
    countedAfterEnd(first, agreed, findings);
    withoutChild(first, agreed, children, findings);
    temporary(rows, agreed, children, findings);
  }

  /** Two families with one phone or e-mail: the same people twice, or a slip. */
  private void shared(
      String key, SheetRow first, ValueMap agreed, Column column, List<Finding> findings) {
    DuplicateIndex.Seen here = new DuplicateIndex.Seen(first.number(), key);
    DuplicateIndex.Seen other = index.earlierByContact(agreed.text(column), here);
    if (other != null) {
      findings.add(
          Finding.note(
                  first.number(),
                  columns.header(column),
                  "shared-contact",
                  first.cell(columns, column),
                  other.row(),
                  numbers.getOrDefault(other.family(), ""))
              .beside(other.row()));
    }
  }

  /** Hours and days of a time in which the agreement had ended. */
  private void countedAfterEnd(SheetRow first, ValueMap agreed, List<Finding> findings) {
    LocalDate ended = agreed.date(Column.ENDED_ON);
    if (ended == null) {
      return;
    }
    boolean longGone = ended.isBefore(today.minusMonths(MONTHS_OF_EDUCATION));
    if (longGone && some(agreed, Column.EDUCATION_HOURS)) {
      note(findings, first, Column.EDUCATION_HOURS, "counted-after-end", ended);
    }
    Matcher year = YEAR.matcher(columns.header(Column.RESPITE_DAYS));
    int counted = year.find() ? Integer.parseInt(year.group()) : today.getYear();
    if (ended.getYear() < counted && some(agreed, Column.RESPITE_DAYS)) {
      note(findings, first, Column.RESPITE_DAYS, "counted-after-end", ended);
    }
  }

  private static boolean some(ValueMap agreed, Column column) {
    BigDecimal amount = agreed.decimal(column);
    return amount != null && amount.signum() > 0;
  }

  /** Only temporary carers have an agreement before a child comes; the first one is not here. */
  private void withoutChild(
      SheetRow first, ValueMap agreed, List<Family.Child> children, List<Finding> findings) {
    LocalDate concluded = agreed.date(Column.CONCLUDED_ON);
    LocalDate came =
        children.stream()
            .map(child -> child.values().date(Column.PLACED_ON))
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(null);
    if (concluded != null
        && came != null
        && agreed.careKind() != CareKind.TEMPORARY
        && concluded.plusMonths(MONTHS_WITHOUT_CHILD).isBefore(came)) {
      note(findings, first, Column.CONCLUDED_ON, "no-child-at-first", came);
    }
  }

  private void temporary(
      List<SheetRow> rows, ValueMap agreed, List<Family.Child> children, List<Finding> findings) {
    if (agreed.careKind() != CareKind.TEMPORARY) {
      return;
    }
    LocalDate usual = today.minusMonths(MONTHS_OF_TEMPORARY_CARE);
    for (Family.Child child : children) {
      LocalDate placed = child.values().date(Column.PLACED_ON);
      if (placed != null && child.leftOn() == null && placed.isBefore(usual)) {
        rows.stream()
            .filter(row -> row.number() == child.row())
            .forEach(row -> note(findings, row, Column.PLACED_ON, "long-temporary-care", placed));
      }
    }
  }

  private void note(
      List<Finding> findings, SheetRow row, Column column, String code, Object... arguments) {
    findings.add(
        Finding.note(
            row.number(), columns.header(column), code, row.cell(columns, column), arguments));
  }
}
