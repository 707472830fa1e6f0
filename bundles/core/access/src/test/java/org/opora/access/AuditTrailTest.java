package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.AuditTrail.Verdict;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Unrecorded;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** The trail in a real database: what was acknowledged is there, and what was changed is found. */
@OnEveryDatabase
class AuditTrailTest {
  @Parameter Product product;
  private TestHouse house;
  private Viewer viewer;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    viewer = house.viewer(StaffId.next(), Map.of("access.audit", Reach.ALL));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void eightThreadsWriteOneRowForEachCall() throws Exception {
    long before = count("SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT");
    TestHouse.together(
        8,
        () -> {
          for (int i = 0; i < 50; i++) {
            Subject file = new Subject(Kind.CASE_FILE, Ids.next());
            house.access.audit().read(viewer, "registry.read", List.of(file));
            assertEquals(
                1,
                count(
                    "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE subjects = 'C"
                        + file.id().toString().replace("-", "")
                        + "'"),
                "the row is there when the call returns, once");
          }
          return null;
        });
    assertEquals(before + 400, count("SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT"));
    Verdict verdict = house.access.audit().verify();
    assertTrue(verdict.intact());
    assertEquals(before + 400, verdict.rows());
    assertEquals(0, count("SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE seq IS NULL"));
  }

  @Test
  void aRowOfAWriteGoesWithItsTransaction() {
    long before = house.access.audit().verify().rows();
    assertThrows(
        IllegalStateException.class,
        () ->
            house.tx.run(
                em -> {
                  house.access.audit().wrote(viewer, "registry.write", List.of());
                  throw new IllegalStateException("the change fails");
                }));
    assertEquals(before, house.access.audit().verify().rows());
    house.tx.run(em -> house.access.audit().wrote(viewer, "registry.write", List.of()));
    assertEquals(before + 1, house.access.audit().verify().rows());
  }

  /**
   * A reader waits for its row while it holds a connection: as many of them as there are must not
   * block each other.
   */
  @Test
  void readersInsideTransactionsDoNotStarveTheWriter() throws Exception {
    long before = house.access.audit().verify().rows();
    TestHouse.together(
        32,
        () ->
            house.tx.read(
                em -> {
                  em.createQuery("SELECT COUNT(r) FROM Role r", Long.class).getSingleResult();
                  house.access.audit().read(viewer, "registry.read", List.of());
                  return null;
                }));
    assertEquals(before + 32, house.access.audit().verify().rows());
  }

