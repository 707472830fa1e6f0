package org.opora.registry.tasks.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;

/** The form by which a task is set or changed. */
final class TaskForms {
  private static final int LONGEST_WHAT = 500;
  private final CaseFrame frame;
  private final TaskDesk desk;
  private final Staff staff;
  private final Messages messages;

  TaskForms(CaseFrame frame, TaskDesk desk, Staff staff, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return general(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewTask task = read(form, About.NOBODY, From.NOTHING);
    return form.attempt(
        () -> {
          desk.add(request.viewer(), task);
          return Reply.to("/tasks", Words.of("task.added"));
        },
        wrong -> general(request, wrong));
  }

  private Reply general(Request request, Form form) {
    return new Model()
        .with("action", "/tasks/new")
        .with("draft", "task-new")
        .with("back", "/tasks")
        .with("doer", request.viewer().staff())
        .with("doers", doers(request.viewer(), About.NOBODY, null))
        .form("task-form", form);
  }

  Reply blankInFile(Request request) {
    return inFile(
        request,
        frame.header(request),
        null,
        new From(key(request.query("visit")), key(request.query("note"))));
  }

  Reply addInFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    From from = new From(form.id("visit"), form.id("note"));
    NewTask task = read(form, about(form, header), from);
    return form.attempt(
        () -> {
          desk.add(request.viewer(), task);
          return Reply.to(tab(header.id()), Words.of("task.added"));
        },
        wrong -> inFile(request, header, wrong, from));
  }

  private Reply inFile(Request request, CaseFiles.Header header, Form form, From from) {
    Viewer viewer = request.viewer();
    String path = "/files/" + header.id();
    return frame
        .model(request, header, null)
        .with("action", path + "/tasks/new")
        .with("draft", "task-new-" + header.id())
        .with("back", from.path() == null ? tab(header.id()) : path + from.path())
        .with("abouts", abouts(viewer.locale(), header))
        .with("visit", from.visit())
        .with("note", from.note())
        .with("doer", viewer.staff())
        .with("doers", doers(viewer, About.file(header.id()), null))
        .form("task-form", form);
  }

  Reply edit(Request request) {
    return change(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    TaskLine before = desk.view(request.viewer(), TaskPages.id(request));
    String what = before.title() == null ? what(form) : null;
    UUID doer = form.requiredId("doer");
    LocalDate due = form.date("due");
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), before.id(), form.version(), what, new StaffId(doer), due);
          // Whoever hands on what is about nobody may not see it any more.
          return Reply.to(
              before.about().nobody() ? "/tasks" : "/tasks/" + before.id(), Words.of("task.saved"));
        },
        wrong -> change(request, wrong));
  }

  private Reply change(Request request, Form form) {
    Viewer viewer = request.viewer();
    TaskLine task = desk.view(viewer, TaskPages.id(request));
    TaskPages.shows(request, List.of(task));
    String path = "/tasks/" + task.id();
    return new Model()
        .with("task", task)
        .with("version", task.version())
        .with("action", path + "/edit")
        .with("draft", "task-" + task.id())
        .with("back", path)
        .with("doer", task.doer())
        .with("doers", doers(viewer, task.about(), task.doer()))
        .form("task-form", form);
  }

  private static NewTask read(Form form, About about, From from) {
    String what = what(form);
    UUID doer = form.requiredId("doer");
    LocalDate due = form.date("due");
    return new NewTask(
        about,
        from.visit() == null ? null : new VisitId(from.visit()),
        from.note(),
        what,
        doer == null ? null : new StaffId(doer),
        due);
  }

  private static String what(Form form) {
    String what = form.text("what", LONGEST_WHAT);
    if (what == null) {
      form.error("what", "form.required");
    }
    return what;
  }

  /** The whole family, or somebody in it. */
  private static About about(Form form, CaseFiles.Header header) {
    UUID chosen = form.requiredId("about");
    if (chosen == null || chosen.equals(header.id().value())) {
      return About.file(header.id());
    }
    PersonId person = new PersonId(chosen);
    if (people(header).noneMatch(one -> one.person().equals(person))) {
      form.error("about", Words.of("refused.task-stranger"));
    }
    return About.person(person, header.id());
  }

  private List<Choice> abouts(Locale locale, CaseFiles.Header header) {
    Choice family =
        new Choice(
            header.id().toString(),
            messages.text(locale, "task.about.family", header.familyName()));
    return Stream.concat(
            Stream.of(family),
            people(header).map(one -> new Choice(one.person().toString(), one.name().spoken())))
        .toList();
  }

  private static Stream<Somebody> people(CaseFiles.Header header) {
    return Stream.concat(
        header.children().stream().map(one -> new Somebody(one.person(), one.name())),
        header.carers().stream().map(one -> new Somebody(one.person(), one.name())));
  }

  /** Those who may see it, the viewer, and whoever has it now. */
  private List<Choice> doers(Viewer viewer, About about, StaffId now) {
    Set<StaffId> keys = new HashSet<>(desk.doers(viewer, about));
    keys.add(viewer.staff());
    if (now != null) {
      keys.add(now);
    }
    return staff.names(keys).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  /** The entry of the file from which a task comes; both null for none. */
  private record From(UUID visit, UUID note) {
    static final From NOTHING = new From(null, null);

    String path() {
      return visit != null ? "/visits/" + visit : note == null ? null : "/notes/" + note;
    }
  }

  private static UUID key(Optional<String> asked) {
    try {
      return asked.map(UUID::fromString).orElse(null);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  private static String tab(CaseFileId file) {
    return "/files/" + file + "/tab/tasks";
  }

  private record Somebody(PersonId person, PersonName name) {}
}
