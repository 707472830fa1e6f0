package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.access.OnEveryDatabase;
import org.opora.access.TestHouse;
import org.opora.access.contributions.AuditHealth;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.AuditTrail.Verdict;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * Whoever takes a look out of the index, so that the person who asks is not told of it, is found
 * out; and what was taken away is there again.
 */
@OnEveryDatabase
class AuditIndexTest {
  private static final int LOOKS = 5;

  @Parameter Product product;
  private TestHouse house;
  private Viewer director;
  private List<Subject> people;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    director = house.viewer(StaffId.next(), Map.of(AuditTrail.READ, Reach.ALL));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM ACCESS.AUDIT_SUBJECT",
        "DELETE FROM ACCESS.AUDIT_SUBJECT WHERE seq = (SELECT MAX(seq) FROM ACCESS.AUDIT_SUBJECT)",
        "UPDATE ACCESS.AUDIT_SUBJECT SET seq = seq + 1000000",
        "UPDATE ACCESS.AUDIT_SUBJECT SET seq = -seq",
        "UPDATE ACCESS.AUDIT_INDEXED SET seq = seq + 1000000",
        "UPDATE ACCESS.AUDIT_INDEXED SET seq = 0",
        "DELETE FROM ACCESS.AUDIT_INDEXED"
      })
  void whatIsTakenOutIsMissed(String sql) throws SQLException {
    looks();
    assertTrue(verify().intact());
    change(sql);

    Verdict verdict = verify();
    Long told = house.access.audit() instanceof AuditTrailService trail ? trail.fault() : null;
    assertFalse(verdict.intact() && told == null, "nobody noticed");
    assertEquals(Level.WARNING, health(), "and who looks after the house is told");

    assertFound();
    assertTrue(verify().intact(), "it is made again");
    assertEquals(Level.OK, health());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, LOOKS - 1})
  void itSaysWhichLookIsMissing(int which) throws SQLException {
    long before = verify().rows();
    looks();
    long row = before + 1 + which;
    change("DELETE FROM ACCESS.AUDIT_SUBJECT WHERE seq = " + row);
    assertEquals(row, verify().firstFault());
    assertFound();
  }

  private void looks() {
    people = new ArrayList<>();
    for (int at = 0; at < LOOKS; at++) {
      Subject person = new Subject(Kind.PERSON, Ids.next());
      people.add(person);
      house.access.audit().read(director, "GET /people/{person}", List.of(person));
    }
    verify();
  }

  private Verdict verify() {
    return house.access.audit().verify();
  }

  private void assertFound() {
    LocalDate today = director.today();
    for (Subject person : people) {
      assertEquals(
          1,
          house
              .access
              .reader()
              .page(director, Wanted.of(today, today).about(List.of(person)), null, 10)
              .items()
              .size());
    }
  }

  private Level health() {
    return new AuditHealth((AuditTrailService) house.access.audit()).check().level();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
