package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.itest.StoryCentre.Colleague;
import org.opora.itest.support.Desk;

/**
 * Stories of supervised contacts, told in a real browser on the days on which they happen, with
 * every figure: siblings in two families, a parent who cancels on the day, a parent who comes while
 * the carer is still in the house, and a whole contact with twelve taps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContactStoriesIT {
  private final StoryCentre centre = new StoryCentre();
  private final SiblingStory siblings = new SiblingStory(centre);
  private final CancelledStory cancelled = new CancelledStory(centre);
  private final EarlyStory early = new EarlyStory(centre);

  @BeforeAll
  void start() {
    centre.begin("2026-09-17T08:00");
    centre.isSetUp();
  }

  @AfterAll
  void stop() {
    centre.close();
  }

  @Test
  @Order(1)
  void thursdaySiblingsInTwoFamilies() {
    siblings.twoFamiliesAreTakenIn();
    siblings.siblingsSeeEachOther();
    siblings.theEducationOfEachIsItsOwn();
    siblings.theMotherStandsInBothPlans();
    siblings.bookingHerWithOneOfThemShowsTheDecision();
    siblings.bothMeetHerAndEachHasItsOwnRecord();
    siblings.theDvoraksNeverLearnWhereTheGrandmotherLives();
    siblings.theNextOneIsBooked();
  }

  @Test
  @Order(2)
  void thursdayTheHalfYearBeforeIsWrittenDown() {
    cancelled.aFamilyIsTakenInAndPlanned();
    cancelled.twelveContactsAreBookedAtOnce();
    cancelled.whatBecameOfThemIsWrittenDown();
    cancelled.theChildIsPrepared();
  }

  @Test
  @Order(3)
  void thursdayACarerAndAMotherWhoMustNotMeetAreInvited() {
    early.aFamilyWhoseMotherMustNotMeetTheCarer();
    early.theCarerIsInvitedToATalk();
    early.theContactIsBookedSoThatTheyDoNotMeet();
  }

  @Test
  @Order(4)
  void fridayTheParentCancelsOnTheDay() {
    centre.begin("2026-09-18T12:56");
    cancelled.theMotherCallsAndItIsCancelled();
    cancelled.theChildIsToldByTheCarer();
    early.theRoomThatBecameFreeIsTaken();
    cancelled.theTimeOfTheFacilitatorIsKept();
    cancelled.theTallyOfTheHalfYear();
    cancelled.aTaskAsksForATalkAboutThePlanAndThePlanStays();
    cancelled.theTableStandsInTheReportOfTheHalfYear();
    cancelled.anotherDayIsOffered();
  }

  @Test
  @Order(5)
  void fridayTheParentComesEarlyAndTheCarerIsStillInTheHouse() {
    centre.begin("2026-09-18T13:05");
    Desk tablet = centre.tablet(Colleague.JITKA);
    early.theCarerIsReceived();
    early.theTabletSaysInTimeThatTheyMustNotMeet(tablet);
    early.whoReceivesTheCarerIsToldToo();
    early.onceTheCarerHasLeftNothingIsInTheWay(tablet);
  }

  @Test
  @Order(6)
  void mondayOneOfTheSiblingsDoesNotCome() {
    centre.begin("2026-09-21T14:02");
    siblings.oneDoesNotComeAndTheTabletAsksHowToGoOn(centre.tablet(Colleague.TOMAS));
    siblings.theCountIsOneContactOneChildThereOneAway();
  }

  @Test
  @Order(7)
  void tuesdayAWholeContactTakesTwelveTaps() {
    centre.begin("2026-09-22T14:02");
    Desk tablet = centre.at(Colleague.JITKA);
    int taps = new TwelveTaps(tablet, centre.gallery(), cancelled.substitute()).wholeContact();
    System.out.printf("a whole contact: %d taps%n", taps);
  }

  @Test
  @Order(8)
  void everyPageIsFitToBeSeenAndNothingWentWrongUnseen() {
    assertEquals(List.of(), centre.gallery().faults());
    for (Desk desk : centre.desks()) {
      assertEquals(List.of(), desk.complaints(), desk.name());
    }
    assertEquals(List.of(), ContainerLog.trouble(centre.product().log()));
  }
}
