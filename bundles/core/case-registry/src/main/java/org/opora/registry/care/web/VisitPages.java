package org.opora.registry.care.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPrints;
import org.opora.registry.care.application.VisitScans;
import org.opora.registry.care.application.VisitSigning;
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
  private final VisitSigning signing;
  private final VisitPrints prints;
  private final VisitScans scans;
  private final VisitForm form;

  VisitPages(
      CaseFrame frame,
      Visits visits,
      VisitVersions versions,
      VisitMoves moves,
      VisitSigning signing,
      VisitPrints prints,
      VisitScans scans,
      VisitForm form) {
    this.frame = frame;
    this.visits = visits;
    this.versions = versions;
    this.moves = moves;
    this.signing = signing;
    this.prints = prints;
    this.scans = scans;
    this.form = form;
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
    List<VisitSigning.Signature> signatures = signing.of(request.viewer(), visit.id());
    request.shows(signatures.stream().map(one -> Subject.of(one.person())).toList());
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("signatures", signatures)
        .with("unread", unread(signatures))
        .with("wording", prints.of(request.viewer(), visit.id()).get(0))
        .with("scans", scans.of(request.viewer(), visit.id()))
        .with("amendments", versions.count(request.viewer(), header.id(), visit.id()))
        .with("trace", moves.trace(request.viewer(), visit.id()))
        .with("met", met(visit))
        .form("visit", failed);
  }

  /** Whether only former wordings were read: how the visit reads now is signed by nobody. */
  private static boolean unread(List<VisitSigning.Signature> signatures) {
    List<VisitSigning.Signature> standing =
        signatures.stream().filter(one -> one.struckOn() == null).toList();
    return !standing.isEmpty() && standing.stream().allMatch(VisitSigning.Signature::former);
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
    if (posted.valid()) {
      try {
        VisitId id = visits.record(request.viewer(), header.id(), visit);
        return Reply.to(path(header.id(), id), Words.of("visit.saved", visit.present().size()));
      } catch (Refused refused) {
        posted.refused(refused);
      }
    }
    return form.show(model(request, header), request, posted, null, attendees, Visits.Place.HOME);
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
    if (posted.valid()) {
      try {
        visits.amend(request.viewer(), before.id(), posted.version(), now, why);
        return Reply.to(
            path(header.id(), before.id()),
            Words.of(before.locked() ? "visit.amended.locked" : "visit.amended"));
      } catch (Refused refused) {
        posted.refused(refused);
      } catch (Stale changed) {
        posted.stale();
      }
    }
    return form.show(model(request, header), request, posted, before, attendees, before.place());
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
