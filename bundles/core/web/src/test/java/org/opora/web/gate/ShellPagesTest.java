package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Reach;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.DashboardCard;
import org.opora.api.web.spi.Navigation;
import org.opora.api.web.spi.Navigation.Group;
import org.opora.api.web.spi.Route;
import org.opora.web.rendering.PageEngine;

class ShellPagesTest {
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
  private static final String NASTY =
      "<script>x</script>\"'><img src=x onerror=y>{{ 1234567*9 }}&amp;";

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void everyPageIsWholeInEveryLanguage(String language) {
    TestHouse house = new TestHouse(data);
    house.speaks(language);
    house.tell(TestHouse.JANA, new Title("Hotovo", "Gotowe", "Done"), "/");
    house.menu.add("card", card(), "org.example.guest");
    house.guest(
        Route.page("/m/guest/card", "guest.read", r -> Reply.page("part", Map.of("name", "Eva"))),
        Route.page(
            "/m/guest/bug",
            "guest.read",
            r -> {
              throw new IllegalStateException();
            }));
    List<Wire> pages = new ArrayList<>();
    for (String path :
        List.of("/", "/inbox", "/m/guest/card", "/m/guest/bug", "/nowhere", "/sign-in?to=%zz")) {
      pages.add(house.send(Wire.get(path).as(TestHouse.TOKEN)));
    }
    for (String path : List.of("/sign-in", "/invitation", "/nowhere")) {
      pages.add(house.send(Wire.get(path).cookie(Identities.LANGUAGE_COOKIE, language)));
    }
    for (String path : List.of("/sign-in", "/invitation")) {
      pages.add(house.send(Wire.post(path, "").cookie(Identities.LANGUAGE_COOKIE, language)));
    }
    for (Wire page : pages) {
      assertWhole(page.text(), language);
    }
    assertTrue(
        pages
            .get(1)
            .text()
            .contains(new Title("Hotovo", "Gotowe", "Done").in(Locale.forLanguageTag(language))));
    assertTrue(pages.get(2).text().contains("<p>Eva</p>"), "a part opened alone gets the frame");
  }

