package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.driver.Cli;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Until;
import org.opora.itest.support.Centre;
import org.opora.itest.support.Secrets;
import org.opora.persistence.test.PostgresServer;

/**
 * The life of a master key: on paper, renewed, lost and brought back, and at last in no file at
 * all. A copy of the data and a backup open nothing without it. On Derby and on PostgreSQL.
 */
class KeysIT {
  private static final Pattern LINE = Pattern.compile("[0-9A-Z]{5} [0-9A-Z]{5} [0-9A-Z]{5}");
  private static final Duration REFUSED = Duration.ofSeconds(180);

  private final List<Product> thieves = new ArrayList<>();
  private Product product;
  private Path backup;
  private String passphrase;

  @AfterEach
  void stop() {
    thieves.forEach(Product::kill);
    product.close();
  }

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    product = Product.fresh("keys");
    Centre.Held held = throughItsLife();
    theDataAreStolen(Product.on(copyOfTheData()));
    theBackupIsStolen(Product.fresh("stolen-backup"));
    product.start();
    Centre.again(product).assertHolds(held);
  }

  @Test
  void onPostgresql() throws Exception {
    Map<String, String> database = Map.of("OPORA_DB", PostgresServer.newDatabase());
    product = Product.fresh("keys-pg").with(database);
    Centre.Held held = throughItsLife();
    theDataAreStolen(Product.on(copyOfTheData()).with(database));
    theBackupIsStolen(
        Product.fresh("stolen-backup-pg").with(Map.of("OPORA_DB", PostgresServer.newDatabase())));
    product.start();
    Centre.again(product).assertHolds(held);
  }

  /** The data folder and the database, without the folder of the keys. */
  private void theDataAreStolen(Product thief) throws Exception {
    thieves.add(thief);
    asksForTheKey(thief);
    Path another = Files.createDirectories(keys(thief));
    Files.write(another.resolve("master.key"), new byte[32]);
    Files.copy(thief.data().resolve("pair.id"), another.resolve("pair.id"));
    refused(thief, "belongs to other data");
    thief.kill();
  }

  /** With its passphrase: it was made while the key lay in no file, and brings none. */
  private void theBackupIsStolen(Product thief) throws Exception {
    thieves.add(thief);
    thief.cli().runWith(passphrase + "\n", "restore", backup.toString()).expectOk();
    assertFalse(Files.exists(keys(thief).resolve("master.key")));
    asksForTheKey(thief);
  }

  private static void asksForTheKey(Product thief) throws Exception {
    thief.launch();
    Until.isTrue(
        "a word about the key",
        REFUSED,
        () -> Files.readString(thief.console()).contains("keys restore"));
  }

  private Centre.Held throughItsLife() throws Exception {
    product.start();
    Centre centre = Centre.movesIn(product);
    Centre.Held held = centre.held(centre.visit("Klíčoví"));
    List<String> first = lines(product.cli().run("keys", "sheet").expectOk());
    Cli.Result again = product.cli().run("keys", "sheet");
    assertEquals(1, again.code(), again.out());
    assertEquals("", again.out());

    List<String> sheet = lines(product.cli().run("keys", "rotate").expectOk());
    assertNotEquals(first, sheet);
    assertTrue(product.ready(), "the command ends when the product is there again");
    centre.login();
    centre.assertHolds(held);
    product.stop();

    withoutTheFolderFromPaper(held, sheet);
    inNoFile(held, sheet);
    fromThePaperIntoTheFile(sheet);
    return held;
  }

  /** Whether it fits is said at the start; the former key is a key of other data now. */
  private void withoutTheFolderFromPaper(Centre.Held held, List<String> sheet) throws Exception {
    delete(keys());
    product.cli().runWith(String.join("\n", sheet) + "\n", "keys", "restore").expectOk();
    product.start();
    Centre.again(product).assertHolds(held);
    product.stop();
  }

  private void inNoFile(Centre.Held held, List<String> sheet) throws Exception {
    String typed = String.join("\n", sheet) + "\n";
    product.cli().runWith(typed, "keys", "take-out").expectOk();
    product.typing(typed).start();
    Centre.again(product).assertHolds(held);
    Secrets secrets = new Secrets(secrets(sheet));
    Path process = Path.of("/proc/" + product.pid());
    assertEquals(List.of(), secrets.in(read(process.resolve("cmdline"))));
    assertEquals(List.of(), secrets.in(read(process.resolve("environ"))));
    backup = Distribution.freshData("backups").resolve("stolen.backup");
    product.cli().run("backup", backup.toString()).expectOk();
    passphrase = Files.readString(keys().resolve("recovery.txt")).strip();
    product.stop();
    assertEquals(List.of(), secrets.holders(product.data()));
    assertEquals(List.of(), secrets.holders(keys()));
    assertEquals(List.of(), secrets.in(product.console()));
    assertFalse(Files.exists(keys().resolve("master.key")));
  }

  private void fromThePaperIntoTheFile(List<String> sheet) {
    product.typing(null);
    product.cli().runWith(String.join("\n", sheet) + "\n", "keys", "restore").expectOk();
  }

  /** The lines as they are typed, and as they go on. */
  private static List<String> secrets(List<String> sheet) {
    return Stream.concat(sheet.stream(), sheet.stream().map(line -> line.replace(" ", "")))
        .toList();
  }

  private static List<String> lines(Cli.Result printed) {
    List<String> lines = LINE.matcher(printed.out()).results().map(MatchResult::group).toList();
    assertEquals(4, lines.size(), printed.out());
    return lines;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private Path keys() {
    return keys(product);
  }

  private static Path keys(Product product) {
    return product.data().resolveSibling(product.data().getFileName() + ".keys");
  }

  /** The product says in its log why, and opens for nobody. */
  private static void refused(Product product, String reason) throws Exception {
    product.launch();
    Until.isTrue(
        reason,
        REFUSED,
        () -> Files.exists(product.log()) && Files.readString(product.log()).contains(reason));
    Until.isTrue("it answers", REFUSED, () -> product.visitor().get("/health").status() == 503);
    for (String page : List.of("/files", "/people", "/duties")) {
      assertNotEquals(200, product.visitor().get(page).status(), page);
    }
  }

  private Path copyOfTheData() throws IOException {
    Path copy = Distribution.freshData("stolen");
    try (Stream<Path> tree = Files.walk(product.data())) {
      for (Path path : tree.toList()) {
        Path target = copy.resolve(product.data().relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.toString().contains("/run/")) {
          Files.copy(path, target);
        }
      }
    }
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
