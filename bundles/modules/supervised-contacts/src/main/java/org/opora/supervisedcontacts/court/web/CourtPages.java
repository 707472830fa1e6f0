package org.opora.supervisedcontacts.court.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.court.application.CourtReader;
import org.opora.supervisedcontacts.court.application.CourtView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page for the court, and the same on paper. */
@Component
public final class CourtPages implements RouteSet {
  private static final String COURT = SupervisedContactsModule.HOME + "/plans/{plan}/court";

  /** So far back it looks at first, in months. */
  private static final int MONTHS = 6;

  /** Years over which it looks at the most: nobody is a child for longer. */
  private static final int CHILDHOOD = 18;

  private final CourtReader reader;
  private final Printing printing;
  private final Centre centre;
  private final Messages messages;

  @Activate
  public CourtPages(
      @Reference CourtReader reader,
      @Reference Printing printing,
      @Reference Centre centre,
      @Reference Messages messages) {
    this.reader = reader;
    this.printing = printing;
    this.centre = centre;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(COURT, SupervisedContactsModule.READ, this::show),
        Route.page(COURT + "/paper", SupervisedContactsModule.WRITE, this::paper));
  }

  private CourtView view(Request request) {
    Viewer viewer = request.viewer();
    LocalDate last = viewer.today().plusYears(CHILDHOOD);
    LocalDate until =
        day(request, "until").filter(day -> !day.isAfter(last)).orElse(viewer.today());
    LocalDate first = until.minusYears(CHILDHOOD);
    LocalDate from =
        day(request, "from")
            .map(day -> day.isBefore(first) ? first : day)
            .orElse(until.minusMonths(MONTHS));
    CourtView view =
        reader.of(
            viewer, new PlanId(request.id("plan")), from.isAfter(until) ? until : from, until);
    request.shows(
        Subject.of(new ChildFileId(view.plan().row().childFile())),
        Subject.of(new PersonId(view.plan().row().child())));
    return view;
  }

  private static Optional<LocalDate> day(Request request, String name) {
    try {
      return request.query(name).map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private Reply show(Request request) {
    CourtView view = view(request);
    Map<String, Object> model = new HashMap<>();
    model.put("court", view);
    model.put("tally", view.tally());
    model.put("from", view.from());
    model.put("until", view.until());
    model.put("parties", CancelledBy.values());
    return Reply.page("court", model);
  }

  private Reply paper(Request request) {
    CourtView view = view(request);
    request.records("list=contacts-court;from=" + view.from() + ";until=" + view.until());
    CourtPaper paper = new CourtPaper(messages, request.locale(), request.viewer().zone());
    return new Reply.Download(
        messages.text(
                request.locale(), "court.file", view.from().toString(), view.until().toString())
            + ".pdf",
        "application/pdf",
        printing.pdf(paper.of(view, centre.name())));
  }
}
