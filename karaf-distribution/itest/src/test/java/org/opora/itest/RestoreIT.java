package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.driver.Cli;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.itest.support.Centre;
import org.opora.persistence.test.PostgresServer;

/**
 * A centre with its register is backed up while it runs, and brought back twice by one command:
 * over what came later, and on a machine where nothing was. On Derby and on PostgreSQL.
 */
class RestoreIT {
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
    Centre centre = Centre.movesIn(product);
    Centre.Held held = centre.held(centre.visit("Zálohovaní"));
    Path backup = Distribution.freshData("backups").resolve("centre.backup");
    JsonObject made =
        json(product.cli().run("backup", backup.toString(), "--json").expectOk().out());
    assertEquals(Files.size(backup), made.get("bytes").getAsLong());

    centre.family("Pozdější");
    Centre.Held later = centre.held(held.visit());
    assertNotEquals(held, later);
    refusesWhatCannotBeRestored(backup);
    assertEquals(later, centre.held(held.visit()), "a refusal changes nothing");

    JsonObject restored =
        json(product.cli().run("restore", backup.toString(), "--json").expectOk().out());
    assertEquals("restored", restored.get("state").getAsString());
    assertTrue(Files.isDirectory(Path.of(restored.get("former").getAsString())));
    assertTrue(product.ready(), "the command ends when the product is there again");
    centre.login();
    centre.assertHolds(held);

    String passphrase = Files.readString(keys(product).resolve("recovery.txt")).strip();
    elsewhere.cli().runWith(passphrase + "\n", "restore", backup.toString()).expectOk();
    elsewhere.start();
    Centre.again(elsewhere).assertHolds(held);
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

  private static Path keys(Product product) {
    return product.data().resolveSibling(product.data().getFileName() + ".keys");
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
