package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.driver.Distribution;
import org.opora.driver.Packages;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Register;

/** The cleaner's power plug: the product is killed in the middle of its work, again and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
  private static final int KILLS = Boolean.getBoolean("opora.campaign") ? 200 : 20;
  private static final String MODULE = "supervised-contacts";

  /** Numbers of our own families lie apart from those of the register. */
  private static final int YEAR_OF_OURS = 3000;

  private static final long SEED = 20261101;

  private final Product product = Product.fresh("kill");
  private final Random random = new Random(SEED);
  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private Visitor director;

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void whatWasAcknowledgedIsThereAndNothingIsHalfWritten() {
    product.start();
    director = People.director(product);
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", "reditelka").expectOk();
    for (int kill = 0; kill < KILLS; kill++) {
      CompletableFuture<Void> work = work(kill);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(3500)));
      product.kill();
      work.exceptionally(cutOff -> null).join();
      product.start();
      check();
    }
    assertEquals(List.of(), List.copyOf(refused), "families were refused");
    assertTrue(acknowledged.size() > 0, "something was saved between the kills");
    assertEverySavedFamilyIsThere();
    importComesToAnEnd();
  }

  /** Saves families while a module is exchanged or the register comes in. */
  private CompletableFuture<Void> work(int kill) {
    CompletableFuture<Void> saves = CompletableFuture.runAsync(() -> saveFamilies(kill));
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              if (kill % 2 == 0) {
                product.cli().run("import", Register.SAMPLE.toString(), "--json");
              } else {
                exchangeModule(kill);
              }
            });
    return CompletableFuture.allOf(saves, other);
  }

  private void saveFamilies(int kill) {
    for (int n = 0; ; n++) {
      String name = "Rodina" + kill + "x" + n;
      Map<String, String> typed = new HashMap<>();
      typed.put("familyName", name);
      typed.put("number", String.format("%03d/%d", n, YEAR_OF_OURS + kill));
      typed.put("carer1given", "Jana");
      typed.put("carer1family", name);
      Visitor.Answer saved =
          director.submit(director.get("/files/new").page(), "/files/new", typed);
      if (saved.status() == 303) {
        acknowledged.add(saved.location() + " " + name);
      } else if (saved.status() < 500) {
        refused.add(saved.status() + " " + saved.page().select(".fault, h1").eachText());
      }
    }
  }

  private void exchangeModule(int kill) {
    Path next = Packages.version(MODULE, "0.2." + kill, Distribution.freshData("packages"));
    if (product.cli().run("module", "update", next.toString()).code() != 0) {
      product.cli().run("module", "install", next.toString());
    }
    product.cli().run("module", "remove", MODULE);
    product.cli().run("module", "install", MODULE);
  }

  /** After each start: sound trail, modules settled, the last family that was acknowledged. */
  private void check() {
    var verdict = product.cli().run("audit", "verify");
    assertEquals(0, verdict.code(), verdict.out() + verdict.err());
    String modules = product.cli().run("module", "list", "--json").expectOk().out();
    for (JsonElement module : JsonParser.parseString(modules).getAsJsonArray()) {
      String state = module.getAsJsonObject().get("state").getAsString();
      assertTrue(List.of("ready", "available", "removed").contains(state), modules);
    }
  }

  private void assertEverySavedFamilyIsThere() {
    for (String saved : acknowledged) {
      String[] parts = saved.split(" ");
      Visitor.Answer page = director.get(parts[0]);
      assertEquals(200, page.status(), saved);
      assertTrue(page.body().contains(parts[1]), saved);
    }
  }

  /**
   * An import that was cut off is resumed or undone: afterwards the whole register is here, once.
   */
  private void importComesToAnEnd() {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", "reditelka").expectOk();
    product.cli().run("import", Register.SAMPLE.toString(), "--json").expectOk();
    String again =
        product.cli().run("import", Register.SAMPLE.toString(), "--json").expectOk().out();
    var report = JsonParser.parseString(again).getAsJsonObject();
    assertEquals(Register.sample().size(), report.get("unchanged").getAsInt(), again);
    String duties = product.cli().run("duties", "--as-of", "2026-11-01", "--json").expectOk().out();
    long imported =
        JsonParser.parseString(duties).getAsJsonArray().asList().stream()
            .map(line -> line.getAsJsonObject().get("case").getAsString())
            .filter(number -> Integer.parseInt(number.split("/")[1]) < YEAR_OF_OURS)
            .count();
    assertEquals(Register.sample().visitsDue(java.time.LocalDate.of(2026, 11, 1)).size(), imported);
  }
}
