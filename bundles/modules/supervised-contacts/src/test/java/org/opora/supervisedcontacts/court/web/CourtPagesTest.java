package org.opora.supervisedcontacts.court.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing;
import org.opora.api.web.Reply;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;
import org.opora.supervisedcontacts.shared.web.NamedCentre;

/** The page for a court and its paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private final MeetingHouse house = new MeetingHouse(Product.DERBY);
  private final List<Printing.Paper> printed = new ArrayList<>();
  private final ModuleDoors doors =
      new ModuleDoors(
          new CourtPages(
              house.court, this::print, new NamedCentre("Centrum Opora"), ModuleDoors.messages()));

  @AfterAll
  void close() {
    house.close();
  }

  private byte[] print(Printing.Paper paper) {
    printed.add(paper);
    return new byte[] {1};
  }

  @Test
  void thePaperSaysWhatThePageSays() {
    Case opened = house.centre.opened();
    Viewer worker = opened.worker();
    house.held(opened, house.centre.viewer("facilitator"));
    ContactId off = house.centre.booked(opened, house.centre.viewer("facilitator"));
    house.centre.cancel(worker, off, 1, CancelledBy.PARENT, worker.now(), "Nemoc, Lipová 5.");
    String path = HOME + "/plans/" + opened.plan() + "/court";
    String until = Centre.TODAY.plusDays(5).toString();
    String page = doors.open(worker, path + "?from=2026-10-01&until=" + until);
    assertTrue(page.contains("/court/paper?from=2026-10-01&amp;until=" + until), page);
    Reply.Download taken = doors.take(worker, path + "/paper?from=2026-10-01&until=" + until);
    assertEquals("application/pdf", taken.contentType());
    assertTrue(taken.fileName().endsWith(".pdf"), taken.fileName());
    assertFalse(taken.fileName().contains("Ema"), "no name is in the name of the file");
    Printing.Paper paper = printed.get(0);
    assertEquals(List.of("Centrum Opora"), paper.head());
    List<Printing.Grid> grids =
        paper.parts().stream()
            .filter(Printing.Grid.class::isInstance)
            .map(Printing.Grid.class::cast)
            .toList();
    for (Printing.Grid grid : grids) {
      grid.rows().forEach(row -> assertEquals(grid.columns().size(), row.size(), grid.caption()));
    }
    String all = paper.parts().toString();
    assertTrue(all.contains("12 P 34/2026") && all.contains("Ema"), all);
    assertTrue(all.contains("uskutečněn") && all.contains("zrušen"), all);
    assertFalse(all.contains("Lipová"), "no address, and no word of why");
  }

  @Test
  void aPeriodThatMakesNoSenseIsTheUsualOne() {
    Case opened = house.centre.opened();
    String path = HOME + "/plans/" + opened.plan() + "/court";
    for (String senseless : List.of("", "?from=2026-05-02&until=9999-12-31", "?from=kdysi")) {
      String usual = doors.open(opened.worker(), path + senseless);
      assertTrue(usual.contains("value=\"2026-05-02\""), "half a year back: " + usual);
      assertTrue(usual.contains("value=\"2026-11-02\""), usual);
    }
    String childhood = doors.open(opened.worker(), path + "?from=0001-01-01&until=2026-11-02");
    assertTrue(childhood.contains("value=\"2008-11-02\""), childhood);
  }
}
