package org.opora.duties.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Dates;
import org.opora.api.web.Request;

/**
 * What the address asks for.
 *
 * @param asOf the day; today unless a what-if is asked for
 * @param written what was typed when it is no date; null when all is well
 * @param mine only files the viewer has a relation to, although the permission carries further
 * @param absent only files of this colleague, who is away; null for all
 * @param band part of the list; null for the whole
 */
record Filter(LocalDate asOf, String written, boolean mine, StaffId absent, Band band) {
  private static final int EARLIEST = 1993;
  private static final int LATEST = 2199;
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static Filter of(Request request) {
    LocalDate today = request.viewer().today();
    String typed =
        request.query("as-of").or(() -> request.query("asOf")).map(String::strip).orElse("");
    String whose = request.query("whose").orElse("");
    boolean mine = whose.equals("mine");
    StaffId absent = KEY.matcher(whose).matches() ? new StaffId(UUID.fromString(whose)) : null;
    Band band = Band.named(request.query("show")).orElse(null);
    if (typed.isEmpty()) {
      return new Filter(today, null, mine, absent, band);
    }
    return parse(typed)
        .map(day -> new Filter(day, null, mine, absent, band))
        .orElseGet(() -> new Filter(today, typed, mine, absent, band));
  }

  static Optional<LocalDate> parse(String typed) {
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
    } else if (absent != null) {
      href.append(next).append("whose=").append(absent);
      next = '&';
    }
    if (other != null) {
      href.append(next).append("show=").append(other.code());
    }
    return href.toString();
  }
}
