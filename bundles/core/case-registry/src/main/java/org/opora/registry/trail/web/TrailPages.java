package org.opora.registry.trail.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.trail.application.TrailDesk;
import org.opora.registry.trail.application.TrailLine;
import org.opora.registry.trail.application.TrailQuery;

/** The trail, on the screen and as a file; the use case records that it was read. */
final class TrailPages {
  private static final int ROWS = 50;
  private final TrailDesk desk;
  private final Staff staff;
  private final CaseFiles files;
  private final People people;
  private final Messages messages;

  TrailPages(TrailDesk desk, Staff staff, CaseFiles files, People people, Messages messages) {
    this.desk = desk;
    this.staff = staff;
    this.files = files;
    this.people = people;
    this.messages = messages;
  }

  Reply list(Request request) {
    return page(request, "/trail");
  }

  Reply technical(Request request) {
    return page(request, "/trail/technical");
  }

  private Reply page(Request request, String path) {
    Viewer viewer = request.viewer();
    TrailFilter filter = TrailFilter.of(request, desk.words());
    TrailQuery query = filter.query();
    boolean everything = viewer.may(AuditTrail.READ);
    Page<TrailLine> page = desk.page(viewer, query, request.query("after").orElse(null), ROWS);
    return new Model()
        .with("lines", page)
        .with("query", query)
        .with("who", query.staff() == null ? "" : query.staff().toString())
        .with("path", path)
        .with("asked", path + "?" + filter.address())
        .with("export", path + "/export?" + filter.address())
        .with("days", "/trail?" + filter.days())
        .with("shortened", filter.shortened())
        .with("longest", TrailDesk.LONGEST)
        .with("everything", everything)
        .with("broken", everything && desk.ends(viewer, 1).broken())
        .with("staffs", staffs(viewer))
        .with("topics", topics(request.locale()))
        .with("outcomes", List.of(Outcome.values()))
        .with("number", query.file() == null ? null : files.header(viewer, query.file()).number())
        .with("name", query.person() == null ? null : name(viewer, query.person()))
        .page("trail");
  }

  private String name(Viewer viewer, PersonId person) {
    return people.view(viewer, person).name().spoken();
  }

  private List<Choice> staffs(Viewer viewer) {
    return viewer.may(Staff.READ)
        ? staff.all(viewer).stream()
            .map(one -> new Choice(one.id().toString(), one.name()))
            .toList()
        : List.of();
  }

  private List<Choice> topics(Locale locale) {
    return desk.words().topics().stream()
        .map(one -> new Choice(one, messages.text(locale, desk.words().topicText(one))))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
        .toList();
  }

  /** The days and the kind of act; of a person, a family or a colleague that it is one of them. */
  private Text[] chosen(TrailQuery query) {
    List<Text> chosen = new ArrayList<>();
    chosen.add(Words.of("export.days", query.from(), query.to()));
    if (query.topic() != null) {
      chosen.add(desk.words().topicText(query.topic()));
    }
    if (query.outcome() != null) {
      chosen.add(Words.of("trail.outcome." + query.outcome()));
    }
    if (query.staff() != null) {
      chosen.add(Words.of("export.one-colleague"));
    }
    if (query.file() != null) {
      chosen.add(Words.of("export.one-file"));
    }
    if (query.person() != null) {
      chosen.add(Words.of("export.one-person"));
    }
    return chosen.toArray(Text[]::new);
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    TrailQuery query = TrailFilter.of(request, desk.words()).query();
    return Reply.export(
        request,
        Sheet.<TrailLine>of(
                "trail", "trail.title", (after, limit) -> desk.rows(viewer, query, after, limit))
            .number("trail.row", TrailLine::row)
            .date("trail.day", row -> row.at().toLocalDate())
            .time("trail.time", row -> row.at().toLocalTime())
            .text("trail.staff", TrailPages::who)
            .text("trail.topic", TrailLine::act)
            .text("trail.outcome", row -> Words.of("trail.outcome." + row.outcome()))
            .text("trail.files", TrailLine::fileNumbers)
            .text("trail.people", TrailLine::peopleNames)
            .text("trail.code", TrailLine::code)
            .text("trail.detail", TrailLine::detail)
            .about(TrailLine::about)
            .narrowed(chosen(query)));
  }

  private static Object who(TrailLine row) {
    if (row.staff() == null) {
      return Words.of("trail.nobody");
    }
    return row.staff().isEmpty() ? Words.of("trail.unknown") : row.staff();
  }
}
