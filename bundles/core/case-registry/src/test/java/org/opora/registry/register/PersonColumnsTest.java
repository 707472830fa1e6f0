package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.opora.registry.files.application.OwnData;
import org.opora.registry.intake.application.IntakeData;
import org.opora.registry.kin.application.KinData;
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
          Map.entry("VISIT_CHILD.CHILD", "the same child is in VISIT_PERSON of that visit"),
          Map.entry("VISIT_VERSION_CHILD.CHILD", "the same child is in VISIT_VERSION_PERSON"),
          Map.entry("STAFF_CONFLICT_WALL.SUBJECT", "about a member of staff, not the person"),
          Map.entry(
              "KIN_HOUSEHOLD.OWNER",
              "holds the key of the name; members are asked, and it passes on"),
          Map.entry("PERSON_ADDRESS.ENDED_BY", "which entry ended it; the address is asked"),
          Map.entry("PERSON_REACH.ENDED_BY", "which entry ended it; the way is asked"));

  private static final Set<String> NAMES =
      Set.of("person", "child", "carer", "carer1", "carer2", "relative", "whom");
  private static final Pattern DECLARED = Pattern.compile("\\b([A-Z]\\w+)\\s+([a-z]\\w*)\\b");
  private static final Pattern ASKED = Pattern.compile("\\b(\\w+)\\.(\\w+)\\s*(?:=|IN)\\s*\\(?:");

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
    Transactions watched = new Watched(register.tx, asked);
    var keys = register.house.keys();
    for (PersonDataOwner owner :
        List.of(
            new OwnData(watched, keys),
            new KinData(watched, register.timeline, keys, register.change),
            new IntakeData(watched))) {
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

  /** Notes which attributes of which entities a query compares with a parameter. */
  private record Watched(Transactions real, Set<String> asked) implements Transactions {
    @Override
    public <T> T required(Function<EntityManager, T> work) {
      return real.required(em -> work.apply(watched(em)));
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
      return real.read(em -> work.apply(watched(em)));
    }

    @Override
    public <T> T separate(Function<EntityManager, T> work) {
      return real.separate(em -> work.apply(watched(em)));
    }

    @Override
    public void afterCommit(Runnable action) {
      real.afterCommit(action);
    }

    private EntityManager watched(EntityManager em) {
      return EntityManager.class.cast(
          Proxy.newProxyInstance(
              EntityManager.class.getClassLoader(),
              new Class<?>[] {EntityManager.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("createQuery")
                    && arguments[0] instanceof String query) {
                  note(em, query);
                }
                try {
                  return method.invoke(em, arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              }));
    }

    private void note(EntityManager em, String query) {
      Set<String> entities = new HashSet<>();
      em.getMetamodel().getEntities().forEach(type -> entities.add(type.getName()));
      Map<String, Set<String>> aliases = new HashMap<>();
      Matcher declared = DECLARED.matcher(query);
      while (declared.find()) {
        if (entities.contains(declared.group(1))) {
          aliases
              .computeIfAbsent(declared.group(2), first -> new HashSet<>())
              .add(declared.group(1));
        }
      }
      Matcher compared = ASKED.matcher(query);
      while (compared.find()) {
        String attribute = compared.group(2);
        aliases
            .getOrDefault(compared.group(1), Set.of())
            .forEach(entity -> asked.add(entity + "." + attribute));
      }
    }
  }
}
