package org.opora.registry.grant.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.opora.api.files.CareKind;

/**
 * What decides how much belongs to an agreement.
 *
 * @param agreement days on which it is in force
 * @param children stays of children in the family, one list a child
 * @param earlier agreements of the same family before this one
 * @param dependent days on which a child of the family depends on care in a degree that counts,
 *     within its stay
 * @param doubtful days within a stay on which two degrees of one child are written down, only one
 *     of which counts; none of them is among {@code dependent}
 */
public record Facts(
    CareKind kind,
    Span agreement,
    List<Span> earlier,
    List<List<Span>> children,
    List<Span> dependent,
    List<Span> doubtful) {
  private static final int MONTHS = 12;

  public Facts {
    doubtful = List.copyOf(doubtful);
    earlier = List.copyOf(earlier);
    children = children.stream().map(List::copyOf).toList();
    dependent = List.copyOf(dependent);
  }

  /** Without a doubt about the degrees. */
  public Facts(
      CareKind kind,
      Span agreement,
      List<Span> earlier,
      List<List<Span>> children,
      List<Span> dependent) {
    this(kind, agreement, earlier, children, dependent, List.of());
  }

  /** Whether a doubt about the degrees touches the agreement in the year. */
  public boolean doubtful(int year) {
    return IntStream.rangeClosed(1, MONTHS)
        .mapToObj(month -> YearMonth.of(year, month))
        .flatMap(month -> IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay))
        .anyMatch(day -> agreement.on(day) && Span.count(doubtful, day) > 0);
  }
}
