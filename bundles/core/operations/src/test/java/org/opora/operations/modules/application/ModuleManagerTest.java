package org.opora.operations.modules.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.faults.Refused;
import org.opora.api.module.Modules.Info;
import org.opora.api.module.Modules.State;
import org.opora.api.persistence.Database;
import org.opora.api.web.spi.RouteSet;
import org.opora.operations.OperationsSchema;
import org.opora.operations.Recorded;
import org.opora.operations.modules.application.Plan.Change;
import org.opora.operations.modules.persistence.WantedModules;
import org.opora.testkit.House;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** The manager in a real framework and on a real database. */
class ModuleManagerTest {
  private static final Actor ADMIN = Actor.of(Actor.Door.CONSOLE);

  @TempDir Path folder;
  private static House house;
  private Recorded neighbours;
  private WantedModules wanted;
  private Path data;
  private Path catalogue;
  private TestFramework framework;
  private ModuleManager manager;
  private int starts;

  @BeforeAll
  static void build() {
    house = House.with(new OperationsSchema());
  }

  @AfterAll
  static void pullDown() {
    house.close();
  }

  @BeforeEach
  void open() throws Exception {
    house
        .transactions("operations")
        .run(em -> em.createQuery("DELETE FROM WantedModule m").executeUpdate());
    neighbours = new Recorded();
    wanted = new WantedModules(house.transactions("operations"));
    data = Files.createDirectories(folder.resolve("data"));
    catalogue = Files.createDirectories(folder.resolve("catalogue"));
    start();
  }

  @AfterEach
  void close() throws Exception {
    stop();
  }

  private void start() throws Exception {
    Map<String, String> properties = new HashMap<>();
    properties.put("opora.catalogue", catalogue.toString());
    properties.put("opora.module.patience", "2");
    framework = new TestFramework(folder.resolve("cache" + starts++), properties);
    manager =
        new ModuleManager(
            framework.context(),
            wanted,
            new Folders(data),
            neighbours,
            neighbours,
            neighbours,
            neighbours);
    await(manager::settled);
  }

  private void stop() throws Exception {
    manager.stop();
    framework.close();
  }

  /** The container's cache is thrown away at every start, so only data folder and database stay. */
  private void restart() throws Exception {
    stop();
    start();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it did not come");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Plan install(ModuleJar jar) throws Exception {
    Path file = jar.write(folder.resolve("incoming.jar"));
    return ModuleManager.await(manager.begin(file, ADMIN));
  }

  private String refusal(ModuleJar jar) {
    return assertThrows(Refused.class, () -> install(jar)).text().key();
  }

  private Info sample() {
    return manager.find("sample").orElseThrow();
  }

  private boolean served() throws Exception {
    return framework.context().getServiceReferences(RouteSet.class, null).stream()
        .anyMatch(set -> "org.opora.sample".equals(set.getBundle().getSymbolicName()));
  }

  private static ModuleJar other(String version) {
    return ModuleJar.sound(version).entry("static/other.txt", "other bytes");
  }

  @Test
  void installsFromAFile() throws Exception {
    Plan plan = install(ModuleJar.sound("1.0.0").entry("doc/a.txt", "a"));

    assertEquals(Change.INSTALL, plan.change());
    assertEquals(State.READY, sample().state());
    assertEquals("1.0.0", sample().version());
    assertEquals("Vzorek", sample().title().cs());
    assertTrue(served());
    assertTrue(Files.isRegularFile(data.resolve("modules/sample-1.0.0.jar")));
    assertEquals(List.of("module.installed sample 1.0.0 console"), neighbours.noted);
    assertEquals(1, neighbours.told.size());
  }

  @Test
  void saysNothingToDoForTheSameBytes() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    long bundle = bundle().getBundleId();
    Plan again = ModuleManager.await(manager.begin(folder.resolve("incoming.jar"), ADMIN));

