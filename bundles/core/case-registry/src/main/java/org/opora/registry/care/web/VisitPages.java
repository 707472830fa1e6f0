package org.opora.registry.care.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Choice;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** The page of a visit, and the form that writes it down or corrects it. */
final class VisitPages {
  private static final int ROWS = 40;
  private final CaseFrame frame;
  private final Visits visits;
  private final Messages messages;

  VisitPages(CaseFrame frame, Visits visits, Messages messages) {
    this.frame = frame;
    this.visits = visits;
    this.messages = messages;
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
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = visit(request, header.id());
    Map<PersonId, Visits.ChildPart> parts =
        visit.children().stream()
            .collect(Collectors.toMap(Visits.ChildPart::child, Function.identity()));
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with(
            "met",
            visit.present().stream().map(one -> new Met(one, parts.get(one.person()))).toList())
        .page("visit");
  }

  Reply blank(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.Place place = lastPlace(request.viewer(), header.id());
    return form(request, header, null, null, attendees(request, header, null), place);
  }

  Reply record(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    List<Attendee> attendees = attendees(request, header, null);
    Visits.NewVisit visit = new VisitFields(form, attendees).read();
    if (form.valid()) {
      try {
        VisitId id = visits.record(request.viewer(), header.id(), visit);
        return Reply.to(
            "/files/" + header.id() + "/visits/" + id,
            Words.of("visit.saved", visit.present().size()));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return form(request, header, form, null, attendees, Visits.Place.HOME);
  }

  Reply edit(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = visit(request, header.id());
    return form(request, header, null, visit, attendees(request, header, visit), visit.place());
  }

  Reply amend(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView before = visit(request, header.id());
    Form form = request.form();
    List<Attendee> attendees = attendees(request, header, before);
    Visits.NewVisit now = new VisitFields(form, attendees).read();
    if (form.valid()) {
      try {
        visits.amend(request.viewer(), before.id(), form.version(), now);
        return Reply.to(
            "/files/" + header.id() + "/visits/" + before.id(), Words.of("visit.amended"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return form(request, header, form, before, attendees, before.place());
  }

  /** The visit that the path names, if it belongs to the file of the path. */
  private Visits.VisitView visit(Request request, CaseFileId file) {
    Visits.VisitView visit = visits.view(request.viewer(), new VisitId(request.id("visit")));
    if (!visit.file().equals(file)) {
      throw new NotFound();
    }
    request.shows(visit.present().stream().map(one -> Subject.of(one.person())).toList());
    return visit;
  }

  /** Everybody of the family now, and whoever else was at the visit that is being corrected. */
  private static List<Attendee> attendees(
      Request request, CaseFiles.Header header, Visits.VisitView visit) {
    Stream<Attendee> now =
        Stream.concat(
            header.carers().stream()
                .map(one -> new Attendee(one.person(), one.name(), false, null)),
            header.children().stream()
                .map(
                    one ->
                        new Attendee(
                            one.person(),
                            one.name(),
                            true,
                            Words.age(one.birthDate(), request.viewer().today()))));
    Stream<Attendee> then =
        visit == null
            ? Stream.empty()
            : visit.present().stream()
                .map(one -> new Attendee(one.person(), one.name(), one.child(), null));
    return Stream.concat(now, then)
        .collect(
            Collectors.toMap(
                Attendee::person,
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Most visits take place where the last one did. */
  private Visits.Place lastPlace(Viewer viewer, CaseFileId file) {
    Page<Visits.VisitLine> last = visits.of(viewer, file, null, 1);
    return last.items().isEmpty() ? Visits.Place.HOME : last.items().get(0).place();
  }

  private Reply form(
      Request request,
      CaseFiles.Header header,
      Form form,
      Visits.VisitView visit,
      List<Attendee> attendees,
      Visits.Place place) {
    Map<PersonId, Visits.ChildPart> before =
        visit == null
            ? Map.of()
            : visit.children().stream()
                .collect(Collectors.toMap(Visits.ChildPart::child, Function.identity()));
    Model model = frame.model(request, header, null);
    return model
        .with("visit", visit)
        .with("place", place)
        .with("announced", visit == null ? YesNo.YES : YesNo.of(visit.announced()))
        .with("rows", attendees.stream().map(one -> row(one, before)).toList())
        .with("presentChoices", attendees.stream().map(one -> choice(request, one)).toList())
        .with("presentValues", present(visit))
        .with("places", Words.choices(messages, request.locale(), "place", Visits.Place.values()))
        .with(
            "learnt",
            Words.choices(messages, request.locale(), "learnt-by", Visits.ViewLearntBy.values()))
        .with("announcedChoices", YesNo.choices(messages, request.locale(), "visit.announced"))
        .with("aloneChoices", YesNo.choices(messages, request.locale(), "visit.alone"))
        .form("visit-form", form);
  }

  private static Row row(Attendee who, Map<PersonId, Visits.ChildPart> before) {
    Visits.ChildPart part = before.get(who.person());
    return new Row(who, part, part == null ? null : YesNo.of(part.seenAlone()));
  }

  private Choice choice(Request request, Attendee who) {
    String name = who.name().spoken();
    return new Choice(
        who.person().toString(),
        who.age() == null ? name : name + ", " + messages.text(request.locale(), who.age()));
  }

  private static List<String> present(Visits.VisitView visit) {
    return visit == null
        ? List.of()
        : visit.present().stream().map(one -> one.person().toString()).toList();
  }

  /**
   * @param part what is written down already; null for adults and in a new form
   */
  public record Row(Attendee who, Visits.ChildPart part, YesNo alone) {}

  /**
   * @param part the child's part; null for adults and where the viewer may not see it
   */
  public record Met(Visits.Present who, Visits.ChildPart part) {}
}
