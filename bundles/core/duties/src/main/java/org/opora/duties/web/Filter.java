package org.opora.duties.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.web.Dates;
import org.opora.api.web.Request;

/**
 * What the address asks for.
 *
 * @param asOf the day; today unless a what-if is asked for
 * @param written what was typed when it is no date; null when all is well
 * @param mine only files the viewer has a relation to, although the permission carries further
 * @param band part of the list; null for the whole
 */
record Filter(LocalDate asOf, String written, boolean mine, Band band) {
  private static final int EARLIEST = 1993;
  private static final int LATEST = 2199;

  static Filter of(Request request) {
    LocalDate today = request.viewer().today();
    String typed =
        request.query("as-of").or(() -> request.query("asOf")).map(String::strip).orElse("");
    boolean mine = request.query("whose").filter("mine"::equals).isPresent();
    Band band = Band.named(request.query("show")).orElse(null);
    if (typed.isEmpty()) {
      return new Filter(today, null, mine, band);
    }
    return parse(typed)
        .map(day -> new Filter(day, null, mine, band))
        .orElseGet(() -> new Filter(today, typed, mine, band));
  }

  private static Optional<LocalDate> parse(String typed) {
    try {
      LocalDate day = Dates.parse(typed);
      return day.getYear() < EARLIEST || day.getYear() > LATEST
          ? Optional.empty()
          : Optional.of(day);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  boolean sound() {
    return written == null;
  }

  /**
   * The viewer, narrowed to their own files when that is asked for. A grant is only ever made
   * smaller.
   */
  Viewer narrowed(Viewer viewer) {
    if (!mine || viewer.reach(Duties.READ) != Reach.ALL) {
      return viewer;
    }
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        Map.of(Duties.READ, Reach.OWN),
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  /** The address of the list with another part shown. */
  String href(String path, LocalDate today, Band other) {
    StringBuilder href = new StringBuilder(path);
    char next = '?';
    if (!asOf.equals(today)) {
      href.append(next).append("as-of=").append(asOf);
      next = '&';
    }
    if (mine) {
      href.append(next).append("whose=mine");
      next = '&';
    }
    if (other != null) {
      href.append(next).append("show=").append(other.code());
    }
    return href.toString();
  }
}
