package org.opora.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Subject;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.persistence.database.PackedDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.MigrationRefused;
import org.opora.persistence.migration.MigrationRefused.Ground;
import org.opora.persistence.migration.Migrations;
import org.opora.persistence.migration.Script;
import org.opora.persistence.migration.Scripts;

/** A first start with the empty database that comes with the product. */
class PreparedDatabaseTest {
  private static final Script FIRST =
      new Script(
          "V001__since.sql",
          """
          CREATE TABLE SOME_UNIT.SINCE (D DATE, M ${instant});
          INSERT INTO SOME_UNIT.SINCE VALUES (DATE('2013-01-01'), NULL);
          INSERT INTO SOME_UNIT.SINCE VALUES (CURRENT_DATE, CURRENT_TIMESTAMP);
          """);
  private static final Script SECOND =
      new Script("V002__more.sql", "CREATE TABLE SOME_UNIT.MORE (ID ${uuid} NOT NULL)");
  private static final Scripts OWN = Scripts.beside(Foundation.class);

  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void prepare() throws IOException, SQLException {
    archive = folder.resolve("product/empty.zip");
    int applied = preparation(FIRST).pack(folder.resolve("work"), archive);
    assertEquals(3, applied);
  }

  private static Scripts of(Script... scripts) {
    return dialect -> List.of(scripts);
  }

  private static Preparation preparation(Script... scripts) {
    return new Preparation(OWN, List.of(new Preparation.Tables("some-unit", of(scripts))));
  }

  private Path place(String house) {
    return folder.resolve(house).resolve("db");
  }

  private Path beside(String house) {
    return folder.resolve(house).resolve("db.unpacked");
  }

  private Foundation open(String house, Path prepared) {
    Path data = folder.resolve(house);
    return Foundation.lay(
        new Settings(
            data,
            folder.resolve(house + ".keys"),
            "jdbc:derby:" + place(house),
            null,
            null,
            prepared),
        OWN);
  }

