package org.opora.course.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.Reader;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.NewReport;
import org.opora.course.application.ReportDesk;
import org.opora.course.shared.Refusals;

/** A report is begun. */
final class BeginPages {
  private static final int FOUND = 100;
  private static final String ASKED_OF = "asked-of";
  private static final String LANGUAGE = "language";
  private static final List<String> LANGUAGES = List.of("cs", "pl", "en");
  private final ReportDesk desk;
  private final CaseFiles files;
  private final Bodies bodies;
  private final Messages messages;

  BeginPages(ReportDesk desk, CaseFiles files, Bodies bodies, Messages messages) {
    this.desk = desk;
    this.files = files;
    this.bodies = bodies;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply begin(Request request) {
    Form form = request.form();
    Kind kind = form.requiredChoice("kind", Kind.class);
    LocalDate from = form.requiredDate("from");
    LocalDate until = form.requiredDate("until");
    Locale language = language(form);
    NewReport.Asked asked = kind == Kind.ON_REQUEST ? asked(request, form) : null;
    return form.attempt(
        () -> {
          UUID id =
              desk.begin(
                  request.viewer(),
                  Pages.file(request),
                  new NewReport(kind, from, until, language, asked));
          return Reply.to("/course/" + id, Refusals.text("report.begun"));
        },
        wrong -> form(request, wrong));
  }

  private static Locale language(Form form) {
    String code = form.raw(LANGUAGE);
    if (!LANGUAGES.contains(code)) {
      form.error(LANGUAGE, code.isEmpty() ? "form.required" : "form.choice", code);
      return null;
    }
    return Locale.forLanguageTag(code);
  }

  private NewReport.Asked asked(Request request, Form form) {
    String name = form.requiredLine(ASKED_OF);
    Reader as = form.requiredChoice("as", Reader.class);
    LocalDate on = form.requiredDate("asked-on");
    LocalDate by = form.requiredDate("asked-by");
    Set<PersonId> children = new HashSet<>();
    for (String one : form.all("children")) {
      try {
        children.add(new PersonId(UUID.fromString(one)));
      } catch (IllegalArgumentException notOurs) {
        form.error("children", "form.choice", one);
      }
    }
    if (name == null) {
      return null;
    }
    List<Bodies.Line> called =
        found(request, name).stream().filter(line -> called(line, name)).toList();
    if (called.size() > 1) {
      // Two towns may have an office of one name, and only one of them asked.
      form.error(ASKED_OF, Refusals.text("report.refused.several", towns(called)));
    }
    return new NewReport.Asked(
        called.size() == 1 ? called.get(0).id() : null, name, as, on, by, children);
  }

  private static boolean called(Bodies.Line line, String name) {
    return line.name().equalsIgnoreCase(name) || withTown(line).equalsIgnoreCase(name);
  }

  private static String towns(List<Bodies.Line> lines) {
    return lines.stream().map(BeginPages::withTown).distinct().collect(Collectors.joining("; "));
  }

  private static String withTown(Bodies.Line line) {
    return line.town() == null ? line.name() : line.name() + ", " + line.town();
  }

  /** The directory says nothing to whoever may not look into it. */
  private List<Bodies.Line> found(Request request, String name) {
    return request.viewer().grants().containsKey(Bodies.READ)
        ? bodies.find(request.viewer(), name, FOUND)
        : List.of();
  }

  private Reply form(Request request, Form form) {
    CaseFiles.Header header = files.header(request.viewer(), Pages.file(request));
    List<CaseFiles.Child> children = desk.children(request.viewer(), header.id());
    request.shows(Subject.of(header.id()));
    children.forEach(child -> request.shows(Subject.of(child.file())));
    Map<String, Object> model = new HashMap<>();
    model.put("file", header);
    model.put("form", form);
    try {
      model.put("proposal", desk.propose(request.viewer(), header.id()));
    } catch (Refused none) {
      model.put("lack", none.text());
      model.put("proposal", null);
    }
    model.put("kinds", options(request, "report.kind.", Kind.values()));
    model.put(
        "readers", options(request, "report.as.", new Reader[] {Reader.COURT, Reader.AUTHORITY}));
    model.put(
        "languages",
        LANGUAGES.stream()
            .map(code -> new Choice(code, say(request, "report.language." + code)))
            .toList());
    model.put("language", request.locale().getLanguage());
    model.put(
        "children",
        children.stream()
            .map(child -> new Choice(child.person().toString(), child.name().spoken()))
            .toList());
    return Pages.status(Reply.page("report-form", model), form);
  }

  private List<Choice> options(Request request, String prefix, Enum<?>[] all) {
    return Stream.of(all)
        .map(one -> new Choice(one.name(), say(request, prefix + one.name())))
        .toList();
  }

  private String say(Request request, String key) {
    return messages.text(request.locale(), key);
  }
}
