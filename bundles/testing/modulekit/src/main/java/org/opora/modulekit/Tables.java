package org.opora.modulekit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.spi.Schema;

/**
 * The tables of a module as its scripts make them, held against its entities and against what its
 * schema says of them.
 */
final class Tables {
  /** Which scripts have run. */
  private static final String HISTORY = "SCHEMA_HISTORY";

  private static final Set<Integer> TEXT =
      Set.of(
          Types.VARCHAR,
          Types.CLOB,
          Types.LONGVARCHAR,
          Types.BLOB,
          Types.VARBINARY,
          Types.LONGVARBINARY,
          Types.BINARY);
  private static final Set<String> PEOPLE =
      Set.of("person", "child", "carer", "parent", "adult", "relative", "whom");
  private static final Set<String> FILES = Set.of("caseFile", "file", "childFile");

  private final Schema schema;

  /** Type of each column, by table. */
  private final Map<String, Map<String, Integer>> made;

  /** Fields that are kept, by table and column. */
  private final Map<String, Map<String, Field>> mapped = new TreeMap<>();

  private final List<String> faults = new ArrayList<>();

  private Tables(Connection connection, Schema schema) throws SQLException {
    this.schema = schema;
    this.made = made(connection, schema.unit().replace('-', '_'));
    schema.entities().forEach(this::map);
  }

  /**
   * @param connection to a database on which the scripts have run
   * @return a sentence for everything that is wrong
   */
  static List<String> faults(Connection connection, Schema schema) throws SQLException {
    Tables tables = new Tables(connection, schema);
    tables.compare();
    tables.mapped.forEach(tables::declared);
    tables.exist(schema.personColumns());
    tables.exist(schema.fileColumns());
    schema.entities().forEach(tables::versioned);
    return tables.faults;
  }

  /** Entities with a table: a mapped superclass has none of its own. */
  static List<Class<?>> own(Schema schema) {
    return schema.entities().stream()
        .filter(entity -> !entity.isAnnotationPresent(MappedSuperclass.class))
        .toList();
  }

  /** Every column that holds text or sealed words, as TABLE.COLUMN. */
  static Set<String> texts(Connection connection, Schema schema) throws SQLException {
    Set<String> texts = new TreeSet<>();
    new Tables(connection, schema)
        .made.forEach(
            (table, columns) ->
                columns.forEach(
                    (column, type) -> {
                      if (TEXT.contains(type)) {
                        texts.add(table + "." + column);
                      }
                    }));
    return texts;
  }

  /** The tables in which sealed words lie. */
  static Set<String> sealed(Schema schema) {
    Set<String> sealed = new TreeSet<>();
    for (Class<?> entity : schema.entities()) {
      if (columns(entity).values().stream().anyMatch(one -> one.getType() == byte[].class)) {
        sealed.add(table(entity));
      }
    }
    return sealed;
  }

  static String table(Class<?> entity) {
    Table table = entity.getAnnotation(Table.class);
    return upper(table == null || table.name().isEmpty() ? entity.getSimpleName() : table.name());
  }

  /** The field that is kept in a column. */
  static String field(Class<?> entity, String column) {
    return columns(entity).get(upper(column)).getName();
  }

  private static Map<String, Map<String, Integer>> made(Connection connection, String schema)
      throws SQLException {
    Map<String, Map<String, Integer>> made = new TreeMap<>();
    try (ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (rows.next()) {
        String table = upper(rows.getString("TABLE_NAME"));
        if (schema.equalsIgnoreCase(rows.getString("TABLE_SCHEM")) && !table.equals(HISTORY)) {
          made.computeIfAbsent(table, first -> new TreeMap<>())
              .put(upper(rows.getString("COLUMN_NAME")), key(rows));
        }
      }
    }
    return made;
  }

  /** Keys are bytes, too, where a database has no type for them. */
  private static int key(ResultSet column) throws SQLException {
    boolean key = column.getInt("DATA_TYPE") == Types.BINARY && column.getInt("COLUMN_SIZE") == 16;
    return key ? Types.OTHER : column.getInt("DATA_TYPE");
  }

