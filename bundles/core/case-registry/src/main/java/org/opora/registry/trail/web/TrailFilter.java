package org.opora.registry.trail.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Request;
import org.opora.registry.trail.application.ActWords;
import org.opora.registry.trail.application.TrailDesk;
import org.opora.registry.trail.application.TrailQuery;

/**
 * What the address of the list asks for: days, codes and keys.
 *
 * @param shortened whether more days were asked for than are answered at once
 */
record TrailFilter(TrailQuery query, boolean shortened) {
  /** Without days the last week is shown. */
  private static final int WEEK = 7;

  static TrailFilter of(Request request, ActWords words) {
    LocalDate today = request.viewer().today();
    LocalDate to = day(request, "to").orElse(today);
    LocalDate asked = day(request, "from").orElse(to.minusDays(WEEK - 1L));
    LocalDate from = asked.isAfter(to) ? to : asked;
    boolean fits = TrailDesk.fits(from, to);
    return new TrailFilter(
        new TrailQuery(
            fits ? from : to.minusDays(TrailDesk.LONGEST - 1L),
            to,
            key(request, "staff", StaffId::new),
            request.query("topic").filter(words::isTopic).orElse(null),
            outcome(request),
            key(request, "file", CaseFileId::new),
            key(request, "person", PersonId::new)),
        !fits);
  }

  /** A day of the address; empty when there is none, or none that can be shown. */
  static Optional<LocalDate> day(Request request, String name) {
    try {
      return request
          .query(name)
          .filter(raw -> !raw.isBlank())
          .map(LocalDate::parse)
          .filter(day -> day.getYear() > 2000 && day.getYear() < 2200);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Outcome outcome(Request request) {
    String raw = request.query("outcome").orElse("").toUpperCase(Locale.ROOT);
    return Stream.of(Outcome.values())
        .filter(one -> one.name().equals(raw))
        .findFirst()
        .orElse(null);
  }

  private static <T> T key(Request request, String name, Function<UUID, T> type) {
    try {
      return request
          .query(name)
          .filter(raw -> !raw.isBlank())
          .map(raw -> type.apply(UUID.fromString(raw)))
          .orElse(null);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  /** The part of the address behind the question mark. */
  String address() {
    return days()
        + part("staff", query.staff())
        + part("topic", query.topic())
        + part("outcome", query.outcome())
        + part("file", query.file())
        + part("person", query.person());
  }

  /** The same for everything on these days. */
  String days() {
    return "from=" + query.from() + "&to=" + query.to();
  }

  private static String part(String name, Object value) {
    return value == null ? "" : "&" + name + "=" + value;
  }
}
