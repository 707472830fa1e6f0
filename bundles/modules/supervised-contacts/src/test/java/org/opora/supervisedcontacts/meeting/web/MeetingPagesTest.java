package org.opora.supervisedcontacts.meeting.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.court.web.CourtPages;
import org.opora.supervisedcontacts.evaluations.web.EvaluationRoutes;
import org.opora.supervisedcontacts.meeting.contributions.MeetingsOnTablet;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.web.CopyRoutes;
import org.opora.supervisedcontacts.observations.web.ReportRoutes;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The pages of a contact while it goes on and afterwards, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private final MeetingHouse house = new MeetingHouse(Product.DERBY);
  private final MeetingRoutes meeting =
      new MeetingRoutes(
          house.meetings,
          house.desk,
          house.centre.planReader,
          house.centre.settings,
          ModuleDoors.messages());
  private final ModuleDoors doors =
      new ModuleDoors(
          meeting,
          new ReportRoutes(
              house.reports,
              house.reportReader,
              house.review,
              house.copies,
              house.deliveries,
              house.centre.views,
              ModuleDoors.messages()),
          new CopyRoutes(
              house.reportReader,
              house.copies,
              house.receivers,
              house.deliveries,
              ModuleDoors.messages()),
          new EvaluationRoutes(
              house.evaluations,
              house.evaluationReader,
              house.centre.planReader,
              house.centre.reader,
              ModuleDoors.messages()),
          new CourtPages(house.court, paper -> new byte[0], null, ModuleDoors.messages()));

  @AfterAll
  void close() {
    house.close();
  }

  private Viewer facilitator() {
    return house.centre.viewer("facilitator");
  }

  /** What somebody taps on the tablet, one after the other. */
  private final class Hand {
    private final Viewer viewer;
    private String page;
    private int taps;

    Hand(Viewer viewer, String first) {
      this.viewer = viewer;
      open(first);
    }

    void open(String path) {
      taps++;
      page = doors.open(viewer, path);
    }

    /** Presses the button with this word, and stands on the page where it leads. */
    void tap(String word, String... typed) {
      Document document = Jsoup.parse(page);
      Element button =
          document.select("main button").stream()
              .filter(one -> one.text().equals(word))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + word + ": " + document.text()));
      Element form = button.closest("form");
      List<String> fields = new ArrayList<>(List.of(typed));
      List<String> given = List.of(typed);
      for (Element one : form.select("input[type=hidden], textarea")) {
        if (!given.contains(one.attr("name"))) {
          fields.add(one.attr("name"));
          fields.add(one.tagName().equals("textarea") ? one.wholeText() : one.attr("value"));
        }
      }
      if (button.hasAttr("name")) {
        fields.add(button.attr("name"));
        fields.add(button.attr("value"));
      }
      taps++;
      page =
          doors.open(
              viewer, doors.post(viewer, form.attr("action"), fields.toArray(String[]::new)));
    }
  }

  @Test
  void aWholeContactTakesTwelveTapsBesidesTyping() {
    Case opened = house.centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    var running = new MeetingsOnTablet(house.meetings, ModuleDoors.messages()).running(facilitator);
    assertEquals(1, running.size());
    assertFalse(running.get(0).title().contains("Ema"), "it names nobody");
    Hand hand = new Hand(facilitator, running.get(0).href());
    assertTrue(hand.page.contains("Lenka Slavíková"), hand.page);
    hand.tap("Jsou tady všichni");
    hand.tap("Kontakt začíná");
    assertTrue(hand.page.contains("autofocus"), "nobody taps into the field");
    hand.tap("Poznámka", "words", "Staví věž.");
    hand.tap("Slova dítěte", "words", "Ještě!");
    hand.tap("Zásah");
    house.centre.forward(Duration.ofMinutes(20));
    hand.tap("Kontakt končí");
    hand.open(HOME + "/lines/" + house.line(id) + "/report");
    assertTrue(hand.page.contains("Staví věž."), "it is drafted");
    hand.tap("Uložit rozepsané");
    assertTrue(hand.taps <= 12, hand.taps + " taps");
    assertTrue(hand.page.contains("Staví věž."), hand.page);
  }

  @Test
  void everyDoorOfTheMeetingIsOnTheTabletAndNoOther() {
    assertTrue(meeting.routes().stream().allMatch(Route::tablet));
  }

  /** The whole of it on a tablet, which reaches no other door of a contact. */
  @Test
  void thatItWasWaitedInVainIsWrittenDownOnThePageOfTheMeeting() {
    Case opened = house.centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    String page = HOME + "/contacts/" + id + "/meeting";
    doors.post(facilitator, page + "/came", "who", "child." + house.line(id));
    Document shown = Jsoup.parse(doors.open(facilitator, page));
    assertEquals(1, shown.select("form[action$=/meeting/missed]").size());
    assertEquals("15", shown.select("#f-waited").attr("value"), "what the centre has decided");
    assertEquals(0, shown.select("main a[href$=/missed]").size(), "no way leaves the tablet");
    String early =
        doors.refused(facilitator, page + "/missed", "waited", "5", "reason", "Volala babička.");
    assertTrue(early.contains("e-waited") && early.contains("Volala babička."), early);
    assertTrue(early.contains("<details open>"), early);
    String other = doors.refused(facilitator, page + "/notes", "kind", "NOTE");
    assertTrue(
        Jsoup.parse(other).select("#f-waited").attr("value").equals("15"),
        "what comes back by another button takes nothing from it");
    house.centre.forward(Duration.ofMinutes(40));
    String stranger = doors.refused(house.centre.director, page + "/missed", "waited", "20");
    assertTrue(stranger.contains("zapisuje jen ten"), stranger);
    assertEquals(
        page,
        doors.post(
            facilitator,
            page + "/missed",
            "waited",
            "20",
            "reason",
            "Volala babička.",
            "minutes",
            "45"));
    doors.open(facilitator, page);
    var contact = house.centre.views.view(house.centre.director, id);
    assertEquals(ContactState.NO_SHOW, contact.row().state());
    assertEquals(MissedBy.PARENT, contact.row().missedBy());
    assertEquals(20, contact.ending().waitedMinutes());
    assertEquals(45, contact.ending().effort().minutes());
    assertEquals("Volala babička.", contact.children().get(0).reason());
    doors.refused(facilitator, page + "/missed", "waited", "20");
  }

  @Test
  void whoeverHasBegunDidNotWaitInVain() {
    Case opened = house.centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    String page = HOME + "/contacts/" + id + "/meeting";
    house.desk.arrived(facilitator, id, house.all(id));
    house.centre.forward(Duration.ofMinutes(40));
    String both = doors.refused(facilitator, page + "/missed", "waited", "20");
    assertTrue(both.contains("e-came"), both);
    house.desk.begin(facilitator, id, null, null);
    assertTrue(doors.refused(facilitator, page + "/missed", "waited", "20").contains("už začal"));
  }

  @Test
  void whatIsRefusedStandsBesideTheFieldAndNothingIsLost() {
    Case opened = house.centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    String page = HOME + "/contacts/" + id + "/meeting";
    String none =
        doors.refused(
            facilitator, page + "/notes", "key", UUID.randomUUID().toString(), "kind", "NOTE");
    assertTrue(none.contains("e-words"), none);
    String late = doors.refused(facilitator, page + "/begin");
    assertTrue(late.contains("Žádné dítě"), late);
    doors.post(facilitator, page + "/came", "who", "child." + house.line(id));
    doors.post(facilitator, page + "/came", "who", "person." + house.mother(opened).person());
    doors.post(facilitator, page + "/begin");
    String why = doors.refused(facilitator, page + "/stop", "why", "");
    assertTrue(why.contains("e-why"), why);
    doors.post(facilitator, page + "/stop", "why", "Křik.");
    assertTrue(doors.open(facilitator, page).contains("Křik."));
  }

  @Test
  void aReportIsWrittenApprovedRevisedIssuedAndSent() {
    Case opened = house.centre.opened();
    Viewer author = facilitator();
    Viewer director = house.centre.director;
    ContactId contact = house.held(opened, author);
    String line = HOME + "/lines/" + house.line(contact) + "/report";
    assertTrue(doors.open(author, line).contains("f-before"));
    String missing = doors.refused(author, line, "submit", "yes", "during", "Stavěla.");
    assertTrue(missing.contains("e-before") && missing.contains("Stavěla."), missing);
    String report =
        doors.post(
            author,
            line,
            "before",
            "a",
            "during",
            "b",
            "after",
            "c",
            "assessment",
            "d",
            "submit",
            "yes");
    assertTrue(doors.open(director, report).contains("Schválit"));
    assertTrue(doors.open(director, HOME + "/contacts/" + contact + "/reports").contains(report));
    assertTrue(doors.open(director, HOME + "/reports").contains(report));
    assertFalse(doors.open(director, HOME + "/reports?state=DRAFT").contains(report), "filtered");
    doors.refused(director, report + "/return", "version", version(report));
    doors.post(director, report + "/approve", "version", version(report));
    for (String kind : new String[] {"court", "authority", "carer", "parent"}) {
      assertTrue(doors.open(director, report + "/as/" + kind).contains("Zpráva o kontaktu"));
    }
    doors.open(director, report + "/as/parent?more=yes");
    doors.open(author, report + "/revise");
    doors.open(director, report + "/withdraw");
    String form = doors.open(director, report + "/copies");
    assertTrue(form.contains("Okresní soud v Pelhřimově"), form);
    assertTrue(
        doors.refused(director, report + "/copies", "version", version(report)).contains("e-to"));
    doors.post(director, report + "/copies", "version", version(report), "court", "Krajský soud");
    String issued = doors.open(director, report);
    assertTrue(issued.contains("Krajský soud"), issued);
    String send = Jsoup.parse(issued).select("a[href$=/send]").attr("href");
    doors.open(director, send);
    doors.post(director, send, "channel", "IN_PERSON", "sentOn", Centre.TODAY.toString());
    doors.post(author, report + "/revise", "version", version(report), "reason", "Doplněno.");
    String edit = doors.open(author, report + "/edit");
    assertTrue(edit.contains(">a</textarea>"), edit);
    String stale = doors.refused(author, report + "/edit", "version", "1", "during", "x");
    assertTrue(stale.contains("x</textarea>"), stale);
    assertTrue(doors.open(director, report + "?version=1").contains("Krajský soud"));
    doors.post(director, report + "/withdraw", "version", version(report), "why", "Jiné dítě.");
    assertTrue(doors.open(director, report).contains("Jiné dítě."));
  }

  private String version(String report) {
    UUID id = UUID.fromString(report.substring(report.lastIndexOf('/') + 1));
    return String.valueOf(
        house.reportReader.view(house.centre.director, new ReportId(id)).version());
  }

  @Test
  void contactsAreEvaluatedAndShownToACourt() {
    Case opened = house.centre.opened();
    Viewer worker = opened.worker();
    house.held(opened, facilitator());
    String plan = HOME + "/plans/" + opened.plan();
    assertTrue(doors.open(worker, plan + "/evaluations").contains("Další vyhodnocení"));
    assertTrue(doors.open(worker, plan + "/evaluations/new").contains("f-why"));
    String wrong = doors.refused(worker, plan + "/evaluations", "from", "2026-09-01");
    assertTrue(wrong.contains("e-until"), wrong);
    String page =
        doors.post(
            worker,
            plan + "/evaluations",
            "version",
            "0",
            "from",
            "2026-09-01",
            "until",
            LocalDate.of(2026, 11, 2).toString(),
            "wellbeing",
            "4",
            "cooperation",
            "2",
            "decision",
            "LOOSEN",
            "why",
            "Je klidná.",
            "view",
            "Chce víc.",
            "learnt",
            "IN_TALK");
    String evaluation = doors.open(worker, page);
    assertTrue(evaluation.contains("Upravit plán kontaktů"), evaluation);
    String court = doors.open(worker, plan + "/court");
    assertTrue(court.contains("12 P 34/2026") && court.contains("Je klidná."), court);
    doors.open(worker, plan + "/court?from=2026-01-01&until=2026-02-01");
    doors.refused(worker, page + "/strike", "version", "1");
    doors.post(worker, page + "/strike", "version", "1", "why", "Omyl.");
    assertTrue(doors.open(worker, page).contains("Omyl."));
  }
}
