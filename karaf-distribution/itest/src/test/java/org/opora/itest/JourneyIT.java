package org.opora.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.Product;
import org.opora.itest.support.Browser;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;

/**
 * A newcomer in a real browser: from the code on the console to a contact that was booked and
 * called off.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){6}");
  private static final String PASSWORD = "řeka mostek břeh vrba";
  private static final String DIRECTOR = "Mgr. Alena Říhová";
  private static final String KEY_WORKER = "Bc. Petra Dvořáčková";
  private static final String FACILITATOR = "Tomáš Hlaváč";
  private static final String SIGN_IN_NAME = "petra.dvorackova";

  private final boolean campaign = Boolean.getBoolean("opora.campaign");
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Prague"));
  private final Gallery gallery = new Gallery("journey");
  private Product product;
  private Browser browser;
  private Desk director;
  private Desk worker;
  private String file;
  private ContactSteps contacts;

  @BeforeAll
  void start() {
    product = Product.fresh("journey");
    product.start();
    browser = new Browser(product.url());
    director = browser.desk("director");
    worker = browser.desk("worker");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (product != null) {
      product.close();
    }
  }

  @Test
  @Order(1)
  void aNewcomersJourney() throws IOException {
    theDirectorSetsUpTheCentreWithThePrintedCode();
    staffAreAddedAndTheKeyWorkerAcceptsTheInvitation();
    aFamilyIsTakenIn();
    aVisitIsRecordedWithTheKeyboardOnly();
    theDutyIsFulfilled();
    contacts = new ContactSteps(director, worker, gallery, today, DIRECTOR, file);
    contacts.theModuleIsInstalledWhileThePeopleWork();
    contacts.aContactIsBooked();
    contacts.theSameRoomAtTheSameTimeIsRefusedWithTheReason();
    contacts.theContactIsCalledOffAndTheTimelineSaysSo();
    contacts.yesterdaysContactIsWrittenDownWithTheKeyboardOnly();
  }

  private void theDirectorSetsUpTheCentreWithThePrintedCode() throws IOException {
    Matcher printed = CODE.matcher(Files.readString(product.console()));
    printed.find();
    director.open("/").onPath("/set-up");
    gallery.takeOnce(director, "set-up");
    director.save();
    director.reads("#faults", "pole");
    director
        .type("code", printed.group())
        .type("centre", "Doprovázení Podhorsko")
        .type("ownName", DIRECTOR)
        .type("signInName", "alena.rihova")
        .type("password", PASSWORD)
        .type("again", PASSWORD)
        // Nobody on this journey carries a telephone; the page offers that, too.
        .untick("secondFactor")
        .save()
        .onPath("/");
    gallery.take(director, "today-empty");
    director.open("/set-up").readsNothingOf("input[name=code]");
  }

  private void staffAreAddedAndTheKeyWorkerAcceptsTheInvitation() {
    director.open("/staff");
    gallery.take(director, "staff");
    add(FACILITATOR);
    add(KEY_WORKER);
    gallery.take(director, "staff-member");
    director.tick("roles", "key-worker");
    director.use("form[action$='/invite'] button");
    String code = director.find(".code code").innerText();
    gallery.take(director, "staff-invited");

    worker.open("/").onPath("/sign-in.*");
    gallery.takeOnce(worker, "sign-in");
    worker.follow("/invitation");
    gallery.takeOnce(worker, "invitation");
    worker
        .type("code", code)
        .type("signInName", SIGN_IN_NAME)
        .type("password", PASSWORD)
        .type("again", PASSWORD)
        .save()
        .onPath("/")
        .reads(".notice", "Vítejte");
    worker.open("/modules").reads("h1", "oprávnění");
    gallery.take(worker, "not-allowed");
  }

  private void add(String name) {
    director.open("/staff/new").type("name", name);
    gallery.take(director, "staff-new");
    director.save().onPath("/staff/[^/]+");
  }

  private void aFamilyIsTakenIn() {
    worker.open("/files");
    gallery.take(worker, "families-none");
    worker.follow("/files/open");
    worker.follow("/files/new");
    String since = today.minusDays(75).toString();
    worker
        .type("familyName", "Slavíkovi")
        .type("openedOn", since)
        .type("carer1given", "Věra")
        .type("carer1family", "Slavíková")
        .type("carer1birthDate", "1971-04-09")
        .choose("kind", "LONG_TERM")
        .tick("mediated", "YES")
        .type("concludedOn", since)
        .type("authority", "Podhorsko")
        .type("child1given", "Ondřej")
        .type("child1family", "Slavík")
        .type("child1birthDate", "2016-06-30")
        .type("child1from", since);
    gallery.take(worker, "family-new");
    worker.save().onPath("/files/[^/]+");
    file = worker.path();
    gallery.take(worker, "file");
    worker.open("/").reads(".mark-overdue", "Po termínu");
    gallery.take(worker, "today-overdue");
  }

  private void aVisitIsRecordedWithTheKeyboardOnly() {
    worker.signOut();
    worker.tabTo("[name=name]").write(SIGN_IN_NAME);
    worker.tabTo("[name=password]").write(PASSWORD).leave("Enter").onPath("/");
    worker.press("/").write("slavikova").leave("Enter").onPath("/search/[^/]+");
    gallery.take(worker, "search");
    worker.use("main td a[href='" + file + "']").onPath(Pattern.quote(file));
    worker.follow(file + "/visits/new").onPath(Pattern.quote(file) + "/visits/new");
    worker.tabTo("[name=minutes]").write("75");
    worker.tabTo("[name=everybody]").press("Space");
    worker.tabTo("[name^=alone]").press("Space");
    worker.tabTo("[name^=view]").write("Chtěl bych vídat mámu častěji.");
    worker.tabTo("[name^=learntBy]").write("R");
    worker.tabTo("[name=note]").write("Ondřejovi se ve škole daří.");
    worker.reads(".draft-kept", "Rozepsané je uloženo");
    gallery.take(worker, "visit-form");
    whatWasTypedIsOfferedAgain();
    worker
        .tabTo("[name=note]")
        .save()
        .onPath(Pattern.quote(file) + "/visits/(?!new).+")
        .reads(".notice", "2 lidem");
    gallery.take(worker, "visit");
    worker.open(file).reads(".own-words", "Chtěl bych vídat mámu častěji.");
  }

  private void whatWasTypedIsOfferedAgain() {
    worker.open(file + "/visits/new").reads(".draft-offer", "Je tu rozepsaný text");
    gallery.take(worker, "visit-draft");
    worker.tabTo(".draft-offer button").press("Enter");
    assertThat(worker.find("[name=note]")).hasValue("Ondřejovi se ve škole daří.");
    assertThat(worker.find("[name=minutes]")).hasValue("75");
  }

  private void theDutyIsFulfilled() {
    worker.open("/").readsNothingOf(".mark-overdue");
    gallery.take(worker, "today");
    worker.open("/duties").readsNothingOf(".mark-overdue").reads(".mark-ok", "V pořádku");
  }

  @Test
  @Order(2)
  void nobodyIsLostOnADetour() {
    Detours detours = new Detours(worker, gallery, campaign);
    detours.endsAreShownBeforeTheyCome(file);
    detours.whatCameTooLateIsNotLost(file, SIGN_IN_NAME, PASSWORD);
    detours.whatIsNotThereSaysSo();
  }

  @Test
  @Order(3)
  void everyPageIsFitToBeSeen() {
    director.open("/");
    gallery.take(director, "today-of-the-centre");
    for (Desk desk : List.of(worker, director)) {
      // One waits while the other looks at everything.
      desk.open("/").back(PASSWORD);
      gallery.wander(desk, campaign ? new HashSet<>() : gallery.kinds(), campaign);
      gallery.read(desk);
      for (String language : List.of("pl", "en")) {
        desk.open("/").speak(language);
        gallery.read(desk);
        gallery.look(desk, campaign ? gallery.seen(desk) : some(desk));
      }
      desk.open("/").speak("cs");
    }
    assertEquals(List.of(), gallery.faults());
  }

  /** The pages with the longest words, and the most of them. */
  private List<String> some(Desk desk) {
    if (desk == director) {
      return List.of("/staff", "/modules", "/health/details");
    }
    List<String> some = new ArrayList<>(List.of("/", "/duties", file, file + "/visits/new"));
    some.addAll(contacts.paths());
    return some;
  }

  @Test
  @Order(4)
  void nothingWentWrongUnseen() {
    worker.back(PASSWORD).signOut().open(file).onPath("/sign-in.*");
    director.back(PASSWORD).signOut();
    assertEquals(List.of(), worker.complaints());
    assertEquals(List.of(), director.complaints());
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }
}
