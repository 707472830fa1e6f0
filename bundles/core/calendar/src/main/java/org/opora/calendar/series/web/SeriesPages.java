package org.opora.calendar.series.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rhythm;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.web.MeetingForm;
import org.opora.calendar.meetings.web.MeetingOffers;
import org.opora.calendar.series.application.NewSeries;
import org.opora.calendar.series.application.SeriesDesk;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.web.FormPage;

/** Pages of a series: how it is made, and what became of each day. */
final class SeriesPages {
  static final String HOME = "/calendar/series/";

  /** Names a form, so that one that is sent twice is known; a draft keeps it. */
  private static final String MARK = "mark";

  private final SeriesDesk desk;
  private final MeetingOffers offers;
  private final Messages messages;

  SeriesPages(SeriesDesk desk, MeetingOffers offers, Messages messages) {
    this.desk = desk;
    this.offers = offers;
    this.messages = messages;
  }

  Reply show(Request request) {
    List<SeriesDesk.Line> lines = desk.lines(request.viewer(), request.id("series"));
    for (SeriesDesk.Line line : lines) {
      if (line.meeting().family() != null) {
        request.shows(Subject.of(line.meeting().family().id()));
      }
      request.shows(line.meeting().people().keySet().stream().map(Subject::of).toList());
    }
    return Reply.page("series", Map.of("lines", lines));
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply make(Request request) {
    return make(request, null);
  }

  Reply blankFor(Request request) {
    return form(request, file(request), null);
  }

  Reply makeFor(Request request) {
    return make(request, file(request));
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  private Reply make(Request request, CaseFileId file) {
    Viewer viewer = request.viewer();
    Form form = request.form();
    MeetingForm read = new MeetingForm(form);
    NewMeeting meeting = read.read(viewer.zone());
    NewSeries when = new SeriesForm(form, read).read();
    UUID sent = form.id(MARK);
    return form.attempt(
        () -> {
          UUID series = desk.make(viewer, file, sent == null ? Ids.next() : sent, meeting, when);
          return Reply.to(HOME + series, Texts.of("series.made"));
        },
        again -> form(request, file, again));
  }

  private Reply form(Request request, CaseFileId file, Form form) {
    Viewer viewer = request.viewer();
    Map<String, Object> model = new HashMap<>(offers.model(viewer, request.locale(), file, null));
    if (file != null) {
      request.shows(Subject.of(file));
    }
    model.put("meeting", null);
    model.put(MARK, form == null ? Ids.next() : form.raw(MARK));
    model.put("zone", viewer.zone());
    model.put("path", file == null ? HOME + "new" : "/files/" + file + "/series/new");
    model.put("ticked", List.of(viewer.staff().toString()));
    model.put("coming", List.of());
    model.put("most", Rhythm.MOST);
    model.put(
        "steps",
        Arrays.stream(Rhythm.Step.values())
            .map(
                step ->
                    new Choice(step.name(), messages.text(request.locale(), "series.step." + step)))
            .toList());
    return FormPage.of("series-form", model, form);
  }
}
