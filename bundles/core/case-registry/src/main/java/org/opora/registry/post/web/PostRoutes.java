package org.opora.registry.post.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.post.application.PostDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the book of post. */
@Component
public final class PostRoutes implements RouteSet {
  private final PostPages pages;
  private final PostForms forms;

  @Activate
  public PostRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference PostDesk desk,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages = new PostPages(frame, files, desk);
    forms = new PostForms(files, desk, staff, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/post", PostDesk.READ, pages::list),
        Route.page("/post/export", PostDesk.READ, pages::export),
        Route.page("/files/{file}/post", PostDesk.READ, pages::ofFile),
        Route.page("/post/{letter}", PostDesk.READ, pages::show),
        Route.page("/post/new", PostDesk.WRITE, forms::blank),
        change("/post/new", forms::enter),
        Route.page("/post/{letter}/edit", PostDesk.WRITE, forms::edit),
        change("/post/{letter}/edit", forms::amend),
        change("/post/{letter}/settle", pages::settle),
        change("/post/{letter}/reopen", pages::reopen),
        Route.page("/post/{letter}/strike-out", PostDesk.WRITE, pages::striking),
        change("/post/{letter}/strike-out", pages::strikeOut));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, PostDesk.WRITE, handler).audited(Route.Audit.READ);
  }
}
