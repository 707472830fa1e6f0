package org.opora.api.reports.spi;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.Reader;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One section of every report on the course of care, drafted from what was recorded in its period.
 * What is drafted is a proposal: whoever writes the report puts it otherwise. A section that comes
 * too late or fails leaves a gap that names its module, and no report waits for it.
 */
@ConsumerType
public interface ReportSection {
  /** Short and unique in the house; kept with reports. At most 40 characters. */
  String id();

  /** Place in the part; small comes first. */
  int order();

  Text title();

  /** Id of the bundle that brings it, to be named where it could not be drafted. */
  String module();

  Scope scope();

  /**
   * Who gets it, out of those who get the part. What one of them must not read stands in a section
   * that this one does not get.
   */
  default Set<Reader> readers() {
    return EnumSet.allOf(Reader.class);
  }

  /**
   * Whether it tells what the child said, which the child may take away from readers afterwards;
   * see {@link RecordWatcher}.
   */
  default boolean voice() {
    return false;
  }

  /**
   * Whether the viewer may read what it is drafted from. Who may not leaves in the report what is
   * there, or a gap; that nothing was recorded is for those to say who would see it.
   */
  default boolean may(Viewer viewer) {
    return true;
  }

  /**
   * What the records of the period say, in the language that is wanted: paragraphs with an empty
   * line between them, and items that begin with a hyphen and a blank. Nothing that the viewer may
   * not see, and nothing that one of {@link Wanted#readers} may not read. In a part about one child
   * nothing is said of another one, and in the part of the family nothing of any. Asked outside a
   * transaction, on a thread of its own.
   *
   * @return null or blank when nothing was recorded
   */
  String draft(Viewer viewer, Wanted wanted);

  /** Of what a part tells. */
  enum Scope {
    FAMILY,
    CHILD
  }

  /**
   * @param child whom the part is about; null in the part of the family
   * @param childFile of this child; null in the part of the family
   * @param from first day of the period
   * @param until last day of it
   * @param readers who receives the report and this section
   * @param everybody who receives the report
   */
  record Wanted(
      CaseFileId file,
      PersonId child,
      ChildFileId childFile,
      LocalDate from,
      LocalDate until,
      Set<Reader> readers,
      Set<Reader> everybody,
      Locale language) {
    public Wanted {
      Objects.requireNonNull(file);
      Objects.requireNonNull(language);
      readers = Set.copyOf(readers);
      everybody = Set.copyOf(everybody);
    }

    /** Whether something of this day is told. */
    public boolean covers(LocalDate day) {
      return day != null && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether something of some of these days is told; an open end goes on. */
    public boolean touches(LocalDate first, LocalDate last) {
      return !first.isAfter(until) && (last == null || !last.isBefore(from));
    }
  }
}
