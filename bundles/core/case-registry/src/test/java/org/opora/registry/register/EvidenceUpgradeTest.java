package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.RegistrySchema;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.testkit.OnEveryDatabase;

/** What was proven before evidence was about more than people is proven after it as well. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceUpgradeTest {
  private static final int BEFORE = 287;
  private static final String UNIT = "case-registry";
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final UUID FILE = UUID.randomUUID();
  private static final UUID CARER = UUID.randomUUID();
  private static final UUID CHILD = UUID.randomUUID();
  private static final UUID REQUEST = UUID.randomUUID();

  @Parameter Product product;

  /** The scripts of the register as they were. */
  private static Scripts before() {
    Scripts all = Scripts.beside(RegistrySchema.class);
    return dialect ->
        all.of(dialect).stream()
            .filter(
                script ->
                    Integer.parseInt(script.name().substring(1, script.name().indexOf("__")))
                        <= BEFORE)
            .toList();
  }

  @Test
  void everyRowIsAboutThePersonItWasAbout() {
    UUID visit = UUID.randomUUID();
    UUID contact = UUID.randomUUID();
    UUID asked = UUID.randomUUID();
    UUID answered = UUID.randomUUID();
    UUID untold = UUID.randomUUID();
    try (TestDatabase database = TestDatabase.open(product)) {
      Transactions old = database.add(new RegistrySchema(), before());
      old.run(
          em -> {
            Connection connection = em.unwrap(Connection.class);
            evidence(connection, "visit", visit, CARER, false);
            evidence(connection, "visit", visit, CHILD, false);
            evidence(connection, "visit", contact, CHILD, true);
            evidence(connection, "service-request", asked, CARER, false);
            evidence(connection, "service-request-answered", answered, CARER, false);
            evidence(connection, "service-request", untold, CARER, false);
            entry(connection, visit, "/visits/" + visit);
            entry(connection, asked, "/files/" + FILE + "/requests/" + REQUEST);
            entry(connection, answered, "/files/" + FILE + "/requests/" + REQUEST);
          });
      assertTrue(database.remove(UNIT));

      Transactions now = database.add(new RegistrySchema());
      List<EvidenceFact> facts =
          now.read(
              em ->
                  em.createQuery("SELECT e FROM EvidenceFact e", EvidenceFact.class)
                      .getResultList());
      assertEquals(6, facts.size());
      for (EvidenceFact fact : facts) {
        assertEquals("PERSON", fact.about().kind());
        assertEquals(new CaseFileId(FILE), fact.about().file());
        assertEquals(DAY, fact.day());
        assertNull(fact.until());
        assertNull(fact.form());
      }
      Map<String, EvidenceFact> found =
          facts.stream()
              .collect(
                  Collectors.toMap(
                      fact -> fact.source().record() + " " + fact.about().subject(),
                      Function.identity()));
      assertNull(found.get(visit + " " + CARER).ref());
      assertNull(found.get(visit + " " + CHILD).ref());
      assertTrue(found.get(contact + " " + CHILD).openingBalance());
      assertEquals(REQUEST.toString(), found.get(asked + " " + CARER).ref());
      assertEquals(REQUEST.toString(), found.get(answered + " " + CARER).ref());
      assertNull(found.get(untold + " " + CARER).ref(), "nothing says which request it was");
    }
  }

  @Test
  void whatWasConfirmedOfAnotherTimeIsAskedAgain() {
    UUID balance = UUID.randomUUID();
    UUID visit = UUID.randomUUID();
    try (TestDatabase database = TestDatabase.open(product)) {
      Transactions old = database.add(new RegistrySchema(), before());
      old.run(
          em -> {
            Connection connection = em.unwrap(Connection.class);
            insert(
                connection,
                "INSERT INTO CASE_REGISTRY.OPENING_BALANCE (ID, VERSION, CASE_FILE, PERSON, KIND,"
                    + " QUANTITY, AS_OF, CONFIRMED_ON, CONFIRMED_BY) VALUES (?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?)",
                balance,
                2L,
                FILE,
                CARER,
                "EDUCATION_HOURS",
                new BigDecimal("26.5"),
                DAY,
                DAY,
                UUID.randomUUID());
            evidence(connection, "education", balance, CARER, true);
            evidence(connection, "visit", visit, CARER, true);
          });
      assertTrue(database.remove(UNIT));

      Transactions now = database.add(new RegistrySchema());
      OpeningBalance row = now.read(em -> em.find(OpeningBalance.class, balance));
      assertNull(row.confirmedOn());
      assertNull(row.confirmedBy());
      assertEquals(0, new BigDecimal("26.5").compareTo(row.quantity()), "as it came");
      assertEquals(
          List.of(visit),
          now
              .read(
                  em ->
                      em.createQuery("SELECT e FROM EvidenceFact e", EvidenceFact.class)
                          .getResultList())
              .stream()
              .map(fact -> fact.source().record())
              .toList(),
          "it proves nothing until somebody has said what it is");
    }
  }

  private void evidence(
      Connection connection, String kind, UUID source, UUID person, boolean opening) {
    insert(
        connection,
        "INSERT INTO CASE_REGISTRY.EVIDENCE (ID, ORIGIN, KIND, SOURCE, FILE, PERSON, HAPPENED_ON,"
            + " OPENING_BALANCE) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        UNIT,
        kind,
        source,
        FILE,
        person,
        DAY,
        opening);
  }

  private void entry(Connection connection, UUID source, String href) {
    insert(
        connection,
        "INSERT INTO CASE_REGISTRY.TIMELINE (ID, ORIGIN, KIND, SOURCE, SUBJECT_KIND, SUBJECT,"
            + " HAPPENED_ON, PERMISSION, DATA_CLASS, TITLE_CS, TITLE_PL, TITLE_EN, WRITTEN_BY,"
            + " HREF) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        UNIT,
        "visit",
        source,
        "FILE",
        FILE,
        DAY,
        "files.read",
        "RECORD",
        "Zápis",
        "Zapis",
        "Record",
        UUID.randomUUID(),
        href);
  }

  private void insert(Connection connection, String sql, Object... values) {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, stored(values[i]));
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object stored(Object value) {
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return value instanceof UUID key && product == Product.DERBY
        ? ByteBuffer.allocate(16)
            .putLong(key.getMostSignificantBits())
            .putLong(key.getLeastSignificantBits())
            .array()
        : value;
  }
}
