package org.opora.registry.grant.web;

import java.util.List;
import java.util.stream.IntStream;
import org.opora.api.web.Request;

/** The year of which a page tells. */
final class Year {
  private static final int FIRST = 2013;

  private Year() {}

  /** That of the address; this one when it names none. */
  static int of(Request request) {
    int now = request.viewer().today().getYear();
    return request
        .query("year")
        .filter(year -> year.matches("\\d{4}"))
        .map(Integer::valueOf)
        .filter(year -> year >= FIRST && year <= now + 1)
        .orElse(now);
  }

  /** Those one can ask for, the newest first; as words, because a year has no thousands. */
  static List<String> all(Request request) {
    int last = request.viewer().today().getYear() + 1;
    return IntStream.rangeClosed(0, last - FIRST)
        .mapToObj(back -> String.valueOf(last - back))
        .toList();
  }
}