  private void map(Class<?> entity) {
    if (entity.isAnnotationPresent(MappedSuperclass.class)) {
      // Its fields are met in every table that has them.
      return;
    }
    mapped.computeIfAbsent(table(entity), first -> new TreeMap<>()).putAll(columns(entity));
    for (Field field : fields(entity)) {
      if (field.isAnnotationPresent(ElementCollection.class)) {
        CollectionTable table = field.getAnnotation(CollectionTable.class);
        Map<String, Field> columns = new TreeMap<>();
        columns.put(name(field), field);
        for (JoinColumn join : table.joinColumns()) {
          columns.put(upper(join.name()), field);
        }
        mapped.put(upper(table.name()), columns);
      }
    }
  }

  private static Map<String, Field> columns(Class<?> type) {
    Map<String, Field> columns = new TreeMap<>();
    for (Field field : fields(type)) {
      if (field.isAnnotationPresent(Embedded.class)
          || field.isAnnotationPresent(EmbeddedId.class)) {
        columns.putAll(columns(field.getType()));
      } else if (!field.isAnnotationPresent(ElementCollection.class)) {
        columns.put(name(field), field);
      }
    }
    return columns;
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
      for (Field field : one.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())
            && !field.isSynthetic()
            && !field.isAnnotationPresent(Transient.class)) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static String name(Field field) {
    Column column = field.getAnnotation(Column.class);
    return upper(column == null || column.name().isEmpty() ? field.getName() : column.name());
  }

  private void compare() {
    made.forEach(
        (table, columns) -> {
          if (!mapped.containsKey(table)) {
            faults.add(table + " is a table and no entity");
            return;
          }
          Set<String> unread = new TreeSet<>(columns.keySet());
          unread.removeAll(mapped.get(table).keySet());
          unread.forEach(column -> faults.add(table + "." + column + " is read by no entity"));
        });
    mapped.forEach(
        (table, columns) -> {
          if (!made.containsKey(table)) {
            faults.add(table + " is an entity and no table");
            return;
          }
          Set<String> missing = new TreeSet<>(columns.keySet());
          missing.removeAll(made.get(table).keySet());
          missing.forEach(column -> faults.add(table + "." + column + " is no column"));
        });
  }

  /** By the type of the accessor, or by the name. */
  private void declared(String table, Map<String, Field> columns) {
    Set<String> people = upper(schema.personColumns());
    Set<String> files = upper(schema.fileColumns());
    columns.forEach(
        (name, field) -> {
          String column = table + "." + name;
          if (field.getType() == UUID.class) {
            if (speaksOf(field, PEOPLE, PersonId.class) && !people.contains(column)) {
              faults.add(column + " names a person and is not among the columns of people");
            }
            if (speaksOf(field, FILES, CaseFileId.class, ChildFileId.class)
                && !files.contains(column)) {
              faults.add(column + " names a file and is not among the columns of files");
            }
          }
          if (field.getType() == byte[].class && !name.endsWith("_S")) {
            faults.add(column + " is sealed and does not end in _S");
          }
        });
  }

  private static boolean speaksOf(Field field, Set<String> names, Class<?>... types) {
    boolean typed = false;
    boolean otherwise = false;
    for (var method : field.getDeclaringClass().getDeclaredMethods()) {
      if (method.getName().equals(field.getName()) && method.getParameterCount() == 0) {
        boolean fits = Set.of(types).contains(method.getReturnType());
        typed |= fits;
        otherwise |= !fits && method.getReturnType() != UUID.class;
      }
    }
    return typed || !otherwise && names.contains(field.getName());
  }

  private void exist(List<String> declared) {
    for (String one : upper(declared)) {
      String[] parts = one.split("\\.");
      if (!made.getOrDefault(parts[0], Map.of()).containsKey(parts[parts.length - 1])) {
        faults.add(one + " is declared and no column");
      }
    }
  }

  /** What changes after it was made can be changed by two at once. */
  private void versioned(Class<?> entity) {
    boolean versioned =
        fields(entity).stream().anyMatch(field -> field.isAnnotationPresent(Version.class));
    if (!versioned && changes(new ClassFileImporter().importClass(entity))) {
      faults.add(table(entity) + " is changed and has no version");
    }
  }

  private static boolean changes(JavaClass entity) {
    return entity.getFieldAccessesFromSelf().stream()
        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
        .filter(access -> access.getTargetOwner().equals(entity))
        .anyMatch(access -> access.getOwner() instanceof JavaMethod);
  }

  private static Set<String> upper(List<String> names) {
    Set<String> upper = new HashSet<>();
    names.forEach(name -> upper.add(upper(name)));
    return upper;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
