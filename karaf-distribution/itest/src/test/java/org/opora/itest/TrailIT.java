package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.ExportedRows;

/** Many work at once: of each page that was shown and each form that was saved there is one row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailIT {
  private static final int PEOPLE = 8;
  private static final int ROUNDS = Boolean.getBoolean("opora.campaign") ? 250 : 15;
  private static final long SEED = 20261127;
  private static final String PAGE = "GET /files/{file}";
  private static final String FORM = "GET /files/{file}/tasks/new";
  private static final String SAVED = "task.added";

  private final Product product = Product.fresh("trail-load");
  private final List<String> files = new ArrayList<>();
  private final Map<String, AtomicLong> acknowledged = new ConcurrentHashMap<>();

  @BeforeAll
  void start() {
    product.start();
    Visitor director = People.director(product);
    for (int i = 0; i < 4; i++) {
      Map<String, String> typed =
          Map.of("familyName", "Souběžní" + i, "carer1given", "Jana", "carer1family", "Velká" + i);
      files.add(
          People.expect(
                  director.submit(director.get("/files/new").page(), "/files/new", typed), 303)
              .location());
    }
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void eachReadAndEachWriteOfManyIsThereOnce() {
    Map<String, Long> before = counted();
    List<CompletableFuture<Void>> work = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      Visitor visitor = product.visitor().signIn(People.DIRECTOR, People.PASSWORD);
      Random random = new Random(SEED + person);
      work.add(CompletableFuture.runAsync(() -> work(visitor, random)));
    }
    work.forEach(CompletableFuture::join);
    Map<String, Long> expected = new TreeMap<>();
    before.forEach(
        (what, count) ->
            expected.put(what, count + acknowledged.getOrDefault(what, new AtomicLong()).get()));
    assertTrue(acknowledged.size() > files.size(), acknowledged.toString());
    assertEquals(expected, counted());
    assertEquals(0, product.cli().run("audit", "verify").code());
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private void work(Visitor visitor, Random random) {
    for (int round = 0; round < ROUNDS; round++) {
      String file = files.get(random.nextInt(files.size()));
      People.expect(visitor.get(file), 200);
      done(PAGE, file);
      String form = file + "/tasks/new";
      Visitor.Answer blank = People.expect(visitor.get(form), 200);
      done(FORM, file);
      People.expect(visitor.submit(blank.page(), form, Map.of("what", "Zavolat " + round)), 303);
      done(SAVED, file);
    }
  }

  private void done(String what, String file) {
    acknowledged.computeIfAbsent(what + " " + file, first -> new AtomicLong()).incrementAndGet();
  }

  private Map<String, Long> counted() {
    ExportedRows rows = ExportedRows.of(product);
    Map<String, Long> counted = new TreeMap<>();
    for (String file : files) {
      UUID key = UUID.fromString(file.split("/")[2]);
      counted.put(PAGE + " " + file, rows.read(PAGE, key));
      counted.put(FORM + " " + file, rows.read(FORM, key));
      counted.put(SAVED + " " + file, rows.wrote(SAVED, key));
    }
    return counted;
  }
}
