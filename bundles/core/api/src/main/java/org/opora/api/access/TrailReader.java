package org.opora.api.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The trail as people read it. Whoever shows it records that it was read. */
@ProviderType
public interface TrailReader {
  /** Permission to read the technical acts in it: no row about a client, and no key of one. */
  String TECHNICAL = "access.audit-technical";

  /**
   * Rows, the newest first; what has just been written is among them. Who may read the trail, reads
   * all of it but rows about what a wall keeps from them; who may read the technical acts, reads
   * those.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 500
   * @throws org.opora.api.faults.NotAllowed when the viewer may do neither
   */
  Page<Line> page(Viewer viewer, Wanted wanted, String after, int limit);

  /** What became of it. */
  enum Outcome {
    WROTE,
    READ,
    DENIED,
    NOTED
  }

  /**
   * @param from first day, in the zone of the centre
   * @param to last day
   * @param staff who; null for everybody
   * @param outcome null for all
   * @param acts which codes are wanted
   * @param about rows that name at least one of these; empty for all rows
   */
  record Wanted(
      LocalDate from,
      LocalDate to,
      StaffId staff,
      Outcome outcome,
      Predicate<String> acts,
      Set<Subject> about) {
    public Wanted {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(acts);
      about = Set.copyOf(about);
    }

    /** All that was done on these days. */
    public static Wanted of(LocalDate from, LocalDate to) {
      return new Wanted(from, to, null, null, act -> true, Set.of());
    }

    /** The same about these. */
    public Wanted about(Collection<Subject> subjects) {
      return new Wanted(from, to, staff, outcome, acts, Set.copyOf(subjects));
    }
  }

  /**
   * @param row number of the row
   * @param staff null when nobody was signed in
   * @param act code of what was done: of a use case, a permission that was refused, or a door such
   *     as {@code GET /people/{person}}; {@link #CHANGED} when the row is no longer what was
   *     written
   * @param about what the viewer may know of
   * @param detail codes and keys, or null; null when the row is about something behind a wall
   */
  record Line(
      long row,
      Instant at,
      StaffId staff,
      Outcome outcome,
      String act,
      List<Subject> about,
      String detail) {
    public Line {
      about = List.copyOf(about);
    }
  }

  /** Act of a row that was changed outside the house. */
  String CHANGED = "access.row-changed";
}
