package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.itest.support.Register;

/** Every command of {@code bin/opora}, for people and for scripts: words, keys, exit codes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteControlIT {
  private static final String MODULE = "supervised-contacts";
  private static final Set<String> REPORT =
      Set.of("rows", "created", "updated", "unchanged", "findings");
  private static final Set<String> FINDING = Set.of("row", "column", "code", "value", "message");
  private static final Set<String> DUTY = Set.of("rule", "case", "subject", "due", "status", "why");
  private static final Set<String> SUBJECTS =
      Set.of("child", "carer", "agreement", "staff", "centre");
  private static final Set<String> STATES =
      Set.of("ok", "due-soon", "overdue", "justified", "not-assessed", "not-applicable");

  private final Product product = Product.fresh("remote");

  @BeforeAll
  void start() {
    product.start();
    People.director(product);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void theKeyIsForItsOwnerAloneAndTheOnlyWayIn() throws IOException {
    assertPrivate(product.data().resolve("operator.key"));
    Path stranger = Files.createDirectories(Distribution.freshData("stranger"));
    Files.copy(product.data().resolve("address"), stranger.resolve("address"));
    Files.writeString(stranger.resolve("operator.key"), "00".repeat(32) + "\n");
    Cli.Result refused = run("status", "--data", stranger.toString());
    assertEquals(1, refused.code());
    assertTrue(refused.out().isEmpty() && !refused.err().isBlank(), refused.err());
  }

  @Test
  @Order(2)
  void theDataFolderIsNamedByTheOptionBeforeTheEnvironment() {
    String nowhere = product.data().resolveSibling("nowhere").toString();
    assertEquals(1, run("status", "--data", nowhere).code());
    run("status", "--data=" + product.data()).expectOk();
  }

  @Test
  @Order(3)
  void whatIsNotUnderstoodEndsWithTwo() {
    for (String[] typed :
        List.of(
            new String[] {},
            new String[] {"dance"},
            new String[] {"status", "--loud"},
            new String[] {"module", "dance"},
            new String[] {"module", "install"},
            new String[] {"audit"},
            new String[] {"restore"},
            new String[] {"import"},
            new String[] {"duties", "--as-of", "31.12.2026"})) {
      assertEquals(2, run(typed).code(), String.join(" ", typed));
    }
    assertEquals(1, run("import", "nowhere.csv").code());
    assertEquals(1, run("restore", "nowhere.backup").code());
    assertEquals(0, run("--help").code());
  }

  @Test
  @Order(4)
  void statusAndModules() {
    assertTrue(run("status").expectOk().out().contains("0.1.0 runs"));
    JsonObject status = object(run("status", "--json"));
    assertTrue(status.get("ready").getAsBoolean());
    assertTrue(
        status.keySet().containsAll(Set.of("version", "database", "checks", "modules")),
        status.toString());

    assertEquals("available", state());
    assertEquals(1, run("module", "install", "no-such-module").code());
    assertFalse(run("module", "install", MODULE).expectOk().out().isBlank());
    assertEquals("ready", state());
    assertTrue(run("module", "list").expectOk().out().contains(MODULE + " 0.1.0  runs"));
    assertTrue(object(run("module", "update", MODULE, "--json")).has("message"));
    assertTrue(object(run("module", "remove", MODULE, "--json")).has("message"));
    assertEquals("removed", state());
  }

  private String state() {
    for (JsonElement one : array(run("module", "list", "--json"))) {
      if (one.getAsJsonObject().get("id").getAsString().equals(MODULE)) {
        return one.getAsJsonObject().get("state").getAsString();
      }
    }
    throw new AssertionError(MODULE + " is not listed");
  }

  @Test
  @Order(5)
  void theTrail() {
    assertTrue(run("audit", "verify").expectOk().out().contains("intact"));
    JsonObject verdict = object(run("audit", "verify", "--json"));
    assertTrue(verdict.get("intact").getAsBoolean());
    assertTrue(verdict.get("rows").getAsLong() > 0);
  }

  @Test
  @Order(6)
  void withoutAPersonNothingIsReadOrWritten() {
    JsonObject report = object(run("import", Register.SAMPLE.toString(), "--dry-run", "--json"));
    assertEquals(REPORT, report.keySet());
    assertEquals(Register.sample().size(), report.get("rows").getAsInt());
    assertFalse(report.getAsJsonArray("findings").isEmpty());
    for (JsonElement one : report.getAsJsonArray("findings")) {
      JsonElement value = one.getAsJsonObject().get("value");
      assertTrue(value == null || value.isJsonNull(), one.toString());
    }
    assertEquals(1, run("import", Register.SAMPLE.toString()).code());
    assertEquals(1, run("duties", "--as-of", "2026-11-01").code());
    assertEquals(1, run("duties", "--json").code());
  }

  @Test
  @Order(7)
  void aPersonSignsInForFifteenMinutes() throws IOException {
    assertEquals(1, product.cli().runWith("wrong\n", "login", "--name", "reditelka").code());
    Path session = product.data().resolve("operator.session");
    assertFalse(Files.exists(session));
    Instant before = Instant.now();
    Cli.Result signedIn =
        product.cli().runWith(People.PASSWORD + "\n", "login", "--name", "reditelka", "--json");
    assertEquals(15, object(signedIn).get("minutes").getAsInt());
    assertPrivate(session);
    List<String> kept = Files.readAllLines(session);
    assertFalse((signedIn.out() + signedIn.err()).contains(kept.get(0)));
    long lasts = Long.parseLong(kept.get(1)) - before.getEpochSecond();
    assertTrue(lasts >= 15 * 60 && lasts < 16 * 60, lasts + " s");
  }

  @Test
  @Order(8)
  void aTrialOfTheImportWritesNothing() {
    JsonObject dry = object(run("import", Register.SAMPLE.toString(), "--dry-run", "--json"));
    assertEquals(Register.sample().size(), dry.get("created").getAsInt());
    assertEquals(0, array(run("duties", "--as-of", "2026-11-01", "--json")).size());

    JsonObject report = object(run("import", "--json", Register.SAMPLE.toString()));
    assertEquals(REPORT, report.keySet());
    assertEquals(Register.sample().size(), report.get("created").getAsInt());
    for (JsonElement one : report.getAsJsonArray("findings")) {
      assertEquals(FINDING, one.getAsJsonObject().keySet());
      assertFalse(one.getAsJsonObject().get("value").isJsonNull());
    }
    String words = run("import", Register.SAMPLE.toString(), "--dry-run").expectOk().out();
    assertTrue(words.startsWith("Trial: " + Register.sample().size() + " rows, 0 would"), words);
  }

  @Test
  @Order(9)
  void dutiesAreCountedOnTheScreenAndReadByScripts() {
    JsonArray lines = array(run("duties", "--as-of", "2026-11-01", "--json"));
    int visits = 0;
    for (JsonElement one : lines) {
      JsonObject line = one.getAsJsonObject();
      visits += line.get("rule").getAsString().equals("cz.visit") ? 1 : 0;
      assertEquals(DUTY, line.keySet());
      assertTrue(STATES.contains(line.get("status").getAsString()), line.toString());
      JsonObject subject = line.getAsJsonObject("subject");
      assertEquals(Set.of("kind", "name", "birthDate"), subject.keySet());
      assertTrue(SUBJECTS.contains(subject.get("kind").getAsString()), line.toString());
      assertDayOrNull(subject.get("birthDate"));
      assertDayOrNull(line.get("due"));
    }
    assertEquals(Register.sample().visitsDue(LocalDate.of(2026, 11, 1)).size(), visits);
    JsonObject first = ofVisits(lines);
    String words = run("duties", "--as-of", "2026-11-01").expectOk().out();
    for (String hidden :
        List.of(
            first.getAsJsonObject("subject").get("name").getAsString(),
            first.get("case").getAsString())) {
      assertFalse(words.contains(hidden), words);
    }
    long counted =
        Pattern.compile(": (\\d+)$", Pattern.MULTILINE)
            .matcher(words)
            .results()
            .mapToLong(count -> Long.parseLong(count.group(1)))
            .sum();
    assertEquals(lines.size(), counted, words);
  }

  @Test
  @Order(10)
  void afterSigningOutThePeopleAreShutAgain() {
    run("logout").expectOk();
    assertFalse(Files.exists(product.data().resolve("operator.session")));
    assertEquals(1, run("duties").code());
  }

  @Test
  @Order(11)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private static JsonObject ofVisits(JsonArray lines) {
    for (JsonElement line : lines) {
      if (line.getAsJsonObject().get("rule").getAsString().equals("cz.visit")) {
        return line.getAsJsonObject();
      }
    }
    throw new AssertionError("no visit is due");
  }

  private Cli.Result run(String... typed) {
    return product.cli().run(typed);
  }

  private static void assertPrivate(Path file) throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private static void assertDayOrNull(JsonElement day) {
    if (!day.isJsonNull()) {
      LocalDate.parse(day.getAsString());
    }
  }

  private static JsonObject object(Cli.Result result) {
    return JsonParser.parseString(result.expectOk().out()).getAsJsonObject();
  }

  private static JsonArray array(Cli.Result result) {
    return JsonParser.parseString(result.expectOk().out()).getAsJsonArray();
  }
}
