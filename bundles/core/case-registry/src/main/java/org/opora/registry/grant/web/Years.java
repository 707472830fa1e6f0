package org.opora.registry.grant.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.grant.application.GrantBook;

/** The years of which pages tell: from the first one the law knows to the next one. */
record Years(GrantBook law) {
  /** That of the address; this one when it names none. */
  int of(Request request) {
    return asked(request).orElse(request.viewer().today().getYear());
  }

  /** That of the address; empty when it names none, or one out of reach. */
  Optional<Integer> asked(Request request) {
    return request.query("year").flatMap(year -> within(request, year));
  }

  /** The year that somebody has typed; empty when it is none, or out of reach. */
  Optional<Integer> within(Request request, String typed) {
    return Optional.of(typed)
        .filter(year -> year.matches("\\d{4}"))
        .map(Integer::valueOf)
        .filter(year -> year >= first(request) && year <= last(request));
  }

  /** That of a form; this one when it names none. */
  int posted(Form form, Request request) {
    return within(request, form.raw("year")).orElse(request.viewer().today().getYear());
  }

  /** Those one can ask for, the newest first; as words, because a year has no thousands. */
  List<String> all(Request request) {
    int last = last(request);
    return IntStream.rangeClosed(0, last - first(request))
        .mapToObj(back -> String.valueOf(last - back))
        .toList();
  }

  private int first(Request request) {
    int now = request.viewer().today().getYear();
    return Math.min(now, law.firstYear().orElse(now));
  }

  private static int last(Request request) {
    return request.viewer().today().getYear() + 1;
  }
}
