package org.opora.persistence.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.MasterKeys;
import org.opora.api.persistence.PaperKey;
import org.opora.persistence.Foundation;
import org.opora.persistence.database.DatabaseUnavailable;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.PostgresServer;
import org.opora.persistence.test.TestDatabase.Product;

/** The master key is renewed, put on paper and typed in; a copy without it is of no use. */
class MasterKeysTest {
  private static final String PLACE = "NOTE.SEALED";

  @TempDir Path folder;
  private final Subject owner = Subject.of(PersonId.next());
  private final UUID row = Ids.next();
  private String url;
  private List<String> sheet;

  private Path data() {
    return folder.resolve("data");
  }

  private Path keys() {
    return folder.resolve("keys");
  }

  private Path keyFile() {
    return keys().resolve(KeyFolder.KEY_FILE);
  }

  private Path nextFile() {
    return keys().resolve(KeyFolder.NEXT_FILE);
  }

  private Path formerFile() {
    return keys().resolve(KeyFolder.FORMER_FILE);
  }

  private void on(Product product) {
    url =
        product == Product.DERBY
            ? "jdbc:derby:" + data().resolve("db")
            : PostgresServer.newDatabase();
  }

  private Foundation open() {
    return open(data(), keys(), null);
  }

  private Foundation open(Path data, Path keys, MasterKey typed) {
    String at = data.equals(data()) ? url : "jdbc:derby:" + data.resolve("db");
    return Foundation.lay(
        new Settings(data, keys, at, null, null), Scripts.beside(Foundation.class), typed);
  }

