package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/** What the people of the centre do with the contacts of one family. */
final class ContactSteps {
  private static final String CONTACTS = "/m/supervised-contacts";
  private static final String CONTACT = CONTACTS + "/contacts/[^/]+";
  private static final String ROOM = "Modrý pokoj";

  private final Desk director;
  private final Desk worker;
  private final Gallery gallery;
  private final LocalDate today;
  private final String facilitator;
  private final String file;
  private String plan;
  private String contact;

  /**
   * @param facilitator name of the colleague who is there
   * @param file path of the family
   */
  ContactSteps(
      Desk director,
      Desk worker,
      Gallery gallery,
      LocalDate today,
      String facilitator,
      String file) {
    this.director = director;
    this.worker = worker;
    this.gallery = gallery;
    this.today = today;
    this.facilitator = facilitator;
    this.file = file;
  }

  /** Paths with the longest words. */
  List<String> paths() {
    return List.of(plan, contact);
  }

  void theModuleIsInstalledWhileThePeopleWork() {
    worker.open(CONTACTS).reads("h1", "není");
    gallery.takeOnce(worker, "not-installed");
    director.open("/modules");
    gallery.take(director, "modules");
    director.follow("/modules/supervised-contacts/install");
    gallery.take(director, "module-plan");
    director.save().reads("main .mark-ok", "Běží");
    gallery.take(director, "modules-installed");
    director.open("/calendar/rooms").type("name", ROOM).save().reads(".notice", ROOM);
  }

  void aContactIsBooked() {
    worker.open(file).use("main .tabs a[href$='/tab/supervised-contacts']");
    gallery.take(worker, "file-contacts-none");
    worker
        .follow(CONTACTS + file + "/plans/new")
        .type("basisReference", "12 P 34/2026")
        .type("validFrom", today.minusDays(60).toString())
        .type("name1", "Lenka Slavíková")
        .choose("kin1", "MOTHER")
        .type("name2", "Radek Slavík")
        .choose("kin2", "FATHER")
        .choose("standing2", "FORBIDDEN");
    gallery.take(worker, "plan-form");
    worker.save().onPath(CONTACTS + "/plans/[^/]+").reads(".safety", "Radek Slavík");
    plan = worker.path();
    gallery.take(worker, "plan");
    book(today.plusDays(1));
    worker.onPath(CONTACT).reads(".facts", ROOM);
    contact = worker.path();
    gallery.take(worker, "contact");
  }

  void theSameRoomAtTheSameTimeIsRefusedWithTheReason() {
    book(today.plusDays(1));
    worker.onPath(plan + "/contacts").reads("#e-room", ROOM + " je obsazena od 14:00 do 15:00");
    worker.reads("#faults a[href='#f-room']", ROOM).reads("#told + ul", ROOM);
    assertThat(worker.find("[name=on]")).hasValue(today.plusDays(1).toString());
    gallery.take(worker, "book-refused");
  }

  private void book(LocalDate on) {
    worker
        .open(plan)
        .follow(plan + "/book")
        .type("on", on.toString())
        .type("from", "14:00")
        .type("to", "15:00")
        .choose("room", ROOM)
        .choose("staff", facilitator)
        .save();
  }

  void theContactIsCalledOffAndTheTimelineSaysSo() {
    worker
        .open(contact)
        .follow(contact + "/cancel")
        .choose("by", "PARENT")
        .type("reason", "Maminka onemocněla.");
    gallery.take(worker, "cancel-form");
    worker.save().onPath(contact).reads(".facts", "zrušen");
    worker.reads(".facts", "rodič nebo příbuzný, oznámeno " + today.getDayOfMonth() + ".");
    worker.reads(".panel", "Maminka onemocněla.");
    gallery.take(worker, "contact-cancelled");
    worker.open(file + "/timeline").reads(".timeline", "Kontakt zrušen");
    worker.reads(".timeline", "Osobní kontakt");
    gallery.take(worker, "timeline");
  }

  void yesterdaysContactIsWrittenDownWithTheKeyboardOnly() {
    book(today.minusDays(1));
    worker.onPath(CONTACT).reads(".facts", "naplánován");
    String held = worker.path();
    worker.follow(held + "/held").onPath(held + "/held");
    worker.type("ended", "13:00").save().reads("#e-ended", "nemůže skončit dřív");
    assertThat(worker.find("[name=ended]")).hasValue("13:00");
    gallery.glimpse(worker, "held-refused");
    worker.type("ended", "15:10");
    gallery.take(worker, "held-form");
    worker.save().onPath(held).reads(".notice", "Je zapsáno, kdo přišel a kdy.");
    worker.reads(".facts", "uskutečněn").reads(".facts", "14:00–15:10");
    worker.reads(".facts", "Lenka Slavíková (matka) – účast");
    gallery.take(worker, "contact-held");
    worker.open(file + "/timeline").reads(".timeline", "Kontakt se uskutečnil");
    whatSomebodyElseHasChangedIsShownBeside(held);
    itsReportIsWritten(held);
  }

  private void whatSomebodyElseHasChangedIsShownBeside(String held) {
    worker.open(held + "/held");
    director.open(held + "/held").type("ended", "15:20").save().onPath(held);
    worker.type("ended", "15:05").save();
    worker.reads("#faults", "změnil někdo jiný").reads("main .facts", "14:00–15:20");
    assertThat(worker.find("[name=ended]")).hasValue("15:05");
    gallery.glimpse(worker, "held-conflict");
  }

  private void itsReportIsWritten(String held) {
    worker.open(held).use("main a[href*='/lines/']").onPath(CONTACTS + "/lines/[^/]+/report");
    worker.tabTo("[name=before]").write("Ondřej se na maminku těšil.");
    worker.tabTo("[name=during]").write("Hráli pexeso. Maminka se ptala na školu.");
    worker.tabTo("[name=after]").write("Odcházel klidný.");
    gallery.take(worker, "observation-form");
    worker.save().onPath(CONTACTS + "/reports/[^/]+");
    worker.reads("#content", "Ondřej se na maminku těšil.").reads("#content", "Odcházel klidný.");
    gallery.take(worker, "observation");
  }
}
