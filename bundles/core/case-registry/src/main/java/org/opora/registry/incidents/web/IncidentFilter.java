package org.opora.registry.incidents.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.api.web.Choice;
import org.opora.api.web.Request;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.incidents.persistence.Wanted.Show;

/** What the address asks for: codes only. */
record IncidentFilter(Wanted wanted) {
  private static final int MONTHS = 24;

  static IncidentFilter of(Request request) {
    Show show =
        request.query("show").flatMap(raw -> constant(Show.values(), raw)).orElse(Show.OPEN);
    return new IncidentFilter(
        new Wanted(
            show,
            request.query("month").flatMap(IncidentFilter::parsed).orElse(null),
            request.query("kind").flatMap(raw -> constant(Kind.values(), raw)).orElse(null),
            null));
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String raw) {
    return Stream.of(all)
        .filter(one -> one.name().equals(raw.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static Optional<YearMonth> parsed(String raw) {
    try {
      return raw.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(raw));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** The months a list offers: the last two years, and the one that was asked for. */
  List<Choice> months(LocalDate today) {
    YearMonth now = YearMonth.from(today);
    Stream<YearMonth> lately = IntStream.range(0, MONTHS).mapToObj(now::minusMonths);
    return Stream.concat(lately, Stream.ofNullable(wanted.month()))
        .distinct()
        .map(month -> new Choice(month.toString(), month.getMonthValue() + "/" + month.getYear()))
        .toList();
  }

  String show() {
    return wanted.show().name();
  }

  String month() {
    return wanted.month() == null ? "" : wanted.month().toString();
  }

  String kind() {
    return wanted.kind() == null ? "" : wanted.kind().name();
  }

  /** What follows the path in the address of the list that is shown. */
  String asked() {
    return "?show=" + show() + "&month=" + month() + "&kind=" + kind();
  }
}