    assertTrue(again.nothing());
    assertEquals(bundle, bundle().getBundleId());
    assertEquals(1, neighbours.noted.size());
  }

  @Test
  void refusesOtherBytesOfTheSameVersionAndOlderOnes() throws Exception {
    install(ModuleJar.sound("1.1.0"));

    assertEquals("plan.same-version", refusal(other("1.1.0")));
    assertEquals("plan.downgrade", refusal(other("1.0.9")));
    assertEquals("1.1.0", sample().version());
    assertTrue(served());
  }

  @Test
  void refusesAMigrationThatWasChangedOrLeftOut() throws Exception {
    Path first =
        ModuleJar.sound("1.0.0")
            .entry("db/V001__a.sql", "CREATE TABLE A (B INT);")
            .write(data.resolve("first.jar"));
    ModulePackage kept = new PackageStore(data).keep(PackageReader.read(first));
    wanted.change(
        "sample",
        row -> {
          row.begin("1.0.0", kept.sha256(), "a", "a", "a", Instant.now());
          row.ready(Instant.now());
        });

    assertEquals("plan.migration", refusal(other("1.1.0")));
    assertEquals(
        "plan.migration",
        refusal(other("1.1.0").entry("db/V001__a.sql", "CREATE TABLE A (C INT);")));
  }

  @Test
  void refusesWhatNeedsAnotherHouse() {
    ModuleJar jar =
        ModuleJar.sound("1.0.0").header("Import-Package", "org.opora.api.web;version=\"[9.0,10)\"");
    assertEquals("plan.import", refusal(jar));
    assertTrue(manager.find("sample").isEmpty());
  }

  @Test
  void updatesAndTouchesNothingElse() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    List<String> touched = new CopyOnWriteArrayList<>();
    SynchronousBundleListener watch =
        event -> {
          if (event.getType() == BundleEvent.UNRESOLVED
              || event.getType() == BundleEvent.STOPPED
              || event.getType() == BundleEvent.UPDATED) {
            touched.add(event.getBundle().getSymbolicName());
          }
        };
    framework.context().addBundleListener(watch);

    Plan plan = install(other("1.1.0"));

    assertEquals(Change.UPDATE, plan.change());
    assertEquals("1.0.0", plan.from());
    assertEquals("1.1.0", sample().version());
    assertTrue(served());
    assertFalse(touched.isEmpty());
    assertTrue(touched.stream().allMatch("org.opora.sample"::equals), touched.toString());
    assertFalse(Files.exists(data.resolve("modules/sample-1.0.0.jar")));
  }

  @Test
  void putsBackAnUpdateThatDoesNotWork() throws Exception {
    install(ModuleJar.sound("1.0.0"));

    assertEquals("failed.routes", refusal(ModuleJar.broken("1.1.0")));

    assertEquals("1.0.0", sample().version());
    assertEquals(State.READY, sample().state());
    assertEquals("failed.routes", sample().reason().key());
    assertTrue(served());
    restart();
    assertEquals("1.0.0", sample().version());
    assertTrue(served());
  }

  @Test
  void takesOutAFirstInstallationThatDoesNotWork() throws Exception {
    assertEquals("failed.routes", refusal(ModuleJar.broken("1.0.0")));

    assertEquals(State.REMOVED, sample().state());
    assertNotNull(sample().reason());
    assertNull(bundle());
    restart();
    assertNull(bundle());
    install(other("1.0.1"));
    assertEquals(State.READY, sample().state());
    assertNull(sample().reason());
  }

  @Test
  void removesAndInstallsAgainFromTheKeptBytes() throws Exception {
    install(ModuleJar.sound("1.0.0"));

    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    ModuleManager.await(manager.begin(Change.REMOVE, "sample", ADMIN));

    assertEquals(State.REMOVED, sample().state());
    Instant since = sample().since();
    assertFalse(since.isBefore(before));
    assertFalse(served());
    assertNull(bundle());
    restart();
    assertNull(bundle());
    assertEquals(
        since.truncatedTo(ChronoUnit.MILLIS),
        sample().since().truncatedTo(ChronoUnit.MILLIS),
        "a restart of the house changes nothing of it");
    ModuleManager.await(manager.begin(Change.INSTALL, "sample", ADMIN));
    assertEquals(State.READY, sample().state());
    assertTrue(sample().since().isAfter(since));
    assertTrue(served());
  }

  @Test
  void aRestartKeepsWhatIsWanted() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    restart();
    assertEquals(State.READY, sample().state());
    assertTrue(served());
  }

  @Test
  void finishesAnUpdateThatWasKilledBeforeTheFramework() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    stop();
    ModulePackage next =
        new PackageStore(data)
            .keep(PackageReader.read(other("1.1.0").write(folder.resolve("next.jar"))));
    wanted.change("sample", row -> row.begin("1.1.0", next.sha256(), "b", "b", "b", Instant.now()));

    start();

    assertEquals("1.1.0", sample().version());
    assertEquals("READY", wanted.find("sample").orElseThrow().state());
    assertTrue(served());
  }

  @Test
  void goesBackWhenTheBytesOfAKilledUpdateAreHalf() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    stop();
    wanted.change(
        "sample", row -> row.begin("1.1.0", "f".repeat(64), "b", "b", "b", Instant.now()));
    Files.writeString(data.resolve("modules/sample-1.1.0.jar"), "half");
    Files.writeString(data.resolve("modules/sample-1.1.0.jar.part"), "less");

    start();

    assertEquals("1.0.0", sample().version());
    assertEquals(State.READY, sample().state());
    assertTrue(served());
    try (var files = Files.list(data.resolve("modules"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void saysWhenTheBytesAreGone() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    stop();
    Files.delete(data.resolve("modules/sample-1.0.0.jar"));

    start();

    assertEquals(State.FAILED, sample().state());
    assertEquals("failed.bytes", sample().reason().key());
    install(ModuleJar.sound("1.0.0"));
    assertEquals(State.READY, sample().state());
  }

  @Test
  void offersTheCatalogueAndANewDistributionWins() throws Exception {
    ModuleJar.sound("1.0.0").write(catalogue.resolve("sample.jar"));
    Files.writeString(catalogue.resolve("stray.jar"), "no module");
    restart();
    assertEquals(State.AVAILABLE, sample().state());
    ModuleManager.await(manager.begin(Change.INSTALL, "sample", ADMIN));
    assertEquals("1.0.0", sample().version());

    other("1.2.0").write(catalogue.resolve("sample.jar"));
    restart();

    assertEquals("1.2.0", sample().version());
    assertEquals(State.READY, sample().state());
    assertTrue(served());
  }

  @Test
  void noticesWhatComesInByAnotherDoor() throws Exception {
    Path file = ModuleJar.sound("1.0.0").write(folder.resolve("foreign.jar"));
    try (InputStream in = Files.newInputStream(file)) {
      framework.context().installBundle("mvn:org.opora/sample/1.0.0", in).start();
    }
    await(() -> neighbours.noted.contains("module.foreign org.opora.sample 1.0.0"));
    await(() -> manager.find("sample").isPresent());

    assertEquals("foreign", sample().reason().key());
    assertEquals("plan.foreign", refusal(other("1.0.1")));
  }

  @Test
  void takesPackagesFromTheInboxFolder() throws Exception {
    Path deploy = data.resolve("deploy");
    ModuleJar.sound("1.0.0").write(deploy.resolve("sample-1.0.0.jar"));
    Path result = deploy.resolve("sample-1.0.0.jar.result.txt");
    await(() -> Files.exists(result));

    assertTrue(Files.readString(result).contains("said.installed"), Files.readString(result));
    assertTrue(served());
    assertFalse(Files.exists(deploy.resolve("sample-1.0.0.jar")));

    Files.writeString(deploy.resolve("evil.jar"), "no jar");
    Path refused = deploy.resolve("evil.jar.result.txt");
    await(() -> Files.exists(refused));
    assertTrue(Files.readString(refused).contains("package.unreadable"));
    assertTrue(Files.exists(deploy.resolve("evil.jar.refused")));
  }

  @Test
  void aPackageInTheMiddleOfWhichTheProductStopsIsNotRefused() throws Exception {
    Path waiting = data.resolve("deploy").resolve("sample-1.0.0.jar");
    ModuleJar.broken("1.0.0").write(waiting);
    await(() -> wanted.find("sample").isPresent());
    stop();

    assertTrue(Files.exists(waiting), "the next start goes on with it");
    start();
  }

  @Test
  void leavesNoClassLoaderBehind() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      install(ModuleJar.sound("1." + i + ".0"));
      loaders.add(new WeakReference<>(bundle().adapt(BundleWiring.class).getClassLoader()));
      install(other("1." + i + ".1"));
      loaders.add(new WeakReference<>(bundle().adapt(BundleWiring.class).getClassLoader()));
      ModuleManager.await(manager.begin(Change.REMOVE, "sample", ADMIN));
    }
    await(
        () -> {
          System.gc();
          return loaders.stream().allMatch(loader -> loader.get() == null);
        });
  }

  /** Who is wired to a module would have to be restarted with it. */
  @Test
  void nobodyIsWiredToAModule() throws Exception {
    install(ModuleJar.sound("1.0.0"));
    assertEquals(List.of(), bundle().adapt(BundleWiring.class).getProvidedWires(null));
  }

  private Bundle bundle() {
    return framework.context().getBundle("opora-module:sample");
  }

  /** The manager asks for the data folder only. */
  private record Folders(Path dataFolder) implements Database {
    @Override
    public String product() {
      return "Derby";
    }

    @Override
    public boolean healthy() {
      return true;
    }

    @Override
    public void copyTo(Path folder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Connection connection() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path keyFolder() {
      return dataFolder;
    }
  }
}