  private static List<String> ask(Foundation house, String sql) throws SQLException {
    try (Connection connection = house.database().plain().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private static void tell(Foundation house, String sql) throws SQLException {
    try (Connection connection = house.database().plain().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int migrate(Foundation house, Script... scripts) {
    return new Migrations(house.database()).migrate("some-unit", of(scripts));
  }

  private static List<String> applied(Foundation house) throws SQLException {
    return ask(
        house,
        "SELECT \"script\" || ' ' || CAST(\"installed_on\" AS CHAR(29)) FROM SOME_UNIT.SCHEMA_HISTORY"
            + " ORDER BY \"installed_rank\"");
  }

  @Test
  void aHouseBeginsWithItAndAppliesNothingAgain() throws SQLException {
    List<String> before;
    try (Foundation one = open("one", archive)) {
      before = applied(one);
      assertEquals(0, migrate(one, FIRST));
      assertEquals(before, applied(one));
    }
    assertFalse(Files.exists(beside("one")));
    try (Foundation two = open("two", archive)) {
      assertEquals(before, applied(two));
    }
  }

  @Test
  void oneThatIsOlderThanTheBundleIsMigratedFurther() {
    try (Foundation house = open("house", archive)) {
      assertEquals(1, migrate(house, FIRST, SECOND));
    }
  }

  /** What the build asks of the archive it has made. */
  @Test
  void theBuildSeesWhatIsMissingAndWhatIsTooMuch() {
    assertEquals(0, preparation(FIRST).missing(folder.resolve("same"), archive));
    assertEquals(1, preparation(FIRST, SECOND).missing(folder.resolve("older"), archive));
    assertEquals(3, preparation(FIRST).missing(folder.resolve("none"), folder.resolve("none.zip")));
    MigrationRefused refused =
        assertThrows(
            MigrationRefused.class, () -> preparation().missing(folder.resolve("newer"), archive));
    assertEquals(Ground.NEWER, refused.ground());
  }

  @Test
  void itsScriptsAreComparedAsAlways() {
    try (Foundation house = open("house", archive)) {
      Script changed = new Script(FIRST.name(), FIRST.sql() + "CREATE TABLE SOME_UNIT.X (A INT);");
      MigrationRefused refused =
          assertThrows(MigrationRefused.class, () -> migrate(house, changed));
      assertEquals(Ground.CHANGED, refused.ground());
    }
  }

  @Test
  void eachHouseHasKeysOfItsOwn() throws Exception {
    assertEquals(List.of("db"), names(folder.resolve("work")));
    Subject owner = Subject.of(PersonId.next());
    var row = Ids.next();
    try (Foundation one = open("one", archive)) {
      byte[] sealed = one.keys().seal(owner, "NOTE.SEALED", row, "words");
      byte[] taken = sealed.clone();
      List<String> keys = ask(one, "SELECT WRAPPED FROM HOUSE.DATA_KEY");
      String proof = ask(one, "SELECT PROOF FROM HOUSE.PAIRING").get(0);
      try (Foundation two = open("two", archive)) {
        two.keys().seal(owner, "NOTE.SEALED", row, "other words");
        assertThrows(
            RuntimeException.class, () -> two.keys().open(owner, "NOTE.SEALED", row, taken));
        assertTrue(
            ask(two, "SELECT WRAPPED FROM HOUSE.DATA_KEY").stream().noneMatch(keys::contains));
        assertNotEquals(proof, ask(two, "SELECT PROOF FROM HOUSE.PAIRING").get(0));
      }
      assertFalse(Arrays.equals(key("one"), key("two")), "two houses have the same master key");
    }
  }

  private byte[] key(String house) throws IOException {
    return Files.readAllBytes(folder.resolve(house + ".keys/master.key"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".log"))
          .toList();
    }
  }

  @Test
  void itHoldsNoKeyAndSaysNothingOfTheMachineThatMadeIt() throws Exception {
    Path unpacked = folder.resolve("bare/db");
    Files.createDirectory(unpacked.getParent());
    new PackedDatabase(archive).unpack(unpacked);
    assertTrue(Files.exists(unpacked.resolve("service.properties")));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
          assertFalse(bytes.contains(folder.toString()), entry.getName());
        }
      }
    }
    try (Connection connection = java.sql.DriverManager.getConnection("jdbc:derby:" + unpacked);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("PAIRING", "DATA_KEY")) {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM HOUSE." + table)) {
          rows.next();
          assertEquals(0, rows.getInt(1), table);
        }
      }
    }
  }

  @Test
  void whereThereIsNoneTheDatabaseIsCreated() {
    for (Path none : new Path[] {null, folder.resolve("product/none.zip")}) {
      String house = none == null ? "none" : "missing";
      try (Foundation created = open(house, none)) {
        assertEquals(1, migrate(created, FIRST));
      }
      assertFalse(Files.exists(beside(house)));
    }
  }

  @Test
  void whereItIsDamagedTheDatabaseIsCreated() throws IOException {
    byte[] whole = Files.readAllBytes(archive);
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
    try (Foundation created = open("half", half)) {
      assertEquals(1, migrate(created, FIRST));
    }
    assertFalse(Files.exists(beside("half")));
  }

  @Test
  void whereDerbyRefusesItTheDatabaseIsCreated() throws IOException {
    Path unpacked = folder.resolve("unpacked");
    new PackedDatabase(archive).unpack(unpacked);
    // The format of a log that this engine does not know.
    Files.write(unpacked.resolve("log/log.ctrl"), new byte[48]);
    Files.write(unpacked.resolve("log/logmirror.ctrl"), new byte[48]);
    Path other = folder.resolve("other.zip");
    new PackedDatabase(other).pack(unpacked, List.of());
    try (Foundation created = open("other", other)) {
      assertEquals(1, migrate(created, FIRST));
    }
    assertFalse(Files.exists(beside("other")));
  }

  /** Whoever is interrupted has not put anything in the place of the database yet. */
  @Test
  void whatWasHalfUnpackedIsThrownAway() throws IOException {
    new PackedDatabase(archive).unpack(Files.createDirectory(folder.resolve("house")).resolve("x"));
    Files.move(folder.resolve("house/x"), beside("house"));
    Files.delete(beside("house").resolve("service.properties"));
    Files.writeString(beside("house").resolve("seg0/half"), "half");
    try (Foundation house = open("house", archive)) {
      assertEquals(0, migrate(house, FIRST));
    }
    assertFalse(Files.exists(beside("house")));
    assertFalse(Files.exists(place("house").resolve("seg0/half")));
  }

  /** A restore may have brought it, and it may be older than what was prepared. */
  @Test
  void aDatabaseThatIsThereIsLeftAlone() throws Exception {
    try (Foundation house = open("house", null)) {
      tell(house, "CREATE TABLE HOUSE.MARK (A INT)");
    }
    try (Foundation house = open("house", archive)) {
      assertEquals(List.of("0"), ask(house, "SELECT COUNT(*) FROM HOUSE.MARK"));
      assertEquals(1, migrate(house, FIRST));
    }
  }

  @Test
  void aFolderThatIsNoDatabaseIsLeftAlone() throws IOException {
    Files.createDirectories(place("house"));
    Files.writeString(place("house").resolve("somebody"), "else");
    assertThrows(RuntimeException.class, () -> open("house", archive));
    assertEquals("else", Files.readString(place("house").resolve("somebody")));
  }

  @Test
  void theDayOnWhichAScriptRanIsThatOfTheHouse() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    List<String> firstDay = new PackedDatabase(archive).unpack(unpacked);
    assertEquals(
        List.of("\"D\" = CURRENT_DATE", "\"M\" = CURRENT_TIMESTAMP"),
        firstDay.stream().map(each -> each.replaceAll(".* SET (.*) WHERE .*", "$1")).toList());
    // As if it had been made some years ago.
    Path old = folder.resolve("old.zip");
    new PackedDatabase(old)
        .pack(
            unpacked,
            List.of(
                "UPDATE SOME_UNIT.SINCE SET D = DATE('2020-02-02') WHERE M IS NOT NULL",
                "UPDATE SOME_UNIT.SINCE SET D = CURRENT_DATE WHERE D = DATE('2020-02-02')"));
    try (Foundation house = open("house", old)) {
      assertEquals(
          List.of("2013-01-01", LocalDate.now().toString()),
          ask(house, "SELECT D FROM SOME_UNIT.SINCE ORDER BY D"));
    }
  }
}
