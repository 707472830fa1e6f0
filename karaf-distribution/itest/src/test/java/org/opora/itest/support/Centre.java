package org.opora.itest.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/** A small centre with the register of the sample, and what its director sees of it. */
public final class Centre {
  private static final String NOTE = "Tereza vyprávěla o škole v přírodě.";
  private static final String DAY = "2026-11-01";
  private final Product product;
  private final Visitor director;

  private Centre(Product product, Visitor director) {
    this.product = product;
    this.director = director;
    login();
  }

  /** Sets the started product up and takes the register over. */
  public static Centre movesIn(Product product) {
    Centre centre = new Centre(product, People.director(product));
    assertEquals(Register.sample().size(), centre.takeOver().get("created").getAsInt());
    return centre;
  }

  /** The director comes back to a started product that holds such a centre. */
  public static Centre again(Product product) {
    return new Centre(product, product.visitor().signIn(People.DIRECTOR, People.PASSWORD));
  }

  /** The session of the remote control is no part of a backup. */
  public void login() {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", People.DIRECTOR).expectOk();
  }

  public Visitor director() {
    return director;
  }

  /** Imports the sample; the report. */
  public JsonObject takeOver() {
    Cli.Result imported = product.cli().run("import", Register.SAMPLE.toString(), "--json");
    return JsonParser.parseString(imported.expectOk().out()).getAsJsonObject();
  }

  /**
   * Opens a file for a family and visits them.
   *
   * @return path of the visit
   */
  public String visit(String name) {
    String form = family(name) + "/visits/new";
    Map<String, String> typed = new HashMap<>();
    typed.put("everybody", "on");
    typed.put("note", NOTE);
    for (Element field : director.get(form).page().select("input[name^=alone-]")) {
      typed.put(field.attr("name"), "YES");
    }
    return People.expect(director.submit(director.get(form).page(), form, typed), 303).location();
  }

  /**
   * Opens a file for a carer and a child of this name.
   *
   * @return path of the file
   */
  public String family(String name) {
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
    // Two girls of one name born on one day would be asked about.
    typed.put("child1birthDate", LocalDate.of(2016, 3, 3).plusDays(name.length()).toString());
    typed.put("child1from", "2024-01-15");
    return People.expect(
            director.submit(director.get("/files/new").page(), "/files/new", typed), 303)
        .location();
  }

  /** What the director sees of the centre, for a comparison. */
  public Held held(String visit) {
    Visitor.Answer list = director.get("/files");
    assertEquals(200, list.status());
    return new Held(
        visit,
        list.page().select("main tr a[href^=/files/]").stream()
            .map(link -> link.attr("href") + " " + link.text())
            .toList(),
        duties());
  }

  /** All duties of a day, without the words that explain them. */
  private String duties() {
    String said = product.cli().run("duties", "--as-of", DAY, "--json").expectOk().out();
    JsonArray duties = JsonParser.parseString(said).getAsJsonArray();
    duties.forEach(duty -> duty.getAsJsonObject().remove("why"));
    return duties.toString();
  }

  private static Set<String> rules(Held held) {
    Set<String> rules = new HashSet<>();
    JsonParser.parseString(held.duties())
        .getAsJsonArray()
        .forEach(duty -> rules.add(duty.getAsJsonObject().get("rule").getAsString()));
    return rules;
  }

  private static List<String> of(Set<String> rules, Held held) {
    List<String> duties = new ArrayList<>();
    for (JsonElement duty : JsonParser.parseString(held.duties()).getAsJsonArray()) {
      if (rules.contains(duty.getAsJsonObject().get("rule").getAsString())) {
        duties.add(duty.toString());
      }
    }
    assertFalse(duties.isEmpty(), "nothing was counted");
    return duties;
  }

  /**
   * @param visit path of a visit with a note
   * @param families first page of the files
   * @param duties of one day
   */
  public record Held(String visit, List<String> families, String duties) {}

  /**
   * Everything is there and can be read, and the trail of what was done is whole. Rules that this
   * build has brought count besides.
   */
  public void assertHolds(Held held) {
    Held now = held(held.visit());
    assertEquals(held.families(), now.families());
    assertEquals(of(rules(held), held), of(rules(held), now));
    assertTrue(director.get(held.visit()).body().contains(NOTE), "what is sealed opens");
    Cli.Result verdict = product.cli().run("audit", "verify");
    assertEquals(0, verdict.code(), verdict.out() + verdict.err());
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }
}
