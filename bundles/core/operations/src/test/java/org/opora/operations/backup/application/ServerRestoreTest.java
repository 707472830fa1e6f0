package org.opora.operations.backup.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.persistence.IdleDatabase.Address;
import org.opora.operations.backup.domain.BackupArchive;
import org.opora.operations.backup.domain.BackupArchive.Source;
import org.opora.operations.backup.domain.BackupCipher;
import org.opora.operations.backup.domain.BackupFault;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.backup.domain.Tables;
import org.opora.operations.shared.SafeFiles;
import org.opora.persistence.test.PostgresServer;

/** Restores of a house whose tables lie on a PostgreSQL server: all or nothing, kills included. */
class ServerRestoreTest {
  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/opora";

  @TempDir Path folder;
  private Path data;
  private Path keys;
  private String url;
  private Path backup;
  private Restore restore;

  /** A house with one row, backed up, and one row more. */
  @BeforeEach
  void houseThatWentOnAfterItsBackup() throws Exception {
    data = folder.resolve("data");
    keys = folder.resolve("data.keys");
    url = PostgresServer.newDatabase();
    try (Opened house = Opened.at(data, keys, url)) {
      house.write("before");
      Files.createDirectories(data.resolve("files"));
      Files.writeString(data.resolve("files/photo"), "photo before");
      backup = house.backup().file();
      house.write("after");
      Files.writeString(data.resolve("files/photo"), "photo after");
    }
    backup = Files.move(backup, folder.resolve("a.backup"));
    restore = restore(url);
  }

  private Restore restore(String database) {
    return new Restore(data, keys, Tables.at(new Address(database, null, null)));
  }

  private void prepare() throws IOException {
    restore.prepare(backup, Passphrase.ofFolder(keys), Clock.systemUTC());
  }

  private void assertPresent(String photo, boolean after) throws IOException {
    assertFalse(restore.ready());
    assertFalse(Files.exists(folder.resolve("data.restore")));
    assertEquals(photo, Files.readString(data.resolve("files/photo")));
    try (Opened house = Opened.at(data, keys, url)) {
      assertTrue(house.rows().contains("before"));
      assertEquals(after, house.rows().contains("after"));
      house.write("people go on");
    }
  }

  private void assertRestored() throws IOException {
    assertPresent("photo before", false);
  }

  private void assertAsItWas() throws IOException {
    assertPresent("photo after", true);
    try (Stream<Path> beside = Files.list(folder)) {
      assertEquals(
          List.of(), beside.filter(path -> path.toString().contains("before-restore")).toList());
    }
  }

  private String faultOf(Restore tried) {
    return assertThrows(BackupFault.class, tried::finish).code();
  }

  @Test
  void replacesTheTablesAndKeepsTheFormerOnes() throws Exception {
    prepare();

    Path former = restore.finish();

    assertRestored();
    assertEquals("photo after", Files.readString(former.resolve("files/photo")));
    Path copy = former.resolve("database");
    String other = PostgresServer.newDatabase();
    Tables.at(new Address(other, null, null))
        .server()
        .replaceBy(new Address(other, null, null), copy);
    try (Opened house = Opened.at(former, formerKeys(), other)) {
      assertTrue(house.rows().contains("after"), "the former state can still be opened");
    }
    assertNull(restore.finish());
  }

