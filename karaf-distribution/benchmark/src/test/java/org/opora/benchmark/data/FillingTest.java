package org.opora.benchmark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opora.benchmark.store.Dialect;

/** The made-up register fits the tables of the product as they are today. */
class FillingTest {
  private static final Path CORE = Path.of("../../bundles/core");
  private static final int PEOPLE = 300;
  private static final UUID WORKER = UUID.randomUUID();
  private Connection connection;
  private List<Worker> workers;

  @BeforeEach
  void makeTables() throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:derby:memory:filling;create=true");
    for (String schema : List.of("ACCESS", "CASE_REGISTRY")) {
      command("CREATE SCHEMA " + schema);
    }
    scripts("access");
    scripts("case-registry");
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
