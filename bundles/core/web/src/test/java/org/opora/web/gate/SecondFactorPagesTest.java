package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.testkit.House;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.opora.web.drafts.WebSchema;
import org.opora.web.pages.UnsentPages;

/** The pages of the second factor over real accounts, as a browser goes through them. */
class SecondFactorPagesTest {
  private static final String PASSWORD = "modrý kolibřík chroustá mlhu";
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final Pattern TOKEN = Pattern.compile("(?m)^opora=([^;]+)");
  private static final Pattern DEVICE = Pattern.compile("(?m)^opora-device=([^;]+)");
  private static final Pattern SECRET = Pattern.compile("<p class=\"secret\"><code>([A-Z2-7 ]+)<");
  private static final Pattern CODE = Pattern.compile("<li><code>([0-9A-Z-]{19})<");

  @TempDir Path data;
  private House house;
  private TestHouse gate;
  private StaffId boss;
  private StaffId jana;

  @BeforeEach
  void open() {
    house = House.with(new WebSchema());
    var accounts = house.accessHouse().accounts();
    boss =
        accounts.setUp(
            accounts.setUpCode().orElseThrow(), StaffId.next(), account("vedouci"), false);
    Viewer director = house.viewer(boss, "director", new AccessModule());
    jana =
        accounts.accept(
            accounts.invite(director, StaffId.next(), "Jana Nová", Set.of("key-worker")),
            account("jana"));
    house.accessHouse().factor().demand(director, true);
    gate = new TestHouse(data, house.accessHouse());
    gate.drafts = new Drafts(house.transactions("web"), house.keys());
    gate.formKeys = new FormKeys(house.transactions("web"));
    gate.doors.add("unsent", new UnsentPages(gate.drafts), FolderResources.shell());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoHasNoneIsLedToItAndReachesNothingElse() throws Exception {
    Wire signIn = signIn("jana", "%2Finbox");
    assertEquals("/sign-in/second-factor?to=%2Finbox", signIn.answer("Location"));
    String token = token(signIn);
    assertNull(find(DEVICE, signIn), "the password alone makes no browser known");
    for (String path : List.of("/", "/inbox", "/my-sign-in", "/my-sign-in/second-factor")) {
      Wire shut = gate.send(Wire.get(path).as(token));
      assertEquals(303, shut.status, path);
      assertTrue(shut.answer("Location").startsWith("/sign-in/second-factor"), path);
    }
    Wire post = gate.send(Wire.post("/my-sign-in/end-others", "").as(token));
    assertEquals("/sign-in/second-factor", post.answer("Location"));
    assertEquals(
        "/sign-in/second-factor",
        gate.send(Wire.get("/sign-in/code").as(token)).answer("Location"));

    Wire page = gate.send(Wire.get("/sign-in/second-factor?to=%2Finbox").as(token));
    assertEquals(200, page.status);
    String secret = find(SECRET, page.text());
    String read = picture(page.text());
    assertEquals(
        "otpauth://totp/Opora:jana?secret=" + secret.replace(" ", "") + "&issuer=Opora", read);

    Wire wrong =
        gate.send(Wire.post("/sign-in/second-factor", "code=000000&to=%2Finbox").as(token));
    assertEquals(422, wrong.status);
    assertEquals(secret, find(SECRET, wrong.text()), "the picture that was scanned still holds");
    Wire done =
        gate.send(
            Wire.post("/sign-in/second-factor", "code=" + code(secret) + "&to=%2Finbox").as(token));
    assertEquals(200, done.status);
    assertEquals(10, CODE.matcher(done.text()).results().count());
    assertTrue(done.text().contains("href=\"/inbox\""));
    assertNotEquals(token, token(done));
    assertEquals(200, gate.send(Wire.get("/inbox").as(token(done))).status);
    assertEquals(303, gate.send(Wire.get("/inbox").as(token)).status);
    assertTrue(find(DEVICE, done).length() > 60);
  }

  @Test
  void theCodeIsAskedAfterThePassword() throws Exception {
    Enrolled enrolled = enrol("jana");
    house.clock().forward(Duration.ofMinutes(1));
    Wire signIn = signIn("jana", "%2Finbox");
    assertEquals("/sign-in/code?to=%2Finbox", signIn.answer("Location"));
    String token = token(signIn);
    assertEquals(200, gate.send(Wire.get("/sign-in/code?to=%2Finbox").as(token)).status);
    Wire shut = gate.send(Wire.get("/inbox").as(token));
    assertEquals("/sign-in/code?to=%2Finbox", shut.answer("Location"));
    assertEquals(
        "/sign-in/code",
        gate.send(Wire.get("/sign-in/second-factor").as(token)).answer("Location"));
    Wire wrong = gate.send(Wire.post("/sign-in/code", "code=000000&to=%2Finbox").as(token));
    assertEquals(422, wrong.status);
    Wire none = gate.send(Wire.post("/sign-in/code", "code=&to=%2Finbox").as(token));
    assertEquals(422, none.status);
    Wire out =
        gate.send(
            Wire.post("/sign-in/code", "code=" + code(enrolled.secret) + "&to=https://x.example/")
                .as(token));
    assertEquals("/", out.answer("Location"), "never out of the house");
    Wire again = gate.send(Wire.get("/sign-in/code").as(token(out)));
    assertEquals("/", again.answer("Location"));

    String second = token(signIn("jana", ""));
    Wire recovered =
        gate.send(Wire.post("/sign-in/code", "code=" + enrolled.code + "&to=%2Finbox").as(second));
    assertEquals("/inbox", recovered.answer("Location"));
    assertEquals("/sign-in", gate.send(Wire.get("/sign-in/code")).answer("Location"));
  }

  @Test
  void whatIsDoneForGoodAsksAgainAndLosesNothing() throws Exception {
    gate.guest(
        new Route(
            Route.Method.POST,
            "/m/guest/notes",
            Route.Entry.SIGNED_IN,
            null,
            null,
            Route.Audit.NONE,
            request -> {
              house.accessHouse().factor().requireFresh(request.viewer());
              return Reply.to("/inbox");
            }),
        new Route(
            Route.Method.GET,
            "/m/guest/list",
            Route.Entry.SIGNED_IN,
            null,
            null,
            Route.Audit.NONE,
            request -> Reply.export(request, sheet())));
    Enrolled enrolled = enrol("jana");
    String token = enrolled.token;
    assertEquals(200, gate.send(Wire.get("/m/guest/list?format=csv").as(token)).status);
    house.clock().forward(Duration.ofMinutes(11));
    assertEquals(
        "/my-sign-in/code?to=%2Fm%2Fguest%2Flist%3Fformat%3Dcsv",
        gate.send(Wire.get("/m/guest/list?format=csv").as(token)).answer("Location"));
    String form = "form-key=00112233445566778899aabbccddeeff&note=Ane%C5%BEka+m%C3%A1+r%C3%BDmu";
    Wire asked = gate.send(Wire.post("/m/guest/notes", form).as(token));
    assertEquals("/my-sign-in/code?to=%2Funsent", asked.answer("Location"));
    assertEquals(200, gate.send(Wire.get("/my-sign-in/code?to=%2Funsent").as(token)).status);
    Wire proved =
        gate.send(
            Wire.post("/my-sign-in/code", "code=" + code(enrolled.secret) + "&to=%2Funsent")
                .as(token));
    assertEquals("/unsent", proved.answer("Location"));
    String offered = gate.send(Wire.get("/unsent").as(token(proved))).text();
    assertTrue(offered.contains("Anežka má rýmu"), offered);
    assertEquals(
        "/inbox",
        gate.send(Wire.post("/m/guest/notes", form + "&unsent=yes").as(token(proved)))
            .answer("Location"));
    Wire part = gate.send(Wire.post("/m/guest/notes", form).as(token).header("HX-Request", "true"));
    assertEquals("/sign-in", part.answer("HX-Redirect"), "the token of before is over");
  }

  @Test
  void aFormThatIsAnsweredByAPageIsNotOfferedAgain() throws Exception {
    Enrolled enrolled = enrol("jana");
    house.clock().forward(Duration.ofMinutes(11));
    String form = "form-key=00112233445566778899aabbccddeeff";
    Wire asked = gate.send(Wire.post("/my-sign-in/codes", form).as(enrolled.token));
    assertEquals("/my-sign-in/code?to=%2Funsent", asked.answer("Location"));
    String token =
        token(
            gate.send(
                Wire.post("/my-sign-in/code", "code=" + code(enrolled.secret) + "&to=%2Funsent")
                    .as(enrolled.token)));
    assertEquals(200, gate.send(Wire.get("/unsent").as(token)).status);
    Wire codes = gate.send(Wire.post("/my-sign-in/codes", form + "&unsent=yes").as(token));
    assertEquals(10, CODE.matcher(codes.text()).results().count());
    Wire offered = gate.send(Wire.get("/unsent").as(token));
    assertEquals(303, offered.status, "sent again it would make the codes on paper worthless");
  }

  @Test
  void onesPasswordIsChangedAndKeptNowhereOnTheWay() throws Exception {
    Enrolled enrolled = enrol("jana");
    String page = gate.send(Wire.get("/my-sign-in/password").as(enrolled.token)).text();
    assertTrue(page.contains("name=\"current\" type=\"password\""), page);
    String key = "form-key=00112233445566778899aabbccddeeff";
    String next = encoded("sedm lysých hlemýžďů na střeše");
    String form = key + "&current=" + encoded(PASSWORD) + "&password=" + next + "&again=";
    Wire differs = gate.send(Wire.post("/my-sign-in/password", form + "x").as(enrolled.token));
    assertEquals(422, differs.status);
    assertTrue(differs.text().contains("e-again"), differs.text());
    assertFalse(differs.text().contains("hlemýžďů"), "nothing typed there comes back");
    Wire wrong =
        gate.send(
            Wire.post("/my-sign-in/password", "current=xyz&password=" + next + "&again=" + next)
                .as(enrolled.token));
    assertTrue(wrong.status == 422 && wrong.text().contains("e-current"), wrong.text());
    Wire weak =
        gate.send(
            Wire.post(
                    "/my-sign-in/password",
                    "current=" + encoded(PASSWORD) + "&password=jana&again=jana")
                .as(enrolled.token));
    assertTrue(weak.status == 422 && weak.text().contains("e-password"), weak.text());

    house.clock().forward(Duration.ofMinutes(11));
    assertEquals(
        "/my-sign-in/code?to=%2Fmy-sign-in%2Fpassword",
        gate.send(Wire.get("/my-sign-in/password").as(enrolled.token)).answer("Location"));
    Wire late = gate.send(Wire.post("/my-sign-in/password", form + next).as(enrolled.token));
    assertEquals(303, late.status);
    assertFalse(late.answer("Location").contains("unsent"), late.answer("Location"));
    assertEquals(303, gate.send(Wire.get("/unsent").as(enrolled.token)).status, "kept nowhere");
    String proved =
        token(
            gate.send(
                Wire.post("/my-sign-in/code", "code=" + code(enrolled.secret)).as(enrolled.token)));
    Wire done = gate.send(Wire.post("/my-sign-in/password", form + next).as(proved));
    assertEquals("/my-sign-in", done.answer("Location"));
    String old = "name=jana&password=" + encoded(PASSWORD);
    assertEquals(422, gate.send(Wire.post("/sign-in", old)).status);
    assertEquals(303, gate.send(Wire.post("/sign-in", "name=jana&password=" + next)).status);
  }

  @Test
  void guessesOfOneBrowserKeepNobodyElseOut() throws Exception {
    Enrolled enrolled = enrol("jana");
    String device = enrolled.device;
    house.clock().forward(Duration.ofMinutes(1));
    for (int i = 0; i < 20; i++) {
      String wrong = "name=nikdo" + i + "&password=wrong+wrong+wrong";
      assertEquals(422, gate.send(Wire.post("/sign-in", wrong).from("127.0.0.66")).status);
    }
    String right = "name=jana&password=" + encoded(PASSWORD);
    assertEquals(422, gate.send(Wire.post("/sign-in", right).from("127.0.0.66")).status);
    assertEquals(303, gate.send(Wire.post("/sign-in", right).from("127.0.0.67")).status);
    Wire known =
        gate.send(Wire.post("/sign-in", right).from("127.0.0.66").cookie("opora-device", device));
    assertEquals(303, known.status);
    for (int i = 0; i < 6; i++) {
      gate.send(Wire.post("/sign-in/code", "code=000000").as(token(known)));
    }
    String code = "code=" + code(enrolled.secret);
    assertEquals(422, gate.send(Wire.post("/sign-in/code", code).as(token(known))).status);
    Wire in =
        gate.send(Wire.post("/sign-in/code", code).as(token(known)).cookie("opora-device", device));
    assertEquals(303, in.status);
  }

  @Test
  void onesOwnPageShowsWhereOneIsSignedIn() throws Exception {
    Enrolled enrolled = enrol("jana");
    house.clock().forward(Duration.ofMinutes(1));
    Wire elsewhere =
        gate.send(
            Wire.post("/sign-in", "name=jana&password=" + encoded(PASSWORD))
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"));
    String other =
        token(
            gate.send(
                Wire.post("/sign-in/code", "code=" + code(enrolled.secret)).as(token(elsewhere))));
    String page = gate.send(Wire.get("/my-sign-in").as(enrolled.token)).text();
    assertTrue(page.contains("Firefox, Windows"), page);
    assertTrue(page.contains("this device"), page);
    assertTrue(page.contains("10 left"), page);
    Matcher key = Pattern.compile("name=\"session\" value=\"([0-9a-f]{64})\"").matcher(page);
    assertTrue(key.find());
    gate.send(Wire.post("/my-sign-in/end", "session=" + key.group(1)).as(enrolled.token));
    assertEquals("/sign-in", gate.send(Wire.get("/").as(other)).answer("Location"));
    Wire renewed = gate.send(Wire.post("/my-sign-in/codes", "").as(enrolled.token));
    assertFalse(renewed.text().contains(enrolled.code));
    assertEquals(10, CODE.matcher(renewed.text()).results().count());
    assertEquals(403, gate.send(Wire.get("/sign-ins").as(enrolled.token)).status);
    assertEquals(403, gate.send(Wire.post("/sign-ins/demand", "").as(enrolled.token)).status);
  }

  @Test
  void theDirectorSeesAndEndsWhatIsOpen() throws Exception {
    Enrolled jana = enrol("jana");
    Enrolled director = enrol("vedouci");
    String page = gate.send(Wire.get("/sign-ins").as(director.token)).text();
    assertTrue(page.contains("Jana Nová"), page);
    String path = "/sign-ins/" + this.jana;
    assertTrue(page.contains("action=\"" + path + "/end\""), page);
    assertTrue(page.contains("action=\"" + path + "/reset\""), page);
    gate.send(Wire.post(path + "/end", "").as(director.token));
    assertEquals("/sign-in", gate.send(Wire.get("/").as(jana.token)).answer("Location"));
    gate.send(Wire.post(path + "/reset", "").as(director.token));
    String asked = gate.send(Wire.get("/sign-ins").as(director.token)).text();
    assertFalse(asked.contains(path + "/confirm"), "not by who asked");
    assertTrue(asked.contains(path + "/withdraw"), asked);
    Wire forced = gate.send(Wire.post(path + "/confirm", "").as(director.token));
    assertEquals(422, forced.status);
    Wire off = gate.send(Wire.post("/sign-ins/demand", "everybody=no").as(director.token));
    assertEquals("/sign-ins", off.answer("Location"));
    assertFalse(house.accessHouse().factor().demanded());
  }

  @Test
  void aConsoleGivesTheCodeWithThePassword() throws Exception {
    Path key = Files.writeString(data.resolve("operator.key"), KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertTrue(login("jana", "").contains("\"waits\":\"ENROL\""));
    Enrolled enrolled = enrol("jana");
    house.clock().forward(Duration.ofMinutes(1));
    String asked = login("jana", "");
    assertEquals("{\"waits\":\"CODE\"}", asked.strip());
    assertTrue(login("jana", "000000").contains("wrong-code"));
    String in = login("jana", code(enrolled.secret));
    assertTrue(in.matches("(?s)\\{\"token\":\"[^\"]{43}\",\"minutes\":15}\\s*"), in);
  }

  private String login(String name, String code) {
    return gate.send(
            Wire.post(
                    "/ops/login",
                    "name=" + name + "&password=" + encoded(PASSWORD) + "&code=" + code)
                .header("Origin", null)
                .header("Accept", "application/json")
                .header("Authorization", "Opora-Key " + KEY))
        .text();
  }

  private record Enrolled(String token, String secret, String code, String device) {}

  private Enrolled enrol(String name) throws Exception {
    String token = token(signIn(name, ""));
    String secret = find(SECRET, gate.send(Wire.get("/sign-in/second-factor").as(token)).text());
    Wire done = gate.send(Wire.post("/sign-in/second-factor", "code=" + code(secret)).as(token));
    return new Enrolled(token(done), secret, find(CODE, done.text()), find(DEVICE, done));
  }

  private Wire signIn(String name, String to) {
    Wire wire =
        gate.send(
            Wire.post("/sign-in", "name=" + name + "&password=" + encoded(PASSWORD) + "&to=" + to));
    assertEquals(303, wire.status);
    return wire;
  }

  private static String token(Wire wire) {
    return find(TOKEN, wire);
  }

  private static String find(Pattern pattern, Wire wire) {
    String cookies = wire.answer("Set-Cookie");
    return cookies == null ? null : find(pattern, cookies);
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static NewAccount account(String name) {
    return new NewAccount("Eva " + name, name, PASSWORD.toCharArray(), "en");
  }

  private static Sheet<String> sheet() {
    return Sheet.of("list", "list.title", (String after, int limit) -> Page.last(List.of()));
  }

  /** The drawing of the page, as a telephone reads it. */
  private static String picture(String html) throws Exception {
    Matcher size = Pattern.compile("class=\"qr\" viewBox=\"0 0 (\\d+)").matcher(html);
    assertTrue(size.find());
    int wide = Integer.parseInt(size.group(1));
    int scale = 4;
    int[] dots = new int[wide * scale * wide * scale];
    Arrays.fill(dots, 0xffffff);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(html);
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) * scale;
      int y = Integer.parseInt(run.group(2)) * scale;
      int width = Integer.parseInt(run.group(3)) * scale;
      for (int row = y; row < y + scale; row++) {
        Arrays.fill(dots, row * wide * scale + x, row * wide * scale + x + width, 0);
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(wide * scale, wide * scale, dots);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            // It is drawn and no photograph: nothing has to be searched for, which fails at times.
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }

  /** What the application of a telephone would show now. */
  private String code(String grouped) throws Exception {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    StringBuilder bits = new StringBuilder();
    for (char letter : grouped.replace(" ", "").toCharArray()) {
      String five = Integer.toBinaryString(32 + letters.indexOf(letter)).substring(1);
      bits.append(five);
    }
    byte[] key = new byte[bits.length() / 8];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    long step = house.clock().instant().getEpochSecond() / 30;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int value = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
    return String.format("%06d", value % 1_000_000);
  }
}
