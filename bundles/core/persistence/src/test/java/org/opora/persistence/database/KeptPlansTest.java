package org.opora.persistence.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.unit.Samples;

/**
 * Derby compiles a statement into a class, which costs a hundred times what the statement costs. It
 * passes over a setting whose name it does not know, so what counts is what it keeps.
 */
class KeptPlansTest {
  private static final int STATEMENTS_OF_A_DAY = 800;

  private final TestDatabase database = TestDatabase.open();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theStatementsOfADayStayCompiled() {
    Transactions left = database.add(Samples.left(), Samples.LEFT_SCRIPTS);
    for (int n = 0; n < STATEMENTS_OF_A_DAY; n++) {
      count(left, "SELECT COUNT(*) FROM LEFT_SIDE.NOTE WHERE WORDS = 'n" + n + "'");
    }
    int kept =
        count(
            left,
            "SELECT COUNT(*) FROM SYSCS_DIAG.STATEMENT_CACHE WHERE SQL_TEXT LIKE '%LEFT_SIDE.NOTE%'");
    assertTrue(kept >= STATEMENTS_OF_A_DAY, "statements kept: " + kept);
  }

  private static int count(Transactions tx, String sql) {
    List<?> found = tx.read(em -> em.createNativeQuery(sql).getResultList());
    return ((Number) found.get(0)).intValue();
  }
}
