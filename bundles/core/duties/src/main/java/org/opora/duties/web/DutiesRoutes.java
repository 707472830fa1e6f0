package org.opora.duties.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.duties.Duties;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Cover;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.GoneModules;
import org.opora.duties.application.KeptLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrialDesk;
import org.opora.duties.application.TrustMarks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of the duties. */
@Component
public final class DutiesRoutes implements RouteSet {
  private final DutiesPages pages;
  private final LinePage line;
  private final WhatIfPage whatIf;
  private final Messages messages;

  @Activate
  public DutiesRoutes(
      @Reference Duties duties,
      @Reference KeptLines kept,
      @Reference RuleBook book,
      @Reference TrustMarks marks,
      @Reference Timeline timeline,
      @Reference Cover cover,
      @Reference TrialDesk trials,
      @Reference GoneModules gone,
      @Reference Messages messages) {
    this.pages = new DutiesPages(duties, kept, book, marks, cover, gone, messages.origin());
    this.line = new LinePage(duties, book, marks, timeline, cover);
    this.whatIf = new WhatIfPage(trials);
    this.messages = messages;
  }

  @Override
  public String module() {
    return DutiesModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(DutiesPages.HOME, Duties.READ, pages::list),
        Route.page("/duties/export", Duties.READ, this::export),
        Route.page("/duties/card", Duties.READ, pages::card),
        Route.page("/duties/rules", Duties.READ, pages::rules).audited(Route.Audit.NONE),
        Route.page(WhatIfPage.HOME, Duties.READ, whatIf::show),
        Route.page(LinePage.OF_THE_HOUSE, Duties.READ, line::house),
        Route.page("/duties/files/{file}", Duties.READ, pages::tab)
            .about(request -> Subject.of(new CaseFileId(request.id("file")))),
        Route.page(LinePage.PATTERN, Duties.READ, line::show)
            .about(request -> Subject.of(new CaseFileId(request.id("file")))),
        Route.page("/ops/duties", Duties.READ, this::remote).entry(Route.Entry.OPERATOR_SIGNED_IN));
  }

  private Reply export(Request request) {
    Filter filter = sound(Filter.of(request));
    return Reply.export(request, pages.sheet(request, filter));
  }

  private Reply remote(Request request) {
    Filter filter = sound(Filter.of(request));
    List<Duties.Line> lines = pages.find(request, filter).shown();
    request.shows(DutiesPages.subjects(lines));
    return Reply.json(new RemoteDuties(messages, request.locale()).json(lines));
  }

  /** A file or a script must not get today's list for a day that was mistyped. */
  private Filter sound(Filter filter) {
    if (!filter.sound()) {
      throw new Refused("as-of", Text.of(messages.origin(), "as-of.wrong", filter.written()));
    }
    return filter;
  }
}
