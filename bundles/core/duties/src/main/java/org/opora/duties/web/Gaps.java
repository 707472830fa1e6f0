package org.opora.duties.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.duties.Duties;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Cover;

/**
 * Which lines are late, or soon will be, while nobody looked after the family: the key worker was
 * away and nobody stood in, on a day within the last fortnight before the day or after it.
 */
final class Gaps {
  /** As many days as a duty is called soon. */
  private static final int BEFORE = 14;

  /** What is late for longer is late for other reasons, too. */
  private static final int YEARS = 2;

  /** A gap is told to its end, also where that is still to come. */
  private static final int AHEAD = 1;

  private final Map<CaseFileId, List<Cover.Gap>> gaps;
  private final LocalDate asOf;

  private Gaps(Map<CaseFileId, List<Cover.Gap>> gaps, LocalDate asOf) {
    this.gaps = gaps;
    this.asOf = asOf;
  }

  static Gaps of(Cover cover, Collection<Duties.Line> lines, LocalDate asOf) {
    List<Duties.Line> pressing = lines.stream().filter(Gaps::pressing).toList();
    if (pressing.isEmpty()) {
      return new Gaps(Map.of(), asOf);
    }
    return new Gaps(
        cover.gaps(
            pressing.stream().map(Duties.Line::file).collect(Collectors.toSet()),
            asOf.minusYears(YEARS),
            asOf.plusYears(AHEAD)),
        asOf);
  }

  private static boolean pressing(Duties.Line line) {
    Band band = Band.of(line);
    return line.file() != null && line.due() != null && (band == Band.OVERDUE || band == Band.SOON);
  }

  /** The last of those days on end that count for the line; null when there are none. */
  Cover.Gap of(Duties.Line line) {
    if (!pressing(line)) {
      return null;
    }
    LocalDate from = line.due().minusDays(BEFORE);
    return gaps.getOrDefault(line.file(), List.of()).stream()
        .filter(gap -> !gap.until().isBefore(from) && !gap.from().isAfter(asOf))
        .reduce((one, other) -> other)
        .orElse(null);
  }
}