  private Path formerKeys() throws IOException {
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(path -> path.getFileName().toString().startsWith("data.keys.before-restore-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aCopyThatCannotBeLoadedLeavesEverythingAsItWas() throws Exception {
    prepare();
    Path copy = folder.resolve("data.restore/database");
    List<String> manifest = Files.readAllLines(copy.resolve("manifest"));
    String last = manifest.get(manifest.size() - 1);
    Files.writeString(copy.resolve(last.split(" ")[0]), "neither a row nor an end");

    assertEquals("restore.put-back", faultOf(restore));

    assertAsItWas();
  }

  @Test
  void aServerThatDoesNotAnswerLeavesEverythingAsItWas() throws Exception {
    prepare();
    assertEquals("restore.put-back", faultOf(restore(NOWHERE)));
    assertAsItWas();
  }

  @Test
  void aFolderThatCannotBeExchangedLeavesEverythingAsItWas() throws Exception {
    prepare();
    // In the way of the former key folder, after the data folder was exchanged.
    String stamp = restore.stamp();
    Path inTheWay = folder.resolve("data.keys.before-restore-" + stamp);
    Files.createDirectories(inTheWay.resolve("full"));

    assertEquals("restore.put-back", faultOf(restore));

    SafeFiles.deleteTree(inTheWay);
    assertAsItWas();
  }

  @Test
  void goesOnAfterAKillBetweenAnyTwoSteps() throws Exception {
    String stamp = "20261102-090000";
    Path waiting = folder.resolve("data.restore");
    List<Step> steps =
        List.of(
            () -> SafeFiles.rename(data, beside(data, stamp)),
            () -> SafeFiles.rename(waiting.resolve("data"), data),
            () -> SafeFiles.rename(keys, beside(keys, stamp)),
            () -> SafeFiles.rename(waiting.resolve("keys"), keys),
            () -> SafeFiles.write(waiting.resolve("tables-begun"), stamp),
            () -> tables().server().replaceBy(tables().address(), waiting.resolve("database")));
    for (int killedAfter = 0; killedAfter <= steps.size(); killedAfter++) {
      prepare();
      SafeFiles.write(waiting.resolve("complete"), stamp + "\n");
      for (Step step : steps.subList(0, killedAfter)) {
        step.run();
      }

      restore.finish();

      assertRestored();
      try (Opened house = Opened.at(data, keys, url)) {
        house.write("after");
      }
      Files.writeString(data.resolve("files/photo"), "photo after");
      SafeFiles.deleteTree(beside(data, stamp));
      SafeFiles.deleteTree(beside(keys, stamp));
    }
  }

  private static Path beside(Path place, String stamp) {
    return place.resolveSibling(place.getFileName() + ".before-restore-" + stamp);
  }

  private Tables tables() {
    return Tables.at(new Address(url, null, null));
  }

  @Test
  void whatMayHaveBeenCommittedIsNeverPutBackButGoneOnWith() throws Exception {
    prepare();
    Path waiting = folder.resolve("data.restore");
    String stamp = restore.stamp();
    SafeFiles.rename(data, beside(data, stamp));
    SafeFiles.rename(waiting.resolve("data"), data);
    SafeFiles.write(waiting.resolve("tables-begun"), stamp);

    assertEquals("restore.unsettled", faultOf(restore(NOWHERE)));
    assertTrue(restore.ready());
    BackupFault refused = assertThrows(BackupFault.class, this::prepare);
    assertEquals("restore.unsettled", refused.code());

    restore.finish();
    assertRestored();
  }

  @Test
  void refusesTheDatabaseOfAnotherCentre() throws Exception {
    String theirs = PostgresServer.newDatabase();
    try (Opened other = Opened.at(folder.resolve("other"), folder.resolve("other.keys"), theirs)) {
      other.write("theirs");
    }
    prepare();

    assertEquals("restore.other-house", faultOf(restore(theirs)));

    assertAsItWas();
    try (Opened other = Opened.at(folder.resolve("other"), folder.resolve("other.keys"), theirs)) {
      assertTrue(other.rows().contains("theirs"));
    }
  }

  @Test
  void refusesTheOtherKindOfDatabaseBothWays() throws Exception {
    prepare();
    assertEquals("restore.kind", faultOf(new Restore(data, keys, null)));
    assertAsItWas();

    List<Source> sources = new ArrayList<>();
    sources.add(new Source("data/db/service.properties", backup));
    sources.add(new Source("keys/master.key", keys.resolve("master.key")));
    Path derby = folder.resolve("derby.backup");
    try (OutputStream out =
        BackupCipher.seal(Files.newOutputStream(derby), Passphrase.ofFolder(keys))) {
      BackupArchive.write(out, sources, Map.of("opora", "0.1.0"));
    }
    restore.prepare(derby, Passphrase.ofFolder(keys), Clock.systemUTC());
    assertEquals("restore.kind", faultOf(restore));
    assertFalse(restore.ready());
  }

  private interface Step {
    void run() throws Exception;
  }
}
