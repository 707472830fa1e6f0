package org.opora.registry.tasks.web;

import java.util.List;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.tasks.application.TaskDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to tasks. */
@Component
public final class TaskRoutes implements RouteSet {
  private final TaskPages pages;
  private final TaskForms forms;

  @Activate
  public TaskRoutes(
      @Reference CaseFrame frame,
      @Reference TaskDesk desk,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages = new TaskPages(frame, desk, staff);
    forms = new TaskForms(frame, desk, staff, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/tasks", Tasks.READ, pages::list),
        Route.page("/tasks/card", Tasks.READ, pages::card),
        Route.page("/tasks/{task}", Tasks.READ, pages::show),
        Route.page("/files/{file}/tasks", Tasks.READ, pages::ofFile),
        Route.page("/tasks/new", Tasks.WRITE, forms::blank).audited(Route.Audit.NONE),
        change("/tasks/new", forms::add),
        Route.page("/files/{file}/tasks/new", Tasks.WRITE, forms::blankInFile),
        change("/files/{file}/tasks/new", forms::addInFile),
        Route.page("/tasks/{task}/edit", Tasks.WRITE, forms::edit),
        change("/tasks/{task}/edit", forms::amend),
        change("/tasks/{task}/done", pages::finish),
        change("/tasks/{task}/reopen", pages::reopen));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Tasks.WRITE, handler).audited(Route.Audit.READ);
  }
}
