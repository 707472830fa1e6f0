package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.opora.itest.StoryCentre.BLUE;
import static org.opora.itest.StoryCentre.CONTACT;
import static org.opora.itest.StoryCentre.CONTACTS;
import static org.opora.itest.StoryCentre.GREEN;
import static org.opora.itest.StoryCentre.YELLOW;
import static org.opora.itest.StoryCentre.key;

import java.time.LocalDate;
import org.opora.itest.StoryCentre.Colleague;
import org.opora.itest.StoryCentre.NewFamily;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Finger;
import org.opora.itest.support.Gallery;

/**
 * The parent comes early, and the carer, whom they must not meet, is still in the house. The carer
 * has a talk with the key worker from 12:30 to 13:10, the contact is at 13:45: with a quarter of an
 * hour before and after that would do, if everybody came and left as expected.
 */
final class EarlyStory {
  private static final String DAY = "2026-09-18";

  private final StoryCentre centre;
  private final Gallery gallery;
  private String file;
  private String carer;
  private String mother;
  private String plan;
  private String talk;
  private String contact;

  EarlyStory(StoryCentre centre) {
    this.centre = centre;
    this.gallery = centre.gallery();
  }

  private Desk worker() {
    return centre.at(Colleague.PETRA);
  }

  void aFamilyWhoseMotherMustNotMeetTheCarer() {
    file =
        centre.family(
            Colleague.PETRA,
            new NewFamily(
                "KINSHIP",
                true,
                "Slavíkovi",
                new String[] {"Věra Slavíková"},
                "Ondřej",
                "Slavík",
                LocalDate.of(2016, 6, 30)));
    carer = centre.person(worker(), file, "Věra Slavíková");
    String child = centre.person(worker(), file, "Ondřej Slavík");
    mother = centre.relative(worker(), child, "Radka", "Jasná", "PARENT");
    worker().open(carer + "/safety/new").type("who", "Radka Jasná");
    worker().use("main button[name='find']").choose("kind", "MUST_NOT_MEET");
    worker().type("what", "Předběžné opatření soudu.").choose("whomPerson", key(mother));
    worker().save().onPath("/people/[^/]+").reads("#safety", "Předběžné opatření soudu.");
    worker()
        .open(CONTACTS + file + "/plans/new")
        .type("basisReference", "0 P 99/2026")
        .choose("person1", key(mother))
        .choose("kin1", "MOTHER")
        .save()
        .onPath(CONTACTS + "/plans/[^/]+");
    plan = worker().path();
  }

  void theCarerIsInvitedToATalk() {
    worker()
        .open(file + "/meetings/new")
        .choose("kind", "OTHER")
        .type("on", DAY)
        .type("from", "12:30")
        .type("until", "13:10")
        .choose("room", YELLOW)
        .tick("people", key(carer))
        .save()
        .onPath("/calendar/meetings/[^/]+");
    talk = worker().path();
    worker().reads("#guests + ul", "Věra Slavíková").readsNothingOf("form[action$='/came']");
  }

  /** Too near, then in a room that is taken, then where nothing stands in the way. */
  void theContactIsBookedSoThatTheyDoNotMeet() {
    book("13:15", "14:00", GREEN);
    worker()
        .onPath(plan + "/contacts")
        .reads("#faults", "Věra Slavíková je v domě od 12:15 do 13:25");
    worker().reads("#faults", "Nesmějí se setkat.");
    gallery.everyWidth(worker(), "early-too-near");
    book("13:45", "14:45", BLUE);
    worker().onPath(plan + "/contacts").reads("#e-room", BLUE + " je obsazena od 14:00 do 15:00");
    book("13:45", "14:45", GREEN);
    worker().onPath(CONTACT).reads(".facts", GREEN);
    contact = worker().path();
  }

  private void book(String from, String until, String room) {
    worker()
        .open(plan + "/book")
        .type("on", DAY)
        .type("from", from)
        .type("to", until)
        .choose("room", room)
        .choose("staff", Colleague.JITKA.called())
        .save();
  }

  /** Whoever calls off a contact frees its room. */
  void theRoomThatBecameFreeIsTaken() {
    worker().open(contact + "/edit").choose("room", BLUE).save().onPath(contact);
    worker().reads(".facts", BLUE);
  }

  void theCarerIsReceived() {
    worker().open(talk).use("main form[action$='/came'] button").onPath(talk);
    worker().reads("#guests + ul", "v centru od 13:");
    gallery.everyWidth(worker(), "early-talk");
    worker().open("/calendar").reads("main tr:has-text('Slavíková Věra')", "v centru od 13:");
    worker().reads("main tr:has-text('Jasná Radka')", "ještě nezapsán");
    gallery.everyWidth(worker(), "early-house");
  }

  /** Before anybody has opened the door to the mother. */
  void theTabletSaysInTimeThatTheyMustNotMeet(Desk tablet) {
    Finger finger = new Finger(tablet);
    centre.comesIn(tablet, Colleague.JITKA);
    finger.press(".rows a");
    tablet.onPath(contact + "/meeting");
    tablet.reads(".safety", "V domě je, nejspíš do 13:25, někdo, s kým se nesmějí setkat");
    tablet.reads(".safety", "požádejte o chvíli čekání, nebo použijte druhý vchod");
    gallery.everyWidth(tablet, "tablet-must-not-meet");
    finger.press(".guests li", "Radka Jasná", "Je tady");
    tablet.reads(".guests li:has-text('Radka Jasná')", "tady od");
    tablet.reads(".safety", "požádejte o chvíli čekání, nebo použijte druhý vchod");
    gallery.everyWidth(tablet, "tablet-parent-is-early");
  }

  void whoReceivesTheCarerIsToldToo() {
    worker().open(talk).reads(".safety", "Radka Jasná je v domě");
    gallery.everyWidth(worker(), "early-talk-told");
    worker().open("/calendar").reads("main tr:has-text('Jasná Radka')", "v centru od 13:");
  }

  void onceTheCarerHasLeftNothingIsInTheWay(Desk tablet) {
    worker().open(talk).use("main form[action$='/left'] button").onPath(talk);
    worker().reads("#guests + ul", "odchod v 13:").readsNothingOf("main .safety");
    tablet.open(contact + "/meeting").readsNothingOf("main .safety");
    assertThat(tablet.find("main .guests li:has-text('Radka Jasná') .moments")).hasCount(1);
    gallery.everyWidth(tablet, "tablet-nothing-in-the-way");
    worker().open("/calendar").reads("main tr:has-text('Slavíková Věra')", "odchod v 13:");
  }
}
