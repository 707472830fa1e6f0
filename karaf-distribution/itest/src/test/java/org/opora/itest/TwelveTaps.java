package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.itest.StoryCentre.CONTACTS;

import java.util.regex.Pattern;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Finger;
import org.opora.itest.support.Gallery;

/**
 * A whole contact with one hand: from the page Today, over the meeting with three notes, to the
 * report that is drafted.
 */
final class TwelveTaps {
  private static final int MOST = 12;

  private final Desk tablet;
  private final Finger finger;
  private final Gallery gallery;
  private final String contact;

  /**
   * @param tablet of whoever assists, signed in, on no page yet that counts
   * @param contact that is about to begin
   */
  TwelveTaps(Desk tablet, Gallery gallery, String contact) {
    this.tablet = tablet.onTablet();
    this.finger = new Finger(tablet);
    this.gallery = gallery;
    this.contact = contact;
  }

  /** How often the screen was pressed. */
  int wholeContact() {
    tablet.open("/");
    theMeeting();
    theReport();
    assertTrue(finger.presses() <= MOST, finger.presses() + " taps");
    return finger.presses();
  }

  private void theMeeting() {
    finger.press("a[href='" + contact + "']").press("a", "Otevřít průběh kontaktu");
    finger.press("button", "Jsou tady všichni");
    assertThat(tablet.find(".guests .moments")).hasCount(2);
    finger.press("button", "Kontakt začíná").write("words", "Staví spolu věž.");
    finger.press("button", "Poznámka");
    assertThat(tablet.find(".steps li")).hasCount(1);
    finger.write("words", "Ještě výš!").press("button", "Slova dítěte");
    assertThat(tablet.find(".steps li")).hasCount(2);
    finger.press("button", "Zásah");
    assertThat(tablet.find(".steps li")).hasCount(3);
    gallery.everyWidth(tablet, "taps-meeting");
    finger.press("button", "Kontakt končí");
    tablet.reads(".notice", "Kontakt skončil.");
  }

  private void theReport() {
    finger.press("a", "Napsat zprávu");
    assertThat(tablet.find("[name=during]")).hasValue(Pattern.compile("Staví"));
    assertThat(tablet.find("[name=child-words]")).hasValue(Pattern.compile("Ještě výš!"));
    finger.press("[name=before]");
    tablet.write("Přišla s panenkou.");
    finger.press("[name=after]");
    tablet.write("Odcházela klidná.");
    gallery.everyWidth(tablet, "taps-report");
    finger.press("button", "Uložit rozepsané");
    tablet.onPath(CONTACTS + "/reports/[^/]+").reads("main", "rozepsaná");
    tablet.reads("#facts ~ .told", "Přišla s panenkou.").reads("main", "Staví spolu věž.");
    tablet.reads("main", "Ještě výš!").reads("main", "Zásah");
    gallery.everyWidth(tablet, "taps-drafted");
  }
}
