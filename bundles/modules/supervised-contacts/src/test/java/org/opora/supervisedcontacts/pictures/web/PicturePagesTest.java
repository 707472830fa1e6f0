package org.opora.supervisedcontacts.pictures.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.pictures.application.PictureReader;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The calendar of a child in pictures, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturePagesTest {
  private final Centre centre = new Centre(Product.DERBY);
  private final ModuleDoors doors =
      new ModuleDoors(
          new PictureRoutes(
              new PictureReader(
                  centre.tx,
                  centre.keys(),
                  centre.access(),
                  centre.register.people,
                  centre.choices,
                  centre.register.staff,
                  centre.settings)));

  @AfterAll
  void close() {
    centre.close();
  }

  private static String page(Case opened) {
    return "/m/supervised-contacts/plans/" + opened.plan() + "/pictures";
  }

  @Test
  void itShowsWhomIMeetAndWhoIsWithMe() {
    Case opened = centre.opened();
    Viewer helper = centre.viewer("facilitator");
    ContactId contact = centre.booked(opened, helper);
    Document page = Jsoup.parse(doors.open(opened.worker(), page(opened)));
    assertEquals("máma", page.select(".visit-who li").text());
    assertEquals("se mnou: Jana", page.select(".visit-helper").text());
    assertEquals(1, page.select(".visit-COMING").size());
    assertEquals(1, page.select("#who-HELPER").size(), "the picture is on the page");
    centre.cancel(opened.worker(), contact, 1, CancelledBy.CHILD, opened.worker().now(), "Nechce.");
    Document off = Jsoup.parse(doors.open(opened.worker(), page(opened)));
    assertEquals("neuskuteční se", off.select(".visit-NOT .visit-word").text());
    assertEquals(0, off.select(".visit-helper").size());
    assertFalse(off.text().contains("Nechce."), off.text());
  }

  @Test
  void siblingsAloneAreDrawnAsSiblings() {
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Obou", LocalDate.of(1990, 2, 3));
    Case ema = centre.opened(mother);
    Case jan = centre.opened(mother);
    centre.bookings.book(
        centre.director,
        NewContact.of(
                ema.plan(),
                centre.slot(Centre.TODAY.plusDays(1), "10:00", "11:00"),
                Place.in(centre.room()),
                centre.viewer("facilitator").staff(),
                Set.of())
            .of(List.of(ema.plan(), jan.plan())),
        null);
    Document own = Jsoup.parse(doors.open(ema.worker(), page(ema)));
    assertEquals("bratr nebo sestra", own.select(".visit-who li").text());
    Document known = Jsoup.parse(doors.open(centre.director, page(ema)));
    assertEquals("Ema", known.select(".visit-who li").text());
  }

  @Test
  void anEmptyMonthSaysSoAndOneTurnsOver() {
    Case opened = centre.opened();
    String path = page(opened);
    YearMonth now = YearMonth.from(Centre.TODAY);
    String empty = doors.open(opened.worker(), path);
    assertTrue(empty.contains("není naplánován žádný kontakt"), empty);
    assertTrue(empty.contains(path + "?month=" + now.plusMonths(1)), empty);
    String next = doors.open(opened.worker(), path + "?month=" + now.plusMonths(1));
    assertTrue(next.contains("?month=" + now), next);
    for (String senseless : List.of("9999-01", "leden", "")) {
      assertTrue(
          doors
              .open(opened.worker(), path + "?month=" + senseless)
              .contains(path + "?month=" + now.plusMonths(1)),
          senseless);
    }
  }
}
