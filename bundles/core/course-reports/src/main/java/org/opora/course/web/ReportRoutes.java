package org.opora.course.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.bodies.Bodies;
import org.opora.api.documents.Deliveries;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.course.CourseModule;
import org.opora.course.application.Copies;
import org.opora.course.application.Drafting;
import org.opora.course.application.Passage;
import org.opora.course.application.ReportDesk;
import org.opora.course.application.ReportReader;
import org.opora.course.application.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of the reports on the course of care. */
@Component
public final class ReportRoutes implements RouteSet {
  private static final String OF_FILE = "/files/{file}/course";
  private static final String ONE = "/course/{report}";
  private static final String SECTION = ONE + "/sections/{section}";
  private static final String SAID = ONE + "/statements/{statement}/edit";
  private static final String SEND = ONE + "/recipients/{recipient}/send";
  private final BeginPages begin;
  private final ReportPages reports;
  private final SectionPages sections;
  private final StatementPages said;
  private final CopyPages copies;

  @Activate
  public ReportRoutes(
      @Reference ReportDesk desk,
      @Reference ReportReader reader,
      @Reference Drafting drafting,
      @Reference Statements statements,
      @Reference Passage passage,
      @Reference Copies copies,
      @Reference Deliveries deliveries,
      @Reference CaseFiles files,
      @Reference Bodies bodies,
      @Reference Messages messages) {
    begin = new BeginPages(desk, files, bodies, messages);
    reports = new ReportPages(desk, reader, drafting, statements, passage, copies, files, messages);
    sections = new SectionPages(reader, drafting, files);
    said = new StatementPages(reader, statements, messages);
    this.copies = new CopyPages(reader, copies, deliveries, messages);
  }

  @Override
  public String module() {
    return CourseModule.ID;
  }

  @Override
  public List<Route> routes() {
    String read = CourseModule.READ;
    String write = CourseModule.WRITE;
    return List.of(
        Route.page(OF_FILE, read, reports::list).about(ReportRoutes::file),
        Route.page(OF_FILE + "/part", read, reports::part).about(ReportRoutes::file),
        Route.page(OF_FILE + "/new", write, begin::blank).about(ReportRoutes::file),
        Route.post(OF_FILE, write, begin::begin).about(ReportRoutes::file),
        Route.page(ONE, read, reports::show),
        Route.post(ONE + "/again", write, reports::again),
        Route.post(ONE + "/close", write, reports::close),
        Route.post(ONE + "/back", write, reports::back),
        Route.post(ONE + "/give-back", CourseModule.APPROVE, reports::back),
        Route.post(ONE + "/statements", write, reports::state),
        Route.page(SAID, write, said::edit),
        Route.post(SAID, write, said::correct),
        Route.post(ONE + "/approve", CourseModule.APPROVE, reports::approve),
        Route.post(ONE + "/make-out", write, reports::makeOut),
        Route.post(ONE + "/copies", write, reports::copies),
        Route.page(ONE + "/withdraw", write, reports::withdrawing),
        Route.post(ONE + "/withdraw", write, reports::withdraw),
        Route.page(SECTION + "/edit", write, sections::edit),
        Route.post(SECTION + "/edit", write, sections::write),
        Route.page(ONE + "/as/{recipient}", read, copies::seen),
        Route.page(SEND, write, copies::sending),
        Route.post(SEND, write, copies::send));
  }

  private static Subject file(Request request) {
    return Subject.of(Pages.file(request));
  }
}
