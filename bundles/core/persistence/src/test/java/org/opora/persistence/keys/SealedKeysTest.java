package org.opora.persistence.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.persistence.Foundation;
import org.opora.persistence.database.DatabaseUnavailable;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

class SealedKeysTest {
  private static final String PLACE = "NOTE.SEALED";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aSealedValueOpensInItsPlaceAndNowhereElse(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Keys keys = database.keys();
      Subject owner = Subject.of(PersonId.next());
      Subject other = Subject.of(PersonId.next());
      UUID row = Ids.next();
      byte[] sealed = keys.seal(owner, PLACE, row, "Žlutý kůň");
      assertEquals("Žlutý kůň", keys.open(owner, PLACE, row, sealed));
      assertFalse(Arrays.equals(sealed, keys.seal(owner, PLACE, row, "Žlutý kůň")));
      keys.seal(other, PLACE, row, "other");
      assertThrows(IllegalStateException.class, () -> keys.open(owner, "X.Y", row, sealed));
      assertThrows(IllegalStateException.class, () -> keys.open(owner, PLACE, Ids.next(), sealed));
      assertThrows(IllegalStateException.class, () -> keys.open(other, PLACE, row, sealed));
      Subject namesake = new Subject(Subject.Kind.DRAWER, owner.id());
      assertThrows(IllegalStateException.class, () -> keys.open(namesake, PLACE, row, sealed));
      for (int i = 0; i < sealed.length; i++) {
        byte[] changed = sealed.clone();
        changed[i] ^= 1;
        assertThrows(IllegalStateException.class, () -> keys.open(owner, PLACE, row, changed));
      }
      assertNull(keys.seal(owner, PLACE, row, null));
      assertNull(keys.open(owner, PLACE, row, null));
      assertEquals("", keys.open(owner, PLACE, row, keys.seal(owner, PLACE, row, "")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoTextIsSealedAsItIs(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Keys keys = database.keys();
      Subject owner = Subject.of(CaseFileId.next());
      UUID row = Ids.next();
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      byte[] sealed = keys.sealBytes(owner, PLACE, row, all);
      assertArrayEquals(all, keys.openBytes(owner, PLACE, row, sealed));
      assertEquals(all.length + 30, sealed.length, "a head and a tag, and not written in letters");
      assertThrows(
          IllegalStateException.class, () -> keys.openBytes(owner, PLACE, Ids.next(), sealed));
      byte[] text = keys.seal(owner, PLACE, row, "kůň");
      assertArrayEquals("kůň".getBytes(UTF_8), keys.openBytes(owner, PLACE, row, text));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyMadeInATransactionGoesWithIt(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Keys keys = database.keys();
      Subject owner = Subject.of(CaseFileId.next());
      UUID row = Ids.next();
      byte[][] lost = new byte[1][];
      assertThrows(
          IllegalArgumentException.class,
          () ->
              database
                  .foundation()
                  .scopes()
                  .required(
                      connection -> {
                        lost[0] = keys.seal(owner, PLACE, row, "gone");
                        assertEquals("gone", keys.open(owner, PLACE, row, lost[0]));
                        throw new IllegalArgumentException("no");
                      }));
      assertThrows(IllegalStateException.class, () -> keys.open(owner, PLACE, row, lost[0]));
      byte[] kept = keys.seal(owner, PLACE, row, "kept");
      assertEquals("kept", keys.open(owner, PLACE, row, kept));
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceAgreeOnOneKey(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Keys keys = database.keys();
      Subject owner = Subject.of(CaseFileId.next());
      UUID row = Ids.next();
      List<CompletableFuture<byte[]>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> keys.seal(owner, PLACE, row, "same")))
              .toList();
      all.forEach(one -> assertEquals("same", keys.open(owner, PLACE, row, one.join())));
    }
  }

  @Test
  void aFingerprintIsTheSameForTheSamePurposeOnly() {
    try (TestDatabase database = TestDatabase.open()) {
      Keys keys = database.keys();
      assertArrayEquals(keys.fingerprint("id", "7001010001"), keys.fingerprint("id", "7001010001"));
      assertFalse(
          Arrays.equals(
              keys.fingerprint("id", "7001010001"), keys.fingerprint("mail", "7001010001")));
    }
  }

  @Test
  void theKeyOutlivesTheHouseAndIsNobodyElses() throws IOException {
    Subject owner = Subject.of(PersonId.next());
    UUID row = Ids.next();
    byte[] sealed;
    try (Foundation first = open("data", "keys")) {
      sealed = first.keys().seal(owner, PLACE, row, "still here");
    }
    Path key = folder.resolve("keys/master.key");
    assertEquals(32, Files.size(key));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
    try (Foundation second = open("data", "keys")) {
      assertEquals("still here", second.keys().open(owner, PLACE, row, sealed));
    }
  }

  @Test
  void dataWithoutTheirKeyAreRefused() throws IOException {
    open("data", "keys").close();
    open("data-2", "keys-2").close();
    Set<String> heard = new HashSet<>();
    DatabaseUnavailable missing =
        assertThrows(DatabaseUnavailable.class, () -> open("data", "keys-3"));
    heard.add(missing.text().key());
    assertFalse(Files.exists(folder.resolve("keys-3/master.key")), "a second key was made");
    DatabaseUnavailable wrong =
        assertThrows(DatabaseUnavailable.class, () -> open("data", "keys-2"));
    heard.add(wrong.text().key());
    assertEquals(Set.of("keys.missing", "keys.wrong"), heard);
    Files.copy(
        folder.resolve("keys-2/master.key"),
        folder.resolve("keys/master.key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThrows(DatabaseUnavailable.class, () -> open("data", "keys"));
  }

  private Foundation open(String data, String keys) {
    Path root = folder.resolve(data);
    return Foundation.lay(
        new Settings(root, folder.resolve(keys), "jdbc:derby:" + root.resolve("db"), null, null),
        Scripts.beside(Foundation.class));
  }

  @Test
  void whatIsMadeOfTheMasterKeyIsNeverTheMasterKey() {
    byte[] secret = new byte[32];
    MasterKey master = new MasterKey(secret);
    assertFalse(Arrays.equals(secret, master.wrapping().getEncoded()));
    assertTrue(master.fingerprint("a", "").length == 32);
    assertThrows(IllegalArgumentException.class, () -> new MasterKey(new byte[16]));
  }
}
