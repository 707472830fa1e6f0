package org.opora.registry.tasks.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.TaskId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLine;

/** The list of tasks, the card of Today, the part of a case file, and the page of one task. */
final class TaskPages {
  private static final int ROWS = 40;
  private static final int OF_A_FILE = 50;
  private static final int LATELY_DONE = 5;
  private static final int CARD = 8;
  private final CaseFrame frame;
  private final TaskDesk desk;
  private final Staff staff;

  TaskPages(CaseFrame frame, TaskDesk desk, Staff staff) {
    this.frame = frame;
    this.desk = desk;
    this.staff = staff;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    Filter filter = Filter.of(request);
    Page<TaskLine> tasks =
        desk.list(viewer, filter.doer(), filter.done(), request.query("after").orElse(null), ROWS);
    shows(request, tasks.items());
    boolean everybody = viewer.reach(Tasks.READ) == Reach.ALL;
    return new Model()
        .with("tasks", tasks)
        .with("whose", filter.whose())
        .with("mine", filter.mine())
        .with("done", filter.done())
        .with("everybody", everybody)
        .with("colleagues", everybody && viewer.may(Staff.READ) ? colleagues(viewer) : List.of())
        .with("here", filter.href())
        .page("tasks");
  }

  private List<Choice> colleagues(Viewer viewer) {
    return staff.all(viewer).stream()
        .filter(member -> !member.id().equals(viewer.staff()))
        .map(member -> new Choice(member.id().toString(), member.name()))
        .toList();
  }

  /** What I am to do: overdue first, without a day last. */
  Reply card(Request request) {
    Viewer viewer = request.viewer();
    Page<TaskLine> tasks = desk.list(viewer, viewer.staff(), false, null, CARD);
    shows(request, tasks.items());
    return new Model()
        .with("tasks", tasks)
        .with("mine", true)
        .with("narrow", true)
        .page("tasks-card");
  }

  /** The overview of a file asks only for what is open; the tab also shows what was done lately. */
  Reply ofFile(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    List<PersonId> people =
        Stream.concat(
                header.carers().stream().map(CaseFiles.Carer::person),
                header.children().stream().map(CaseFiles.Child::person))
            .toList();
    Page<TaskLine> open = desk.ofFile(viewer, header.id(), people, false, null, OF_A_FILE);
    boolean brief = request.query("show").filter("open"::equals).isPresent();
    Page<TaskLine> done =
        brief
            ? Page.last(List.of())
            : desk.ofFile(viewer, header.id(), people, true, null, LATELY_DONE);
    shows(request, open.items());
    shows(request, done.items());
    return new Model()
        .with("file", header)
        .with("tasks", open)
        .with("finished", done.items())
        .with("brief", brief)
        .page("tasks-part");
  }

  /** News and chronologies know a task that has moved by its former key. */
  Reply show(Request request) {
    return desk.moved(request.viewer(), id(request))
        .<Reply>map(now -> Reply.to("/tasks/" + now))
        .orElseGet(() -> page(request, null));
  }

  Reply finish(Request request) {
    Form form = request.form();
    try {
      desk.finish(request.viewer(), id(request), form.version(), form.raw("note"));
      return Reply.to("/tasks/" + id(request), Words.of("task.finished"));
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return page(request, form);
  }

  Reply reopen(Request request) {
    Form form = request.form();
    try {
      desk.reopen(request.viewer(), id(request), form.version());
      return Reply.to("/tasks/" + id(request), Words.of("task.reopened"));
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return page(request, form);
  }

  private Reply page(Request request, Form form) {
    TaskLine task = desk.view(request.viewer(), id(request));
    shows(request, List.of(task));
    // What is wrong with the whole form is the state of the task, and that is on the page now.
    boolean shown = form == null || form.errors().containsKey(Form.WHOLE);
    return new Model()
        .with("task", task)
        .with("version", shown ? task.version() : form.versionAgain(task.version()))
        .with("typed", form == null ? "" : form.raw("note"))
        .form("task", form);
  }

  static TaskId id(Request request) {
    return new TaskId(request.id("task"));
  }

  /** Counts everybody whom these tasks are about as shown. */
  static void shows(Request request, Collection<TaskLine> tasks) {
    List<Subject> about =
        tasks.stream().flatMap(task -> task.about().subjects().stream()).distinct().toList();
    request.shows(about);
  }
}
