package org.opora.benchmark.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opora.benchmark.store.Dialect;

/** The made-up register fits the tables of the product as they are today. */
class FillingTest {
  private static final Path CORE = Path.of("../../bundles/core");
  private static final int PEOPLE = 300;
  private static final int AGREEMENTS = 22;
  private static final int TWO_YEARS = 800;
  private static final byte[] MASTER = "these are thirty-two bytes of it".getBytes(UTF_8);
  private static final UUID WORKER = UUID.randomUUID();
  private Connection connection;
  private List<Worker> workers;

  @BeforeEach
  void makeTables() throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:derby:memory:filling;create=true");
    for (String schema : List.of("HOUSE", "ACCESS", "CASE_REGISTRY", "COURSE")) {
      command("CREATE SCHEMA " + schema);
    }
    for (String bundle : List.of("persistence", "access", "case-registry", "course-reports")) {
      scripts(bundle);
    }
    command(
        "INSERT INTO CASE_REGISTRY.STAFF_MEMBER (ID, VERSION, FULL_NAME) VALUES ("
            + literal(WORKER)
            + ", 1, 'Jitka')");
  }

  private void fill(boolean story) throws SQLException {
    workers =
        new Filling(connection, Dialect.DERBY, UUID.randomUUID())
            .fill(PEOPLE, story, List.of(new Filling.Account(WORKER, "worker")));
  }

  private void fillWhole() throws SQLException {
    workers =
        new Filling(connection, Dialect.DERBY, UUID.randomUUID())
            .fillWhole(
                AGREEMENTS, TWO_YEARS, MASTER, List.of(new Filling.Account(WORKER, "worker")));
  }

  @AfterEach
  void drop() throws SQLException {
    connection.rollback();
    connection.close();
    try {
      DriverManager.getConnection("jdbc:derby:memory:filling;drop=true").close();
    } catch (SQLException dropped) {
      assertEquals("08006", dropped.getSQLState());
    }
  }

  @Test
  void thereAreEnoughPeopleAndAllOfThemBelongToAFamily() throws SQLException {
    fill(true);
    int people = count("SELECT COUNT(*) FROM CASE_REGISTRY.PERSON");
    assertTrue(people >= PEOPLE);
    assertEquals(
        people,
        count("SELECT COUNT(*) FROM CASE_REGISTRY.FILE_CARER")
            + count("SELECT COUNT(*) FROM CASE_REGISTRY.PLACEMENT"));
  }

  @Test
  void theWorkerIsRelatedToTwentyFamiliesAndEverybodyInThem() throws SQLException {
    fill(true);
    Worker worker = workers.get(0);
    assertEquals(20, worker.families().size());
    int expected =
        worker.families().stream()
            .mapToInt(family -> 1 + family.people().size() + family.children().size())
            .sum();
    assertEquals(
        expected,
        count(
            "SELECT COUNT(*) FROM ACCESS.RELATION r JOIN CASE_REGISTRY.GRANTED g ON g.SUBJECT ="
                + " r.SUBJECT AND g.STAFF = r.STAFF AND g.SINCE_DAY = r.SINCE WHERE r.STAFF = "
                + literal(WORKER)));
  }

  @Test
  void whatWasVisitedIsProvedForEverybodyWhoWasThere() throws SQLException {
    fill(true);
    assertTrue(count("SELECT COUNT(*) FROM CASE_REGISTRY.VISIT") > 0);
    assertEquals(
        count("SELECT COUNT(*) FROM CASE_REGISTRY.VISIT_PERSON"),
        count(
            "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN CASE_REGISTRY.VISIT_PERSON p"
                + " ON p.VISIT = e.SOURCE AND p.PERSON = e.PERSON"));
    assertEquals(
        count("SELECT COUNT(*) FROM CASE_REGISTRY.VISIT"),
        count("SELECT COUNT(*) FROM CASE_REGISTRY.TIMELINE WHERE KIND = 'visit'"));
  }

  @Test
  void toBeFoundAFamilyNeedsNoStory() throws SQLException {
    fill(false);
    int people = count("SELECT COUNT(*) FROM CASE_REGISTRY.PERSON");
    assertTrue(people >= PEOPLE);
    assertEquals(
        people,
        count("SELECT COUNT(*) FROM CASE_REGISTRY.FILE_CARER")
            + count("SELECT COUNT(*) FROM CASE_REGISTRY.PLACEMENT"));
    assertEquals(
        count("SELECT COUNT(*) FROM CASE_REGISTRY.CASE_FILE"),
        count("SELECT COUNT(*) FROM CASE_REGISTRY.FINDABLE"));
    assertEquals(0, count("SELECT COUNT(*) FROM CASE_REGISTRY.VISIT"));
    assertEquals(20, count("SELECT COUNT(*) FROM CASE_REGISTRY.ASSIGNMENT"));
  }

  @Test
  void aWholeCentreHasAsManyAgreementsAsAreWanted() throws SQLException {
    fillWhole();
    assertEquals(AGREEMENTS, count("SELECT COUNT(*) FROM CASE_REGISTRY.AGREEMENT"));
    assertEquals(
        0,
        count(
            "SELECT COUNT(*) FROM CASE_REGISTRY.AGREEMENT WHERE CONCLUDED_ON > "
                + "DATE('"
                + LocalDate.now().minusDays(TWO_YEARS)
                + "')"));
  }

  @Test
  void trainingIsProvedForItsCarerAndRespiteForTheChildAndEachCarer() throws SQLException {
    fillWhole();
    int trainings = count("SELECT COUNT(*) FROM CASE_REGISTRY.EDUCATION_ENTRY");
    assertTrue(trainings > AGREEMENTS * 10);
    assertEquals(
        trainings,
        count(
            "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN CASE_REGISTRY.EDUCATION_ENTRY t"
                + " ON t.ID = e.SOURCE AND t.CARER = e.PERSON AND t.FILE = e.FILE"
                + " AND t.HELD_ON = e.HAPPENED_ON AND t.MINUTES = e.QUANTITY"
                + " WHERE e.KIND = 'education' AND e.UNIT = 'min'"
                + " AND UPPER(e.FORM) IN ('IN-PERSON', 'ONLINE', 'E-LEARNING', 'CONSULTATION',"
                + " 'SELF-STUDY')"));
    int days = count("SELECT COUNT(*) FROM CASE_REGISTRY.RESPITE_ENTRY");
    assertTrue(days > AGREEMENTS * 5);
    assertEquals(
        days + count("SELECT COUNT(*) FROM CASE_REGISTRY.RESPITE_CARER"),
        count(
            "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN CASE_REGISTRY.RESPITE_ENTRY t"
                + " ON t.ID = e.SOURCE AND t.FIRST_DAY = e.HAPPENED_ON AND t.LAST_DAY = e.UNTIL_DAY"
                + " WHERE e.KIND = 'respite'"));
  }

  @Test
  void reportsProveThatTheyWereMadeOutAndWhatBecameOfEachCopy() throws SQLException {
    fillWhole();
    String regular = "FROM COURSE.CARE_REPORT r WHERE r.KIND = 'PERIODIC'";
    int made = count("SELECT COUNT(*) " + regular);
    assertTrue(made >= AGREEMENTS * 4);
    assertEquals(
        made, facts("report.drafted", "r.ID = e.SOURCE AND r.MADE_OUT_ON = e.HAPPENED_ON"));
    String copies =
        "FROM COURSE.REPORT_RECIPIENT t JOIN COURSE.CARE_REPORT r ON r.ID = t.REPORT"
            + " WHERE r.KIND = ";
    assertEquals(
        count("SELECT COUNT(*) " + copies + "'PERIODIC'"),
        count("SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE WHERE KIND = 'report.addressed'"));
    assertEquals(
        count("SELECT COUNT(*) " + copies + "'PERIODIC' AND t.DELIVERED_ON IS NOT NULL"),
        count(
            "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN COURSE.REPORT_RECIPIENT t"
                + " ON t.ID = e.SOURCE AND t.DELIVERED_ON = e.HAPPENED_ON"
                + " WHERE e.KIND = 'report.delivered'"));
    assertEquals(
        count("SELECT COUNT(*) FROM COURSE.CARE_REPORT r WHERE r.KIND = 'ON_REQUEST'"),
        facts("report.asked", "r.ID = e.SOURCE AND r.DUE_ON = e.UNTIL_DAY"));
    assertEquals(
        count("SELECT COUNT(*) " + copies + "'ON_REQUEST' AND t.DELIVERED_ON IS NOT NULL"),
        facts("report.answered", "r.ID = e.SOURCE"));
  }

  /** Facts about the agreement of the report with which they are tied. */
  private int facts(String kind, String tied) throws SQLException {
    return count(
        "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN COURSE.CARE_REPORT r ON "
            + tied
            + " AND r.AGREEMENT = e.SUBJECT AND r.CASE_FILE = e.FILE WHERE e.PERSON IS NULL"
            + " AND e.SUBJECT_KIND = 'AGREEMENT' AND e.ORIGIN = 'course' AND e.REF <> ''"
            + " AND e.KIND = '"
            + kind
            + "'");
  }

  @Test
  void whatWasAskedForIsAnsweredAndBothAreTold() throws SQLException {
    fillWhole();
    int requests = count("SELECT COUNT(*) FROM CASE_REGISTRY.SERVICE_REQUEST");
    assertTrue(requests > AGREEMENTS * 3);
    for (String kind : List.of("service-request", "service-request-answered")) {
      assertEquals(
          requests,
          count(
              "SELECT COUNT(*) FROM CASE_REGISTRY.EVIDENCE e JOIN CASE_REGISTRY.TIMELINE t"
                  + " ON t.ORIGIN = e.ORIGIN AND t.SOURCE = e.SOURCE AND t.PERSON = e.PERSON"
                  + " WHERE e.KIND = '"
                  + kind
                  + "'"));
    }
    assertEquals(
        count("SELECT COUNT(*) FROM CASE_REGISTRY.PLACEMENT"),
        count("SELECT COUNT(*) FROM CASE_REGISTRY.COURT_DECISION"));
  }

  @Test
  void wordsOpenWithTheKeyOfTheirOwnerAndThatOneWithTheMasterKey() throws Exception {
    fillWhole();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT r.ID, r.FILE, r.WISH, k.WRAPPED FROM CASE_REGISTRY.SERVICE_REQUEST r"
                    + " JOIN HOUSE.DATA_KEY k ON k.OWNER_ID = r.FILE WHERE"
                    + " k.OWNER_KIND = 'CASE_FILE' AND k.KEY_VERSION = 1 AND k.GENERATION = 1")) {
      assertTrue(row.next());
      UUID request = Dialect.DERBY.key(row, 1);
      String owner = "CASE_FILE|" + Dialect.DERBY.key(row, 2);
      byte[] key =
          open(
              Seals.wrapping(MASTER).getEncoded(),
              "HOUSE.DATA_KEY.WRAPPED|" + owner + "|1",
              row.getBytes(4));
      assertEquals(
          Filling.WISH,
          new String(
              open(key, "SERVICE_REQUEST.WISH|" + request + "|" + owner, row.getBytes(3)), UTF_8));
    }
  }

  private static byte[] open(byte[] key, String place, byte[] sealed)
      throws GeneralSecurityException {
    assertEquals(1, sealed[0]);
    assertEquals(1, sealed[1]);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, sealed, 2, 12));
    cipher.updateAAD(("1|1|" + place).getBytes(UTF_8));
    return cipher.doFinal(sealed, 14, sealed.length - 14);
  }

  private int count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void command(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void scripts(String bundle) throws SQLException, IOException {
    try (Stream<Path> all = Files.list(CORE.resolve(bundle).resolve("src/main/resources/db"))) {
      for (Path script : all.filter(Files::isRegularFile).sorted().toList()) {
        run(script);
      }
    }
  }

  private void run(Path script) throws SQLException, IOException {
    String text =
        Files.readString(script)
            .replaceAll("--[^\n]*", "")
            .replace("${uuid}", "CHAR(16) FOR BIT DATA")
            .replace("${bytes}", "VARCHAR(32672) FOR BIT DATA")
            .replace("${blob}", "BLOB")
            .replace("${instant}", "TIMESTAMP");
    for (String statement : text.split(";")) {
      if (!statement.isBlank()) {
        command(statement);
      }
    }
  }

  private static String literal(UUID key) {
    return "X'" + key.toString().replace("-", "") + "'";
  }
}
