package org.opora.duties.application;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.opora.api.duties.Duties;
import org.opora.api.people.PersonName;

/**
 * Overdue first, then by due date, the ones without a date last; then file number, kind, name in
 * the reader's alphabet, key, rule and ref, so that the order is the same every time.
 */
final class LineOrder implements Comparator<Duties.Line> {
  private final Comparator<Duties.Line> order;

  LineOrder(Locale locale) {
    Collator alphabet = Collator.getInstance(locale);
    this.order =
        Comparator.<Duties.Line, Boolean>comparing(line -> line.status() != Duties.Status.OVERDUE)
            .thenComparing(Duties.Line::due, Comparator.nullsLast(LocalDate::compareTo))
            .thenComparing(Duties.Line::number)
            .thenComparing(Duties.Line::subjectKind)
            // Two comparisons: a collator takes no notice of the space between the names.
            .thenComparing(line -> name(line, PersonName::family), alphabet)
            .thenComparing(line -> name(line, PersonName::given), alphabet)
            .thenComparing(line -> line.whom().key())
            .thenComparing(Duties.Line::rule)
            .thenComparing(Duties.Line::ref, Comparator.nullsFirst(String::compareTo));
  }

  private static String name(Duties.Line line, Function<PersonName, String> part) {
    return line.name() == null ? "" : part.apply(line.name());
  }

  @Override
  public int compare(Duties.Line one, Duties.Line other) {
    return order.compare(one, other);
  }
}