  private static void assertWhole(String html, String language) {
    assertTrue(html.startsWith("<!doctype html>"), html);
    assertTrue(html.contains("<html lang=\"" + language + "\">"), html);
    assertTrue(html.stripTrailing().endsWith("</html>"));
    assertFalse(html.contains("??"), html);
    assertFalse(html.contains("{{") || html.contains("{%"), html);
    assertFalse(
        html.matches("(?s).*\\son[a-z]+=\".*")
            || html.contains("style=\"")
            || html.contains("<style"),
        html);
    assertEquals(1, count(html, "<h1"), html);
    assertEquals(1, count(html, "<main"), html);
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(html);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), "twice: " + id.group(1));
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static DashboardCard card() {
    return new DashboardCard() {
      @Override
      public int order() {
        return 1;
      }

      @Override
      public String title() {
        return "guest.saved";
      }

      @Override
      public String permission() {
        return "guest.read";
      }

      @Override
      public String content() {
        return "/m/guest/card";
      }
    };
  }

  @Test
  void whoComesWhenTooManySignInKeepsTheirNameAndComesAgain() {
    TestHouse house = new TestHouse(data);
    house.busy = true;
    Wire busy = house.send(Wire.post("/sign-in", "name=jana&password=x&to=%2Finbox"));
    assertEquals(429, busy.status);
    assertTrue(busy.text().contains("value=\"jana\""), busy.text());
    assertTrue(busy.text().contains("name=\"to\" value=\"/inbox\""), busy.text());
  }

  @Test
  void whoSignsInThroughADirectoryThatIsAwayIsToldSo() {
    TestHouse house = new TestHouse(data);
    house.directoryAway = true;
    Wire away = house.send(Wire.post("/sign-in", "name=jana&password=x&to=%2Finbox"));
    assertEquals(503, away.status);
    assertTrue(away.text().contains("network of the centre"), away.text());
    assertTrue(away.text().contains("value=\"jana\""), away.text());
    Wire invited = house.send(Wire.post("/invitation", "code=network&signInName=jana&password=x"));
    assertEquals(503, invited.status);
    assertTrue(invited.text().contains("stays valid"), invited.text());
    assertFalse(invited.text().contains("value=\"x\""), invited.text());
  }

  @Test
  void aPasswordOfTheDirectoryIsTypedOnceAndChangedThere() {
    TestHouse house = new TestHouse(data);
    Wire ordinary = house.send(Wire.get("/invitation"));
    assertFalse(ordinary.text().contains("leave this empty"), ordinary.text());
    house.directory = true;
    assertTrue(house.send(Wire.get("/invitation")).text().contains("leave this empty"));
    Wire once = house.send(Wire.post("/invitation", "code=network&signInName=jana&password=x"));
    assertEquals(303, once.status, once.text());
    Wire own = house.send(Wire.post("/invitation", "code=good&signInName=jana&password=x"));
    assertEquals(422, own.status);
    assertTrue(own.text().contains("e-again"), own.text());
    Wire none = house.send(Wire.post("/invitation", "code=network&signInName=jana&password="));
    assertEquals(422, none.status);

    Wire mine = house.send(Wire.get("/my-sign-in").as(TestHouse.TOKEN));
    assertFalse(mine.text().contains("/my-sign-in/password"), mine.text());
    for (Wire page :
        List.of(
            mine,
            house.send(Wire.get("/my-sign-in/password").as(TestHouse.TOKEN)),
            house.send(
                Wire.post("/my-sign-in/password", "current=a&password=b&again=b")
                    .as(TestHouse.TOKEN)))) {
      assertTrue(page.text().contains("Opora does not keep it"), page.text());
      assertFalse(page.text().contains("name=\"current\""), page.text());
    }
  }

  @Test
  void theMenuStandsInGroupsOfWhichThatOfThePageIsOpen() {
    TestHouse house = new TestHouse(data);
    house.menu.add(
        "guest",
        () ->
            List.of(
                entry(Group.FAMILIES, 1, "family", "/m/guest/a"),
                entry(Group.FAMILIES, 2, "person", "/m/guest/b"),
                entry(Group.TEAM, 1, "badge", "/m/guest/c"),
                entry(Group.TEAM, 2, "scroll", "/m/guest/d"),
                entry(Group.HOUSE, 1, "office", "/m/guest/e"),
                new Navigation.Entry(Group.HOUSE, 2, "guest.saved", "star", "/m/x", "guest.no"),
                new Navigation.Entry(1, "guest.saved", "/m/guest/f", null)),
        "org.example.guest");
    house.guest(Route.page("/m/guest/c", "guest.read", r -> Reply.page("part", Map.of())));
    String today = menu(house.send(Wire.get("/").as(TestHouse.TOKEN)).text());
    assertEquals(2, count(today, "<details"), "one entry needs no heading: " + today);
    assertEquals(1, count(today, "<details open"), "that of the families");
    assertTrue(today.indexOf("/m/guest/b") < today.indexOf("Team"), today);
    assertTrue(
        today.indexOf("/m/guest/f") < today.indexOf("Team"), "services come before: " + today);
    assertFalse(today.contains("/m/x"), "what is not theirs");
    assertEquals(7 + 2, count(today, "<svg"), "every entry has its icon: " + today);
    String team = menu(house.send(Wire.get("/m/guest/c").as(TestHouse.TOKEN)).text());
    assertEquals(1, count(team, "<details open"), "that of the page only: " + team);
    assertTrue(team.indexOf("/m/guest/b") < team.indexOf("<details open"), team);
    assertTrue(team.contains("href=\"/m/guest/c\" aria-current=\"page\""), team);
    assertEquals(1, count(team, "aria-current"), team);
    String own = menu(house.send(Wire.get("/my-sign-in").as(TestHouse.TOKEN)).text());
    assertEquals(0, count(own, "<details open"), "nobody's family is meant here: " + own);
  }

  private static Navigation.Entry entry(Group group, int order, String icon, String href) {
    return new Navigation.Entry(group, order, "guest.saved", icon, href, null);
  }

  private static String menu(String page) {
    return page.substring(page.indexOf("<nav class=\"menu\""), page.indexOf("</nav>"));
  }

  @Test
  void aCardIsShownToWhoMaySeeIt() {
    TestHouse house = new TestHouse(data);
    house.menu.add("card", card(), "org.example.guest");
    assertTrue(
        house.send(Wire.get("/").as(TestHouse.TOKEN)).text().contains("hx-get=\"/m/guest/card\""));
    house.signedIn(Map.of());
    String none = house.send(Wire.get("/").as(TestHouse.TOKEN)).text();
    assertFalse(none.contains("hx-get"));
    assertTrue(none.contains("There is nothing here for you today."));
  }

  @Test
  void theLanguageIsRememberedByTheAccountAndTheBrowser() {
    TestHouse house = new TestHouse(data);
    Wire chosen =
        house.send(Wire.post("/language", "language=pl&back=%2Finbox").as(TestHouse.TOKEN));
    assertEquals("/inbox", chosen.answer("Location"));
    assertTrue(chosen.answer("Set-Cookie").startsWith("opora-language=pl; Path=/; Max-Age="));
    assertTrue(house.send(Wire.get("/").as(TestHouse.TOKEN)).text().contains("<html lang=\"pl\">"));
    assertEquals(
        "/",
        house.send(Wire.post("/language", "language=xx&back=//evil.example")).answer("Location"));
  }

  @Test
  void whoeverChangesTheLanguageComesBackToTheSamePage() {
    TestHouse house = new TestHouse(data);
    house.guest(
        Route.page("/m/guest/card", "guest.read", r -> Reply.page("part", Map.of("name", "Eva"))),
        new Route(
            Route.Method.POST,
            "/m/guest/card/done",
            Route.Entry.SIGNED_IN,
            "guest.read",
            null,
            Route.Audit.NONE,
            r -> Reply.page("part", Map.of("name", "Eva"))));
    Wire filtered = house.send(Wire.get("/m/guest/card?kind=a&from=2026-01").as(TestHouse.TOKEN));
    assertTrue(
        filtered.text().contains("name=\"back\" value=\"/m/guest/card?kind=a&amp;from=2026-01\""),
        filtered.text());
    Wire refused = house.send(Wire.post("/m/guest/card/done", "").as(TestHouse.TOKEN));
    assertTrue(refused.text().contains("name=\"back\" value=\"/m/guest/card\""), refused.text());
    Wire chosen =
        house.send(
            Wire.post(
                    "/language", "language=pl&back=%2Fm%2Fguest%2Fcard%3Fkind%3Da%26from%3D2026-01")
                .as(TestHouse.TOKEN));
    assertEquals("/m/guest/card?kind=a&from=2026-01", chosen.answer("Location"));
  }

  @Test
  void aMessageIsReadAndLeadsWhereItPoints() {
    TestHouse house = new TestHouse(data);
    house.tell(TestHouse.JANA, new Title("a", "b", "c"), "/m/guest/x");
    house.tell(TestHouse.JANA, new Title("a", "b", "c"), "https://evil.example");
    assertTrue(
        house.send(Wire.get("/inbox").as(TestHouse.TOKEN)).text().contains("Messages: 2 new"));
    Wire first =
        house.send(Wire.post("/inbox/" + house.messages.get(0).id(), "").as(TestHouse.TOKEN));
    assertEquals("/m/guest/x", first.answer("Location"));
    Wire second =
        house.send(Wire.post("/inbox/" + house.messages.get(1).id(), "").as(TestHouse.TOKEN));
    assertEquals("/inbox", second.answer("Location"));
    assertTrue(house.messages.stream().allMatch(org.opora.api.inbox.Inbox.Message::read));
  }

  /** Whatever somebody types comes back as text: in fields, faults, notices, titles, attributes. */
  @Test
  void whatIsTypedNeverBecomesMarkup() {
    TestHouse house = new TestHouse(data);
    house.signedIn(Map.of("guest.read", Reach.OWN, "guest.write", Reach.OWN));
    house.guest(
        Route.post(
            "/m/guest/form",
            "guest.write",
            r -> {
              Form form = r.form();
              form.error("name", Text.of("org.example.guest", "guest.hello", form.raw("name")));
              form.error(Form.WHOLE, Text.of("org.example.guest", "guest.hello", form.raw("name")));
              form.date("name");
              Map<String, Object> model = new HashMap<>();
              model.put("name", form.raw("name"));
              model.put(
                  "options", List.of(Map.of("value", form.raw("name"), "label", form.raw("name"))));
              return Reply.page("everything", model).status(422);
            }));
    String typed = "name=" + URLEncoder.encode(NASTY, StandardCharsets.UTF_8);
    String html = house.send(Wire.post("/m/guest/form", typed).as(TestHouse.TOKEN)).text();
    assertFalse(html.contains("<script>x"), html);
    assertFalse(html.contains("<img src=x"), html);
    assertFalse(html.contains("\"'>"), html);
    assertFalse(html.contains("11111103"), "nothing typed is evaluated");
    assertTrue(count(html, "&lt;script&gt;x&lt;/script&gt;") >= 12, html);
    Wire to =
        house.send(
            Wire.get(
                "/sign-in?to="
                    + URLEncoder.encode("/x\"><script>x</script>", StandardCharsets.UTF_8)));
    assertFalse(to.text().contains("<script>x"));
  }

  @Test
  void aPasswordIsNeverSentBack() {
    TestHouse house = new TestHouse(data);
    String html =
        house
            .send(
                Wire.post(
                    "/invitation",
                    "code=bad&signInName=jana&password=sun-and-rain&again=sun-and-rain"))
            .text();
    assertTrue(html.contains("value=\"jana\""));
    assertFalse(html.contains("sun-and-rain"));
  }

  /** What a first visit and the next one carry over the wire. */
  @Test
  void aColdPageIsSmall() {
    TestHouse house = new TestHouse(data);
    Wire page = house.send(Wire.get("/").as(TestHouse.TOKEN).header("Accept-Encoding", "gzip"));
    int cold = page.bytes().length;
    Matcher file = Pattern.compile("(?:href|src)=\"(/m/web/static/[^\"]+)\"").matcher(page.text());
    Set<String> files = new HashSet<>();
    while (file.find()) {
      files.add(file.group(1));
    }
    assertEquals(5, files.size());
    for (String address : files) {
      Wire asset = house.send(Wire.get(address).header("Accept-Encoding", "gzip"));
      assertEquals(200, asset.status, address);
      cold += asset.bytes().length;
    }
    assertTrue(page.bytes().length <= 30 * 1024, "warm: " + page.bytes().length);
    assertTrue(cold <= 100 * 1024, "cold: " + cold);
  }

  @Test
  void anEngineKnowsOnlyItsOwnTemplatesAndThoseOfTheShell() {
    TestHouse house = new TestHouse(data);
    house.guest(Route.page("/m/guest/x", "guest.read", r -> Reply.page("../../secret", Map.of())));
    PageEngine engine = house.doors.shell();
    assertTrue(engine.files().find("../messages.properties").isEmpty());
    assertEquals(500, house.send(Wire.get("/m/guest/x").as(TestHouse.TOKEN)).status);
  }
}
