package org.opora.modulekit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.module.spi.Module;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.api.web.spi.TabletWork;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.AccessTable;
import org.opora.testkit.ActCodes;
import org.opora.testkit.ArchitectureRules;
import org.opora.testkit.House;
import org.opora.testkit.OnEveryDatabase;
import org.opora.testkit.Texts;

/**
 * What every module owes the house. A module's test extends it and hands over its reception, its
 * schema and its routes; the rest is read from what the build made and, for a module of the house,
 * from the reviewed tables in {@code docs}. What its pages owe is in {@link PagesContract}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleContract {
  /** Where the folder of the module lies when it is one of the house. */
  private static final String MODULES = "modules";

  private static final Path TEMPLATE = Path.of("testing/module-template");

  private static final Set<String> ROLES = Set.copyOf(DefaultTable.reviewed().roles());
  private static final Set<DataClass> WITHOUT_CLIENTS =
      Set.of(DataClass.TECHNICAL, DataClass.ADMINISTRATION);

  /** Last words of the names of permissions that change something. */
  private static final Set<String> CHANGING =
      Set.of("write", "record", "rooms", "manage", "approve");

  private static final Pattern ALLOWED_IMPORT =
      Pattern.compile("(java|javax|jakarta\\.persistence|org\\.opora\\.api|org\\.slf4j)(\\..*)?");
  private final Map<String, String> documents = new HashMap<>();
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

  /**
   * What this contract says against the module and is as it has to be, with the reason: sentence by
   * sentence, as the test words them, and before each of them {@code room: }, {@code table: },
   * {@code template: } or {@code place: }. A sentence that is said no more has to go from here.
   */
  protected Map<String, String> answers() {
    return Map.of();
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
    List<String> faults =
        ArchitectureRules.faultsOfModule(classes(), module().getClass().getPackageName());
    assertEquals(List.of(), Faults.open(faults, answered("room")));
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
    Set<String> acts = new TreeSet<>(ActCodes.below(sources()));
    module().permissions().stream()
        .map(Permission::id)
        .filter(id -> !Permission.EVERYWHERE.contains(last(id)))
        .forEach(acts::add);
    List<String> faults = new ArrayList<>();
    for (String act : acts) {
      if (!act.startsWith(module().id() + ".")) {
        faults.add(act + " does not begin with the module");
      }
      if (!words.contains("act." + act)) {
        faults.add("act." + act + " is not in the texts");
      }
    }
    assertEquals(List.of(), faults);
  }

  /** A line of a duty says in words of three languages what no law asks for. */
  @Test
  void whatTheCentrePromisesByItIsRecordedAndInWords() {
    assertEquals(contributes(DutyRules.class), !promises().isEmpty(), "hand over its DutyRules");
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

  /** Every table has its entity and its versions, and no column of a person is forgotten. */
  @OnEveryDatabase
  void itsTablesAreMadeAndItsColumnsAreSaid(Product product) {
    if (schema() == null) {
      return;
    }
    assertEquals(module().id(), schema().unit());
    assertEquals(List.of(), faultsOfTables(product));
  }

  private List<String> faultsOfTables(Product product) {
    try (House house = House.on(product, schema())) {
      return house
          .transactions(schema().unit())
          .read(
              em -> {
                try {
                  Connection connection = em.unwrap(Connection.class);
                  List<String> faults = new ArrayList<>(Tables.faults(connection, schema()));
                  if (ofTheHouse()) {
                    Tables.texts(connection, schema()).stream()
                        .filter(column -> !stands("fields.md", "| " + column + " |"))
                        .filter(column -> !stands("fields.md", "." + column + " |"))
                        .forEach(
                            column ->
                                faults.add("| " + column + " | has no row in docs/fields.md"));
                  }
                  return Faults.open(faults, answered("table"));
                } catch (SQLException broken) {
                  throw new IllegalStateException(broken);
                }
              });
    }
  }

  /** Whoever keeps words about people, or their keys, answers when they ask. */
  @Test
  void somebodyAnswersForWhatItKeepsOfPeople() {
    if (schema() != null
        && !(schema().personColumns().isEmpty() && Tables.sealed(schema()).isEmpty())) {
      assertTrue(
          contributes(PersonDataOwner.class), "there is no PersonDataOwner among its components");
    }
  }

  @Test
  void itsTemplatesAndFilesAreThereAndUsed() {
    assertEquals(
        List.of(), Faults.open(Templates.faults(classes(), sources()), answered("template")));
  }

  @Test
  void whatItOffersStandsWhereNothingElseDoes() throws IOException {
    Places places = new Places().with(classes());
    for (Path neighbour : neighbours()) {
      places.with(neighbour);
    }
    assertEquals(
        List.of(), Faults.open(places.faultsOf(Places.name(classes())), answered("place")));
  }

  /** Who works at a tablet comes in by a door that opens to it. */
  @Test
  void whatItHasForTabletsOpensOnATablet() {
    boolean opens =
        routes().stream()
            .flatMap(set -> set.routes().stream())
            .anyMatch(route -> route.tablet() && route.method() == Route.Method.GET);
    assertEquals(
        contributes(TabletWork.class), opens, "a TabletWork and doors onTablet() go together");
  }

  @Test
  void nothingOfTheTemplateIsLeft() throws IOException {
    if (template()) {
      return;
    }
    Path folder = classes().toAbsolutePath().resolve("../..").normalize();
    Pattern left = Pattern.compile("module.?template|Template(Module|Schema|Contract|Pages)", 2);
    List<String> faults = new ArrayList<>();
    for (Path file : files(folder.resolve("src"))) {
      if (left.matcher(Files.readString(file)).find()) {
        faults.add(folder.relativize(file).toString());
      }
    }
    assertEquals(List.of(), faults);
  }

  /** A module of the house has a reviewed row for each door; those that are missing are said. */
  @Test
  void itsDoorsAreReviewed() {
    if (!ofTheHouse()) {
      return;
    }
    Map<String, Permission> permissions = new HashMap<>();
    module().permissions().forEach(one -> permissions.put(one.id(), one));
    List<String> missing =
        routes().stream()
            .flatMap(set -> set.routes().stream())
            .map(route -> DoorRow.of(route, permissions.get(route.permission())))
            .filter(row -> !stands("doors.md", row.reviewed()))
            .map(DoorRow::line)
            .sorted()
            .toList();
    assertEquals(List.of(), missing, "to be written into docs/doors.md");
  }

  /** The template is shipped with nobody, so nobody stands in its way. */
  private boolean template() {
    return classes().toAbsolutePath().resolve("../..").normalize().endsWith(TEMPLATE);
  }

  /** Folder of its Java sources. */
  Path sources() {
    return classes().resolve("../../src/main/java").normalize();
  }

  /** Whether its folder is one of those that the house is built from. */
  boolean ofTheHouse() {
    return MODULES.equals(
        String.valueOf(classes().toAbsolutePath().resolve("../../..").normalize().getFileName()));
  }

  private boolean stands(String table, String row) {
    return documents.computeIfAbsent(table, this::document).contains(row);
  }

  private String document(String table) {
    try {
      return Files.readString(classes().resolve("../../../../../docs").resolve(table).normalize());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Bundles that are built beside it, where it lies in the folder of the house. */
  private List<Path> neighbours() throws IOException {
    Path bundles = classes().toAbsolutePath().resolve("../../../..").normalize();
    List<Path> built = new ArrayList<>();
    if (template()) {
      return built;
    }
    for (String floor : List.of("core", "law", MODULES)) {
      Path folder = bundles.resolve(floor);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> each = Files.list(folder)) {
          each.map(one -> one.resolve("target/classes"))
              .filter(one -> !one.equals(classes().toAbsolutePath().normalize()))
              .filter(Files::isDirectory)
              .sorted()
              .forEach(built::add);
        }
      }
    }
    return built;
  }

  private boolean contributes(Class<?> kind) {
    return new ClassFileImporter()
        .importPath(classes()).stream()
            .anyMatch(one -> one.isAssignableTo(kind) && !one.isInterface());
  }

  /** What is answered of one check, its name before it. */
  private Map<String, String> answered(String check) {
    Map<String, String> answered = new HashMap<>();
    answers()
        .forEach(
            (fault, reason) -> {
              if (fault.startsWith(check + ": ")) {
                answered.put(fault.substring(check.length() + 2), reason);
              }
            });
    return answered;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
