package org.opora.registry.standards.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.standards.InternalRules;
import org.opora.registry.standards.domain.RuleReader;
import org.opora.registry.standards.persistence.VersionRow;

/**
 * A paper with its versions.
 *
 * @param over whether it holds no more
 * @param versions the newest first; what is being written only for whoever writes
 */
public record RuleView(
    UUID id,
    long version,
    InternalRules.Kind kind,
    String title,
    boolean forCarers,
    LocalDate endedOn,
    boolean over,
    UUID replacedBy,
    String replacedByTitle,
    List<Line> versions) {

  /** Where a version stands on a day. */
  public enum Standing {
    DRAFT,
    /** Issued, but not yet in force. */
    COMING,
    IN_FORCE,
    REPLACED,
    /** The whole paper holds no more. */
    ENDED
  }

  /**
   * @param replacedBy number of the version that took its place; 0 while there is none
   */
  public record Line(VersionRow row, Standing standing, int replacedBy) {}

  /** What one colleague has to do with a version that was handed to them. */
  public record Mine(
      UUID version, boolean open, LocalDate readBy, boolean overdue, LocalDate confirmedOn) {
    static Mine of(RuleReader row, LocalDate today) {
      return new Mine(
          row.ruleVersion(),
          row.open(),
          row.readBy(),
          row.open() && row.readBy().isBefore(today),
          row.confirmedOn());
    }
  }

  /** The version in force; null when there is none. */
  public Line now() {
    return standing(Standing.IN_FORCE);
  }

  /** The version in preparation; null when there is none. */
  public Line draft() {
    return standing(Standing.DRAFT);
  }

  private Line standing(Standing wanted) {
    return versions.stream().filter(one -> one.standing() == wanted).findFirst().orElse(null);
  }

  /**
   * @param rows versions of one paper, the newest first
   * @param lastDay of the paper, or null
   */
  static List<Line> lines(List<VersionRow> rows, LocalDate lastDay, LocalDate day) {
    List<VersionRow> issued = rows.stream().filter(VersionRow::issued).toList();
    VersionRow inForce =
        issued.stream().filter(row -> !row.validFrom().isAfter(day)).findFirst().orElse(null);
    boolean over = lastDay != null && lastDay.isBefore(day);
    return rows.stream()
        .map(row -> new Line(row, standing(row, inForce, over, day), next(row, issued)))
        .toList();
  }

  private static Standing standing(
      VersionRow row, VersionRow inForce, boolean over, LocalDate day) {
    if (!row.issued()) {
      return Standing.DRAFT;
    }
    if (over) {
      return Standing.ENDED;
    }
    if (row.validFrom().isAfter(day)) {
      return Standing.COMING;
    }
    return row.equals(inForce) ? Standing.IN_FORCE : Standing.REPLACED;
  }

  private static int next(VersionRow row, List<VersionRow> issued) {
    return row.issued()
        ? issued.stream()
            .mapToInt(VersionRow::number)
            .filter(number -> number > row.number())
            .min()
            .orElse(0)
        : 0;
  }
}
