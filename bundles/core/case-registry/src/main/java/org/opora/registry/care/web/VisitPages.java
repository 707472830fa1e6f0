package org.opora.registry.care.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The page of a visit, and the form that writes it down, corrects or amends it. */
final class VisitPages {
  private static final int ROWS = 40;
  private static final int LONGEST_REASON = 1_000;
  private final CaseFrame frame;
  private final Visits visits;
  private final VisitVersions versions;
  private final VisitMoves moves;
  private final VisitPapers papers;
  private final PaperPages paperPages;
  private final VisitForm form;

  VisitPages(
      CaseFrame frame,
      Visits visits,
      VisitVersions versions,
      VisitMoves moves,
      VisitPapers papers,
      VisitForm form,
      Messages messages) {
    this.frame = frame;
    this.visits = visits;
    this.versions = versions;
    this.moves = moves;
    this.papers = papers;
    this.form = form;
    this.paperPages = new PaperPages(frame, papers, messages, new Entries());
  }

  static String path(CaseFileId file, VisitId visit) {
    return "/files/" + file + "/visits/" + visit;
  }

  /** The visit that the path names, if it belongs to the file of the path. */
  static Visits.VisitView visit(Request request, Visits visits, CaseFileId file) {
    Visits.VisitView visit = visits.view(request.viewer(), new VisitId(request.id("visit")));
    if (!visit.file().equals(file)) {
      throw new NotFound();
    }
    request.shows(visit.present().stream().map(one -> Subject.of(one.person())).toList());
    return visit;
  }

  Reply list(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, "timeline")
        .with(
            "visits",
            visits.of(request.viewer(), header.id(), request.query("after").orElse(null), ROWS))
        .page("visits");
  }

  Reply show(Request request) {
    return show(request, null);
  }

  /**
   * @param failed a form of the page that was refused, or null
   */
  Reply show(Request request, Form failed) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = visit(request, visits, header.id());
    return paperPages
        .fill(frame.model(request, header, null), request, visit.id().value())
        .with("visit", visit)
        .with("amendments", versions.count(request.viewer(), header.id(), visit.id()))
        .with("trace", moves.trace(request.viewer(), visit.id()))
        .with("met", met(visit))
        .form("visit", failed);
  }

  /**
   * For the carer to read and sign, with the number of the wording. What a child said in confidence
   * stays off the paper unless it is asked for.
   */
  Reply print(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = visit(request, visits, header.id());
    if (!visit.counts()) {
      throw new NotFound();
    }
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("met", met(visit))
        .with(
            "wording", papers.prints().print(request.viewer(), visit.id().value(), visit.version()))
        .with("children", request.query("children").filter("yes"::equals).isPresent())
        .page("visit-print");
  }

  /** Signatures and scans of visits. */
  PaperPages papers() {
    return paperPages;
  }

  private final class Entries implements PaperPages.Entries {
    @Override
    public UUID id(Request request) {
      return request.id("visit");
    }

    @Override
    public PaperPages.Entry of(Request request, CaseFiles.Header header) {
      Visits.VisitView visit = visit(request, visits, header.id());
      return new PaperPages.Entry(
          visit.id().value(),
          visit.version(),
          path(header.id(), visit.id()),
          "visit.title",
          "visit",
          visit.on(),
          visit.by(),
          visit.note(),
          visit.counts());
    }

    @Override
    public Reply page(Request request, Form failed) {
      return show(request, failed);
    }
  }

  /** Everybody who was there, with what is said of the children. */
  static List<Met> met(Visits.VisitView visit) {
    Map<PersonId, Visits.ChildPart> parts =
        visit.children().stream()
            .collect(Collectors.toMap(Visits.ChildPart::child, Function.identity()));
    return visit.present().stream().map(one -> new Met(one, parts.get(one.person()))).toList();
  }

  Reply blank(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.Place place = lastPlace(request.viewer(), header.id());
    return form.show(
        model(request, header),
        request,
        null,
        null,
        VisitForm.attendees(request, header, null),
        place);
  }

  Reply record(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form posted = request.form();
    List<Attendee> attendees = VisitForm.attendees(request, header, null);
    Visits.NewVisit visit = new VisitFields(posted, attendees).read();
    return posted.attempt(
        () -> {
          VisitId id = visits.record(request.viewer(), header.id(), visit);
          return Reply.to(path(header.id(), id), Words.of("visit.saved", visit.present().size()));
        },
        wrong ->
            form.show(model(request, header), request, wrong, null, attendees, Visits.Place.HOME));
  }

  Reply edit(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = visit(request, visits, header.id());
    return form.show(
        model(request, header),
        request,
        null,
        visit,
        VisitForm.attendees(request, header, visit),
        visit.place());
  }

  Reply amend(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView before = visit(request, visits, header.id());
    Form posted = request.form();
    List<Attendee> attendees = VisitForm.attendees(request, header, before);
    Visits.NewVisit now = new VisitFields(posted, attendees).read();
    String why = posted.text("why", LONGEST_REASON);
    return posted.attempt(
        () -> {
          visits.amend(request.viewer(), before.id(), posted.version(), now, why);
          return Reply.to(
              path(header.id(), before.id()),
              Words.of(before.locked() ? "visit.amended.locked" : "visit.amended"));
        },
        wrong ->
            form.show(model(request, header), request, wrong, before, attendees, before.place()));
  }

  private Model model(Request request, CaseFiles.Header header) {
    return frame.model(request, header, null);
  }

  /** Most visits take place where the last one did. */
  private Visits.Place lastPlace(Viewer viewer, CaseFileId file) {
    Page<Visits.VisitLine> last = visits.of(viewer, file, null, 1);
    return last.items().isEmpty() ? Visits.Place.HOME : last.items().get(0).place();
  }

  /**
   * @param part the child's part; null for adults and where the viewer may not see it
   */
  public record Met(Visits.Present who, Visits.ChildPart part) {}
}
