package org.opora.operations.backup.domain;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.operations.backup.domain.BackupArchive.Source;
import org.opora.operations.shared.SafeFiles;

class RestoreTest {
  private static final char[] PASSPHRASE = "abcde-fghjk".toCharArray();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String FORMER = ".before-restore-20261102-090000";

  @TempDir Path folder;
  private Path data;
  private Path keys;
  private Path backup;
  private Restore restore;

  @BeforeEach
  void before() throws IOException {
    data = folder.resolve("data");
    keys = folder.resolve("data.keys");
    backup = folder.resolve("a.backup");
    restore = new Restore(data, keys, null);
    write(data.resolve("db/rows"), "new rows");
    write(data.resolve("db/seg0/c10.dat"), "pages");
    write(keys.resolve("master.key"), "new key");
    pack("old rows", "old key");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void pack(String rows, String key) throws IOException {
    Path source = folder.resolve("source");
    write(source.resolve("rows"), rows);
    write(source.resolve("key"), key);
    pack(
        List.of(
            new Source("data/db/rows", source.resolve("rows")),
            new Source("data/modules/a-1.jar", source.resolve("rows")),
            new Source("keys/master.key", source.resolve("key"))));
  }

  private void pack(List<Source> sources) throws IOException {
    try (OutputStream out = BackupCipher.seal(Files.newOutputStream(backup), PASSPHRASE)) {
      BackupArchive.write(out, sources, Map.of("opora", "0.1.0"));
    }
  }

  private void assertRestored() throws IOException {
    assertEquals("old rows", Files.readString(data.resolve("db/rows")));
    assertFalse(Files.exists(data.resolve("db/seg0")));
    assertEquals("old key", Files.readString(keys.resolve("master.key")));
    assertEquals("new rows", Files.readString(folder.resolve("data" + FORMER + "/db/rows")));
    assertEquals("new key", Files.readString(folder.resolve("data.keys" + FORMER + "/master.key")));
    assertFalse(Files.exists(restore.waiting()));
    assertFalse(restore.ready());
  }

  @Test
  void putsTheBackupInPlaceAndKeepsTheFormerFolders() throws IOException {
    assertEquals("0.1.0", restore.prepare(backup, PASSPHRASE, CLOCK).get("opora"));
    assertEquals("new rows", Files.readString(data.resolve("db/rows")));

    assertEquals(folder.resolve("data" + FORMER), restore.finish());

    assertRestored();
    assertNull(restore.finish());
    assertRestored();
  }

  @Test
  void restoresWhereNothingWasBefore() throws IOException {
    Restore elsewhere =
        new Restore(folder.resolve("other/data"), folder.resolve("other/keys"), null);
    elsewhere.prepare(backup, PASSPHRASE, CLOCK);
    assertNull(elsewhere.finish());
    assertEquals("old rows", Files.readString(folder.resolve("other/data/db/rows")));
    assertEquals("old key", Files.readString(folder.resolve("other/keys/master.key")));
  }

  /** Every state in which a kill can leave the folders, made by doing the first steps by hand. */
  @Test
  void goesOnAfterAKillBetweenAnyTwoSteps() throws IOException {
    List<Step> steps =
        List.of(
            () -> SafeFiles.rename(data, folder.resolve("data" + FORMER)),
            () -> SafeFiles.rename(restore.waiting().resolve("data"), data),
            () -> SafeFiles.rename(keys, folder.resolve("data.keys" + FORMER)),
            () -> SafeFiles.rename(restore.waiting().resolve("keys"), keys));
    for (int killedAfter = 0; killedAfter <= steps.size(); killedAfter++) {
      restore.prepare(backup, PASSPHRASE, CLOCK);
      for (Step step : steps.subList(0, killedAfter)) {
        step.run();
      }

      restore.finish();

      assertRestored();
      for (Path used : List.of(data, keys)) {
        SafeFiles.deleteTree(used);
        SafeFiles.rename(folder.resolve(used.getFileName() + FORMER), used);
      }
    }
  }

  @Test
  void aKillWhileUnpackingChangesNothing() throws IOException {
    restore.prepare(backup, PASSPHRASE, CLOCK);
    Files.delete(restore.waiting().resolve("complete"));

    assertNull(restore.finish());

    assertEquals("new rows", Files.readString(data.resolve("db/rows")));
    assertFalse(Files.exists(restore.waiting()));
  }

  @Test
  void aDamagedBackupChangesNothing() throws IOException {
    byte[] bytes = Files.readAllBytes(backup);
    for (int at = 40; at < bytes.length; at += bytes.length / 6) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Path file = Files.write(folder.resolve("damaged"), damaged);
      assertThrows(BackupFault.class, () -> restore.prepare(file, PASSPHRASE, CLOCK));
      assertFalse(restore.ready());
      assertFalse(Files.exists(restore.waiting()));
    }
    assertEquals("new rows", Files.readString(data.resolve("db/rows")));
  }

  @Test
  void refusesNamesThatLeaveTheFolder() throws IOException {
    Path evil = Files.writeString(folder.resolve("evil"), "evil");
    List<String> names = new ArrayList<>();
    for (String name :
        List.of("../evil", "data/../../evil", "/etc/evil", "other/evil", "data\\..\\evil")) {
      pack(List.of(new Source(name, evil), new Source("keys/master.key", evil)));
      BackupFault fault =
          assertThrows(BackupFault.class, () -> restore.prepare(backup, PASSPHRASE, CLOCK));
      names.add(fault.code());
    }
    assertTrue(names.stream().allMatch("backup.damaged"::equals), names.toString());
  }

  @Test
  void refusesABackupWithoutKeys() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    pack(List.of(new Source("data/db/rows", file)));
    assertThrows(BackupFault.class, () -> restore.prepare(backup, PASSPHRASE, CLOCK));
  }

  private interface Step {
    void run() throws IOException;
  }
}
