package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Register;
import org.opora.persistence.test.PostgresServer;

/**
 * A centre with its register is backed up while it runs, and brought back twice by one command:
 * over what came later, and on a machine where nothing was. On Derby and on PostgreSQL.
 */
class RestoreIT {
  private static final String NOTE = "Tereza vyprávěla o škole v přírodě.";
  private static final String DAY = "2026-11-01";

  private Product product;
  private Product elsewhere;

  @AfterEach
  void stop() {
    if (elsewhere != null) {
      elsewhere.close();
    }
    product.close();
  }

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    product = Product.fresh("restore");
    elsewhere = Product.fresh("restored");
    backUpAndBringBackTwice();
  }

  @Test
  void onPostgresql() throws Exception {
    product = Product.fresh("restore-pg").with(Map.of("OPORA_DB", PostgresServer.newDatabase()));
    elsewhere = Product.fresh("restored-pg").with(Map.of("OPORA_DB", PostgresServer.newDatabase()));
    backUpAndBringBackTwice();
  }

  private void backUpAndBringBackTwice() throws Exception {
    product.start();
    Visitor director = People.director(product);
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", "reditelka").expectOk();
    Cli.Result imported = product.cli().run("import", Register.SAMPLE.toString(), "--json");
    assertEquals(
        Register.sample().size(), json(imported.expectOk().out()).get("created").getAsInt());
    String visit = visit(director);
    String families = families(director);
    String duties = duties(product);
    Path backup = Distribution.freshData("backups").resolve("centre.backup");
    JsonObject made =
        json(product.cli().run("backup", backup.toString(), "--json").expectOk().out());
    assertEquals(Files.size(backup), made.get("bytes").getAsLong());

    family(director, "Pozdější");
    assertNotEquals(families, families(director));
    refusesWhatCannotBeRestored(backup);
    assertNotEquals(families, families(director), "a refusal changes nothing");

    JsonObject restored =
        json(product.cli().run("restore", backup.toString(), "--json").expectOk().out());
    assertEquals("restored", restored.get("state").getAsString());
    assertTrue(Files.isDirectory(Path.of(restored.get("former").getAsString())));
    assertTrue(product.ready(), "the command ends when the product is there again");
    assertBroughtBack(product, director, visit, families, duties);

    String passphrase = Files.readString(keys(product).resolve("recovery.txt")).strip();
    elsewhere.cli().runWith(passphrase + "\n", "restore", backup.toString()).expectOk();
    elsewhere.start();
    Visitor again = elsewhere.visitor().signIn("reditelka", People.PASSWORD);
    assertBroughtBack(elsewhere, again, visit, families, duties);
  }

  private void refusesWhatCannotBeRestored(Path backup) throws Exception {
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(backup.resolveSibling("damaged.backup"), bytes);
    Cli.Result refused = product.cli().run("restore", damaged.toString());
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("damaged"), refused.err());

    Cli.Result other = elsewhere.cli().runWith("wrong\n", "restore", backup.toString());
    assertEquals(1, other.code());
    assertTrue(other.err().contains("passphrase does not fit"), other.err());
    assertFalse(Files.exists(elsewhere.data()));
  }

  private static void assertBroughtBack(
      Product brought, Visitor director, String visit, String families, String duties) {
    assertEquals(families, families(director));
    assertTrue(director.get(visit).body().contains(NOTE), "what is sealed opens");
    // The session of the remote control is no part of a backup.
    brought.cli().runWith(People.PASSWORD + "\n", "login", "--name", "reditelka").expectOk();
    assertEquals(duties, duties(brought));
    Cli.Result verdict = brought.cli().run("audit", "verify");
    assertEquals(0, verdict.code(), verdict.out() + verdict.err());
    assertEquals(List.of(), ContainerLog.trouble(brought.log()));
  }

  private static String visit(Visitor director) {
    String form = family(director, "Zálohovaní") + "/visits/new";
    Map<String, String> typed = new HashMap<>();
    typed.put("everybody", "on");
    typed.put("note", NOTE);
    for (Element field : director.get(form).page().select("input[name^=alone-]")) {
      typed.put(field.attr("name"), "YES");
    }
    return People.expect(director.submit(director.get(form).page(), form, typed), 303).location();
  }

  private static String family(Visitor director, String name) {
    Map<String, String> typed = new HashMap<>();
    typed.put("familyName", name);
    typed.put("carer1given", "Jana");
    typed.put("carer1family", name);
    typed.put("kind", "LONG_TERM");
    typed.put("mediated", "YES");
    typed.put("concludedOn", "2024-02-02");
    typed.put("keyWorker", People.staffId(director, "Ředitelová"));
    typed.put("child1given", "Tereza");
    typed.put("child1family", name);
    typed.put("child1birthDate", "2016-03-03");
    typed.put("child1from", "2024-01-15");
    return People.expect(
            director.submit(director.get("/files/new").page(), "/files/new", typed), 303)
        .location();
  }

  private static String families(Visitor director) {
    Visitor.Answer list = director.get("/files");
    assertEquals(200, list.status());
    return list.page().select("main a[href^=/files/]").eachText().stream()
        .collect(Collectors.joining(";"));
  }

  private static String duties(Product product) {
    return product.cli().run("duties", "--as-of", DAY, "--json").expectOk().out();
  }

  private static Path keys(Product product) {
    return product.data().resolveSibling(product.data().getFileName() + ".keys");
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
