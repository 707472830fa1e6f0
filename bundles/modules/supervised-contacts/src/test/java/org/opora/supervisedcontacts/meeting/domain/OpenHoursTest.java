package org.opora.supervisedcontacts.meeting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/** When the page of a meeting is open. */
class OpenHoursTest {
  private static final OpenHours HOUR = OpenHours.of(60);

  private static Instant at(String time) {
    return Instant.parse("2026-11-02T" + time + ":00Z");
  }

  private static Contact contact() {
    Contact contact = new Contact(ContactId.next(), ContactForm.SUPERVISED, null, null);
    contact.takes(
        new Span(at("14:00"), at("15:00"), LocalDate.of(2026, 11, 2)), Place.elsewhere(null, 0));
    return contact;
  }

  private static String open(Contact contact) {
    StringBuilder open = new StringBuilder();
    for (String time : new String[] {"12:59", "13:00", "14:30", "16:00", "16:01", "20:00"}) {
      open.append(HOUR.open(contact, at(time)) ? 'o' : '-');
    }
    return open.toString();
  }

  @Test
  void itIsOpenAnHourBeforeAndAfter() {
    assertEquals("-ooo--", open(contact()));
  }

  @Test
  void whatHasBegunStaysOpenUntilSomebodyEndsIt() {
    Contact contact = contact();
    contact.lasted(at("14:05"), null);
    assertEquals("-ooooo", open(contact));
    contact.held();
    contact.lasted(at("14:05"), at("15:05"));
    assertEquals("-oooo-", open(contact));
    assertTrue(HOUR.open(contact, at("16:05")), "an hour after it was over");
  }

  @Test
  void whatDoesNotTakePlaceIsNotOpen() {
    Contact contact = contact();
    contact.missed(null, 15, StaffEffort.NONE);
    assertEquals("------", open(contact));
  }
}
