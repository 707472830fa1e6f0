package org.opora.calendar.meetings.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Collision;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.meetings.application.MeetingCancellations;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingLookout;
import org.opora.calendar.meetings.application.MeetingReader;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.application.Reception;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.web.FormPage;

/** Pages of meetings: new, seen, changed, cancelled. */
final class MeetingPages {
  private static final int A_PAGE = 20;
  private final MeetingDesk desk;
  private final MeetingCancellations cancellations;
  private final MeetingLookout lookout;
  private final MeetingReader reader;
  private final Reception reception;
  private final MeetingOffers offers;

  MeetingPages(
      MeetingDesk desk,
      MeetingCancellations cancellations,
      MeetingLookout lookout,
      MeetingReader reader,
      Reception reception,
      MeetingOffers offers) {
    this.desk = desk;
    this.cancellations = cancellations;
    this.lookout = lookout;
    this.reader = reader;
    this.reception = reception;
    this.offers = offers;
  }

  Reply ofFile(Request request) {
    CaseFileId file = file(request);
    var page = reader.about(request.viewer(), file, request.query("after").orElse(null), A_PAGE);
    request.shows(Subject.of(file));
    page.items().forEach(one -> shows(request, one));
    return Reply.page(
        "meetings-part",
        Map.of("page", page, "file", file, "writes", reader.writes(request.viewer(), file)));
  }

  Reply blank(Request request) {
    return form(request, null, null, null, List.of());
  }

  Reply write(Request request) {
    return write(request, null);
  }

  Reply blankFor(Request request) {
    return form(request, file(request), null, null, List.of());
  }

