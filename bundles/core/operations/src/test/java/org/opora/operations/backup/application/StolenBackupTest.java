package org.opora.operations.backup.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Subject;
import org.opora.api.persistence.PaperKey;
import org.opora.operations.backup.domain.BackupFault;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.persistence.database.DatabaseUnavailable;

/** Somebody has a backup, and not what belongs to it. */
class StolenBackupTest {
  @TempDir Path folder;

  private final Subject owner = new Subject(Subject.Kind.PERSON, UUID.randomUUID());
  private final UUID row = UUID.randomUUID();

  private Restore elsewhere() {
    return new Restore(folder.resolve("stolen/data"), folder.resolve("stolen/keys"), null);
  }

  @Test
  void withoutThePassphraseNothingComesOutOfIt() throws Exception {
    Path backup;
    try (Opened house = Opened.at(folder.resolve("data"), folder.resolve("keys"), null)) {
      backup = house.backup().file();
    }
    BackupFault refused =
        assertThrows(
            BackupFault.class,
            () ->
                elsewhere()
                    .prepare(backup, "abcde-fghjk".toCharArray(), Clock.systemDefaultZone()));
    assertEquals("backup.passphrase", refused.code());
    assertFalse(Files.exists(folder.resolve("stolen/data")));
    assertFalse(Files.exists(folder.resolve("stolen/data.restore")));
  }

  /** Where the key is typed at the start it is in no backup: the passphrase is not enough. */
  @Test
  void withThePassphraseButWithoutThePaperNothingSealedIsOpened() throws Exception {
    Path data = folder.resolve("data");
    Path keys = folder.resolve("keys");
    List<String> sheet;
    byte[] sealed;
    try (Opened house = Opened.at(data, keys, null)) {
      sealed = house.foundation().keys().seal(owner, "T.C", row, "tajné");
      sheet = house.foundation().masterKeys().sheet();
    }
    Files.delete(keys.resolve("master.key"));
    Path backup;
    try (Opened house = Opened.typed(data, keys, sheet)) {
      assertEquals("tajné", house.foundation().keys().open(owner, "T.C", row, sealed));
      backup = house.backup().file();
    }
    char[] passphrase = Passphrase.find(keys).orElseThrow();
    Restore restore = elsewhere();
    restore.prepare(backup, passphrase, Clock.systemDefaultZone());
    restore.finish();

    DatabaseUnavailable refused =
        assertThrows(
            DatabaseUnavailable.class, () -> Opened.at(restore.data(), restore.keys(), null));
    assertEquals("keys.missing", refused.text().key());
    assertFalse(Files.exists(restore.keys().resolve("master.key")));
    List<String> another = PaperKey.write(new byte[32]);
    assertThrows(
        DatabaseUnavailable.class, () -> Opened.typed(restore.data(), restore.keys(), another));
    try (Opened house = Opened.typed(restore.data(), restore.keys(), sheet)) {
      assertEquals("tajné", house.foundation().keys().open(owner, "T.C", row, sealed));
    }
  }
}
