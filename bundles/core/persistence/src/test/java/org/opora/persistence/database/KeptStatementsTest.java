package org.opora.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.derby.iapi.jdbc.EnginePreparedStatement;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
  private static final String ALL = "SELECT N FROM T WHERE N >= ? ORDER BY N";
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    EmbeddedDataSource derby = new EmbeddedDataSource();
    derby.setDatabaseName("memory:kept");
    derby.setCreateDatabase("create");
    connection = KeptStatements.over(derby).getConnection();
    run("CREATE TABLE T (N INT NOT NULL PRIMARY KEY)");
    run("INSERT INTO T VALUES 1, 2, 3");
  }

  @AfterEach
  void drop() throws SQLException {
    connection.close();
    EmbeddedDataSource derby = new EmbeddedDataSource();
    derby.setDatabaseName("memory:kept");
    derby.setConnectionAttributes("drop=true");
    assertThrows(SQLException.class, derby::getConnection);
  }

  @Test
  void whatWasPreparedIsUsedAgain() throws SQLException {
    Object first = machinery(ALL);
    assertSame(first, machinery(ALL));
    assertEquals(2, count(2));
    assertEquals(3, count(1));
  }

  @Test
  void twoAtOnceDoNotShareOne() throws SQLException {
    try (PreparedStatement one = connection.prepareStatement(ALL);
        PreparedStatement other = connection.prepareStatement(ALL)) {
      one.setInt(1, 1);
      other.setInt(1, 3);
      try (ResultSet outer = one.executeQuery();
          ResultSet inner = other.executeQuery()) {
        assertTrue(outer.next());
        assertTrue(inner.next());
        assertEquals(1, outer.getInt(1));
        assertEquals(3, inner.getInt(1));
      }
    }
    assertEquals(3, count(1));
  }

  @Test
  void aSettingOfOneIsNotTheNextOnes() throws SQLException {
    Object kept = machinery(ALL);
    try (PreparedStatement one = connection.prepareStatement(ALL)) {
      one.setMaxRows(1);
      one.setInt(1, 1);
      assertEquals(1, rows(one));
    }
    assertNotSame(kept, machinery(ALL));
    assertEquals(3, count(1));
  }

  @Test
  void aValueOfOneIsNotTheNextOnes() throws SQLException {
    assertEquals(3, count(1));
    try (PreparedStatement next = connection.prepareStatement(ALL)) {
      assertThrows(SQLException.class, next::executeQuery);
    }
    assertEquals(3, count(1));
  }

  @Test
  void whatFailedIsNotKept() throws SQLException {
    String insert = "INSERT INTO T VALUES ?";
    try (PreparedStatement twice = connection.prepareStatement(insert)) {
      twice.setInt(1, 1);
      assertThrows(SQLException.class, twice::executeUpdate);
    }
    try (PreparedStatement next = connection.prepareStatement(insert)) {
      next.setInt(1, 4);
      assertEquals(1, next.executeUpdate());
    }
    assertEquals(4, count(1));
  }

  @Test
  void aBatchThatWasNeverSentIsForgotten() throws SQLException {
    String insert = "INSERT INTO T VALUES ?";
    try (PreparedStatement given = connection.prepareStatement(insert)) {
      given.setInt(1, 7);
      given.addBatch();
    }
    try (PreparedStatement next = connection.prepareStatement(insert)) {
      next.setInt(1, 8);
      next.addBatch();
      assertEquals(1, next.executeBatch().length);
    }
    assertEquals(4, count(1));
  }

  @Test
  void rowsLeftOpenEndWithTheirStatement() throws SQLException {
    PreparedStatement careless = connection.prepareStatement(ALL);
    careless.setInt(1, 1);
    ResultSet left = careless.executeQuery();
    assertTrue(left.next());
    assertFalse(careless.isClosed());
    careless.close();
    careless.close();
    assertTrue(left.isClosed());
    assertTrue(careless.isClosed());
    assertThrows(SQLException.class, careless::executeQuery);
    // Nobody holds on to the table.
    run("DROP TABLE T");
  }

  @Test
  void tablesMayChangeUnderneath() throws SQLException {
    assertEquals(3, count(1));
    run("ALTER TABLE T ADD COLUMN M INT");
    run("CREATE INDEX T_N ON T (N DESC)");
    assertEquals(3, count(1));
    run("DROP TABLE T");
    assertThrows(SQLException.class, () -> count(1));
    run("CREATE TABLE T (N INT NOT NULL)");
    run("INSERT INTO T VALUES 9");
    assertEquals(1, count(1));
  }

  @Test
  void theEldestMakeRoom() throws SQLException {
    Object eldest = machinery(ALL);
    for (int i = 0; i < KeptStatements.MOST; i++) {
      machinery("SELECT N FROM T WHERE N = " + i);
    }
    assertNotSame(eldest, machinery(ALL));
  }

  private Object machinery(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.unwrap(EnginePreparedStatement.class);
    }
  }

  private int count(int from) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setInt(1, from);
      return rows(statement);
    }
  }

  private static int rows(PreparedStatement statement) throws SQLException {
    int rows = 0;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows++;
      }
    }
    return rows;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
