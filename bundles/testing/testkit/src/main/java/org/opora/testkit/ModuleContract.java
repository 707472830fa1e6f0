package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * What every module owes the house. A module's test extends it and hands over its reception, its
 * schema and its routes; the rest is read from what the build made.
 */
public abstract class ModuleContract {
  private static final Set<String> ROLES = Set.copyOf(DefaultTable.reviewed().roles());
  private static final Set<DataClass> WITHOUT_CLIENTS =
      Set.of(DataClass.TECHNICAL, DataClass.ADMINISTRATION);

  /** Last words of the names of permissions that change something. */
  private static final Set<String> CHANGING =
      Set.of("write", "record", "rooms", "manage", "approve");

  /** Last words of permissions that say in every module the same. */
  private static final Set<String> EVERYWHERE =
      Set.of("read", "write", "record", "manage", "approve");

  private static final Pattern ALLOWED_IMPORT =
      Pattern.compile("(java|javax|jakarta\\.persistence|org\\.opora\\.api|org\\.slf4j)(\\..*)?");
  private static final Pattern CLAUSE = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  /** The reception. */
  protected abstract Module module();

  /** The schema, or null for a module without tables. */
  protected abstract Schema schema();

  /** Every set of routes, made without a framework. */
  protected abstract List<RouteSet> routes();

  /** The rules of the centre that it brings. */
  protected List<DutyRules> promises() {
    return List.of();
  }

