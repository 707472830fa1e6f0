package org.opora.itest;

import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/** Pages that nobody sets out for: what will happen, what came too late, what is not there. */
final class Detours {
  private final Desk desk;
  private final Gallery gallery;
  private final boolean thorough;

  /**
   * @param thorough whether what differs by a few words is looked at in all languages, too
   */
  Detours(Desk desk, Gallery gallery, boolean thorough) {
    this.desk = desk;
    this.gallery = gallery;
    this.thorough = thorough;
  }

  /** Every end is shown, with what comes of it, before it is one; none is confirmed. */
  void endsAreShownBeforeTheyCome(String file) {
    end("file", file + "/close", true);
    end("agreement", ending(file + "/agreement", "/agreements/"), thorough);
    end("stay", ending(file + "/agreement", "/placements/"), thorough);
    end("carer", ending(file + "/people", "/carers/"), thorough);
  }

  private String ending(String page, String of) {
    String link = "main a[href*='" + of + "'][href$='/end']";
    return desk.open(page).find(link).first().getAttribute("href");
  }

  private void end(String name, String path, boolean everyLanguage) {
    Runnable steps = () -> desk.open(path).save();
    if (everyLanguage) {
      gallery.takeAnswer(desk, "end-" + name, steps);
    } else {
      steps.run();
      gallery.glimpse(desk, "end-" + name);
    }
    desk.reads("main h2", "Co se stane");
    desk.open(path).reads("main button.save", "Pokračovat");
  }

  /** A form that is sent after the session is offered to the same person, and can be sent. */
  void whatCameTooLateIsNotLost(String file, String name, String password) {
    desk.open(file + "/tasks/new");
    desk.type("what", "Zavolat do školy kvůli družině.").outstay().save().onPath("/sign-in.*");
    desk.type("name", name).type("password", password).save().onPath("/unsent");
    desk.reads(".rows", "Zavolat do školy kvůli družině.");
    gallery.takeOnce(desk, "unsent");
    desk.use("main form:not([action='/unsent/drop']) button").onPath(".*/(tasks|files)/.*");
    desk.reads("main", "Zavolat do školy kvůli družině.");
  }

  void whatIsNotThereSaysSo() {
    desk.open("/nikde").reads("h1", "Tady nic není");
    gallery.takeOnce(desk, "not-found");
    desk.open("/unsent/drop").reads("h1", "Takto to nejde");
    gallery.takeOnce(desk, "not-openable");
  }
}
