package org.opora.registry.trail.web;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.registry.trail.application.ExtractLine;

/** Who looked at the records of a person: for paper, and as a file. */
final class ExtractPages {
  private static final int ROWS = 500;
  private final ExtractDesk desk;

  ExtractPages(ExtractDesk desk) {
    this.desk = desk;
  }

  /** A year back, unless other days are asked for. */
  private record Period(LocalDate from, LocalDate to) {
    static Period of(Request request) {
      LocalDate to = TrailFilter.day(request, "to").orElse(request.viewer().today());
      LocalDate from = TrailFilter.day(request, "from").orElse(to.minusYears(1));
      return new Period(from.isAfter(to) ? to : from, to);
    }

    String address() {
      return "from=" + from + "&to=" + to;
    }
  }

  Reply page(Request request) {
    Viewer viewer = request.viewer();
    PersonId person = person(request);
    Period period = Period.of(request);
    PersonName name = desk.name(viewer, person);
    Page<ExtractLine> lines =
        desk.page(
            viewer, person, period.from(), period.to(), request.query("after").orElse(null), ROWS);
    return new Model()
        .with("person", person)
        .with("name", name)
        .with("lines", lines)
        .with("from", period.from())
        .with("to", period.to())
        .with("today", viewer.today())
        .with("asked", "/people/" + person + "/trail?" + period.address())
        .with("export", "/people/" + person + "/trail/export?" + period.address())
        .page("trail-extract");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    PersonId person = person(request);
    Period period = Period.of(request);
    return Reply.export(
        request,
        Sheet.<ExtractLine>of(
                "extract",
                "extract.title",
                (after, limit) ->
                    desk.rows(viewer, person, period.from(), period.to(), after, limit))
            .date("trail.day", row -> row.at().toLocalDate())
            .time("trail.time", row -> row.at().toLocalTime())
            .text("extract.what", ExtractLine::act)
            .text("trail.outcome", row -> Words.of("trail.outcome." + row.outcome()))
            .text("extract.why", ExtractLine::why)
            .about(row -> List.of(Subject.of(person)))
            .narrowed(
                Words.of("export.one-person"),
                Words.of("export.days", period.from(), period.to())));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }
}
