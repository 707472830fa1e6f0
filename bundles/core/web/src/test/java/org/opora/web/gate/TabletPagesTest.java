package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.TabletWork.Running;
import org.opora.testkit.House;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.WebSchema;
import org.opora.web.pages.PinPages;
import org.opora.web.pages.TabletPages;
import org.opora.web.pages.TabletWorks;

/** A tablet of the centre over real accounts, as it meets the gate. */
class TabletPagesTest {
  private static final String PASSWORD = "modrý kolibřík chroustá mlhu";
  private static final String PIN = "274195";
  private static final Pattern TOKEN = Pattern.compile("(?m)^opora=([^;]+)");
  private static final Pattern TABLET = Pattern.compile("(?m)^opora-tablet=([^;]+)");
  private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z]{4}-[0-9A-Z]{4})<");

  @TempDir Path data;
  private House house;
  private TestHouse gate;
  private TabletWorks works;
  private String boss;

  @BeforeEach
  void open() {
    house = House.with(new WebSchema());
    var accounts = house.accessHouse().accounts();
    StaffId director =
        accounts.setUp(
            accounts.setUpCode().orElseThrow(), StaffId.next(), account("vedouci"), false);
    Viewer viewer = house.viewer(director, "director", new AccessModule());
    accounts.accept(
        accounts.invite(viewer, StaffId.next(), "Jana Nová", Set.of("key-worker")),
        account("jana"));
    gate = new TestHouse(data, house.accessHouse());
    works = new TabletWorks();
    var tablets = house.accessHouse().tablets();
    gate.doors.add(
        "tablets",
        new TabletPages(tablets, house.accessHouse().sessions(), works),
        FolderResources.shell());
    gate.doors.add("pin", new PinPages(tablets), FolderResources.shell());
    gate.guest(
        shown("/m/guest/meeting").onTablet(),
        new Route(
                Route.Method.GET,
                "/m/guest/attendance",
                Route.Entry.SIGNED_IN,
                null,
                null,
                Route.Audit.NONE,
                request -> {
                  request.shows(new Subject(Subject.Kind.CASE_FILE, new UUID(7, 7)));
                  return Reply.plain("who is here");
                })
            .onTablet(),
        shown("/m/guest/files"),
        shown("/m/guest/all").entry(Route.Entry.PUBLIC),
        new Route(
            Route.Method.POST,
            "/m/guest/files",
            Route.Entry.SIGNED_IN,
            null,
            null,
            Route.Audit.NONE,
            request -> Reply.to("/inbox")));
    boss = in("vedouci");
  }

  private static Route shown(String path) {
    return new Route(
        Route.Method.GET,
        path,
        Route.Entry.SIGNED_IN,
        null,
        null,
        Route.Audit.NONE,
        request -> {
          if (path.endsWith("meeting")) {
            request.shows(new Subject(Subject.Kind.CASE_FILE, new UUID(1, 1)));
          }
          return Reply.plain(request.signedIn().map(viewer -> viewer.name()).orElse("nobody"));
        });
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aTabletIsPairedSeenAndEnded() {
    String token = in("jana");
    assertEquals(403, gate.send(Wire.get("/tablets").as(token)).status);
    assertEquals(403, gate.send(Wire.post("/tablets", "name=x").as(token)).status);
    assertTrue(gate.send(Wire.get("/tablets").as(boss)).text().contains("no tablet here yet"));
    Wire none = gate.send(Wire.post("/tablets", "name=").as(boss));
    assertEquals(422, none.status);
    Wire wrong = gate.send(Wire.post("/tablet/pair", "code=AAAA-AAAA"));
    assertEquals(422, wrong.status);
    assertNull(wrong.answer("Set-Cookie"));
    assertEquals("/sign-in", gate.send(Wire.get("/tablet/sign-in")).answer("Location"));

    String tablet = pair("Herna");
    String list = gate.send(Wire.get("/tablets").as(boss)).text();
    assertTrue(list.contains("<th scope=\"row\">Herna</th>"), list);
    assertTrue(list.contains("not yet"), list);
    assertFalse(CODE.matcher(list).find(), "the code is shown once");
    Wire begins = gate.send(on(tablet, Wire.get("/")));
    assertEquals("/tablet/sign-in", begins.answer("Location"));
    assertEquals(200, gate.send(on(tablet, Wire.get("/tablet/sign-in"))).status);

    Matcher end = Pattern.compile("action=\"(/tablets/[^\"]+/end)\"").matcher(list);
    assertTrue(end.find());
    assertEquals(403, gate.send(Wire.post(end.group(1), "").as(token)).status);
    assertEquals("/tablets", gate.send(Wire.post(end.group(1), "").as(boss)).answer("Location"));
    assertEquals("/sign-in", gate.send(on(tablet, Wire.get("/tablet/sign-in"))).answer("Location"));
    assertTrue(gate.send(Wire.get("/tablets").as(boss)).text().contains("ended"));
  }

  @Test
  void whoIsInWithAPinReachesWhatIsMadeForTabletsAndNothingElse() {
    String tablet = pair("Herna");
    String desk = in("jana");
    String chosen = gate.send(Wire.get("/my-sign-in/pin").as(desk)).text();
    for (String page : List.of(chosen, gate.send(on(tablet, Wire.get("/tablet/sign-in"))).text())) {
      assertTrue(
          page.contains("type=\"password\" aria-required=\"true\" autocomplete=\"one-time-code\""),
          "no browser keeps a PIN, or puts it in the place of a password: " + page);
    }
    assertEquals(422, choose(desk, "123456").status);
    assertEquals("/my-sign-in/pin", choose(desk, PIN).answer("Location"));
    Wire wrong = gate.send(on(tablet, Wire.post("/tablet/sign-in", "name=jana&password=908352")));
    assertEquals(422, wrong.status);
    assertFalse(wrong.text().contains("908352"));
    Wire in = gate.send(on(tablet, Wire.post("/tablet/sign-in", "name=jana&password=" + PIN)));
    assertEquals("/tablet", in.answer("Location"));
    assertFalse(in.answer("Set-Cookie").contains("opora-device"), "no browser becomes known");
    String token = find(TOKEN, in);

    String start = gate.send(on(tablet, Wire.get("/tablet").as(token))).text();
    assertTrue(start.contains("Nothing runs now."), start);
    assertTrue(start.contains("Jana Nová"), start);
    assertFalse(start.contains("class=\"menu\"") || start.contains("/search"), "no way on");
    assertFalse(start.contains("/my-sign-in"), start);
    assertEquals("Jana Nová", gate.send(on(tablet, Wire.get("/m/guest/meeting").as(token))).text());
    for (String path : List.of("/", "/inbox", "/my-sign-in", "/m/guest/files", "/tablets")) {
      Wire shut = gate.send(on(tablet, Wire.get(path).as(token)));
      assertEquals(303, shut.status, path);
      assertEquals("/tablet", shut.answer("Location"), path);
      Wire part = on(tablet, Wire.get(path).as(token).header("HX-Request", "true"));
      assertEquals(403, gate.send(part).status, path);
    }
    for (String path : List.of("/m/guest/files", "/sign-out", "/tablets", "/lock/now")) {
      Wire shut = gate.send(on(tablet, Wire.post(path, "a=b").as(token)));
      assertEquals(403, shut.status, path);
      assertFalse(shut.text().contains("Jana"), path);
    }
    assertEquals(
        "nobody",
        gate.send(on(tablet, Wire.get("/m/guest/all").as(token))).text(),
        "on pages for everybody they are nobody");
    assertEquals("/sign-in", gate.send(on(tablet, Wire.get("/lock").as(token))).answer("Location"));

    assertEquals(200, gate.send(on(tablet, Wire.get("/sign-in").as(token))).status);
    Wire full =
        gate.send(
            on(
                tablet,
                Wire.post("/sign-in", "name=jana&password=" + encoded(PASSWORD) + "&to=")
                    .as(token)));
    assertEquals("/", full.answer("Location"));
    assertEquals(200, gate.send(Wire.get("/inbox").as(find(TOKEN, full))).status);
    assertEquals(
        "/tablet/sign-in?to=%2Ftablet",
        gate.send(on(tablet, Wire.get("/tablet").as(token))).answer("Location"),
        "the session of the PIN is over");
    assertEquals(
        200,
        gate.send(Wire.get("/tablet").as(find(TOKEN, full))).status,
        "whoever is in with the password may look at it, too");
  }

  @Test
  void whatIsMadeForTabletsMayShowSomebody() {
    String tablet = pair("Herna");
    choose(in("jana"), PIN);
    String token = find(TOKEN, open(tablet, PIN));
    Wire page = gate.send(on(tablet, Wire.get("/m/guest/attendance").as(token)));
    assertEquals(200, page.status);
    assertEquals("who is here", page.text());
  }

  @Test
  void nothingOfWhoeverPairedItStaysOnATablet() {
    gate.drafts = new Drafts(house.transactions("web"), house.keys());
    Wire made = gate.send(Wire.post("/tablets", "name=Herna").as(boss));
    Matcher code = CODE.matcher(made.text());
    assertTrue(code.find());
    Wire wrong = gate.send(Wire.post("/tablet/pair", "code=AAAA-AAAA").as(boss));
    assertEquals(422, wrong.status);
    assertEquals(200, gate.send(Wire.get("/tablets").as(boss)).status);
    Wire paired = gate.send(Wire.post("/tablet/pair", "code=" + code.group(1)).as(boss));
    assertEquals("/tablet/sign-in", paired.answer("Location"));
    assertTrue(paired.answer("Set-Cookie").contains("opora=; Path=/; Max-Age=0"));
    assertEquals("/sign-in", gate.send(Wire.get("/").as(boss)).answer("Location"));
    String tablet = find(TABLET, paired);

    choose(in("jana"), PIN);
    Wire in = open(tablet, PIN);
    assertTrue(
        in.answer("Set-Cookie").contains("opora-who=; Path=/; Max-Age=0"),
        "what she writes is kept for nobody else: " + in.answer("Set-Cookie"));
  }

  private Wire open(String tablet, String pin) {
    return gate.send(on(tablet, Wire.post("/tablet/sign-in", "name=jana&password=" + pin)));
  }

  @Test
  void whatRunsIsListedByWhenItEnds() {
    var end = house.clock().instant().plus(Duration.ofHours(1));
    works.bindWork(
        viewer -> {
          throw new IllegalStateException("a bundle that fails");
        });
    works.bindWork(viewer -> List.of(new Running("Open house <b>", "/m/guest/meeting", null)));
    works.bindWork(viewer -> List.of(new Running("Group", "/m/guest/meeting?x=1", end)));
    String tablet = pair("Herna");
    choose(in("jana"), PIN);
    String token =
        find(
            TOKEN,
            gate.send(on(tablet, Wire.post("/tablet/sign-in", "name=jana&password=" + PIN))));
    String page = gate.send(on(tablet, Wire.get("/tablet").as(token))).text();
    assertTrue(page.contains("Open house &lt;b&gt;"), page);
    assertTrue(page.indexOf("Group") < page.indexOf("Open house"), page);
    Wire out = gate.send(on(tablet, Wire.post("/tablet/sign-out", "").as(token)));
    assertEquals("/tablet/sign-in", out.answer("Location"));
    assertEquals(
        "/tablet/sign-in",
        gate.send(on(tablet, Wire.get("/m/guest/meeting").as(token)))
            .answer("Location")
            .split("\\?")[0]);
  }

  @Test
  void onlyADoorBehindASignInCanBeThereForTablets() {
    Route open = shown("/m/guest/all").entry(Route.Entry.PUBLIC);
    assertThrows(IllegalArgumentException.class, open::onTablet);
    assertFalse(shown("/m/guest/x").tablet(), "nothing is there for tablets by itself");
    assertTrue(shown("/m/guest/x").onTablet().audited(Route.Audit.READ).tablet());
  }

  private String pair(String name) {
    Wire made = gate.send(Wire.post("/tablets", "name=" + name).as(boss));
    assertEquals(200, made.status);
    Matcher code = CODE.matcher(made.text());
    assertTrue(code.find(), made.text());
    Wire paired = gate.send(Wire.post("/tablet/pair", "code=" + code.group(1)));
    assertEquals("/tablet/sign-in", paired.answer("Location"));
    return find(TABLET, paired);
  }

  private static Wire on(String tablet, Wire wire) {
    return wire.cookie(GateRequest.TABLET, tablet);
  }

  private Wire choose(String token, String pin) {
    return gate.send(Wire.post("/my-sign-in/pin", "password=" + pin + "&again=" + pin).as(token));
  }

  private String in(String name) {
    Wire in = gate.send(Wire.post("/sign-in", "name=" + name + "&password=" + encoded(PASSWORD)));
    return find(TOKEN, in);
  }

  private static String find(Pattern pattern, Wire wire) {
    Matcher found = pattern.matcher(String.valueOf(wire.answer("Set-Cookie")));
    assertTrue(found.find(), String.valueOf(wire.status));
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static NewAccount account(String name) {
    return new NewAccount("Eva " + name, name, PASSWORD.toCharArray(), "en");
  }
}
