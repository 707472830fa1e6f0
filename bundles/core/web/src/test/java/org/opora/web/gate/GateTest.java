package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.module.Modules;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.AccountPages;
import org.opora.api.web.spi.AccountPages.Whose;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;

class GateTest {
  private static final UUID FILE = UUID.fromString("01900000-0000-7000-8000-000000000001");

  @TempDir Path data;
  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(data);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8443, 200",
    "localhost:8443, 200",
    "LOCALHOST:8443, 200",
    "[::1]:8443, 200",
    "opora.centre.example, 200",
    "opora.centre.example:8443, 200",
    "opora.centre.example:9000, 421",
    "127.0.0.1, 421",
    "127.0.0.1:80, 421",
    "evil.example:8443, 421",
    "127.0.0.1.evil.example:8443, 421",
    "'', 421",
    "localhost:8443:8443, 421"
  })
  void onlyOurOwnNamesAreAnswered(String host, int status) {
    assertEquals(status, house.send(Wire.get("/sign-in").header("Host", host)).status);
  }

  @Test
  void aRequestWithoutHostIsNotAnswered() {
    assertEquals(421, house.send(Wire.get("/sign-in").header("Host", null)).status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "CONNECT", "get", "X"})
  void otherMethodsAreNotUnderstood(String method) {
    Wire wire = house.send(new Wire(method, "/sign-in"));
    assertEquals(405, wire.status);
    assertHeaders(wire);
  }

  @Test
  void everyAnswerCarriesTheHeaders() {
    house.guest(
        Route.page("/m/guest/page", "guest.read", request -> Reply.plain("x")),
        Route.page(
            "/m/guest/bug",
            "guest.read",
            request -> {
              throw new IllegalStateException("Anna Nováková");
            }));
    for (Wire wire :
        List.of(
            Wire.get("/sign-in"),
            Wire.get("/"),
            Wire.get("/nowhere"),
            Wire.get("/m/guest/page").as(TestHouse.TOKEN),
            Wire.get("/m/guest/bug").as(TestHouse.TOKEN),
            Wire.get("/m/guest/page"),
            Wire.get("/sign-in?a=%zz"),
            Wire.get("/sign-in").header("Host", "evil.example"),
            Wire.get("/sign-in").from("10.0.0.9"),
            Wire.post("/sign-in", "x=y").header("Origin", null),
            new Wire("TRACE", "/"))) {
      assertHeaders(house.send(wire));
    }
  }

  private static void assertHeaders(Wire wire) {
    assertTrue(
        wire.answer("Content-Security-Policy")
            .startsWith("default-src 'none'; script-src 'self'; style-src 'self'"));
    assertTrue(wire.answer("Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("nosniff", wire.answer("X-Content-Type-Options"));
    assertEquals("no-referrer", wire.answer("Referrer-Policy"));
    assertEquals("same-origin", wire.answer("Cross-Origin-Opener-Policy"));
    assertEquals("same-origin", wire.answer("Cross-Origin-Resource-Policy"));
    assertNotNull(wire.answer("Permissions-Policy"));
    assertEquals("no-store", wire.answer("Cache-Control"));
    assertNull(wire.answer("Server"));
  }

  @Test
  void whoIsNotSignedInGoesToSignInAndBack() {
    house.guest(Route.page("/m/guest/plans", "guest.read", request -> Reply.plain("inside")));
    Wire page = house.send(Wire.get("/m/guest/plans?after=7"));
    assertEquals(303, page.status);
    assertEquals("/sign-in?to=%2Fm%2Fguest%2Fplans%3Fafter%3D7", page.answer("Location"));
    Wire part = house.send(Wire.get("/m/guest/plans").header("HX-Request", "true"));
    assertEquals(401, part.status);
    assertEquals("/sign-in", part.answer("HX-Redirect"));
    Wire signIn =
        house.send(
            Wire.post(
                "/sign-in",
                "name=jana&password=+sun+and+rain+&to=%2Fm%2Fguest%2Fplans%3Fafter%3D7"));
    assertEquals(303, signIn.status);
    assertEquals("/m/guest/plans?after=7", signIn.answer("Location"));
    assertEquals(
        "opora=started-720; Path=/; HttpOnly; SameSite=Strict", signIn.answer("Set-Cookie"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/sign-in",
        "javascript:alert(1)",
        "/%2f%2fevil",
        "/a\nb",
        ""
      })
  void signInLeadsNowhereElse(String to) {
    String form =
        "name=jana&password=+sun+and+rain+&to="
            + java.net.URLEncoder.encode(to, StandardCharsets.UTF_8);
    assertEquals("/", house.send(Wire.post("/sign-in", form)).answer("Location"));
  }

  @Test
  void behindTlsTheCookieIsBoundToTheHost() {
    Wire wire =
        house.send(
            Wire.post("/sign-in", "name=jana&password=+sun+and+rain+")
                .secure()
                .header("Origin", "https://127.0.0.1:8443"));
    assertEquals(
        "__Host-opora=started-720; Path=/; HttpOnly; SameSite=Strict; Secure",
        wire.answer("Set-Cookie"));
    assertEquals("max-age=31536000", wire.answer("Strict-Transport-Security"));
    assertEquals(
        303,
        house.send(Wire.get("/").secure().as(TestHouse.TOKEN)).status,
        "the plain cookie does not count");
  }

  /** What another server of the domain has put into the browser is none of ours. */
  @Test
  void behindTlsEveryCookieIsBoundToTheHost() {
    Wire chosen =
        house.send(
            Wire.post("/language", "language=pl")
                .secure()
                .header("Origin", "https://127.0.0.1:8443"));
    assertTrue(
        chosen.answer("Set-Cookie").startsWith("__Host-opora-language=pl; Path=/; Max-Age="),
        chosen.answer("Set-Cookie"));
    String polish = house.send(signIn().cookie("__Host-opora-language", "pl")).text();
    assertTrue(polish.contains("<html lang=\"pl\""), polish);
    assertTrue(
        house.send(signIn().cookie("opora-language", "pl")).text().contains("<html lang=\"en\""),
        "the plain cookie does not count");
  }

  private static Wire signIn() {
    return Wire.get("/sign-in").secure();
  }

  @Test
  void otherComputersAreAnsweredByTlsOnly() {
    for (String other : List.of("10.0.0.9", "192.168.1.7", "fd00::9", "203.0.113.5", "nonsense")) {
      Wire plain = house.send(Wire.get("/sign-in").from(other));
      assertEquals(403, plain.status, other);
      assertNull(plain.answer("Location"), "nobody is led on over plain");
      assertNull(plain.answer("Strict-Transport-Security"));
      assertNull(plain.answer("Set-Cookie"));
      assertEquals(200, house.send(signIn().from(other)).status, other);
    }
    for (String here : List.of("127.0.0.1", "127.0.0.53", "::1", "0:0:0:0:0:0:0:1")) {
      assertEquals(200, house.send(Wire.get("/sign-in").from(here)).status, here);
    }
  }

  /** Its word counts, and only its own: what it has not been told by TLS is not answered. */
  @Test
  void theServerInFrontThatIsNamedSpeaksForTheBrowser() {
    Wire asked = house.send(fronted("10.0.0.2", "https"));
    assertEquals(303, asked.status);
    assertTrue(asked.answer("Set-Cookie").startsWith("__Host-opora="), asked.answer("Set-Cookie"));
    assertEquals("max-age=31536000", asked.answer("Strict-Transport-Security"));
    assertEquals(403, house.send(fronted("10.0.0.2", "http")).status);
    assertEquals(403, house.send(fronted("10.0.0.2", null)).status);
    assertEquals(403, house.send(fronted("10.0.0.3", "https")).status, "another one");
    Wire here = house.send(fronted("127.0.0.1", "https").header("Origin", "http://127.0.0.1:8443"));
    assertTrue(here.answer("Set-Cookie").startsWith("opora="), "not the one that was named");
  }

  private static Wire fronted(String from, String spoken) {
    return Wire.post("/sign-in", "name=jana&password=+sun+and+rain+")
        .from(from)
        .header("Origin", "https://127.0.0.1:8443")
        .header("X-Forwarded-Proto", spoken);
  }

  @Test
  void theNamesOfTheCertificateAreOurs() {
    for (String host : List.of("opora.local", "opora.local:8443", "OPORA.local:443")) {
      assertEquals(200, house.send(signIn().header("Host", host)).status, host);
    }
    for (String host : List.of("evil.local", "opora.local.evil", "opora.local:x", "[::2]:8443")) {
      assertEquals(421, house.send(signIn().header("Host", host)).status, host);
    }
  }

  @Test
  void aWrongPasswordSaysTheSameAsAnUnknownName() {
    Wire unknown = house.send(Wire.post("/sign-in", "name=karel&password=x"));
    Wire wrong = house.send(Wire.post("/sign-in", "name=jana&password=x"));
    assertEquals(422, unknown.status);
    assertEquals(422, wrong.status);
    assertEquals(stripped(unknown.text().replace("karel", "jana")), stripped(wrong.text()));
  }

  private static String stripped(String html) {
    return html.replaceAll("name=\"form-key\" value=\"[0-9a-f]+\"", "");
  }

  @Test
  void beforeTheFirstAccountEveryPageLeadsToSetUp() {
    house.untouched = true;
    assertEquals("/set-up", house.send(Wire.get("/")).answer("Location"));
    assertEquals("/set-up", house.send(Wire.get("/inbox")).answer("Location"));
    assertEquals("/set-up", house.send(Wire.get("/sign-in")).answer("Location"));
  }

  @Test
  void whileTheHouseStartsNobodyGetsIn() {
    house.complete = false;
    Wire wire = house.send(Wire.get("/").as(TestHouse.TOKEN));
    assertEquals(503, wire.status);
    assertEquals("3", wire.answer("Retry-After"));
  }

  @Test
  void signOutEndsTheSessionAndEmptiesTheBrowser() {
    Wire wire = house.send(Wire.post("/sign-out", "").as(TestHouse.TOKEN));
    assertEquals("/sign-in", wire.answer("Location"));
    assertTrue(
        wire.answer("Set-Cookie").startsWith("opora=; ")
            && wire.answer("Set-Cookie").contains("Max-Age=0"));
    assertEquals("\"cache\", \"storage\"", wire.answer("Clear-Site-Data"));
    assertEquals(303, house.send(Wire.get("/").as(TestHouse.TOKEN)).status);
  }

  @Test
  void whatNoRouteNamesIsNotFoundForEverybody() {
    for (String path :
        List.of(
            "/servlet",
            "/m/guest",
            "/m/other/x",
            "/static/x.css",
            "/m/web/static/0/shell.css",
            "/.well-known")) {
      Wire anonymous = house.send(Wire.get(path));
      Wire signedIn = house.send(Wire.get(path).as(TestHouse.TOKEN));
      Wire posted = house.send(Wire.post(path, "a=b").as(TestHouse.TOKEN));
      assertEquals(404, anonymous.status, path);
      assertEquals(404, signedIn.status, path);
      assertEquals(404, posted.status, path);
    }
  }

  @Test
  void aKnownPathWithTheOtherMethodIsSaidSo() {
    house.guest(Route.post("/m/guest/plans", "guest.write", request -> Reply.to("/")));
    Wire wire = house.send(Wire.get("/m/guest/plans").as(TestHouse.TOKEN));
    assertEquals(405, wire.status);
    assertEquals("POST", wire.answer("Allow"));
  }

  @Test
  void permissionAndSubjectAreDecidedBeforeTheHandler() {
    int[] called = {0};
    Route route =
        Route.page(
                "/m/guest/files/{file}",
                "guest.read",
                request -> {
                  called[0]++;
                  return Reply.plain("inside");
                })
            .about(request -> new Subject(Subject.Kind.CASE_FILE, request.id("file")));
    house.guest(
        route, Route.page("/m/guest/secret", "guest.secret", request -> Reply.plain("secret")));
    assertEquals(200, house.send(Wire.get("/m/guest/files/" + FILE).as(TestHouse.TOKEN)).status);
    assertEquals(List.of("read GET /m/guest/files/{file} 1"), house.trail);
    house.hidden.add(new Subject(Subject.Kind.CASE_FILE, FILE));
    assertEquals(404, house.send(Wire.get("/m/guest/files/" + FILE).as(TestHouse.TOKEN)).status);
    assertEquals(404, house.send(Wire.get("/m/guest/files/nonsense").as(TestHouse.TOKEN)).status);
    assertEquals(403, house.send(Wire.get("/m/guest/secret").as(TestHouse.TOKEN)).status);
    assertEquals(1, called[0]);
    assertEquals("denied guest.secret", house.trail.get(2));
  }

  @Test
  void whatIsShownIsRecordedOnceAndOnlyWhenItIsShown() {
    Subject subject = new Subject(Subject.Kind.CASE_FILE, FILE);
    house.guest(
        Route.page(
            "/m/guest/list",
            "guest.read",
            request -> {
              request.shows(subject, subject, new Subject(Subject.Kind.PERSON, FILE));
              return Reply.plain("two");
            }),
        Route.page("/m/guest/empty", "guest.read", request -> Reply.plain("none")),
        Route.page(
            "/m/guest/broken",
            "guest.read",
            request -> {
              request.shows(subject);
              return Reply.page("no-such-template", Map.of());
            }));
    house.send(Wire.get("/m/guest/list").as(TestHouse.TOKEN));
    house.send(Wire.get("/m/guest/empty").as(TestHouse.TOKEN));
    assertEquals(500, house.send(Wire.get("/m/guest/broken").as(TestHouse.TOKEN)).status);
    assertEquals(List.of("read GET /m/guest/list 2"), house.trail);
    house.trail.clear();
    house.guest(
        Route.page(
            "/m/guest/figures",
            "guest.read",
            request -> {
              request.records("figure=visits");
              return Reply.plain("nobody you may know");
            }));
    house.send(Wire.get("/m/guest/figures").as(TestHouse.TOKEN));
    assertEquals(
        List.of("read GET /m/guest/figures 0 figure=visits"),
        house.trail,
        "a list that shows nobody says something as well");
  }

  @Test
  void aFormShownAgainIsARead() {
    Subject subject = new Subject(Subject.Kind.PERSON, FILE);
    Route.Handler form =
        request -> {
          request.shows(subject);
          return request.form().raw("name").isEmpty()
              ? Reply.page("hello", Map.of()).status(422)
              : Reply.to("/m/guest");
        };
    house.guest(
        Route.post("/m/guest/write", "guest.read", form),
        Route.post("/m/guest/read", "guest.read", form).audited(Route.Audit.READ));
    for (String path : List.of("/m/guest/write", "/m/guest/read")) {
      house.trail.clear();
      assertEquals(422, house.send(Wire.post(path, "name=").as(TestHouse.TOKEN)).status);
      assertEquals(List.of("read POST " + path + " 1"), house.trail);
      house.trail.clear();
      assertEquals(303, house.send(Wire.post(path, "name=A").as(TestHouse.TOKEN)).status);
      assertEquals(List.of(), house.trail);
    }
  }

  @Test
  void nothingIsOfferedWhereThePageIsAboutWhatIsOpenInAnEmergency() {
    Subject person = new Subject(Subject.Kind.PERSON, UUID.randomUUID());
    Subject other = new Subject(Subject.Kind.PERSON, UUID.randomUUID());
    house.guest(
        Route.page("/m/guest/files/{file}", "guest.read", r -> Reply.page("acts", Map.of())),
        Route.page("/m/guest/parts/{file}", "guest.read", r -> Reply.page("acts-part", Map.of())),
        Route.page(
            "/m/guest/visits/{visit}",
            "guest.read",
            request -> {
              request.shows(person);
              return Reply.page("acts-part", Map.of());
            }),
        Route.page(
            "/m/guest/visits",
            "guest.read",
            request -> {
              request.shows(person);
              return Reply.page("acts-part", Map.of());
            }));
    house.signedIn(
        Map.of("guest.read", Reach.OWN, "guest.write", Reach.OWN, "guest.tidy", Reach.ALL));
    house.speaks("en");
    String file = "/m/guest/files/" + FILE;
    String part = "/m/guest/parts/" + FILE;
    String visit = "/m/guest/visits/" + UUID.randomUUID();
    for (String path : List.of(file, part, visit, "/m/guest/visits")) {
      assertTrue(shown(path).contains("<p>looks changes tidies</p>"), path);
    }
    house.lent.addAll(List.of(FILE, person.id()));
    for (String path : List.of(file, part, visit)) {
      assertTrue(shown(path).contains("<p>looks  tidies</p>"), path);
    }
    assertTrue(shown(file).contains("for reading only"), "the page says why");
    assertTrue(shown("/m/guest/visits").contains("changes"), "a list is about nobody alone");
    house.lent.clear();
    house.lent.add(other.id());
    assertTrue(shown(visit).contains("changes"));
  }

  @Test
  void noFormIsShownForWhatIsOpenInAnEmergency() {
    List<String> handled = new ArrayList<>();
    Route.Handler form =
        request -> {
          handled.add(request.path());
          return Reply.page("acts", Map.of());
        };
    house.guest(
        Route.page("/m/guest/files/{file}/new", "guest.write", form),
        Route.post("/m/guest/files/{file}/new", "guest.write", form),
        Route.post("/m/guest/files/{file}/tidy", "guest.tidy", form),
        Route.page("/m/guest/files/{file}", "guest.read", form));
    house.signedIn(
        Map.of("guest.read", Reach.OWN, "guest.write", Reach.OWN, "guest.tidy", Reach.ALL));
    String file = "/m/guest/files/" + FILE;
    house.lent.add(FILE);
    assertEquals(403, house.send(Wire.get(file + "/new").as(TestHouse.TOKEN)).status);
    assertEquals(403, house.send(Wire.post(file + "/new", "name=A").as(TestHouse.TOKEN)).status);
    assertEquals(List.of(), handled);
    String denied = "denied guest.write CASE_FILE " + FILE;
    assertEquals(List.of(denied, denied), house.trail);
    assertEquals(200, house.send(Wire.post(file + "/tidy", "name=A").as(TestHouse.TOKEN)).status);
    assertEquals(200, house.send(Wire.get(file).as(TestHouse.TOKEN)).status);
    house.lent.clear();
    assertEquals(200, house.send(Wire.get(file + "/new").as(TestHouse.TOKEN)).status);
  }

  /** A record says whose it is only when it is read. */
  @Test
  void noFormIsShownForARecordOfWhatIsOpenInAnEmergency() {
    Subject file = new Subject(Subject.Kind.CASE_FILE, FILE);
    Subject drawer = new Subject(Subject.Kind.DRAWER, UUID.randomUUID());
    Route.Handler form =
        request -> {
          request.shows(drawer, file);
          return Reply.page("acts", Map.of());
        };
    Route.Handler saved =
        request -> {
          request.shows(file);
          return Reply.to("/m/guest/visits/" + request.id("visit"));
        };
    house.guest(
        Route.page("/m/guest/visits/{visit}", "guest.read", form),
        Route.page("/m/guest/visits/{visit}/edit", "guest.write", form),
        Route.post("/m/guest/visits/{visit}/edit", "guest.write", form),
        Route.post("/m/guest/visits/{visit}/done", "guest.write", saved),
        Route.post("/m/guest/visits/{visit}/tidy", "guest.tidy", form),
        Route.page("/m/guest/visits", "guest.write", form));
    house.signedIn(
        Map.of("guest.read", Reach.OWN, "guest.write", Reach.OWN, "guest.tidy", Reach.ALL));
    String visit = "/m/guest/visits/" + UUID.randomUUID();
    assertEquals(200, house.send(Wire.get(visit + "/edit").as(TestHouse.TOKEN)).status);
    house.trail.clear();
    house.lent.add(FILE);
    assertEquals(403, house.send(Wire.get(visit + "/edit").as(TestHouse.TOKEN)).status);
    assertEquals(403, house.send(Wire.post(visit + "/edit", "name=").as(TestHouse.TOKEN)).status);
    String denied = "denied guest.write CASE_FILE " + FILE;
    assertEquals(List.of(denied, denied), house.trail);
    for (Wire open :
        List.of(
            Wire.get(visit), Wire.post(visit + "/tidy", "name="), Wire.get("/m/guest/visits"))) {
      assertEquals(200, house.send(open.as(TestHouse.TOKEN)).status);
    }
    assertEquals(
        303,
        house.send(Wire.post(visit + "/done", "name=").as(TestHouse.TOKEN)).status,
        "whether it may be done is said by the use case, and it is done");
  }

  private String shown(String path) {
    return house.send(Wire.get(path).as(TestHouse.TOKEN)).text();
  }

  @Test
  void whatCannotBeRecordedIsNotShownAndSaysSo() {
    house.full = true;
    house.guest(
        Route.page(
            "/m/guest/file",
            "guest.read",
            request -> {
              request.shows(new Subject(Subject.Kind.CASE_FILE, FILE));
              return Reply.plain("the family");
            }));
    Wire wire = house.send(Wire.get("/m/guest/file").as(TestHouse.TOKEN));
    assertEquals(500, wire.status);
    assertFalse(wire.text().contains("the family"));
    assertTrue(wire.text().contains("This cannot be recorded"), wire.text());
  }

  @Test
  void faultsBecomePages() {
    house.guest(
        fault("/m/guest/gone", new NotFound()),
        fault("/m/guest/stale", new Stale()),
        fault("/m/guest/refused", new Refused("x", Text.of("org.example.guest", "guest.full", 3))),
        fault("/m/guest/bug", new IllegalStateException("Anna Nováková, 12 Long Street")));
    Wire gone = house.send(Wire.get("/m/guest/gone").as(TestHouse.TOKEN));
    assertEquals(404, gone.status);
    assertFalse(gone.text().contains("class=\"picture\""));
    Wire stale = house.send(Wire.get("/m/guest/stale").as(TestHouse.TOKEN));
    assertEquals(409, stale.status);
    assertTrue(stale.text().contains("class=\"picture\""), stale.text());
    Wire refused = house.send(Wire.get("/m/guest/refused").as(TestHouse.TOKEN));
    assertEquals(422, refused.status);
    assertTrue(refused.text().contains("The room is full: 3 people."));
    Wire bug = house.send(Wire.get("/m/guest/bug").as(TestHouse.TOKEN));
    assertEquals(500, bug.status);
    assertTrue(bug.text().contains("class=\"picture\""), bug.text());
    assertFalse(bug.text().contains("Anna"));
    assertFalse(bug.text().contains("IllegalState"));
    assertTrue(bug.text().matches("(?s).*Request number: [A-Z2-9]{8}.*"));
    Wire part =
        house.send(Wire.get("/m/guest/bug").as(TestHouse.TOKEN).header("HX-Request", "true"));
    assertFalse(part.text().contains("<html"));
  }

  private static Route fault(String path, RuntimeException fault) {
    return Route.page(
        path,
        "guest.read",
        request -> {
          throw fault;
        });
  }

  @Test
  void whatSomebodyWroteIsNotLostWithTheFault() {
    house.signedIn(Map.of("guest.write", Reach.OWN));
    for (RuntimeException fault :
        List.of(
            new Stale(),
            new NotFound(),
            new NotAllowed("no-permission"),
            new IllegalStateException())) {
      house.guest(
          Route.post(
              "/m/guest/plans",
              "guest.write",
              request -> {
                throw fault;
              }));
      Wire wire =
          house.send(
              Wire.post("/m/guest/plans", "short=x&note=She+told+me+about+%3Cschool%3E+today")
                  .as(TestHouse.TOKEN));
      assertTrue(
          wire.text().contains(">She told me about &lt;school&gt; today</textarea>"),
          wire.status + ": " + wire.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"CHANGING, 503", "READY, 503", "FAILED, 503", "REMOVED, 410", "AVAILABLE, 410"})
  void aModuleThatIsNotHereIsExplainedToStaffOnly(Modules.State state, int status) {
    house.modules.put(
        "guest",
        new Modules.Info(
            "guest", new Title("Pokoje", "Pokoje", "Rooms"), "1.0.0", null, state, null, null));
    Wire wire = house.send(Wire.get("/m/guest/plans").as(TestHouse.TOKEN));
    assertEquals(status, wire.status);
    assertEquals(status == 503 ? "3" : null, wire.answer("Retry-After"));
    assertEquals(status == 503, wire.text().contains("class=\"picture\""));
    assertTrue(wire.text().contains("Rooms"));
    assertTrue(wire.text().contains("<nav"), "with the navigation around it");
    assertEquals(303, house.send(Wire.get("/m/guest/plans")).status);
    house.guest(Route.page("/m/guest/plans", "guest.read", request -> Reply.plain("back")));
    assertEquals("back", house.send(Wire.get("/m/guest/plans").as(TestHouse.TOKEN)).text());
  }

  @Test
  void aBundleThatLeavesLetsItsRequestsFinish() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    house.guest(
        Route.page(
            "/m/guest/slow",
            "guest.read",
            request -> {
              inside.countDown();
              go.await();
              return Reply.page("hello", Map.of("name", "late"));
            }));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Wire> slow =
          threads.submit(() -> house.send(Wire.get("/m/guest/slow").as(TestHouse.TOKEN)));
      assertTrue(inside.await(10, TimeUnit.SECONDS));
      Future<?> removed = threads.submit(() -> house.doors.remove("guest"));
      while (house.doors.table().find(Method.GET, "/m/guest/slow") != null) {
        Thread.onSpinWait();
      }
      assertEquals(
          404,
          house.send(Wire.get("/m/guest/slow").as(TestHouse.TOKEN)).status,
          "nobody enters any more");
      assertFalse(removed.isDone());
      go.countDown();
      assertEquals(200, slow.get(10, TimeUnit.SECONDS).status);
      removed.get(10, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWingWaitsNoLongerThanItSays() {
    Wing wing = new Wing("x", "y", List.of(), house.doors.shell());
    assertTrue(wing.enter());
    assertFalse(wing.drain(Duration.ofMillis(20)));
    assertFalse(wing.enter());
  }

  @Test
  void theOperatorNeedsTheKeyFile() throws IOException {
    Path key = data.resolve("operator.key");
    String secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    house.guest(
        new Route(
            Method.GET,
            "/m/guest/status",
            Entry.OPERATOR,
            null,
            null,
            Audit.NONE,
            r -> Reply.json(Map.of("ok", true))),
        new Route(
            Method.GET,
            "/m/guest/people",
            Entry.OPERATOR_SIGNED_IN,
            "guest.read",
            null,
            Audit.NONE,
            r -> Reply.plain(r.viewer().name())));
    assertEquals(401, operator("/m/guest/status", secret).status, "no file");
    Files.writeString(key, secret + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(401, operator("/m/guest/status", secret).status, "others may read the file");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertEquals("{\"ok\":true}", operator("/m/guest/status", secret).text());
    assertEquals(401, operator("/m/guest/status", secret.replace('0', '1')).status);
    assertEquals(
        401,
        house.send(Wire.get("/m/guest/status").as(TestHouse.TOKEN)).status,
        "a person is no operator");
    assertEquals(401, operator("/m/guest/people", secret).status);
    Wire person =
        Wire.get("/m/guest/people")
            .header("Authorization", "Opora-Key " + secret)
            .header("Opora-Session", TestHouse.TOKEN);
    assertEquals("Jana Nová", house.send(person).text());
    Wire login =
        Wire.post("/ops/login", "name=jana&password=+sun+and+rain+")
            .header("Authorization", "Opora-Key " + secret)
            .header("Origin", null);
    assertEquals("{\"token\":\"started-15\",\"minutes\":15}", house.send(login).text());
    assertEquals(
        "{\"status\":401,\"code\":\"sign-in\"",
        operator("/m/guest/people", secret).text().substring(0, 30));
  }

  private Wire operator(String path, String key) {
    return house.send(
        Wire.get(path)
            .header("Authorization", "Opora-Key " + key)
            .header("Accept", "application/json"));
  }

  @Test
  void formsAndUploadsAreReadWithinTheirLimits() throws IOException {
    house.signedIn(Map.of("guest.write", Reach.OWN));
    AtomicReference<Path> kept = new AtomicReference<>();
    house.guest(
        Route.post(
            "/m/guest/echo",
            "guest.write",
            r -> Reply.plain(r.form().raw("a") + "|" + r.form().all("b"))),
        Route.post("/m/guest/upload", "guest.write", r -> upload(r, kept)));
    Wire form = Wire.post("/m/guest/echo", "a=P%C5%99%C3%ADli%C5%A1+1&b=x&b=y").as(TestHouse.TOKEN);
    assertEquals("Příliš 1|[x, y]", house.send(form).text());
    assertEquals(
        413,
        house.send(Wire.post("/m/guest/echo", "a=" + "x".repeat(1024 * 1024)).as(TestHouse.TOKEN))
            .status);
    for (String broken : List.of("a=%", "a=%z1", "a=%C5", "a=%00", "a=\u0001", "a=%1B")) {
      assertEquals(
          400, house.send(Wire.post("/m/guest/echo", broken).as(TestHouse.TOKEN)).status, broken);
    }
    assertEquals(
        400, house.send(Wire.post("/m/guest/echo", "a&".repeat(1_001)).as(TestHouse.TOKEN)).status);

    String parts =
        "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntwo words\r\n"
            + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\list.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n1;2;3\r\n--X--\r\n";
    Wire upload =
        Wire.post("/m/guest/upload", parts)
            .as(TestHouse.TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=X");
    assertEquals("two words list.csv 5 1;2;3", house.send(upload).text());
    assertEquals(data.resolve("tmp"), kept.get().getParent());
    assertFalse(Files.exists(kept.get()), "an upload vanishes with its request");
    Wire large =
        Wire.post("/m/guest/upload", "")
            .as(TestHouse.TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=X");
    assertEquals(413, house.send(large.body(new byte[50 * 1024 * 1024 + 1])).status);

    // What breaks off is the fault of whoever sent it, not one of ours.
    Wire half = Wire.post("/m/guest/echo", "a=half").as(TestHouse.TOKEN).broken();
    assertEquals(400, house.send(half).status);
    Wire halfAFile =
        Wire.post("/m/guest/upload", parts.substring(0, parts.length() - 20))
            .as(TestHouse.TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=X")
            .broken();
    assertEquals(400, house.send(halfAFile).status);
    try (var left = Files.list(data.resolve("tmp"))) {
      assertEquals(0, left.count(), "half a file stays nowhere");
    }
  }

  private static Reply upload(Request request, AtomicReference<Path> kept) throws IOException {
    Request.Upload upload = request.upload("file").orElseThrow();
    kept.set(upload.file());
    return Reply.plain(
        request.form().raw("a")
            + " "
            + upload.name()
            + " "
            + upload.size()
            + " "
            + Files.readString(upload.file()));
  }

  @Test
  void repliesAreWrittenAsWhatTheyAre() {
    house.guest(
        Route.page(
            "/m/guest/json",
            "guest.read",
            r -> Reply.json(new Line("cz.visit", LocalDate.of(2026, 11, 1), null))),
        Route.page(
            "/m/guest/file",
            "guest.read",
            r -> new Reply.Download("Děti \"A\".csv", "text/csv", new byte[] {65})),
        Route.page("/m/guest/out", "guest.read", r -> Reply.to("//evil.example")),
        Route.page(
            "/m/guest/hello",
            "guest.read",
            r -> Reply.page("hello", Map.of("name", "<b>Eva</b>"))));
    Wire json = house.send(Wire.get("/m/guest/json").as(TestHouse.TOKEN));
    assertEquals("{\"rule\":\"cz.visit\",\"due\":\"2026-11-01\",\"why\":null}", json.text());
    assertEquals("application/json; charset=utf-8", json.answer("Content-Type"));
    Wire file = house.send(Wire.get("/m/guest/file").as(TestHouse.TOKEN));
    assertEquals(
        "attachment; filename=\"D_ti__A_.csv\"; filename*=UTF-8''D%C4%9Bti%20%22A%22.csv",
        file.answer("Content-Disposition"));
    assertTrue(file.answer("Content-Security-Policy").startsWith("sandbox;"));
    assertEquals(500, house.send(Wire.get("/m/guest/out").as(TestHouse.TOKEN)).status);
    Wire plain = house.send(Wire.get("/m/guest/hello").as(TestHouse.TOKEN));
    Wire small =
        house.send(
            Wire.get("/m/guest/hello").as(TestHouse.TOKEN).header("Accept-Encoding", "gzip, br"));
    assertEquals("gzip", small.answer("Content-Encoding"));
    assertEquals(plain.text(), small.text());
    assertTrue(small.bytes().length < plain.bytes().length / 2);
    Wire head = house.send(new Wire("HEAD", "/m/guest/hello").as(TestHouse.TOKEN));
    assertEquals(200, head.status);
    assertEquals(0, head.bytes().length);
    assertEquals(plain.answer("Content-Length"), head.answer("Content-Length"));
  }

  record Line(String rule, LocalDate due, String why) {}

  /** Programs that subscribe ask without a session, and many times for what they have already. */
  @Test
  void aCalendarIsSentAnewOnlyWhenItHasChanged() {
    AtomicReference<String> said = new AtomicReference<>("BEGIN:VCALENDAR\r\n" + "é".repeat(1000));
    house.guest(
        new Route(
            Method.GET,
            "/m/guest/feeds/{secret}/calendar.ics",
            Entry.PUBLIC,
            null,
            null,
            Audit.NONE,
            r -> new Reply.Calendar(said.get() + r.zone() + r.houseAddress())));
    String path = "/m/guest/feeds/s3cret/calendar.ics";
    Wire first = house.send(Wire.get(path));
    assertEquals(200, first.status);
    assertEquals("text/calendar; charset=utf-8", first.answer("Content-Type"));
    assertEquals("private, no-cache", first.answer("Cache-Control"));
    assertTrue(first.answer("Content-Security-Policy").startsWith("sandbox;"));
    assertNull(first.answer("Content-Disposition"));
    assertNull(first.answer("Set-Cookie"));
    assertEquals(said.get() + "Europe/Prague" + "http://127.0.0.1:8443", first.text());
    String tag = first.answer("ETag");
    Wire packed = house.send(Wire.get(path).header("Accept-Encoding", "gzip"));
    assertEquals("gzip", packed.answer("Content-Encoding"));
    assertEquals(first.text(), packed.text());
    assertEquals(tag, packed.answer("ETag"));
    for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag)) {
      Wire again = house.send(Wire.get(path).header("If-None-Match", known));
      assertEquals(304, again.status, known);
      assertEquals(0, again.bytes().length, known);
      assertEquals(tag, again.answer("ETag"), known);
    }
    said.set("BEGIN:VCALENDAR");
    Wire changed = house.send(Wire.get(path).header("If-None-Match", tag));
    assertEquals(200, changed.status);
    assertNotEquals(tag, changed.answer("ETag"));
    assertEquals(List.of(), house.trail);
  }

  /** Nobody can tell a secret that does not work from an address where nothing ever was. */
  @Test
  void whatIsNotFoundThereIsAsIfNothingWere() {
    house.guest(
        new Route(
            Method.GET,
            "/m/guest/feeds/{secret}/calendar.ics",
            Entry.PUBLIC,
            null,
            null,
            Audit.NONE,
            r -> {
              throw new NotFound();
            }));
    String secret = "A".repeat(43);
    Wire door = house.send(Wire.get("/m/guest/feeds/" + secret + "/calendar.ics"));
    Wire nothing = house.send(Wire.get("/m/guest/other/" + secret + "/calendar.ics"));
    assertEquals(404, door.status);
    assertEquals(404, nothing.status);
    assertEquals(nothing.text().replace("/m/guest/other/", "/m/guest/feeds/"), door.text());
    nothing.answered.remove("Content-Length");
    door.answered.remove("Content-Length");
    assertEquals(nothing.answered, door.answered);
  }

  @Test
  void thePagesOnSigningInLeadToWhatBundlesHaveAboutAccounts() {
    house.links.add(
        "guest",
        () ->
            List.of(
                link(Whose.OWN, 20, "/m/guest/second", null),
                link(Whose.OWN, 10, "/m/guest/first", "guest.read"),
                link(Whose.OWN, 30, "/m/guest/hidden", "guest.write"),
                link(Whose.EVERYBODY, 10, "/m/guest/all", null)),
        "org.opora.web");
    house.links.add(
        "broken",
        () -> {
          throw new IllegalStateException();
        },
        "org.example.broken");
    house.signedIn(Map.of("guest.read", Reach.OWN, "access.sessions", Reach.ALL));
    String own = house.send(Wire.get("/my-sign-in").as(TestHouse.TOKEN)).text();
    assertTrue(own.indexOf("/m/guest/first") > 0);
    assertTrue(own.indexOf("/m/guest/second") > own.indexOf("/m/guest/first"));
    assertFalse(own.contains("/m/guest/hidden") || own.contains("/m/guest/all"));
    String all = house.send(Wire.get("/sign-ins").as(TestHouse.TOKEN)).text();
    assertTrue(all.contains("/m/guest/all"));
    assertFalse(all.contains("/m/guest/first"));
  }

  private static AccountPages.Entry link(Whose whose, int order, String href, String permission) {
    return new AccountPages.Entry(whose, order, "my-pin.title", "my-pin.open", href, permission);
  }

  @Test
  void aLargeFileIsMadePieceByPieceWhileItIsSent() {
    List<Integer> made = new ArrayList<>();
    Wire[] asked = new Wire[1];
    house.guest(
        Route.page(
            "/m/guest/large",
            "guest.read",
            r ->
                new Reply.Streamed(
                    "zpráva.pdf",
                    "application/pdf",
                    60_000,
                    () ->
                        IntStream.range(0, 3)
                            .mapToObj(
                                number -> {
                                  made.add(asked[0].bytes().length);
                                  byte[] piece = new byte[20_000];
                                  Arrays.fill(piece, (byte) number);
                                  return piece;
                                })
                            .iterator())),
        Route.page(
            "/m/guest/half",
            "guest.read",
            r ->
                new Reply.Streamed(
                    "a.pdf", "application/pdf", 9, () -> Stream.of(new byte[4]).iterator())));
    asked[0] = Wire.get("/m/guest/large").as(TestHouse.TOKEN);
    Wire file = house.send(asked[0]);
    assertEquals(200, file.status);
    assertEquals("60000", file.answer("Content-Length"));
    assertEquals("application/pdf", file.answer("Content-Type"));
    assertTrue(file.answer("Content-Disposition").startsWith("attachment;"));
    assertTrue(file.answer("Content-Security-Policy").startsWith("sandbox;"));
    assertEquals(60_000, file.bytes().length);
    assertEquals(2, file.bytes()[59_999]);
    assertEquals(List.of(0, 20_000, 40_000), made, "each only when the one before has left");
    made.clear();
    asked[0] = new Wire("HEAD", "/m/guest/large").as(TestHouse.TOKEN);
    Wire head = house.send(asked[0]);
    assertEquals("60000", head.answer("Content-Length"));
    assertEquals(List.of(), made, "nothing is made for who only asks how long it is");
    Wire half = house.send(Wire.get("/m/guest/half").as(TestHouse.TOKEN));
    assertEquals("9", half.answer("Content-Length"), "so the browser knows that it is not all");
  }

  @Test
  void aNoticeIsShownOnceToTheSessionThatEarnedIt() {
    house.signedIn(Map.of("guest.write", Reach.OWN));
    house.guest(
        Route.post(
            "/m/guest/save",
            "guest.write",
            r -> Reply.to("/", Text.of("org.example.guest", "guest.saved"))));
    house.send(Wire.post("/m/guest/save", "").as(TestHouse.TOKEN));
    assertTrue(house.send(Wire.get("/").as(TestHouse.TOKEN)).text().contains("Kept for you."));
    assertFalse(house.send(Wire.get("/").as(TestHouse.TOKEN)).text().contains("Kept for you."));
  }

  @Test
  void staticFilesAreKeptForEverUnderTheNameOfTheirContent() throws IOException {
    house.guest(
        Route.page("/m/guest/hello", "guest.read", r -> Reply.page("hello", Map.of("name", "x"))));
    String page = house.send(Wire.get("/m/guest/hello").as(TestHouse.TOKEN)).text();
    String address = page.replaceAll("(?s).*(/m/guest/static/[0-9a-f]{12}/room\\.css).*", "$1");
    Wire wire = house.send(Wire.get(address).header("Accept-Encoding", "gzip"));
    assertEquals(200, wire.status);
    assertEquals("public, max-age=31536000, immutable", wire.answer("Cache-Control"));
    assertEquals("text/css; charset=utf-8", wire.answer("Content-Type"));
    try (InputStream in =
        Files.newInputStream(Path.of("src/test/resources/guest/static/room.css"))) {
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), wire.text());
    }
    assertEquals(404, house.send(Wire.get("/m/guest/static/000000000000/room.css")).status);
    assertEquals(
        404, house.send(Wire.get(address.replace("room.css", "messages.properties"))).status);
    house.doors.remove("guest");
    assertEquals(404, house.send(Wire.get(address)).status, "gone with the bundle");
  }

  @Test
  void anEngineLeavesWithItsBundle() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", "x");
    house.guest(Route.page("/m/guest/hello", "guest.read", r -> Reply.page("hello", model)));
    Object first = house.doors.table().find(Method.GET, "/m/guest/hello").door().wing().engine();
    house.doors.remove("guest");
    house.guest(Route.page("/m/guest/hello", "guest.read", r -> Reply.page("hello", model)));
    assertFalse(
        first == house.doors.table().find(Method.GET, "/m/guest/hello").door().wing().engine());
  }
}