  @ParameterizedTest
  @EnumSource
  void aRenewedKeyOpensEverythingAndTheFormerOneNothing(Product product) throws Exception {
    on(product);
    byte[] sealed;
    byte[] mark;
    List<String> sheet;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "before");
      mark = house.keys().fingerprint("national-id", "7001010001");
      house.keys().seal(Subject.of(PersonId.next()), PLACE, row, "somebody else");
      assertEquals(new MasterKeys.State(1, false, null, false), house.masterKeys().state());
      sheet = house.masterKeys().renew();
      assertEquals(new MasterKeys.State(1, false, null, true), house.masterKeys().state());
      assertEquals("before", house.keys().open(owner, PLACE, row, sealed));
    }
    byte[] former = Files.readAllBytes(keyFile());
    assertFalse(contains(Files.readAllBytes(nextFile()), PaperKey.read(sheet)), "lies open");

    try (Foundation house = open()) {
      assertEquals(
          new MasterKeys.State(2, false, LocalDate.now(), false), house.masterKeys().state());
      assertEquals("before", house.keys().open(owner, PLACE, row, sealed));
      assertArrayEquals(mark, house.keys().fingerprint("national-id", "7001010001"));
      assertArrayEquals(PaperKey.read(sheet), Files.readAllBytes(keyFile()));
      assertFalse(Files.exists(nextFile()));
      assertEquals(0, opened(house, new MasterKey(former)));
      assertEquals(wrapped(house).size(), opened(house, new MasterKey(PaperKey.read(sheet))));
      // What is written from now on is sealed with a data key that the former key never wrapped.
      byte[] fresh = house.keys().seal(owner, PLACE, row, "after");
      assertEquals(Envelope.version(sealed) + 1, Envelope.version(fresh));
      assertEquals(
          Envelope.version(fresh),
          Envelope.version(house.keys().seal(owner, PLACE, row, "and after that")));
      assertEquals("after", house.keys().open(owner, PLACE, row, fresh));
    }

    Files.write(keyFile(), former);
    assertEquals("keys.wrong", refusal(keys(), null));
  }

  /** The power goes between the commit and the file, and the next time before anything is done. */
  @ParameterizedTest
  @EnumSource
  void anInterruptedRenewalGoesOnAtTheNextStart(Product product) throws Exception {
    on(product);
    byte[] sealed;
    List<String> sheet;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "kept");
      sheet = house.masterKeys().renew();
    }
    byte[] former = Files.readAllBytes(keyFile());
    byte[] next = Files.readAllBytes(nextFile());
    open().close();
    Files.write(keyFile(), former);
    Files.write(nextFile(), next);

    try (Foundation house = open()) {
      assertEquals("kept", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(2, house.masterKeys().state().generation());
      assertArrayEquals(PaperKey.read(sheet), Files.readAllBytes(keyFile()));
      assertFalse(Files.exists(nextFile()));
    }

    // The file of the key was written, the one that waited was not yet deleted.
    Files.write(nextFile(), next);
    try (Foundation house = open()) {
      assertEquals("kept", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(2, house.masterKeys().state().generation());
      assertFalse(Files.exists(nextFile()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRenewalThatFailsHalfWayLeavesEverythingAsItWas(Product product) throws Exception {
    on(product);
    byte[] sealed;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "kept");
      house.keys().seal(Subject.of(PersonId.next()), PLACE, row, "x");
      house.masterKeys().renew();
      // Sorts behind every kind, so that rows before it are wrapped anew already.
      sql(
          house,
          "UPDATE HOUSE.DATA_KEY SET OWNER_KIND = 'ZZZ' WHERE OWNER_KIND = 'PERSON'"
              + " AND OWNER_ID <> (SELECT MIN(OWNER_ID) FROM HOUSE.DATA_KEY)",
          product);
    }
    byte[] former = Files.readAllBytes(keyFile());
    try (Foundation house = open()) {
      assertEquals(1, house.masterKeys().state().generation());
      assertTrue(house.masterKeys().state().renewing());
      assertArrayEquals(former, Files.readAllBytes(keyFile()));
      sql(house, "UPDATE HOUSE.DATA_KEY SET OWNER_KIND = 'PERSON'", product);
      assertEquals("kept", house.keys().open(owner, PLACE, row, sealed));
    }
    try (Foundation house = open()) {
      assertEquals(2, house.masterKeys().state().generation());
      assertEquals("kept", house.keys().open(owner, PLACE, row, sealed));
    }
  }

  private static void sql(Foundation house, String sql, Product product) {
    // PostgreSQL has no least of uuids; their text will do.
    String fitting =
        product == Product.DERBY
            ? sql
            : sql.replace(
                "OWNER_ID <> (SELECT MIN(OWNER_ID)",
                "CAST(OWNER_ID AS TEXT) <> (SELECT MIN(CAST(OWNER_ID AS TEXT))");
    house
        .scopes()
        .required(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                assertTrue(statement.executeUpdate(fitting) > 0);
                return null;
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void theSheetIsShownOnceAndOnceForEachKey(Product product) throws Exception {
    on(product);
    try (Foundation house = open()) {
      List<String> sheet = house.masterKeys().sheet();
      assertArrayEquals(Files.readAllBytes(keyFile()), PaperKey.read(sheet));
      assertEquals(LocalDate.now(), house.masterKeys().state().shown());
      Refused again = assertThrows(Refused.class, () -> house.masterKeys().sheet());
      assertEquals("keys.shown", again.text().key());
      assertNotEquals(sheet, house.masterKeys().renew());
    }
    try (Foundation house = open()) {
      assertThrows(Refused.class, () -> house.masterKeys().sheet(), "shown when it was renewed");
    }
  }

  /** The key folder is gone altogether; the sheet brings the key back, the data all the rest. */
  @ParameterizedTest
  @EnumSource
  void fromPaperEverythingIsThereAgain(Product product) throws Exception {
    on(product);
    byte[] sealed;
    byte[] mark;
    List<String> sheet;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "from paper");
      mark = house.keys().fingerprint("phone", "777");
      Files.writeString(keys().resolve("audit.key"), "key of the trail");
      Files.writeString(keys().resolve("recovery.txt"), "passphrase");
      sheet = house.masterKeys().sheet();
    }
    delete(keys());
    assertEquals("keys.missing", refusal(keys(), null));
    assertFalse(Files.exists(keyFile()), "a second key was made");

    MasterKey typed = typed(sheet);
    try (Foundation house = open(data(), keys(), typed)) {
      assertEquals("from paper", house.keys().open(owner, PLACE, row, sealed));
      assertArrayEquals(mark, house.keys().fingerprint("phone", "777"));
      assertTrue(house.masterKeys().state().typed());
    }
    assertFalse(Files.exists(keyFile()), "a typed key lies in no file");
    assertEquals("key of the trail", Files.readString(keys().resolve("audit.key")));
    assertEquals("passphrase", Files.readString(keys().resolve("recovery.txt")));
    assertEquals("keys.missing", refusal(keys(), null));
    Files.write(keyFile(), PaperKey.read(sheet));
    open().close();
    MasterKey another = new MasterKey(KeyFolder.secret());
    assertEquals("keys.typed-wrong", refusal(keys(), another));
  }

  /** The disk was full, or the power went: the name is there, and nothing behind it. */
  @Test
  void aFileThatBecameEmptyComesBack() throws Exception {
    on(Product.DERBY);
    open().close();
    Path trail = keys().resolve("audit.key");
    Files.writeString(trail, "key of the trail");
    open().close();
    Files.write(trail, new byte[0]);
    open().close();
    assertEquals("key of the trail", Files.readString(trail));
    Files.writeString(trail, "another one");
    open().close();
    Files.delete(trail);
    open().close();
    assertEquals("another one", Files.readString(trail), "what people change counts");
  }

  @ParameterizedTest
  @EnumSource
  void aTypedKeyIsRenewedWithoutEverLyingInAFile(Product product) throws Exception {
    on(product);
    byte[] sealed = typedHouse();
    List<String> next;
    try (Foundation house = open(data(), keys(), typed(sheet))) {
      next = house.masterKeys().renew();
      assertTrue(house.masterKeys().state().renewing());
    }
    byte[] waiting = Files.readAllBytes(formerFile());
    assertFalse(contains(waiting, PaperKey.read(sheet)), "lies open");
    assertFalse(contains(waiting, PaperKey.read(next)), "lies open");
    try (Foundation house = open(data(), keys(), typed(next))) {
      assertEquals("typed", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(
          new MasterKeys.State(2, true, LocalDate.now(), false), house.masterKeys().state());
    }
    assertFalse(Files.exists(keyFile()));
    assertFalse(Files.exists(formerFile()));
    assertEquals("keys.typed-wrong", refusal(keys(), typed(sheet)));
    // It was committed, and the file that waited was not yet deleted.
    Files.write(formerFile(), waiting);
    assertEquals("keys.typed-wrong", refusal(keys(), typed(sheet)));
    try (Foundation house = open(data(), keys(), typed(next))) {
      assertEquals("typed", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(2, house.masterKeys().state().generation());
    }
    assertFalse(Files.exists(formerFile()));
  }

  /** The sheet never came out of the printer, and nobody noticed. */
  @ParameterizedTest
  @EnumSource
  void aTypedKeyCountsUntilTheNextOneIsTyped(Product product) throws Exception {
    on(product);
    byte[] sealed = typedHouse();
    try (Foundation house = open(data(), keys(), typed(sheet))) {
      house.masterKeys().renew();
    }
    for (int start = 0; start < 2; start++) {
      try (Foundation house = open(data(), keys(), typed(sheet))) {
        assertEquals("typed", house.keys().open(owner, PLACE, row, sealed));
        assertEquals(
            new MasterKeys.State(1, true, LocalDate.now(), true), house.masterKeys().state());
      }
    }
    List<String> again;
    try (Foundation house = open(data(), keys(), typed(sheet))) {
      again = house.masterKeys().renew();
    }
    try (Foundation house = open(data(), keys(), typed(again))) {
      assertEquals("typed", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(2, house.masterKeys().state().generation());
    }
  }

  /** The key was renewed while it lay in its file, and taken out before the next start. */
  @ParameterizedTest
  @EnumSource
  void aRenewalGoesOnWhereTheKeyWasTakenOutMeanwhile(Product product) throws Exception {
    on(product);
    byte[] sealed = typedHouse();
    Files.write(keyFile(), PaperKey.read(sheet));
    List<String> next;
    try (Foundation house = open()) {
      next = house.masterKeys().renew();
    }
    Files.delete(keyFile());
    try (Foundation house = open(data(), keys(), typed(sheet))) {
      assertEquals(
          new MasterKeys.State(1, true, LocalDate.now(), true), house.masterKeys().state());
    }
    assertFalse(Files.exists(nextFile()), "a key that is typed lies in no file");
    // From paper back into the file.
    Files.write(keyFile(), PaperKey.read(next));
    try (Foundation house = open()) {
      assertEquals("typed", house.keys().open(owner, PLACE, row, sealed));
      assertEquals(
          new MasterKeys.State(2, false, LocalDate.now(), false), house.masterKeys().state());
    }
    assertFalse(Files.exists(formerFile()));
  }

  /** Returns something that is sealed in it. */
  private byte[] typedHouse() throws IOException {
    byte[] sealed;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "typed");
      sheet = house.masterKeys().sheet();
    }
    Files.delete(keyFile());
    return sealed;
  }

  /** It derived its fingerprints from its first master key, and rows are looked up by them. */
  @ParameterizedTest
  @EnumSource
  void aHouseFromBeforeKeepsItsFingerprints(Product product) throws Exception {
    on(product);
    try (Foundation house = open()) {
      house
          .scopes()
          .required(
              connection -> {
                try (Statement statement = connection.createStatement()) {
                  assertEquals(1, statement.executeUpdate("DELETE FROM HOUSE.KEPT_KEY"));
                  return null;
                }
              });
    }
    byte[] mark =
        new MasterKey(Files.readAllBytes(keyFile())).fingerprint("national-id", "7001010001");
    try (Foundation house = open()) {
      assertArrayEquals(mark, house.keys().fingerprint("national-id", "7001010001"));
      house.masterKeys().renew();
    }
    try (Foundation house = open()) {
      assertEquals(2, house.masterKeys().state().generation());
      assertArrayEquals(mark, house.keys().fingerprint("national-id", "7001010001"));
    }
  }

  /** Whatever a thief does to a copy of the data folder, what was sealed stays sealed. */
  @Test
  void aStolenDataFolderOpensNothing() throws Exception {
    on(Product.DERBY);
    byte[] sealed;
    try (Foundation house = open()) {
      sealed = house.keys().seal(owner, PLACE, row, "nobody's business");
      house.masterKeys().sheet();
      house.masterKeys().renew();
    }
    Path stolen = folder.resolve("stolen/data");
    copy(data(), stolen);
    Path empty = folder.resolve("stolen/keys");
    assertEquals("keys.missing", refusalOf(stolen, empty));
    assertFalse(Files.exists(empty.resolve(KeyFolder.KEY_FILE)));
    try (Foundation other = open(folder.resolve("other"), folder.resolve("other.keys"), null)) {
      other.keys().seal(owner, PLACE, row, "of another house");
    }
    assertEquals("keys.wrong", refusalOf(stolen, folder.resolve("other.keys")));

    // The thief makes the product forget that there ever was a key.
    try (Foundation other = open(folder.resolve("other"), folder.resolve("other.keys"), null)) {
      assertThrows(IllegalStateException.class, () -> other.keys().open(owner, PLACE, row, sealed));
    }
    Files.delete(stolen.resolve(KeyFolder.PAIR_FILE));
    forget(stolen);
    try (Foundation house = open(stolen, empty, null)) {
      assertThrows(IllegalStateException.class, () -> house.keys().open(owner, PLACE, row, sealed));
      MasterKey made = new MasterKey(Files.readAllBytes(empty.resolve(KeyFolder.KEY_FILE)));
      // Its own root of the fingerprints, and none of the data keys.
      assertEquals(1, opened(house, made));
    }
  }

  private static void forget(Path stolen) throws SQLException {
    String database = "jdbc:derby:" + stolen.resolve("db");
    try (Connection connection = java.sql.DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("DELETE FROM HOUSE.PAIRING"));
      statement.executeUpdate("DELETE FROM HOUSE.KEPT_KEY");
    }
    assertThrows(
        SQLException.class,
        () -> java.sql.DriverManager.getConnection(database + ";shutdown=true"));
  }

  @Test
  void aKeyFolderInsideTheDataFolderIsRefused() throws Exception {
    on(Product.DERBY);
    assertEquals("keys.inside", refusal(data().resolve("keys"), null));
    assertFalse(Files.exists(data().resolve("keys/master.key")));
    Path behind = Files.createDirectories(data().resolve("behind"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), behind);
    assertEquals("keys.inside", refusal(link, null));
    assertEquals("keys.inside", refusal(link.resolve("not/there/yet"), null));
    assertFalse(Files.exists(behind.resolve("not")));
  }

  private String refusal(Path keys, MasterKey typed) {
    return refusal(data(), keys, typed);
  }

  private String refusalOf(Path data, Path keys) {
    return refusal(data, keys, null);
  }

  private String refusal(Path data, Path keys, MasterKey typed) {
    return assertThrows(DatabaseUnavailable.class, () -> open(data, keys, typed)).text().key();
  }

  private static MasterKey typed(List<String> sheet) {
    String line = String.join("", sheet).toLowerCase(java.util.Locale.ROOT) + "\nmore";
    return TypedKey.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void whatIsNoKeyIsRefused() {
    for (String line : new String[] {"", "\n", "ABCDE", "x".repeat(5_000)}) {
      ByteArrayInputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII));
      assertEquals(
          "keys.not-typed",
          assertThrows(DatabaseUnavailable.class, () -> TypedKey.read(in)).text().key());
    }
  }

  private record Wrapped(String place, byte[] bytes) {}

  /** Everything in the database that is sealed with a master key. */
  private static List<Wrapped> wrapped(Foundation house) {
    return house
        .scopes()
        .read(
            connection -> {
              List<Wrapped> all = new ArrayList<>();
              try (Statement statement = connection.createStatement();
                  ResultSet rows =
                      statement.executeQuery(
                          "SELECT OWNER_KIND, OWNER_ID, KEY_VERSION, WRAPPED FROM HOUSE.DATA_KEY")) {
                while (rows.next()) {
                  UUID id = house.database().dialect().get(rows, 2);
                  all.add(
                      new Wrapped(
                          DataKeys.place(rows.getString(1), id, rows.getInt(3)), rows.getBytes(4)));
                }
              }
              KeptKeys.all(connection)
                  .forEach((name, bytes) -> all.add(new Wrapped(KeptKeys.place(name), bytes)));
              return all;
            });
  }

  /** How much of it this key opens. */
  private static int opened(Foundation house, MasterKey key) {
    int opened = 0;
    for (Wrapped one : wrapped(house)) {
      try {
        new Envelope().open(key.wrapping(), one.place, one.bytes);
        opened++;
      } catch (IllegalStateException closed) {
        // As it should be.
      }
    }
    return opened;
  }

  private static boolean contains(byte[] text, byte[] part) {
    return new String(text, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
