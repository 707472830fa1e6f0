package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.itest.StoryCentre.BLUE;
import static org.opora.itest.StoryCentre.CONTACT;
import static org.opora.itest.StoryCentre.CONTACTS;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import org.opora.itest.StoryCentre.Colleague;
import org.opora.itest.StoryCentre.NewFamily;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/**
 * Friday 18 September 2026: a contact at two, the twelfth of the half-year, and the mother calls at
 * 12:40. She has cancelled once before, and did not come on the fourth.
 */
final class CancelledStory {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 17);
  private static final int CONTACTS_IN_ALL = 12;
  private static final int CANCELLED_BEFORE = 4;
  private static final int NOT_COME = 10;
  private static final int TODAY = 11;

  private final StoryCentre centre;
  private final Gallery gallery;
  private String file;
  private String plan;
  private List<String> contacts;
  private String substitute;

  CancelledStory(StoryCentre centre) {
    this.centre = centre;
    this.gallery = centre.gallery();
  }

  private Desk worker() {
    return centre.at(Colleague.PETRA);
  }

  /** The contact that is to make up for the one of today. */
  String substitute() {
    return substitute;
  }

  void aFamilyIsTakenInAndPlanned() {
    file =
        centre.family(
            Colleague.PETRA,
            new NewFamily(
                "LONG_TERM",
                true,
                "Liškovi",
                new String[] {"Marta Lišková"},
                "Adéla",
                "Kosová",
                LocalDate.of(2017, 2, 2)));
    worker()
        .open(CONTACTS + file + "/plans/new")
        .type("basisReference", "0 P 88/2026")
        .type("validFrom", "2026-04-01")
        .type("name1", "Pavla Kosová")
        .choose("kin1", "MOTHER")
        .save()
        .onPath(CONTACTS + "/plans/[^/]+");
    plan = worker().path();
  }

  /** Every second Friday, holidays or not, from the middle of April on. */
  void twelveContactsAreBookedAtOnce() {
    worker()
        .open(plan + "/series")
        .type("times", Integer.toString(CONTACTS_IN_ALL))
        .untick("holidays")
        .type("on", FIRST.toString())
        .type("from", "14:00")
        .type("to", "15:00")
        .choose("room", BLUE)
        .choose("staff", Colleague.TOMAS.called())
        .save()
        .reads("h1", "Opakované kontakty");
    Locator booked = worker().find("main th a[href^='" + CONTACTS + "/contacts/']");
    assertThat(booked).hasCount(CONTACTS_IN_ALL);
    contacts = booked.all().stream().map(one -> one.getAttribute("href")).toList();
    gallery.everyWidth(worker(), "cancelled-series");
  }

  void whatBecameOfThemIsWrittenDown() {
    for (int number = 0; number < TODAY; number++) {
      String contact = contacts.get(number);
      if (number == CANCELLED_BEFORE) {
        worker().open(contact + "/cancel").choose("by", "PARENT").type("toldOn", "2026-06-09");
        worker().type("toldAt", "09:00").type("reason", "Směna v práci.").save().onPath(contact);
        worker().reads(".facts", "77 h 0 min předem").reads(".facts", "včas (aspoň 24 h)");
      } else if (number == NOT_COME) {
        worker().open(contact + "/missed").save().onPath(contact);
        worker().reads(".facts", "nepřišel rodič nebo příbuzný, čekalo se 15 min");
      } else {
        worker().open(contact + "/record").type("before", "Těšila se.");
        worker().type("during", "Četly si.").type("after", "Byla klidná.").save().onPath(contact);
      }
    }
    // One miss after a contact that took place asks for nothing.
    assertEquals(0, tasks().count());
  }

  private Locator tasks() {
    return worker().open("/tasks").find("main .duty:has-text('Projít plán kontaktů s OSPOD')");
  }

  void theChildIsPrepared() {
    worker()
        .open(plan + "/preparations/new")
        .tick("whom", "CHILD")
        .type("on", "2026-09-16")
        .type("wants", "Ukázat mamince nový účes.")
        .tick("chosenBy", "CHILD")
        .save()
        .onPath(CONTACTS + "/preparations/[^/]+");
    worker().open(plan).reads("main", "dítě, 16. 9. 2026");
    gallery.everyWidth(worker(), "cancelled-plan");
  }

  void theMotherCallsAndItIsCancelled() {
    String today = contacts.get(TODAY);
    worker().open(today).reads(".facts", "naplánován").follow(today + "/cancel");
    worker().choose("by", "PARENT").type("toldAt", "12:40").type("minutes", "45");
    worker().type("kilometres", "22").save();
    worker().reads("#e-reason", "Vyplňte toto pole.");
    assertThat(worker().find("[name=minutes]")).hasValue("45");
    gallery.everyWidth(worker(), "cancelled-why");
    worker().type("reason", "Maminka onemocněla.").save().onPath(today);
    worker().reads(".facts", "zrušen").reads(".facts", "rodič nebo příbuzný, oznámeno");
    worker().reads(".facts", "12:40").reads(".facts", "1 h 20 min předem");
    worker().reads(".facts", "méně než 24 h předem").reads(".facts", "45 min, 22 km");
    worker().reads("main", "Maminka onemocněla.").reads("main", "dítěti to zatím nikdo neřekl");
    String told = worker().find("#for-carer").inputValue();
    assertTrue(told.contains("pátek 18. 9. 2026") && told.contains("14:00"), told);
    assertTrue(told.contains("rodič nebo příbuzný"), told);
    assertFalse(told.contains("Kosov") || told.contains("Adél"), "it names nobody: " + told);
    gallery.everyWidth(worker(), "cancelled-on-the-day");
  }

  void theChildIsToldByTheCarer() {
    String today = contacts.get(TODAY);
    worker().open(today).use("main a[href^='" + today + "/told']");
    worker().choose("by", "CARER").type("at", "12:55").type("reaction", "Byla zklamaná.");
    gallery.everyWidth(worker(), "cancelled-told");
    worker().save().onPath(today);
    worker().reads("main", "Kdo to dítěti řekl: pečující osoba, 18. 9. 2026 12:55, osobně");
    worker().reads("main", "Byla zklamaná.");
  }

  void theTimeOfTheFacilitatorIsKept() {
    Desk director = centre.at(Colleague.DIRECTOR).open("/staff");
    String member = director.leads("a[href^='/staff/']", Colleague.TOMAS.called());
    director.open(member + "/time?month=2026-09");
    Locator line = director.find("main tr:has(a[href='" + contacts.get(TODAY) + "'])");
    assertThat(line.locator("td.num").nth(0)).hasText("45");
    assertThat(line.locator("td.num").nth(2)).hasText("22");
    gallery.everyWidth(director, "cancelled-time");
  }

  void theTallyOfTheHalfYear() {
    assertEquals("12", StoryCentre.tally(worker(), plan, "Plánováno"));
    assertEquals("9", StoryCentre.tally(worker(), plan, "Proběhlo"));
    assertEquals("2", StoryCentre.tally(worker(), plan, "Zrušeno: rodič nebo příbuzný"));
    assertEquals("1", StoryCentre.tally(worker(), plan, "Rodič nepřišel"));
    assertEquals(null, StoryCentre.tally(worker(), plan, "Zatím nezapsáno"));
    gallery.everyWidth(worker(), "cancelled-tally");
  }

  /** Monday 28 September is a holiday. */
  void aTaskAsksForATalkAboutThePlanAndThePlanStays() {
    Locator task = tasks();
    assertEquals(1, task.count());
    assertThat(task.locator("time[datetime='2026-09-28']")).hasCount(1);
    assertThat(task.locator(".muted time[datetime='2026-09-25']")).hasCount(1);
    gallery.everyWidth(worker(), "cancelled-tasks");
    worker().open(plan).reads(".facts", "jednou za 2 týdny, 60 minut");
    worker().readsNothingOf("a[href$='/versions']");
  }

  void theTableStandsInTheReportOfTheHalfYear() {
    worker()
        .open(file + "/course/new")
        .type("from", "2026-04-01")
        .type("until", "2026-09-18")
        .save()
        .onPath("/course/[^/]+");
    worker().reads("main", "plánováno: 12").reads("main", "proběhlo: 9");
    worker().reads("main", "zrušeno (rodič nebo příbuzný): 2").reads("main", "rodič nepřišel: 1");
    gallery.everyWidth(worker(), "cancelled-report");
  }

  void anotherDayIsOffered() {
    String today = contacts.get(TODAY);
    worker().open(today).use("main a[href*='/book?instead=']");
    worker().reads(".notice", "Náhradní termín za kontakt, který se nekonal.");
    worker().type("on", "2026-09-22").type("from", "14:00").type("to", "15:00");
    worker().choose("room", BLUE).choose("staff", Colleague.JITKA.called()).save().onPath(CONTACT);
    substitute = worker().path();
    worker().reads("main", "Náhradní termín za kontakt, který se nekonal");
    worker().open(today).follow(substitute).onPath(substitute);
  }
}