  Reply writeFor(Request request) {
    return write(request, file(request));
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  private Reply write(Request request, CaseFileId file) {
    Viewer viewer = request.viewer();
    Form form = request.form();
    MeetingForm read = new MeetingForm(form);
    NewMeeting meeting = read.read(viewer.zone());
    return look(
        form,
        () -> lookout.collisions(viewer, null, file, meeting),
        () -> {
          UUID id = desk.write(viewer, file, meeting, read.because());
          return Reply.to(MeetingDesk.HOME + id, Texts.of("meeting.written"));
        },
        told -> form(request, file, null, form, told));
  }

  Reply show(Request request) {
    return show(request, view(request), null);
  }

  private Reply show(Request request, MeetingView view, Form form) {
    return FormPage.of(
        "meeting",
        Map.of(
            "meeting",
            view,
            "reception",
            reception.standing(request.viewer(), view.id()),
            "reasons",
            MeetingOffers.reasons(request.locale())),
        form);
  }

  Reply came(Request request) {
    return received(request, (id, who) -> reception.came(request.viewer(), id, who));
  }

  Reply left(Request request) {
    return received(request, (id, who) -> reception.left(request.viewer(), id, who));
  }

  private Reply received(Request request, BiConsumer<UUID, PersonId> deed) {
    MeetingView view = view(request);
    Form form = request.form();
    UUID who = form.requiredId("who");
    return form.attempt(
        () -> {
          deed.accept(view.id(), new PersonId(who));
          return Reply.to(MeetingDesk.HOME + view.id());
        },
        again -> show(request, view, again));
  }

  private MeetingView view(Request request) {
    MeetingView view = reader.view(request.viewer(), request.id("meeting"));
    shows(request, view);
    return view;
  }

  private static void shows(Request request, MeetingView view) {
    if (view.family() != null) {
      request.shows(Subject.of(view.family().id()));
    }
    request.shows(view.people().keySet().stream().map(Subject::of).toList());
  }

  Reply edit(Request request) {
    MeetingView view = view(request);
    return form(request, about(view), view, null, List.of());
  }

  private static CaseFileId about(MeetingView view) {
    return view.family() == null ? null : view.family().id();
  }

  Reply change(Request request) {
    Viewer viewer = request.viewer();
    MeetingView view = view(request);
    Form form = request.form();
    MeetingForm read = new MeetingForm(form);
    NewMeeting meeting = read.read(viewer.zone());
    return look(
        form,
        () -> lookout.collisions(viewer, view.id(), about(view), meeting),
        () -> {
          desk.change(viewer, view.id(), form.version(), meeting, read.because());
          return Reply.to(MeetingDesk.HOME + view.id(), Texts.of("meeting.changed"));
        },
        told -> form(request, about(view), view, form, told));
  }

  Reply askCancel(Request request) {
    return cancelling(request, view(request), null);
  }

  Reply cancel(Request request) {
    Viewer viewer = request.viewer();
    MeetingView view = view(request);
    Form form = request.form();
    return form.attempt(
        () -> {
          if (form.checked("later")) {
            return Reply.to(
                MeetingDesk.HOME + view.id(),
                said(cancellations.cancelFrom(viewer, view.id(), form.version(), form.raw("why"))));
          }
          cancellations.cancel(viewer, view.id(), form.version(), form.raw("why"));
          return Reply.to(MeetingDesk.HOME + view.id(), Texts.of("meeting.cancelled"));
        },
        again -> cancelling(request, view, again));
  }

  private static Text said(MeetingCancellations.Cancelled all) {
    return all.left() == 0
        ? Texts.of("meeting.cancelled-all", all.cancelled())
        : Texts.of("meeting.cancelled-but", all.cancelled(), all.left());
  }

  private static Reply cancelling(Request request, MeetingView view, Form form) {
    return FormPage.of(
        "meeting-cancel", Map.of("meeting", view, "zone", request.viewer().zone()), form);
  }

  Reply takeBack(Request request) {
    MeetingView view = view(request);
    Form form = request.form();
    Because because = new MeetingForm(form).because();
    return form.attempt(
        () -> {
          cancellations.takeBack(request.viewer(), view.id(), because);
          return Reply.to(MeetingDesk.HOME + view.id(), Texts.of("meeting.back"));
        },
        again -> show(request, view, again));
  }

  /** What is done once nothing new is to be told. */
  private interface Deed {
    Reply done();
  }

  /** What is told before anything is done. */
  private interface Look {
    List<Collision> seen();
  }

  /**
   * First what stands in the way, then the deed. What is only told is shown once; whoever saves
   * again has seen it.
   */
  private static Reply look(
      Form form, Look look, Deed deed, Function<List<Collision>, Reply> again) {
    if (!form.valid()) {
      return again.apply(List.of());
    }
    try {
      List<Collision> told = look.seen();
      boolean stands = told.stream().anyMatch(one -> one.kind().grade() != Collision.Grade.TOLD);
      boolean news = !told.isEmpty() && !stands && !mark(told).equals(form.raw("seen"));
      if (form.checked("check") || news) {
        return again.apply(told);
      }
      return form.attempt(deed::done, shown -> again.apply(told));
    } catch (Refused refused) {
      form.refused(refused);
      return again.apply(List.of());
    }
  }

  /** The same for the same sentences, whoever asks and when. */
  static String mark(Collection<Collision> told) {
    List<Text> texts = told.stream().map(Collision::text).toList();
    return Integer.toHexString(texts.hashCode());
  }

  private Reply form(
      Request request, CaseFileId file, MeetingView held, Form form, List<Collision> told) {
    Viewer viewer = request.viewer();
    Map<String, Object> model = new HashMap<>(offers.model(viewer, request.locale(), file, held));
    if (file != null) {
      request.shows(Subject.of(file));
    }
    model.put("meeting", held);
    model.put("zone", viewer.zone());
    model.put("path", path(file, held));
    model.put("ticked", MeetingOffers.ticked(viewer, held));
    model.put(
        "coming",
        held == null ? List.of() : held.people().keySet().stream().map(Object::toString).toList());
    model.put("told", told);
    model.put("seen", mark(told));
    model.put("checked", form != null && form.valid() && form.checked("check"));
    return FormPage.of("meeting-form", model, form);
  }

  private static String path(CaseFileId file, MeetingView held) {
    return held != null
        ? MeetingDesk.HOME + held.id() + "/edit"
        : file == null ? MeetingDesk.HOME + "new" : "/files/" + file + "/meetings/new";
  }
}
