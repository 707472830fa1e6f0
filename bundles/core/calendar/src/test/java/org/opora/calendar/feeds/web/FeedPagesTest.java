package org.opora.calendar.feeds.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.AccountPages.Entry;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.feeds.application.FeedHouse;
import org.opora.calendar.feeds.contributions.FeedAccountPages;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;

/** From the page on which an address is made to what a phone gets there. */
class FeedPagesTest {
  private static final String OWN = "/my-sign-in/calendar";
  private static final String ALL = "/sign-ins/calendars";
  private static final Pattern ADDRESS =
      Pattern.compile("value=\"https://opora[.]centre[.]example(/calendar/feeds/([^/]+)/[^\"]+)\"");

  private final PageHouse pages =
      PageHouse.of(FeedHouse.TODAY, CalendarModule.ID, CalendarModule.class, CalendarModule.ORIGIN);

  private FeedHouse house;
  private List<RouteSet> sets;

  @BeforeEach
  void open() {
    house = new FeedHouse(Product.DERBY);
    sets =
        List.of(
            new MyFeedPages(house.desk),
            new AllFeedPages(house.desk),
            new FeedRoutes(house.reader));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Reply ask(Method method, String pattern, Asked request) throws Exception {
    Route route =
        sets.stream()
            .flatMap(set -> set.routes().stream())
            .filter(one -> one.method() == method && one.pattern().equals(pattern))
            .findFirst()
            .orElseThrow();
    return route.handler().handle(request);
  }

  private String page(Reply reply, Viewer viewer) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, reply);
    String first = "";
    for (String language : List.of("en", "pl", "cs")) {
      Viewer speaking =
          new Viewer(
              viewer.staff(),
              viewer.name(),
              viewer.grants(),
              Locale.forLanguageTag(language),
              viewer.zone(),
              viewer.clock(),
              viewer.requestId());
      first = pages.page(page.template(), page.model(), speaking);
      PageCheck.sound(page.template(), first);
    }
    return first;
  }

  @Test
  void anAddressIsShownOnceAndWorksUntilItIsCancelled() throws Exception {
    Viewer worker = house.colleague("key-worker");
    String before = page(ask(Method.GET, OWN, Asked.by(worker, OWN)), worker);
    assertTrue(before.contains("Vytvořit adresu"));
    assertFalse(before.contains(OWN + "/revoke"));

    String made = page(ask(Method.POST, OWN, Asked.by(worker, OWN)), worker);
    Matcher address = ADDRESS.matcher(made);
    assertTrue(address.find(), made);
    String secret = address.group(2);
    assertEquals(43, secret.length());

    String after = page(ask(Method.GET, OWN, Asked.by(worker, OWN)), worker);
    assertFalse(after.contains(secret));
    assertTrue(after.contains(OWN + "/revoke"));
    assertTrue(after.contains("Vytvořena 2. 11. 2026"));

    Reply.Calendar fetched = assertInstanceOf(Reply.Calendar.class, fetch(secret));
    assertTrue(fetched.text().startsWith("BEGIN:VCALENDAR"));
    String used = page(ask(Method.GET, OWN, Asked.by(worker, OWN)), worker);
    assertTrue(used.contains("Naposledy použita 2. 11. 2026"));

    Reply.Redirect gone =
        assertInstanceOf(
            Reply.Redirect.class,
            ask(Method.POST, OWN + "/revoke", Asked.by(worker, OWN + "/revoke")));
    assertEquals(OWN, gone.path());
    assertThrows(NotFound.class, () -> fetch(secret));
    assertThrows(NotFound.class, () -> fetch("none"));
  }

  private Reply fetch(String secret) throws Exception {
    return ask(
        Method.GET,
        "/calendar/feeds/{secret}/calendar.ics",
        Asked.by(null, "/calendar/feeds/" + secret + "/calendar.ics").at("secret", secret));
  }

  @Test
  void whoLooksAfterAccountsSeesWhoseAreFetched() throws Exception {
    String none = page(ask(Method.GET, ALL, Asked.by(house.director, ALL)), house.director);
    assertFalse(none.contains("<table"));
    Viewer worker = house.colleague("key-worker");
    house.desk.make(worker);
    String one = page(ask(Method.GET, ALL, Asked.by(house.director, ALL)), house.director);
    String revoke = ALL + "/" + worker.staff() + "/revoke";
    assertTrue(one.contains(revoke), one);
    assertTrue(one.contains("Bc. Krutihlav Bartoš"));
    ask(
        Method.POST,
        ALL + "/{staff}/revoke",
        Asked.by(house.director, revoke).at("staff", worker.staff()));
    assertTrue(house.desk.all(house.director).isEmpty());
  }

  /** The pages on signing in lead to doors that are there. */
  @Test
  void theWaysLeadToDoors() {
    for (Entry entry : new FeedAccountPages().entries()) {
      Route route =
          sets.stream()
              .flatMap(set -> set.routes().stream())
              .filter(one -> one.method() == Method.GET && one.pattern().equals(entry.href()))
              .findFirst()
              .orElseThrow();
      assertEquals(route.permission(), entry.permission());
      for (String language : List.of("cs", "pl", "en")) {
        Locale locale = Locale.forLanguageTag(language);
        assertFalse(house.texts.text(locale, entry.title()).isBlank());
        assertFalse(house.texts.text(locale, entry.action()).isBlank());
      }
    }
  }
}
