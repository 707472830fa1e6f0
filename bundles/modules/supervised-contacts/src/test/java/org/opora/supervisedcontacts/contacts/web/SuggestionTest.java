package org.opora.supervisedcontacts.contacts.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Choice;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;

class SuggestionTest {
  private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
  private static final UUID BLUE = UUID.randomUUID();
  private static final UUID RED = UUID.randomUUID();
  private static final UUID TOMAS = UUID.randomUUID();
  private static final List<Choice> ROOMS =
      List.of(new Choice(BLUE.toString(), "Modrý pokoj"), new Choice(RED.toString(), "Herna"));
  private static final List<Choice> STAFF = List.of(new Choice(TOMAS.toString(), "Tomáš"));

  private static Viewer viewer(LocalDate today) {
    return new Viewer(
        StaffId.next(),
        "Jana",
        Map.of(),
        Locale.forLanguageTag("cs"),
        PRAGUE,
        Clock.fixed(today.atTime(9, 0).atZone(PRAGUE).toInstant(), PRAGUE),
        "test");
  }

  private static PlanRow plan(Integer everyWeeks) {
    UUID id = UUID.randomUUID();
    return new PlanRow(
        id,
        1,
        id,
        id,
        id,
        Basis.AGREEMENT,
        null,
        LocalDate.of(2026, 1, 1),
        null,
        ContactForm.SUPERVISED,
        everyWeeks,
        60);
  }

  /** In summer time, from two to half past three. */
  private static ContactRow last(UUID room, UUID facilitator) {
    UUID id = UUID.randomUUID();
    return new ContactRow(
        id,
        1,
        id,
        id,
        id,
        id,
        id,
        ContactForm.SUPERVISED,
        room,
        room == null ? "PARK" : null,
        room == null ? 20 : 0,
        facilitator,
        Instant.parse("2026-10-19T12:00:00Z"),
        Instant.parse("2026-10-19T13:30:00Z"),
        LocalDate.of(2026, 10, 19),
        ContactState.HELD,
        null,
        null,
        null,
        true,
        null,
        null);
  }

  private static Suggestion after(ContactRow last, Integer everyWeeks, LocalDate today) {
    return Suggestion.after(last, plan(everyWeeks), viewer(today), ROOMS, STAFF);
  }

  @Test
  void theNextContactIsLikeTheLastOneATurnLaterAlsoWhenClocksChangeBetween() {
    assertEquals(
        new Suggestion(
            LocalDate.of(2026, 11, 2),
            LocalTime.of(14, 0),
            LocalTime.of(15, 30),
            RED.toString(),
            null,
            null,
            TOMAS.toString()),
        after(last(RED, TOMAS), 2, LocalDate.of(2026, 10, 20)));
  }

  @Test
  void aDayThatIsOverAndAPlanWithoutATurnSuggestNoDay() {
    assertNull(after(last(RED, TOMAS), 2, LocalDate.of(2026, 11, 3)).on());
    assertNull(after(last(RED, TOMAS), null, LocalDate.of(2026, 10, 20)).on());
  }

  @Test
  void whatWasOutsideIsOutsideAgain() {
    Suggestion suggestion = after(last(null, TOMAS), 2, LocalDate.of(2026, 10, 20));
    assertNull(suggestion.room());
    assertEquals("PARK", suggestion.place());
    assertEquals(20, suggestion.way());
  }

  @Test
  void whatIsNotOfferedAnyMoreIsNotSuggested() {
    Suggestion suggestion =
        after(last(UUID.randomUUID(), UUID.randomUUID()), 2, LocalDate.of(2026, 10, 20));
    assertNull(suggestion.room());
    assertNull(suggestion.staff());
  }

  @Test
  void theFirstContactStartsWithTheOnlyRoom() {
    Suggestion first =
        Suggestion.after(
            null, plan(2), viewer(LocalDate.of(2026, 10, 20)), ROOMS.subList(0, 1), STAFF);
    assertEquals(new Suggestion(null, null, null, BLUE.toString(), null, null, null), first);
    assertNull(after(null, 2, LocalDate.of(2026, 10, 20)).room());
  }
}
