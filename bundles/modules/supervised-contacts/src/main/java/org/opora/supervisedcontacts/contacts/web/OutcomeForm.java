package org.opora.supervisedcontacts.contacts.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.shared.web.ContactFields;

/** Reads the forms of what became of a contact. */
final class OutcomeForm {
  private static final int LONGEST_TEXT = 8000;
  private final Form form;
  private final ContactFields fields;

  OutcomeForm(Form form) {
    this.form = form;
    this.fields = new ContactFields(form);
  }

  Contacts.There there() {
    return new Contacts.There(
        fields.keys("children", ContactChildId::new),
        fields.people("came"),
        form.choice("onward", Onward.class));
  }

  /** A time that is left out is the planned one. */
  Contacts.Lasted lasted(LocalDate day, ZoneId zone) {
    return new Contacts.Lasted(moment("began", day, zone), moment("ended", day, zone));
  }

  private Instant moment(String field, LocalDate day, ZoneId zone) {
    LocalTime time = form.time(field);
    return time == null ? null : ContactFields.moment(day, time, zone);
  }

  Cancellations.Cancellation cancellation(ZoneId zone) {
    return new Cancellations.Cancellation(
        form.requiredChoice("by", CancelledBy.class),
        fields.requiredMoment("toldOn", "toldAt", zone),
        fields.requiredText("reason", LONGEST_TEXT),
        effort());
  }

  private StaffEffort effort() {
    return new StaffEffort(
        fields.number("minutes", StaffEffort.MOST_MINUTES),
        fields.number("kilometres", StaffEffort.MOST_KILOMETRES));
  }

  Cancellations.NoShow noShow() {
    return new Cancellations.NoShow(
        fields.keys("children", ContactChildId::new),
        fields.people("came"),
        fields.number("waited", StaffEffort.MOST_MINUTES),
        form.text("reason", LONGEST_TEXT),
        effort());
  }

  Cancellations.Told told(ZoneId zone) {
    Instant at = fields.requiredMoment("on", "at", zone);
    return new Cancellations.Told(
        form.requiredChoice("by", Teller.class),
        at,
        form.requiredChoice("how", Telling.class),
        form.text("reaction", LONGEST_TEXT));
  }
}
