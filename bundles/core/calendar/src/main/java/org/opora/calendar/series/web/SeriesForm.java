package org.opora.calendar.series.web;

import java.time.LocalDate;
import org.opora.api.calendar.Rhythm;
import org.opora.api.web.Form;
import org.opora.calendar.meetings.web.MeetingForm;
import org.opora.calendar.series.application.NewSeries;
import org.opora.calendar.shared.Texts;

/** Reads how often a meeting comes again; what it is reads the form of the meeting. */
record SeriesForm(Form form, MeetingForm meeting) {

  /** Null while it makes no sense; then the form has an error. */
  NewSeries read() {
    LocalDate first = form.date("on");
    Rhythm.Step step = form.requiredChoice("step", Rhythm.Step.class);
    Integer every = form.number("every", 1, Rhythm.RAREST);
    if (every == null) {
      form.error("every", "form.required");
    }
    LocalDate last = form.date("last");
    Integer times = form.number("times", 1, Rhythm.MOST);
    if (last == null && times == null) {
      form.error("times", Texts.of("series.ends"));
    }
    if (last != null && first != null && last.isBefore(first)) {
      form.error("last", Texts.of("series.last.before"));
    }
    return form.valid()
        ? new NewSeries(
            first,
            meeting.from(),
            meeting.until(),
            new Rhythm(step, every, last, times),
            form.checked("holidays"))
        : null;
  }
}