  @Test
  void wordsThatCannotBeStoredAsTheyAreBecomeHarmless() {
    house.access.audit().noted(null, "x".repeat(500), "Žluťoučký\u0000\n" + "y".repeat(999));
    Subject person = new Subject(Kind.PERSON, Ids.next());
    List<Subject> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(person);
    }
    long before = house.access.audit().verify().rows();
    house.access.audit().read(viewer, "registry.list", many);
    Verdict verdict = house.access.audit().verify();
    assertTrue(verdict.intact());
    assertEquals(before + 3, verdict.rows(), "ninety subjects to a row");
  }

  @Test
  void whatWasLeftUnsealedIsSealedAtTheNextStart() throws SQLException {
    house.access.aliases().join(PersonId.next(), PersonId.next());
    house.access.close();
    assertThrows(
        Unrecorded.class,
        () -> house.access.audit().noted(null, "test.too-late", null),
        "what cannot be recorded does not happen");
    long before = count("SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT");
    // As a process that died between the commit and the seal leaves it. The key is borrowed from a
    // row that has one.
    change(
        "INSERT INTO ACCESS.AUDIT_EVENT (id, happened, outcome, act, subjects)"
            + " SELECT canonical, 5, 'NOTED', 'test.left', '' FROM ACCESS.CANONICAL_PERSON");
    house.start();
    Verdict verdict = house.access.audit().verify();
    assertTrue(verdict.intact());
    assertEquals(before + 1, verdict.rows());
  }

  @Test
  void everyChangedColumnIsFoundAndPutBackItIsWhole() throws SQLException {
    TestHouse shared = house;
    try (TestHouse own = new TestHouse(product)) {
      house = own;
      changeEverything();
    } finally {
      house = shared;
    }
  }

  private void changeEverything() throws SQLException {
    for (int i = 0; i < 30; i++) {
      house
          .access
          .audit()
          .read(viewer, "registry.read", List.of(new Subject(Kind.PERSON, Ids.next())));
      house.access.audit().noted(viewer.staff(), "access.test", "step=" + i);
      house.clock.pass(Duration.ofHours(7));
    }
    long rows = house.access.audit().verify().rows();
    for (long seq = rows - 2; seq <= rows; seq++) {
      long row = seq;
      for (String change :
          List.of(
              "happened = happened + 1",
              "outcome = 'WROTE'",
              "act = 'access.other'",
              "act = act || ' '",
              "subjects = subjects || 'P00000000000000000000000000000001'",
              "subjects = subjects || 'x'",
              "detail = 'other'",
              "detail = ''",
              "request = 'other'",
              "staff = NULL",
              "mac = " + otherFirstDigit("mac"),
              "mac = NULL",
              "seq = seq + 1000000",
              "seq = NULL")) {
        tampered(
            () -> change("UPDATE ACCESS.AUDIT_EVENT SET " + change + " WHERE seq = " + row), row);
      }
      tampered(() -> change("DELETE FROM ACCESS.AUDIT_EVENT WHERE seq = " + row), row);
      tampered(() -> swap(row - 1, row), row - 1);
      tampered(() -> change("UPDATE ACCESS.AUDIT_EVENT SET seq = -seq WHERE seq = " + row), 1L);
    }
    tampered(() -> change("DELETE FROM ACCESS.AUDIT_EVENT WHERE seq > " + (rows - 3)), rows - 2);
    tampered(() -> change("DELETE FROM ACCESS.AUDIT_HEAD WHERE id = 'current'"), rows + 1);
    tampered(() -> change("UPDATE ACCESS.AUDIT_HEAD SET seal = " + otherFirstDigit("seal")), null);
    tampered(
        () ->
            change(
                "UPDATE ACCESS.AUDIT_HEAD SET seal = 'x' WHERE id ="
                    + " (SELECT MIN(h.id) FROM ACCESS.AUDIT_HEAD h WHERE h.id <> 'current')"),
        null);
    tampered(() -> change("UPDATE ACCESS.AUDIT_HEAD SET seq = seq - 1 WHERE id = 'current'"), null);
    assertTrue(house.access.audit().verify().intact());
    assertEquals(rows, house.access.audit().verify().rows());
  }

  /** A fixed digit would now and then be the one that stands there already. */
  private static String otherFirstDigit(String column) {
    return ("CASE WHEN SUBSTR(%1$s, 1, 1) = '0' THEN '1' ELSE '0' END || SUBSTR(%1$s, 2)")
        .formatted(column);
  }

  /** Whoever knows the format and the key needs nothing of this house to check the export. */
  @Test
  void theExportIsCheckedWithTheJdkAlone() throws Exception {
    house.access.audit().read(viewer, "registry.read", List.of());
    house.access.audit().verify();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    house.access.export().export(viewer, out);
    String[] lines = out.toString(StandardCharsets.US_ASCII).split("\n");
    assertEquals("opora-audit-1", lines[0]);

    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Files.readAllBytes(house.houseDatabase().keyFolder().resolve("audit.key"));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] previous = new byte[32];
    long seq = 0;
    Map<String, String> heads = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts[0].equals("E")) {
        byte[] record = Base64.getDecoder().decode(parts[1]);
        ByteBuffer fields = ByteBuffer.wrap(record);
        byte[] format = new byte[fields.getInt()];
        fields.get(format);
        assertEquals("opora-audit-1", new String(format, StandardCharsets.US_ASCII));
        assertEquals(8, fields.getInt());
        assertEquals(++seq, fields.getLong());
        mac.update(previous);
        previous = mac.doFinal(record);
        assertEquals(parts[2], HexFormat.of().formatHex(previous));
      } else if (parts[0].equals("H")) {
        heads.put(parts[1], parts[2] + " " + parts[3]);
      }
    }
    assertTrue(seq > 0);
    assertEquals(seq + " " + HexFormat.of().formatHex(previous), heads.get("current"));
    Viewer nobody = house.viewer(StaffId.next(), Map.of());
    assertThrows(NotAllowed.class, () -> house.access.export().export(nobody, out));
  }

  private interface Tampering {
    void run() throws SQLException;
  }

  /** Changes, asks, and puts everything back as it was. */
  private void tampered(Tampering tampering, Long firstFault) throws SQLException {
    List<List<Object>> events = rows("ACCESS.AUDIT_EVENT");
    List<List<Object>> heads = rows("ACCESS.AUDIT_HEAD");
    tampering.run();
    Verdict verdict = house.access.audit().verify();
    change("DELETE FROM ACCESS.AUDIT_EVENT");
    change("DELETE FROM ACCESS.AUDIT_HEAD");
    put("ACCESS.AUDIT_EVENT", events);
    put("ACCESS.AUDIT_HEAD", heads);
    assertFalse(verdict.intact());
    if (firstFault != null) {
      assertEquals(firstFault, verdict.firstFault());
    }
  }

  private void swap(long one, long other) throws SQLException {
    change("UPDATE ACCESS.AUDIT_EVENT SET seq = 999999999 WHERE seq = " + one);
    change("UPDATE ACCESS.AUDIT_EVENT SET seq = " + one + " WHERE seq = " + other);
    change("UPDATE ACCESS.AUDIT_EVENT SET seq = " + other + " WHERE seq = 999999999");
  }

  private List<List<Object>> rows(String table) throws SQLException {
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
      List<List<Object>> rows = new ArrayList<>();
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int at = 1; at <= width; at++) {
          row.add(found.getObject(at));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private void put(String table, List<List<Object>> rows) throws SQLException {
    int width = rows.get(0).size();
    try (Connection connection = house.houseDatabase().connection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(width - 1) + ")")) {
      for (List<Object> row : rows) {
        for (int at = 1; at <= width; at++) {
          insert.setObject(at, row.get(at - 1));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
