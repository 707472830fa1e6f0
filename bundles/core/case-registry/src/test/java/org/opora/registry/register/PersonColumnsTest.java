package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.RegistrySchema;
import org.opora.testkit.OnEveryDatabase;

/**
 * No column that names a person is forgotten: it is declared, so that it counts in a merge and
 * wherever somebody asks whether anything is known of a person, and one of those who answer for the
 * data of a person asks it. A room that is added later fails here until it says who does.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonColumnsTest {
  private static final String JOURNAL =
      "journal of imports: what a row of the file became; it says nothing of them";

  /** Columns that name a person and are not declared, each with the reason. */
  private static final Map<String, String> NOT_DECLARED =
      Map.ofEntries(
          Map.entry("PERSON.ID", "the person itself"),
          Map.entry("TIMELINE.PERSON", "at whom a wall closes the entry; the record is asked"),
          Map.entry("PERSON_WORD.PERSON", "words of the name, written and erased with it"),
          Map.entry("IMPORT_ROW.CHILD", JOURNAL),
          Map.entry("IMPORT_FAMILY.CARER1", JOURNAL),
          Map.entry("IMPORT_FAMILY.CARER2", JOURNAL),
          Map.entry("IMPORTED.CHILD", JOURNAL),
          Map.entry("IMPORTED.CARER1", JOURNAL),
          Map.entry("IMPORTED.CARER2", JOURNAL),
          Map.entry("OPENING_BALANCE.PERSON", "came with the file; what it proves is in EVIDENCE"));

  /**
   * Declared columns that nobody who answers for the data of a person asks, each with the reason.
   */
  private static final Map<String, String> NOBODYS =
      Map.ofEntries(
          Map.entry("CHILD_FILE.CHILD", "says only whose sub-file it is; what is in it is asked"),
          Map.entry("DOUBT.PERSON", "a question of the register to itself; the stays are asked"),
          Map.entry("RAISED_WALL.PERSON", "who of the staff must not know of them, and why"),
          Map.entry("STAFF_CONFLICT_WALL.SUBJECT", "about a member of staff, not the person"),
          Map.entry(
              "KIN_HOUSEHOLD.OWNER",
              "holds the key of the name; members are asked, and it passes on"),
          Map.entry("PERSON_ADDRESS.ENDED_BY", "which entry ended it; the address is asked"),
          Map.entry("PERSON_REACH.ENDED_BY", "which entry ended it; the way is asked"));

  private static final Set<String> NAMES =
      Set.of("person", "child", "carer", "carer1", "carer2", "relative", "whom");

  @Parameter TestDatabase.Product product;
  private Register register;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void everyColumnThatNamesAPersonIsDeclared() {
    Set<String> named = register.tx.read(PersonColumnsTest::named);
    assertTrue(named.contains("PLACEMENT.CHILD") && named.contains("TASK.PERSON"), "it looks");
    Set<String> forgotten = new TreeSet<>(named);
    forgotten.removeAll(declared());
    assertEquals(NOT_DECLARED.keySet(), forgotten, "declare it in the tables of its room");
  }

  @Test
  void everyDeclaredColumnIsAskedByWhoeverAnswersForThePerson() {
    Set<String> asked = new HashSet<>();
    Transactions watched = new Watched(register.tx, asked, new HashSet<>());
    for (PersonDataOwner owner : Watched.owners(register, watched)) {
      Set<PersonId> nobody = Set.of(PersonId.next());
      assertEquals(0, owner.count(nobody));
      assertEquals(List.of(), owner.export(nobody));
      assertEquals(List.of(), owner.review(nobody));
    }
    Set<String> forgotten = new TreeSet<>(declared());
    forgotten.removeAll(columns(asked));
    assertEquals(NOBODYS.keySet(), forgotten, "count it, export it or name it for review");
  }

  private static Set<String> declared() {
    return new TreeSet<>(new RegistrySchema().personColumns());
  }

  /** By the type of the accessor, by the foreign key, or by the name. */
  private static Set<String> named(EntityManager em) {
    Set<String> named = new TreeSet<>(foreignKeys(em.unwrap(Connection.class)));
    List<Class<?>> own = new RegistrySchema().entities();
    for (EntityType<?> type : em.getMetamodel().getEntities()) {
      if (!own.contains(type.getJavaType())) {
        // What access publishes is read here and kept there.
        continue;
      }
      for (Attribute<?, ?> attribute : type.getAttributes()) {
        if (attribute.getJavaType() == UUID.class
            && (NAMES.contains(attribute.getName()) || speaksOf(type, attribute))) {
          named.add(column(type, attribute.getName()));
        }
      }
    }
    return named;
  }

  private static boolean speaksOf(EntityType<?> type, Attribute<?, ?> attribute) {
    return Arrays.stream(type.getJavaType().getDeclaredMethods())
        .anyMatch(
            method ->
                method.getName().equals(attribute.getName())
                    && method.getParameterCount() == 0
                    && method.getReturnType() == PersonId.class);
  }

  private static Set<String> foreignKeys(Connection connection) {
    Set<String> columns = new HashSet<>();
    try {
      for (String name : List.of("PERSON", "person")) {
        try (ResultSet keys =
            connection.getMetaData().getExportedKeys(null, schema(connection), name)) {
          while (keys.next()) {
            columns.add(
                (keys.getString("FKTABLE_NAME") + "." + keys.getString("FKCOLUMN_NAME"))
                    .toUpperCase(Locale.ROOT));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return columns;
  }

  private static String schema(Connection connection) throws SQLException {
    return connection.getMetaData().storesLowerCaseIdentifiers()
        ? "case_registry"
        : "CASE_REGISTRY";
  }

  private Set<String> columns(Set<String> asked) {
    return register.tx.read(
        em -> {
          Map<String, EntityType<?>> types = new HashMap<>();
          em.getMetamodel().getEntities().forEach(type -> types.put(type.getName(), type));
          Set<String> columns = new HashSet<>();
          for (String one : asked) {
            String[] parts = one.split("\\.");
            columns.add(column(types.get(parts[0]), parts[1]));
          }
          return columns;
        });
  }

  private static String column(EntityType<?> type, String attribute) {
    Table table = type.getJavaType().getAnnotation(Table.class);
    return (table.name() + "." + column(type.getJavaType(), attribute)).toUpperCase(Locale.ROOT);
  }

  private static String column(Class<?> type, String attribute) {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().equals(attribute)) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? attribute : column.name();
      }
    }
    return attribute;
  }
}
