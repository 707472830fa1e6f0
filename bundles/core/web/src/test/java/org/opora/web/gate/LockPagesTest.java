package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.opora.api.access.Sessions;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.testkit.House;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.opora.web.drafts.WebSchema;
import org.opora.web.pages.DraftPages;
import org.opora.web.pages.UnsentPages;

/** The lock over real accounts and sessions, as a browser meets it. */
class LockPagesTest {
  private static final String PASSWORD = "modrý kolibřík chroustá mlhu";
  private static final Pattern TOKEN = Pattern.compile("(?m)^opora=([^;]+)");
  private static final String FORM =
      "form-key=00112233445566778899aabbccddeeff&note=Ane%C5%BEka+m%C3%A1+r%C3%BDmu";

  @TempDir Path data;
  private House house;
  private TestHouse gate;
  private StaffId jana;
  private StaffId petr;
  private int saved;

  @BeforeEach
  void open() {
    house = House.with(new WebSchema());
    var accounts = house.accessHouse().accounts();
    StaffId boss =
        accounts.setUp(
            accounts.setUpCode().orElseThrow(), StaffId.next(), account("vedouci"), false);
    Viewer director = house.viewer(boss, "director", new AccessModule());
    jana = colleague(director, "Jana Nová", "jana");
    petr = colleague(director, "Petr Malý", "petr");
    gate = new TestHouse(data, house.accessHouse());
    gate.drafts = new Drafts(house.transactions("web"), house.keys());
    gate.formKeys = new FormKeys(house.transactions("web"));
    gate.doors.add("unsent", new UnsentPages(gate.drafts), FolderResources.shell());
    gate.doors.add("drafts", new DraftPages(gate.drafts), FolderResources.shell());
    gate.guest(
        guest(
            Route.Method.POST,
            "/m/guest/notes",
            request -> {
              saved++;
              return Reply.to("/inbox");
            }),
        new Route(
            Route.Method.GET,
            "/m/guest/now",
            Route.Entry.SIGNED_IN,
            null,
            null,
            Route.Audit.READ,
            request -> {
              request.shows(new Subject(Subject.Kind.CASE_FILE, new UUID(1, 1)));
              return Reply.plain("who is here now");
            }),
        guest(
            Route.Method.POST,
            "/m/guest/refused",
            request -> {
              throw new Refused(null, Text.of("org.opora.web", "form.choice"));
            }));
  }

