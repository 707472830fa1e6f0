package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;
import org.opora.api.calendar.Where;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.application.SeriesDesk;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.web.ContactFields;

/** Reads the form of a booking. Its fields are named as the calendar names what collides. */
final class BookingForm {
  private static final int LONGEST_WORDS = 200;
  private final Form form;
  private final ContactFields fields;
  private LocalTime from;
  private LocalTime until;

  BookingForm(Form form) {
    this.form = form;
    this.fields = new ContactFields(form);
  }

  /**
   * What was typed; without any sense while the form has errors.
   *
   * @param minutes how long a contact lasts by the plan, where no end is typed
   * @return null while there is no time to speak of
   */
  NewContact read(PlanId plan, int minutes, ZoneId zone) {
    LocalDate on = form.requiredDate("on");
    from = fields.requiredTime("from");
    until = until(minutes);
    Slot slot = slot(on, zone);
    Place place = place();
    String words = form.text("placeWords", LONGEST_WORDS);
    UUID staff = form.requiredId("staff");
    Set<PlanPersonId> people = fields.people("people");
    List<PlanId> plans = new ArrayList<>(List.of(plan));
    plans.addAll(fields.keys("siblings", PlanId::new));
    ContactForm how = form.choice("form", ContactForm.class);
    UUID instead = form.id("instead");
    return slot == null || staff == null
        ? null
        : new NewContact(
            plans,
            how,
            slot,
            place,
            words,
            new StaffId(staff),
            people,
            null,
            instead == null ? null : new ContactId(instead));
  }

  /** A room of the house, or a place outside of it, not both. */
  private Place place() {
    UUID room = form.id("room");
    String code = form.line("place");
    int way = fields.number("way", Where.LONGEST_WAY);
    if (room != null && code != null) {
      form.error("place", text("book.place.room"));
    }
    if (room != null && way > 0) {
      form.error("way", text("book.way.room"));
    }
    return room == null ? Place.elsewhere(code, way) : Place.in(new RoomId(room));
  }

  /** Left empty, the contact lasts as long as the plan says. */
  private LocalTime until(int minutes) {
    LocalTime typed = form.time("to");
    if (from == null) {
      return typed;
    }
    LocalTime to = typed == null ? from.plusMinutes(minutes) : typed;
    if (!to.isAfter(from)) {
      form.error("to", text("book.to.before-from"));
      return null;
    }
    return to;
  }

  private Slot slot(LocalDate on, ZoneId zone) {
    if (on == null || from == null || until == null) {
      return null;
    }
    exists("from", on, from, zone);
    exists("to", on, until, zone);
    return WallClock.slot(on, from, until, zone).orElse(null);
  }

  private void exists(String field, LocalDate on, LocalTime time, ZoneId zone) {
    if (WallClock.moment(on, time, zone).isEmpty()) {
      form.error(field, text("book.time.skipped", on));
    }
  }

  /** Why it is booked all the same; null when nobody says. */
  Because because() {
    return Because.typed(form);
  }

  /** When it comes again and again; null while the form has errors. */
  SeriesDesk.When when() {
    LocalDate first = form.date("on");
    Rhythm.Step step = form.requiredChoice("step", Rhythm.Step.class);
    Integer every = form.number("every", 1, Rhythm.RAREST);
    if (every == null) {
      form.error("every", "form.required");
    }
    LocalDate last = form.date("last");
    Integer times = form.number("times", 1, Rhythm.MOST);
    if (last == null && times == null) {
      form.error("last", text("series.ends"));
    }
    if (last != null && first != null && last.isBefore(first)) {
      form.error("last", text("series.last.before"));
    }
    return form.valid()
        ? new SeriesDesk.When(
            first, from, until, new Rhythm(step, every, last, times), form.checked("holidays"))
        : null;
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(SupervisedContactsModule.ORIGIN, key, arguments);
  }
}
