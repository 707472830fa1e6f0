package org.opora.persistence.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.persistence.migration.MigrationRefused.Ground;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

class MigrationsTest {
  private static final Script FIRST =
      new Script("V001__one.sql", "CREATE TABLE SOME_UNIT.ONE (ID ${uuid} NOT NULL)");
  private static final Script SECOND =
      new Script(
          "V002__two.sql",
          "CREATE TABLE SOME_UNIT.TWO (A ${instant}, B ${bytes}, C ${blob}, D ${text})");

  private static Scripts of(Script... scripts) {
    return dialect -> List.of(scripts);
  }

  private static Ground refused(Migrations migrations, Scripts scripts) {
    return assertThrows(MigrationRefused.class, () -> migrations.migrate("some-unit", scripts))
        .ground();
  }

  @ParameterizedTest
  @EnumSource
  void eachScriptRunsOnce(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Migrations migrations = new Migrations(database.foundation().database());
      assertEquals(1, migrations.migrate("some-unit", of(FIRST)));
      assertEquals(1, migrations.migrate("some-unit", of(FIRST, SECOND)));
      assertEquals(0, migrations.migrate("some-unit", of(FIRST, SECOND)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedScriptIsRefused(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Migrations migrations = new Migrations(database.foundation().database());
      migrations.migrate("some-unit", of(FIRST));
      Script changed = new Script(FIRST.name(), FIRST.sql() + "; CREATE TABLE SOME_UNIT.X (A INT)");
      assertEquals(Ground.CHANGED, refused(migrations, of(changed)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesNewerThanTheBundleAreRefused(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Migrations migrations = new Migrations(database.foundation().database());
      migrations.migrate("some-unit", of(FIRST, SECOND));
      assertEquals(Ground.NEWER, refused(migrations, of(FIRST)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aScriptThatFailsLeavesNothingOfItself(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Migrations migrations = new Migrations(database.foundation().database());
      Script broken =
          new Script("V002__two.sql", "CREATE TABLE SOME_UNIT.TWO (A INT); CREATE NONSENSE");
      assertEquals(Ground.FAILED, refused(migrations, of(FIRST, broken)));
      assertEquals(1, migrations.migrate("some-unit", of(FIRST, SECOND)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMisnamedScriptIsRefusedRatherThanForgotten(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Migrations migrations = new Migrations(database.foundation().database());
      assertTrue(
          List.of(Ground.FAILED, Ground.CHANGED)
              .contains(
                  refused(
                      migrations, of(FIRST, new Script("V2_two.sql", "CREATE TABLE X (A INT)")))));
    }
  }
}
