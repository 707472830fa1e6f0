package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Register;

/** A centre moves in: its register comes in by the remote control, and its duties are right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterIT {
  private static final String DEPUTY = "Mgr. Ota Zástupný";
  private static final String WORKER = "Bc. Ida Pečlivá";
  private final Product product = Product.fresh("register");
  private Visitor director;

  @BeforeAll
  void start() {
    product.start();
    director = People.director(product);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void withoutASignedInPersonTheImportShowsNoValues() {
    var dry = product.cli().run("import", Register.SAMPLE.toString(), "--dry-run", "--json");
    if (dry.code() == 0) {
      for (JsonElement finding : json(dry.out()).getAsJsonObject().getAsJsonArray("findings")) {
        assertFalse(
            finding.getAsJsonObject().has("value")
                && !finding.getAsJsonObject().get("value").isJsonNull(),
            "a value without a login: " + finding);
      }
    }
    assertFalse(dry.out().contains("230517/9030"));
    assertTrue(product.cli().run("duties", "--as-of", "2026-11-01", "--json").code() != 0);
  }

  @Test
  @Order(2)
  void everyPlantedFaultIsReportedAndNoRowIsLost() throws Exception {
    login(People.DIRECTOR);
    String out = product.cli().run("import", Register.SAMPLE.toString(), "--json").expectOk().out();
    JsonObject report = json(out).getAsJsonObject();
    int rows = report.get("rows").getAsInt();
    assertEquals(Register.sample().size(), rows);
    assertEquals(rows, report.get("created").getAsInt());
    Set<String> found = new TreeSet<>();
    for (JsonElement each : report.getAsJsonArray("findings")) {
      JsonObject finding = each.getAsJsonObject();
      found.add(
          finding.get("row").getAsInt()
              + ","
              + finding.get("code").getAsString()
              + ","
              + finding.get("value").getAsString());
      assertFalse(finding.get("message").getAsString().isBlank());
      assertFalse(finding.get("column").getAsString().isBlank());
    }
    List<String> planted = Files.readAllLines(Register.FINDINGS);
    for (String fault : planted.subList(1, planted.size())) {
      assertTrue(found.contains(fault.strip()), "not reported: " + fault + " in " + found);
    }
  }

  @Test
  @Order(3)
  void everyDutyAgreesWithTheLaw() {
    String out = product.cli().run("duties", "--as-of", "2026-11-01", "--json").expectOk().out();
    Map<String, LocalDate> computed = new TreeMap<>();
    List<JsonObject> lines = new ArrayList<>();
    Set<String> rules = new TreeSet<>();
    for (JsonElement each : json(out).getAsJsonArray()) {
      String rule = each.getAsJsonObject().get("rule").getAsString();
      rules.add(rule);
      if (rule.equals("cz.visit")) {
        lines.add(each.getAsJsonObject());
      }
    }
    assertTrue(rules.containsAll(Set.of("cz.education", "cz.respite")), rules.toString());
    LocalDate asOf = LocalDate.of(2026, 11, 1);
    for (JsonObject line : lines) {
      JsonObject subject = line.getAsJsonObject("subject");
      LocalDate due = LocalDate.parse(line.get("due").getAsString());
      computed.put(
          Register.key(
              line.get("case").getAsString(),
              subject.get("kind").getAsString(),
              subject.get("name").getAsString()),
          due);
      assertEquals(status(due, asOf), line.get("status").getAsString(), line.toString());
      assertFalse(line.get("why").getAsString().isBlank());
    }
    Map<String, LocalDate> expected = Register.sample().visitsDue(asOf);
    assertEquals(expected, computed);
    assertEquals(expected.size(), lines.size(), "one line for each carer and child in each file");
  }

  @Test
  @Order(4)
  void theSameFileAgainChangesNothing() {
    assertNothingChanges();
  }

  @Test
  @Order(5)
  void aDeputyInTheDirectorsRoleImportsAsWellAndAKeyWorkerDoesNot() {
    People.colleague(product, director, DEPUTY, "director");
    login(People.signInName(DEPUTY, "director"));
    assertNothingChanges();
    People.colleague(product, director, WORKER, "key-worker");
    login(People.signInName(WORKER, "key-worker"));
    assertNotEquals(0, product.cli().run("import", Register.SAMPLE.toString(), "--json").code());
  }

  private void login(String name) {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", name).expectOk();
  }

  private void assertNothingChanges() {
    String out = product.cli().run("import", Register.SAMPLE.toString(), "--json").expectOk().out();
    JsonObject report = json(out).getAsJsonObject();
    assertEquals(0, report.get("created").getAsInt());
    assertEquals(0, report.get("updated").getAsInt());
    assertEquals(Register.sample().size(), report.get("unchanged").getAsInt());
  }

  @Test
  @Order(6)
  void aRestartKeepsEverythingAndEverybodySignedIn() {
    String before = families();
    product.stop();
    product.start();
    assertEquals(before, families());
    assertTrue(product.cli().run("audit", "verify").code() == 0);
  }

  @Test
  @Order(7)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private String families() {
    Visitor.Answer list = director.get("/files");
    assertEquals(200, list.status());
    return list.page().select("main a[href^=/files/]").eachText().stream()
        .collect(Collectors.joining(";"));
  }

  private static String status(LocalDate due, LocalDate asOf) {
    if (asOf.isAfter(due)) {
      return "overdue";
    }
    return asOf.plusDays(14).isBefore(due) ? "ok" : "due-soon";
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }
}