  private Path classes() {
    try {
      return Path.of(
          module().getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Attributes manifest() throws Exception {
    try (InputStream in = Files.newInputStream(classes().resolve("META-INF/MANIFEST.MF"))) {
      return new Manifest(in).getMainAttributes();
    }
  }

  @Test
  void itsManifestAsksForTheContractsAndOffersNothing() throws Exception {
    Attributes manifest = manifest();
    assertEquals("org.opora." + module().id(), manifest.getValue("Bundle-SymbolicName"));
    for (String header :
        List.of("Export-Package", "DynamicImport-Package", "Require-Bundle", "Bundle-Activator")) {
      assertNull(manifest.getValue(header), header);
    }
    String imports = manifest.getValue("Import-Package");
    assertTrue(!imports.contains("resolution:=optional"), "optional imports: " + imports);
    assertAll(
        Stream.of(CLAUSE.split(imports))
            .map(clause -> clause.split(";")[0].strip())
            .map(
                name ->
                    () -> assertTrue(ALLOWED_IMPORT.matcher(name).matches(), "imports " + name)));
  }

  @Test
  void everythingLiesInItsRoom() {
    assertEquals(
        List.of(),
        ArchitectureRules.faultsOfModule(classes(), module().getClass().getPackageName()));
  }

  @Test
  void itsTextsAreInStep() {
    assertEquals(List.of(), Texts.faults(classes()));
  }

  @Test
  void itsPermissionsAreItsOwnAndShowTheItPersonNoClient() {
    for (Permission permission : module().permissions()) {
      assertTrue(ROLES.containsAll(permission.defaults().keySet()), permission.id());
      if (permission.defaults().getOrDefault("it-administrator", Reach.NONE) != Reach.NONE) {
        assertTrue(WITHOUT_CLIENTS.contains(permission.dataClass()), permission.id());
      }
    }
    assertEquals(
        module().permissions().size(),
        module().permissions().stream().map(Permission::id).distinct().count());
  }

  /** An emergency opens what reads: a module says which of its permissions do. */
  @Test
  void itsPermissionsSayWhetherTheyRead() {
    for (Permission permission : module().permissions()) {
      assertTrue(
          Permission.reads(permission.id()) || CHANGING.contains(last(permission.id())),
          permission.id() + " does not say whether it reads");
    }
  }

  private static String last(String permission) {
    return permission.substring(permission.lastIndexOf('.') + 1);
  }

  @Test
  void itsPermissionsAreReviewedOrGivenToSomebodyInWords() {
    if (AccessTable.knows(module())) {
      assertEquals(List.of(), AccessTable.faults(module()));
    } else {
      for (Permission permission : module().permissions()) {
        assertTrue(!permission.defaults().isEmpty(), permission.id() + " is for nobody");
      }
    }
    Set<String> words = Texts.of(classes(), "en").keySet();
    for (Permission permission : module().permissions()) {
      assertTrue(
          words.contains("permission." + permission.id()), permission.id() + " has no words");
    }
  }

  /**
   * Whoever reads the trail reads words. They are the module's own, and found by the id with which
   * an act begins; the last words of permissions that every module has are those of the house.
   */
  @Test
  void itsActsAreItsOwnAndInWords() {
    Set<String> words = Texts.of(classes(), "en").keySet();
    Path sources = classes().resolveSibling("../src/main/java").normalize();
    Set<String> acts = new TreeSet<>(ActCodes.below(sources));
    module().permissions().stream()
        .map(Permission::id)
        .filter(id -> !EVERYWHERE.contains(last(id)))
        .forEach(acts::add);
    for (String act : acts) {
      assertTrue(act.startsWith(module().id() + "."), act + " does not begin with the module");
      assertTrue(words.contains("act." + act), "act." + act + " is not in the texts");
    }
  }

  /** A line of a duty says in words of three languages what no law asks for. */
  @Test
  void whatTheCentrePromisesByItIsRecordedAndInWords() {
    Set<String> words = Texts.of(classes(), "en").keySet();
    for (DutyRules rules : promises()) {
      assertEquals(module().id(), rules.module());
      assertTrue(words.contains(rules.title().key()), rules.title().key());
      for (CentreRule rule : rules.rules()) {
        assertTrue(rule.id().startsWith(module().id() + "."), rule.id());
        assertTrue(
            module().evidence().containsAll(rule.evidence()),
            rule.id() + " is reckoned from what the reception does not name");
        PromisedWords.of(rule)
            .forEach(key -> assertTrue(words.contains(key), rule.id() + " says " + key));
      }
    }
  }

  @Test
  void itsRoutesLieBelowItsOwnPathBehindItsOwnPermissions() {
    Set<String> doors = new HashSet<>();
    Set<String> permissions = new HashSet<>();
    module().permissions().forEach(p -> permissions.add(p.id()));
    String home = "/m/" + module().id();
    for (RouteSet set : routes()) {
      assertEquals(module().id(), set.module());
      for (Route route : set.routes()) {
        String door = route.method() + " " + route.pattern();
        assertTrue(doors.add(door), door + " is there twice");
        assertTrue(route.pattern().equals(home) || route.pattern().startsWith(home + "/"), door);
        assertTrue(
            route.permission() == null || permissions.contains(route.permission()),
            door + " wants " + route.permission() + ", which the module does not declare");
        assertTrue(
            route.permission() != null
                || route.entry() != Route.Entry.SIGNED_IN
                || route.audit() == Route.Audit.NONE,
            door + " shows something without a permission");
      }
    }
  }

  @OnEveryDatabase
  void itsTablesAreMadeAndItsColumnsOfPeopleAndFilesExist(Product product) throws Exception {
    if (schema() == null) {
      return;
    }
    assertEquals(module().id(), schema().unit());
    try (House house = House.on(product, schema())) {
      Set<String> columns =
          house
              .transactions(schema().unit())
              .read(em -> columns(em.unwrap(Connection.class), schema().unit()));
      Stream.concat(schema().personColumns().stream(), schema().fileColumns().stream())
          .forEach(
              column ->
                  assertTrue(
                      columns.contains(column.toUpperCase(Locale.ROOT)), column + " is not there"));
    }
  }

  private static Set<String> columns(Connection connection, String unit) {
    String schema = unit.replace('-', '_');
    Set<String> columns = new HashSet<>();
    try (ResultSet rows = connection.getMetaData().getColumns(null, null, null, null)) {
      while (rows.next()) {
        if (schema.equalsIgnoreCase(rows.getString("TABLE_SCHEM"))) {
          columns.add(
              (rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME"))
                  .toUpperCase(Locale.ROOT));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return columns;
  }
}
