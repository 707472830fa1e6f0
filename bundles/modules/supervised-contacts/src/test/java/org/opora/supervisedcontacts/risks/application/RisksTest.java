package org.opora.supervisedcontacts.risks.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.risks.contributions.RisksPersonData;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.risks.domain.RiskState;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What may go wrong is assessed, and a second person approves what is high. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RisksTest {
  @Parameter Product product;
  private Centre centre;
  private Risks risks;
  private RiskReader reader;
  private RiskGate gate;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    var register = centre.register;
    risks =
        new Risks(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.access.colleagues(),
            register.files,
            register.people,
            register.timeline,
            register.tasks,
            register.inbox,
            Centre.texts());
    reader =
        new RiskReader(centre.tx, centre.keys(), centre.access(), register.people, register.staff);
    gate = new RiskGate(centre.tx);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private static NewAssessment assessment(RiskLevel violence, String measure, RiskOutcome outcome) {
    return new NewAssessment(
        Centre.TODAY,
        Arrays.stream(RiskKind.values())
            .map(
                kind ->
                    kind == RiskKind.VIOLENCE
                        ? new NewAssessment.Area(kind, violence, "Křičel na matku.", measure)
                        : new NewAssessment.Area(kind, RiskLevel.NONE, null, null))
            .toList(),
        outcome,
        "Proto.",
        LocalDate.of(2027, 5, 3));
  }

  private static NewAssessment low() {
    return assessment(RiskLevel.LOW, null, RiskOutcome.CONTACTS);
  }

  private static NewAssessment high() {
    return assessment(RiskLevel.HIGH, "Dva pracovníci.", RiskOutcome.WITH_MEASURES);
  }

  private String refused(Case opened, NewAssessment now) {
    return Centre.refusal(() -> risks.assess(opened.worker(), opened.plan(), 0, now));
  }

  @Test
  void whatIsLowCountsAtOnceAndLeavesADayToLookAgain() {
    Case opened = centre.opened();
    gate.require(List.of(opened.plan()));
    RiskId id = risks.assess(opened.worker(), opened.plan(), 0, low());
    RiskView view = reader.view(opened.worker(), id);
    assertEquals(RiskState.SETTLED, view.state());
    assertEquals(RiskLevel.LOW, view.level());
    assertEquals("Proto.", view.words());
    assertEquals(RiskKind.values().length, view.areas().size());
    assertEquals("Křičel na matku.", view.risky().get(0).words());
    gate.require(List.of(opened.plan()));
    assertTrue(
        centre.story(opened.worker(), opened).contains("2026-11-02 Posouzení rizik kontaktu"));
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.risk.assess", opened.childFile()));
  }

  @Test
  void whatCannotBeRightIsRefusedBesideItsField() {
    Case opened = centre.opened();
    assertEquals(
        "measure-VIOLENCE: risk.measure.missing",
        refused(opened, assessment(RiskLevel.HIGH, " ", RiskOutcome.WITH_MEASURES)));
    assertEquals(
        "outcome: risk.outcome.too-free",
        refused(opened, assessment(RiskLevel.HIGH, "Dva.", RiskOutcome.CONTACTS)));
    assertEquals(
        "level-VIOLENCE: choice.missing",
        refused(opened, assessment(null, null, RiskOutcome.CONTACTS)));
    NewAssessment part =
        new NewAssessment(Centre.TODAY, List.of(), RiskOutcome.CONTACTS, "Proto.", null);
    assertEquals("level-VIOLENCE: choice.missing", refused(opened, part));
    NewAssessment tomorrow =
        new NewAssessment(
            Centre.TODAY.plusDays(1), low().areas(), RiskOutcome.CONTACTS, "Proto.", null);
    assertEquals("on: day.future", refused(opened, tomorrow));
  }

  @Test
  void whatIsHighClosesThePlanUntilSomebodyElseApproves() {
    Case opened = centre.opened();
    RiskId id = risks.assess(opened.worker(), opened.plan(), 0, high());
    String closed = "null: risk.gate.waiting";
    assertEquals(closed, Centre.refusal(() -> gate.require(List.of(opened.plan()))));
    assertTrue(
        reader.waiting(centre.director, null, 100).items().stream()
            .anyMatch(one -> one.id().equals(id)));
    assertFalse(
        reader.waiting(opened.worker(), null, 100).items().stream()
            .anyMatch(one -> one.id().equals(id)),
        "a key worker approves nothing");
    assertThrows(
        NotAllowed.class, () -> risks.decide(opened.worker(), id, version(id), true, null));
    assertThrows(Stale.class, () -> risks.decide(centre.director, id, 77, true, null));
    assertEquals(
        "words: words.missing",
        Centre.refusal(() -> risks.decide(centre.director, id, version(id), false, null)));
    risks.decide(centre.director, id, version(id), false, "Chybí cesta domů.");
    assertEquals(closed, Centre.refusal(() -> gate.require(List.of(opened.plan()))));

    RiskId again = risks.assess(opened.worker(), opened.plan(), 1, high());
    assertFalse(reader.view(centre.director, id).last());
    assertEquals(
        "null: risk.not-waiting",
        Centre.refusal(() -> risks.decide(centre.director, id, version(id), true, null)));
    risks.decide(centre.director, again, version(again), true, null);
    gate.require(List.of(opened.plan()));
    assertEquals(RiskState.APPROVED, reader.view(opened.worker(), again).state());
    assertEquals(2, reader.of(opened.worker(), opened.plan()).size());
  }

  /** What was booked before is not held, moved or changed by what was found since. */
  @Test
  void whatIsHighHoldsForContactsThatStandAlready() {
    MeetingHouse house = new MeetingHouse(centre);
    Case opened = centre.opened();
    RoomId room = centre.room();
    StaffId facilitator = centre.viewer("facilitator").staff();
    ContactId id =
        centre.book(opened, room, facilitator, centre.slot(Centre.TODAY, "09:30", "10:30"));
    risks.assess(opened.worker(), opened.plan(), 0, high());
    String closed = "null: risk.gate.waiting";
    Slot later = centre.slot(Centre.TODAY.plusDays(1), "09:30", "10:30");
    assertEquals(
        closed, Centre.refusal(() -> centre.bookings.move(opened.worker(), id, later, room, null)));
    assertEquals(
        closed,
        Centre.refusal(
            () ->
                centre.bookings.change(
                    opened.worker(),
                    id,
                    1,
                    NewContact.of(
                        opened.plan(), later, Place.in(room), facilitator, centre.allowed(opened)),
                    null)));
    assertEquals(
        closed,
        Centre.refusal(
            () -> house.course.begin(opened.worker(), id, opened.worker().now(), null, null)));
    assertEquals(ContactState.PLANNED, centre.views.view(opened.worker(), id).row().state());
  }

  private long version(RiskId id) {
    return reader.view(centre.director, id).version();
  }

  @Test
  void theAuthorApprovesNothing() {
    Case opened = centre.opened();
    RiskId id = risks.assess(centre.director, opened.plan(), 0, high());
    assertEquals(
        "null: risk.own",
        Centre.refusal(() -> risks.decide(centre.director, id, version(id), true, null)));
  }

  @Test
  void noContactsNowClosesThePlan() {
    Case opened = centre.opened();
    risks.assess(
        opened.worker(), opened.plan(), 0, assessment(RiskLevel.LOW, null, RiskOutcome.NOT_NOW));
    assertEquals(
        "null: risk.gate.not-now", Centre.refusal(() -> gate.require(List.of(opened.plan()))));
  }

  @Test
  void whoeverComesSecondIsTold() {
    Case opened = centre.opened();
    risks.assess(opened.worker(), opened.plan(), 0, low());
    assertThrows(Stale.class, () -> risks.assess(centre.director, opened.plan(), 0, low()));
  }

  @Test
  void wordsAreForThoseWhoReadThem() {
    Case opened = centre.opened();
    RiskId id = risks.assess(opened.worker(), opened.plan(), 0, low());
    assertThrows(NotFound.class, () -> reader.view(centre.viewer("key-worker"), id));
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(opened.family().child()));
    assertThrows(NotFound.class, () -> reader.view(walled, id));
    assertThrows(NotFound.class, () -> risks.assess(walled, opened.plan(), 1, low()));
  }

  @Test
  void whatWasSaidIsForgottenWithTheChild() {
    Case opened = centre.opened();
    RiskId id = risks.assess(opened.worker(), opened.plan(), 0, low());
    RisksPersonData data = new RisksPersonData(new RiskData(centre.tx, centre.register.timeline));
    Set<org.opora.api.ids.PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    assertEquals(1, data.review(child).size());
    data.erase(child);
    RiskView view = reader.view(opened.worker(), id);
    assertNull(view.words());
    assertNull(view.risky().get(0).words());
    assertEquals(RiskLevel.LOW, view.level());
  }
}
