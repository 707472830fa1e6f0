package org.opora.duties.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.staff.Cover;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.duties.application.Differences;
import org.opora.duties.application.TrialDesk;

/**
 * A reading or a figure tried out before anybody sets it. Everything stands in the address: it
 * changes nothing, and it names nobody.
 */
final class WhatIfPage {
  static final String HOME = "/duties/what-if";

  /** More than anybody looks through; all are counted. */
  private static final int MOST = 100;

  private final TrialDesk desk;

  WhatIfPage(TrialDesk desk) {
    this.desk = desk;
  }

  Reply show(Request request) {
    LocalDate today = request.viewer().today();
    Map<String, Object> model = new LinkedHashMap<>();
    Optional<TrialDesk.Knob> knob = request.query("try").flatMap(id -> desk.knob(id, today));
    model.put("knobs", desk.knobs(today));
    model.put("knob", knob.orElse(null));
    model.put("result", null);
    if (knob.isEmpty()) {
      return Reply.page("duties-what-if", model);
    }
    Said said = Said.of(request);
    model.put("said", said);
    boolean asked = request.query("value").isPresent();
    boolean wrong = !said.sound() || asked && !knob.get().answers(said.value());
    model.put("wrongValue", asked && !knob.get().answers(said.value()));
    if (asked && !wrong) {
      Differences found =
          desk.differences(
              request.viewer(), knob.get(), said.value(), said.from(), said.asOf(), MOST);
      request.shows(
          DutiesPages.subjects(found.first().stream().map(Differences.Difference::line).toList()));
      model.put("result", Result.of(found, said.asOf(), today));
    }
    return Reply.page("duties-what-if", model).status(wrong ? 422 : 200);
  }

  /**
   * What stands in the address.
   *
   * @param value as it was typed; null before anybody has
   * @param from first day of what is tried out, by default that of the year: what began before goes
   *     by the figure of before
   * @param wrongFrom what was typed when it is no day; null when all is well, as {@code wrongAsOf}
   */
  public record Said(
      String value, LocalDate from, LocalDate asOf, String wrongFrom, String wrongAsOf) {
    static Said of(Request request) {
      LocalDate today = request.viewer().today();
      String from = request.query("from").map(String::strip).orElse("");
      String asOf = request.query("as-of").map(String::strip).orElse("");
      Optional<LocalDate> first = Filter.parse(from);
      Optional<LocalDate> day = Filter.parse(asOf);
      return new Said(
          request.query("value").map(String::strip).orElse(null),
          first.orElse(today.withDayOfYear(1)),
          day.orElse(today),
          first.isPresent() || from.isEmpty() ? null : from,
          day.isPresent() || asOf.isEmpty() ? null : asOf);
    }

    boolean sound() {
      return wrongFrom == null && wrongAsOf == null;
    }
  }

  /**
   * What would be different.
   *
   * @param more how many there are besides those listed
   */
  public record Result(List<Group> groups, int all, int more) {
    static Result of(Differences found, LocalDate asOf, LocalDate today) {
      List<Group> groups =
          Arrays.stream(Differences.Kind.values())
              .filter(kind -> found.counts().get(kind) > 0)
              .map(
                  kind ->
                      new Group(
                          kind.name(),
                          found.counts().get(kind),
                          found.first().stream()
                              .filter(one -> one.kind() == kind)
                              .map(one -> Row.of(one, asOf, today))
                              .toList()))
              .toList();
      return new Result(groups, found.all(), found.all() - found.first().size());
    }
  }

  /** Lines of which the same becomes. */
  public record Group(String kind, int count, List<Row> rows) {}

  /**
   * @param before null for a line that appears
   * @param after null for one that vanishes
   */
  public record Row(DutyRow before, DutyRow after) {
    static Row of(Differences.Difference one, LocalDate asOf, LocalDate today) {
      return new Row(row(one.before(), asOf, today), row(one.after(), asOf, today));
    }

    private static DutyRow row(Duties.Line line, LocalDate asOf, LocalDate today) {
      Cover.Gap none = null;
      return line == null ? null : DutyRow.of(line, asOf, today, false, none);
    }

    /** The line as it would be, or as it is where it vanishes. */
    public DutyRow line() {
      return after == null ? before : after;
    }
  }
}