  private static Route guest(Route.Method method, String path, Route.Handler handler) {
    return new Route(method, path, Route.Entry.SIGNED_IN, null, null, Route.Audit.NONE, handler);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyPageAsksForThePasswordAndSaysWhoIsSignedIn() {
    String token = in("jana");
    assertTrue(gate.send(Wire.get("/").as(token)).text().contains("data-lock=\"900\""));
    minutes(16);
    for (String path : List.of("/", "/inbox?after=x", "/my-sign-in", "/m/guest/notes2")) {
      Wire page = gate.send(Wire.get(path).as(token));
      if (path.endsWith("2")) {
        assertEquals(404, page.status);
        assertFalse(page.text().contains("Jana"), page.text());
      } else {
        assertEquals(303, page.status, path);
        assertTrue(page.answer("Location").startsWith("/lock"), page.answer("Location"));
      }
    }
    Wire wanted = gate.send(Wire.get("/inbox?after=x").as(token));
    assertEquals("/lock?to=%2Finbox%3Fafter%3Dx", wanted.answer("Location"));
    Wire lock = gate.send(Wire.get("/lock?to=%2Finbox%3Fafter%3Dx").as(token));
    assertEquals(200, lock.status);
    assertTrue(lock.text().contains("Signed in: Jana Nová"), lock.text());
    assertFalse(lock.text().contains("class=\"menu\""), "nothing of the house is seen");

    Wire wrong = unlock(token, jana, "neco jineho", "%2Finbox");
    assertEquals(422, wrong.status);
    assertTrue(wrong.text().contains("The password does not fit"), wrong.text());
    assertFalse(wrong.text().contains("neco jineho"));
    Wire open = unlock(token, jana, PASSWORD, "%2Finbox");
    assertEquals("/inbox", open.answer("Location"));
    assertNotEquals(token, token(open));
    assertEquals(200, gate.send(Wire.get("/inbox").as(token(open))).status);
    assertEquals("/sign-in", gate.send(Wire.get("/").as(token)).answer("Location"));
    assertEquals("/", gate.send(Wire.get("/lock").as(token(open))).answer("Location"));
    assertEquals("/sign-in", gate.send(Wire.get("/lock")).answer("Location"));
    assertEquals(
        "/",
        unlockPage(token(open), "who=" + jana + "&password=x&to=https://x.example/")
            .answer("Location"),
        "never out of the house");
  }

  @Test
  void whatAPageAsksByItselfIsNotSomethingThePersonDoes() {
    String token = in("jana");
    for (int i = 0; i < 3; i++) {
      minutes(5);
      assertEquals(200, part("/lock/state", token).status);
      assertEquals(200, part("/m/guest/now", token).status, "also when it shows somebody");
      assertEquals(200, gate.send(post("/drafts/x", "content=y", token)).status);
    }
    minutes(1);
    Wire locked = part("/lock/state", token);
    assertEquals(401, locked.status);
    assertEquals("opora-locked", locked.answer("HX-Trigger"));
    assertEquals("none", locked.answer("HX-Reswap"));
    assertNull(locked.answer("HX-Redirect"), "the page stays, with what was typed");

    String busy = in("petr");
    for (int i = 0; i < 4; i++) {
      minutes(10);
      Wire here = gate.send(post("/lock/here", "here=yes", busy));
      assertEquals(200, here.status);
      assertTrue(here.text().contains(petr.toString()), here.text());
    }
    minutes(10);
    assertEquals(200, gate.send(Wire.get("/").as(busy)).status);
  }

  @Test
  void aKeyThatWasPressedTooEarlyIsNoGuess() {
    String token = in("jana");
    gate.send(Wire.post("/lock/now", "").as(token));
    for (int i = 0; i < 10; i++) {
      assertTrue(unlock(token, jana, "", "").text().contains("Type your password."));
      assertEquals(
          "{\"who\":null,\"why\":\"empty\"}",
          gate.send(post("/lock", "who=" + jana + "&password=", token)).text());
    }
    assertEquals("/", unlock(token, jana, PASSWORD, "").answer("Location"));
  }

  @Test
  void itSaysWhyItStaysLocked() {
    TestHouse fake = new TestHouse(data);
    fake.lock = new Sessions.Locked(TestHouse.JANA, "Jana Nová");
    String form = "who=" + TestHouse.JANA + "&to=&password=";
    fake.busy = true;
    stays(fake, form, 429, "busy", "The name and the password do not belong");
    fake.busy = false;
    fake.directoryAway = true;
    stays(fake, form, 503, "away", "The password does not fit, or the network");
    fake.directoryAway = false;
    stays(fake, form, 422, "wrong", "The password does not fit, or the account");
    String right = form + "+sun+and+rain+";
    assertEquals("/", fake.send(Wire.post("/lock", right).as("x")).answer("Location"));
  }

  private static void stays(TestHouse fake, String form, int status, String why, String said) {
    String words = "neco uplne jineho a jeste delsiho";
    Wire page = fake.send(Wire.post("/lock", form + encoded(words)).as("x"));
    assertEquals(status, page.status);
    assertTrue(page.text().contains(said), page.text());
    assertTrue(page.text().contains("action=\"/lock\""), "and can be tried again");
    assertFalse(page.text().contains(words));
    Wire part = fake.send(post("/lock", form + encoded(words), "x"));
    assertEquals(status, part.status);
    assertEquals("{\"who\":null,\"why\":\"" + why + "\"}", part.text());
  }

  @Test
  void noPageOfAFaultShowsAPasswordAgain() {
    String token = in("jana");
    String note = encoded("Anežka má rýmu a zůstane doma");
    Wire kept = gate.send(Wire.post("/m/guest/refused", "note=" + note).as(token));
    assertEquals(422, kept.status);
    assertTrue(kept.text().contains("Anežka má rýmu a zůstane doma"), kept.text());
    Wire secret =
        gate.send(
            Wire.post(
                    "/m/guest/refused",
                    "password=" + encoded(PASSWORD) + "&again=" + encoded(PASSWORD))
                .as(token));
    assertEquals(422, secret.status);
    assertFalse(secret.text().contains(PASSWORD), secret.text());
  }

  @Test
  void aSessionThatIsOverLeadsBackToThePageThatKeepsItsDraft() {
    String token = in("jana");
    minutes(13 * 60);
    assertEquals(
        "/sign-in?to=%2Finbox%3Fafter%3Dx",
        unlock(token, jana, PASSWORD, "%2Finbox%3Fafter%3Dx").answer("Location"));
    Wire part =
        gate.send(post("/lock", "who=" + jana + "&password=x&to=%2Finbox%3Fafter%3Dx", token));
    assertEquals("/sign-in?to=%2Finbox%3Fafter%3Dx", part.answer("HX-Redirect"));
    assertEquals("/sign-in", unlock(token, jana, PASSWORD, "//x").answer("Location"));
  }

  @Test
  void aFormThatIsSentBehindTheLockComesBackWithThePassword() {
    String token = in("jana");
    minutes(16);
    Wire sent = gate.send(Wire.post("/m/guest/notes", FORM).as(token));
    assertEquals("/lock?to=%2Funsent", sent.answer("Location"));
    assertEquals(0, saved);
    Wire open = unlock(token, jana, PASSWORD, "%2Funsent");
    assertEquals("/unsent", open.answer("Location"));
    String offered = gate.send(Wire.get("/unsent").as(token(open))).text();
    assertTrue(offered.contains("Anežka má rýmu"), offered);
    assertEquals(
        "/inbox",
        gate.send(Wire.post("/m/guest/notes", FORM + "&unsent=yes").as(token(open)))
            .answer("Location"));
    assertEquals(1, saved);
  }

  @Test
  void somebodyElseSeesNothingOfItAndItsOwnerFindsItLater() {
    String token = in("jana");
    gate.send(post("/drafts/note-1", "content=note%3Dtajne", token));
    minutes(16);
    gate.send(Wire.post("/m/guest/notes", FORM).as(token));
    Wire other = signIn("petr", token);
    assertEquals("/", other.answer("Location"));
    String his = token(other);
    assertEquals("/", gate.send(Wire.get("/unsent").as(his)).answer("Location"));
    assertFalse(part("/drafts/note-1", his).text().contains("tajne"));
    assertEquals(
        Optional.empty(), house.accessHouse().sessions().locked(token), "hers is over here");

    Wire left = unlock(his, jana, PASSWORD, "");
    assertEquals("/", left.answer("Location"), "his is open, and hers is not");
    gate.send(Wire.post("/lock/now", "back=%2Finbox").as(his));
    Wire page = unlock(his, jana, PASSWORD, "");
    assertEquals("/lock", page.answer("Location"), "her page in another tab opens nothing of his");
    assertTrue(house.accessHouse().sessions().locked(his).isPresent());

    Wire back = signIn("jana", null);
    assertEquals("/unsent", back.answer("Location"), "she comes to what she has not sent yet");
    assertTrue(part("/drafts/note-1", token(back)).text().contains("tajne"));
  }

  @Test
  void itsOwnerLocksItAndThePageUnlocksItselfWhereItStands() {
    String token = in("jana");
    assertEquals(
        "/lock?to=%2Finbox",
        gate.send(Wire.post("/lock/now", "back=%2Finbox").as(token)).answer("Location"));
    assertEquals(303, gate.send(Wire.get("/").as(token)).status);
    Wire wrong = gate.send(post("/lock", "who=" + jana + "&password=x", token));
    assertEquals(422, wrong.status);
    assertEquals("{\"who\":null,\"why\":\"wrong\"}", wrong.text());
    Wire foreign =
        gate.send(post("/lock", "who=" + petr + "&password=" + encoded(PASSWORD), token));
    assertEquals(204, foreign.status);
    assertEquals("/lock", foreign.answer("HX-Redirect"));
    Wire open = gate.send(post("/lock", "who=" + jana + "&password=" + encoded(PASSWORD), token));
    assertEquals(200, open.status);
    assertEquals("{\"who\":\"" + jana + "\",\"why\":null}", open.text());
    assertEquals(200, gate.send(Wire.get("/").as(token(open))).status);
    Wire again = gate.send(post("/lock", "who=" + jana + "&password=x", token(open)));
    assertEquals(204, again.status, "another tab was faster");
  }

  @Test
  void theCoverOfAPageIsMadeByTheServerAndRunsNoScriptOfThePage() {
    String page = gate.send(Wire.get("/").as(in("jana"))).text();
    String cover = page.substring(page.indexOf("<template"), page.indexOf("</template>"));
    assertTrue(cover.contains("Signed in: Jana Nová"), cover);
    assertTrue(cover.contains("name=\"who\" value=\"" + jana + "\""), cover);
    assertTrue(page.contains("data-who=\"" + jana + "\""));
    assertFalse(cover.contains("<script"), cover);
    assertFalse(gate.send(Wire.get("/sign-in")).text().contains("<template"));
  }

  @Test
  void whoMaySaysAfterHowManyMinutes() {
    String boss = in("vedouci");
    assertTrue(
        gate.send(Wire.get("/sign-ins").as(boss))
            .text()
            .contains("<option value=\"15\" selected>15 minutes"));
    for (String wrong : List.of("", "4", "61", "x")) {
      assertEquals(
          422, gate.send(Wire.post("/sign-ins/lock", "minutes=" + wrong).as(boss)).status, wrong);
    }
    assertEquals(
        "/sign-ins",
        gate.send(Wire.post("/sign-ins/lock", "minutes=30").as(boss)).answer("Location"));
    assertTrue(gate.send(Wire.get("/").as(boss)).text().contains("data-lock=\"1800\""));
    String token = in("jana");
    assertEquals(403, gate.send(Wire.post("/sign-ins/lock", "minutes=60").as(token)).status);
    minutes(29);
    assertEquals(200, gate.send(Wire.get("/").as(token)).status);
  }

  private StaffId colleague(Viewer director, String name, String signInName) {
    var accounts = house.accessHouse().accounts();
    return accounts.accept(
        accounts.invite(director, StaffId.next(), name, Set.of("key-worker")), account(signInName));
  }

  private String in(String name) {
    return token(signIn(name, null));
  }

  private Wire signIn(String name, String token) {
    Wire wire = Wire.post("/sign-in", "name=" + name + "&password=" + encoded(PASSWORD) + "&to=");
    return gate.send(token == null ? wire : wire.as(token));
  }

  private Wire unlock(String token, StaffId who, String password, String to) {
    return unlockPage(token, "who=" + who + "&password=" + encoded(password) + "&to=" + to);
  }

  private Wire unlockPage(String token, String form) {
    return gate.send(Wire.post("/lock", form).as(token));
  }

  private Wire part(String path, String token) {
    return gate.send(Wire.get(path).as(token).header("HX-Request", "true"));
  }

  private static Wire post(String path, String form, String token) {
    return Wire.post(path, form).as(token).header("HX-Request", "true");
  }

  private void minutes(int many) {
    house.clock().forward(Duration.ofMinutes(many));
  }

  private static String token(Wire wire) {
    Matcher found = TOKEN.matcher(String.valueOf(wire.answer("Set-Cookie")));
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
