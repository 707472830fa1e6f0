package org.opora.supervisedcontacts.person.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.person.application.ContactsOfPerson;
import org.opora.supervisedcontacts.person.application.ContactsOfPerson.Around;
import org.opora.supervisedcontacts.person.contributions.ContactsTile;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;
import org.opora.testkit.OnEveryDatabase;

/** What the page of a child, of a parent and of a carer tells of contacts, and to whom. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonTileTest {
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;
  private ContactsOfPerson contacts;
  private ModuleDoors doors;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
    contacts =
        new ContactsOfPerson(
            centre.access(),
            centre.register.people,
            centre.register.files,
            centre.reader,
            house.reportReader);
    doors = new ModuleDoors(new PersonRoutes(contacts));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private PersonId mother() {
    return centre.register.person(centre.director, "Lenka", "Slavíková", LocalDate.of(1990, 4, 1));
  }

  /** A contact that is over. */
  private ContactId held(Case opened, Viewer assists) {
    ContactId held = house.held(opened, assists);
    centre.forward(Duration.ofHours(2));
    return held;
  }

  private static List<ReportId> ids(Around around) {
    return around.reports().stream().map(ReportLine::id).toList();
  }

  @Test
  void childParentAndCarerShowTheNextContactTheLastOneAndReportsThatAreOpen() {
    PersonId mother = mother();
    Case opened = centre.opened(mother);
    Viewer assists = centre.viewer("key-worker");
    List<PersonId> all = List.of(opened.family().child(), opened.family().carer(), mother);
    for (PersonId one : all) {
      assertTrue(contacts.of(centre.director, one).nothing(), "before the first contact");
    }
    ContactId held = held(opened, assists);
    ReportId report = house.submitted(assists, held);
    LocalDate soon = Centre.TODAY.plusDays(6);
    ContactId later =
        centre.book(opened, centre.room(), assists.staff(), centre.slot(soon, "14:00", "15:00"));
    ContactId sooner =
        centre.book(
            opened,
            centre.room(),
            assists.staff(),
            centre.slot(soon.minusDays(3), "14:00", "15:00"));
    for (PersonId one : all) {
      Around around = contacts.of(centre.director, one);
      assertEquals(sooner.value(), around.contacts().next().row().id(), "not " + later);
      assertEquals(held.value(), around.contacts().last().row().id());
      assertEquals(ContactState.HELD, around.contacts().last().row().state());
      assertEquals(List.of(report), ids(around));
    }
    house.review.approve(
        centre.director, report, house.reportReader.view(centre.director, report).version());
    centre.cancel(
        opened.worker(),
        sooner,
        centre.views.view(opened.worker(), sooner).row().version(),
        CancelledBy.CARER,
        centre.director.now(),
        "Nemoc.");
    Around now = contacts.of(centre.director, mother);
    assertEquals(later.value(), now.contacts().next().row().id(), "one that is cancelled is none");
    assertEquals(List.of(), ids(now), "what is approved is not open");
  }

  @Test
  void ofSeveralTheLatestReportComesFirstAndADraftIsOpen() {
    Case opened = centre.opened();
    Viewer assists = centre.viewer("key-worker");
    ReportId first = house.submitted(assists, held(opened, assists));
    centre.forward(Duration.ofDays(1));
    ContactId second = held(opened, assists);
    ReportId draft =
        house.reports.begin(
            assists, house.line(second), Map.of(Section.BEFORE, "Těšila se."), false);
    Around around = contacts.of(opened.worker(), opened.family().child());
    assertEquals(List.of(draft, first), ids(around));
    String page = doors.open(opened.worker(), new ContactsTile().content(opened.family().child()));
    assertTrue(page.contains("/m/supervised-contacts/contacts/" + second), page);
    assertTrue(page.contains("není naplánován"), page);
    assertTrue(page.contains("rozepsaná") && page.contains("čeká na schválení"), page);
    assertFalse(page.contains("Těšila se."), "no word of a report");
  }

  @Test
  void whoMayNotKnowOfAChildLearnsNothingOnThePagesOfOthers() {
    PersonId mother = mother();
    Case opened = centre.opened(mother);
    Viewer assists = centre.viewer("key-worker");
    house.submitted(assists, held(opened, assists));
    Viewer stranger = centre.viewer("key-worker");
    PersonId child = opened.family().child();
    assertThrows(NotFound.class, () -> contacts.of(stranger, child));
    assertThrows(NotFound.class, () -> contacts.of(stranger, opened.family().carer()));
    Viewer deputy = centre.viewer("director");
    assertFalse(contacts.of(deputy, mother).nothing());
    centre.wall(deputy, Subject.of(opened.family().file()));
    assertTrue(
        contacts.of(deputy, mother).nothing(), "a wall at the family closes it on hers, too");
    centre.wall(deputy, Subject.of(mother));
    assertThrows(NotFound.class, () -> contacts.of(deputy, mother));
    assertTrue(
        doors.open(centre.director, new ContactsTile().content(mother)).contains("uskutečněn"));
  }
}
