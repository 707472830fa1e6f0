package org.opora.registry.care.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.care.Visits;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.PersonName;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Words;

/** A visit written down by mistake: withdrawn, put back, or moved into the file it belongs to. */
final class MovePages {
  private static final int LONGEST_REASON = 1_000;
  private final CaseFrame frame;
  private final RightFile right;
  private final Visits visits;
  private final VisitMoves moves;
  private final VisitPages pages;
  private final VisitForm form;

  MovePages(
      CaseFrame frame,
      CaseFiles files,
      Visits visits,
      VisitMoves moves,
      VisitPages pages,
      VisitForm form) {
    this.frame = frame;
    this.right = new RightFile(files);
    this.visits = visits;
    this.moves = moves;
    this.pages = pages;
    this.form = form;
  }

  Reply askWithdrawal(Request request) {
    return withdrawal(request, null);
  }

  Reply withdraw(Request request) {
    Form posted = request.form();
    String why = reason(posted);
    return posted.attempt(
        () -> {
          moves.withdraw(request.viewer(), visit(request), posted.version(), why);
          return home(request, "visit.withdrawn");
        },
        wrong -> withdrawal(request, wrong));
  }

  private Reply withdrawal(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("trace", moves.trace(request.viewer(), visit.id()))
        .form("visit-withdraw", posted);
  }

  Reply putBack(Request request) {
    Form posted = request.form();
    try {
      moves.putBack(request.viewer(), visit(request), posted.version());
      return home(request, "visit.put-back.done");
    } catch (Refused refused) {
      posted.refused(refused);
    } catch (Stale changed) {
      posted.stale();
    }
    return pages.show(request, posted);
  }

  Reply askFile(Request request) {
    return choice(request, null);
  }

  Reply chooseFile(Request request) {
    Form posted = request.form();
    CaseFileId found = right.chosen(request, posted);
    return found == null ? choice(request, posted) : Reply.to(path(request) + "/move/" + found);
  }

  private Reply choice(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("own", right.own(request.viewer(), header.id()))
        .form("visit-move", posted);
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply move(Request request) {
    Form posted = request.form();
    CaseFiles.Header there = right.there(request);
    List<Attendee> attendees = VisitForm.attendees(request, there, null);
    Visits.NewVisit visit = new VisitFields(posted, attendees).read();
    String why = reason(posted);
    return posted.attempt(
        () -> {
          VisitId id =
              moves.move(
                  request.viewer(),
                  visit(request),
                  posted.version(),
                  there.id(),
                  visit,
                  pages.papers().along(request, posted),
                  why);
          return Reply.to(VisitPages.path(there.id(), id), Words.of("visit.moved", there.number()));
        },
        wrong -> form(request, wrong));
  }

  private Reply form(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    CaseFiles.Header there = right.there(request);
    frame.shows(request, there);
    List<Attendee> attendees = VisitForm.attendees(request, there, null);
    return form.show(
        frame
            .model(request, there, null)
            .with(
                "move",
                new Move(
                    path(request) + "/move/" + there.id(),
                    path(request),
                    header.familyName(),
                    header.number(),
                    left(visit, attendees),
                    pages.papers().movable(request, visit.id().value()))),
        request,
        posted,
        visit,
        attendees,
        visit.place());
  }

  /** What is said of children who are not in the other family: to be read, and written anew. */
  private static List<Left> left(Visits.VisitView visit, Collection<Attendee> there) {
    List<PersonId> known = there.stream().map(Attendee::person).toList();
    Map<PersonId, PersonName> names =
        visit.present().stream()
            .collect(
                Collectors.toMap(Visits.Present::person, Visits.Present::name, (one, same) -> one));
    Function<Visits.ChildPart, Left> left = part -> new Left(names.get(part.child()), part);
    return visit.children().stream()
        .filter(part -> !known.contains(part.child()))
        .map(left)
        .toList();
  }

  private static String reason(Form posted) {
    String why = posted.text("why", LONGEST_REASON);
    if (why == null) {
      posted.error("why", "form.required");
    }
    return why;
  }

  private static VisitId visit(Request request) {
    return new VisitId(request.id("visit"));
  }

  private static String path(Request request) {
    return VisitPages.path(CaseFrame.file(request), visit(request));
  }

  private static Reply home(Request request, String notice) {
    return Reply.to(path(request), Words.of(notice));
  }

  /**
   * @param action where the form is posted
   * @param back page of the visit as it stands
   * @param familyName of the file in which it stands by mistake
   * @param scans that may go along
   */
  public record Move(
      String action,
      String back,
      String familyName,
      String number,
      List<Left> left,
      List<Choice> scans) {}

  /**
   * @param name null when a wall stands before the child
   */
  public record Left(PersonName name, Visits.ChildPart part) {}
}
