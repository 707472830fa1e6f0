package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.module.Strangers;
import org.opora.api.web.spi.HouseNames;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** What strangers publish, in a real framework. */
class WatchmanTest {
  private static final String OURS = "mvn:org.opora/duties/0.1.0";
  private static final HouseNames EVERY_NAME = host -> true;

  @TempDir private Path folder;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private Framework framework;
  private BundleContext house;
  private BundleContext module;
  private BundleContext stranger;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
    framework.start();
    house = bundle(OURS, "org.opora.duties", "0.1.0");
    module = bundle("opora-module:sample", "org.opora.sample", "1.0.0");
    stranger = bundle("file:rogue.jar", "org.opora.duties", "9.9.9");
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private void watch() {
    doorkeeper.begin(framework.getBundleContext(), new Household(Set.of(OURS)));
  }

  private BundleContext bundle(String location, String name, String version, String... headers)
      throws BundleException, IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", name);
    main.putValue("Bundle-Version", version);
    for (int i = 0; i < headers.length; i += 2) {
      main.putValue(headers[i], headers[i + 1]);
    }
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    new JarOutputStream(jar, manifest).close();
    var bundle =
        framework
            .getBundleContext()
            .installBundle(location, new ByteArrayInputStream(jar.toByteArray()));
    bundle.start();
    return bundle.getBundleContext();
  }

  private static ServiceRegistration<HouseNames> publish(BundleContext by) {
    return by.registerService(HouseNames.class, EVERY_NAME, null);
  }

  private Strangers strangers() {
    BundleContext system = framework.getBundleContext();
    return system.getService(system.getServiceReference(Strangers.class));
  }

  @Test
  void aContractOfTheHouseIsTakenFromTheHouseAndItsModulesOnly() throws Exception {
    watch();
    List<Integer> heard = new ArrayList<>();
    house.addServiceListener(
        event -> heard.add(event.getType()),
        "(" + Constants.OBJECTCLASS + "=" + HouseNames.class.getName() + ")");
    ServiceRegistration<HouseNames> published = publish(stranger);
    published.setProperties(property("service.ranking", Integer.MAX_VALUE));
    assertNull(house.getServiceReference(HouseNames.class));
    assertNull(house.getAllServiceReferences(HouseNames.class.getName(), null));
    assertNull(module.getServiceReference(HouseNames.class));
    assertNotNull(stranger.getServiceReference(HouseNames.class), "it sees its own");
    published.unregister();
    assertEquals(List.of(), heard, "nobody hears of it, nor that it is gone");
    publish(module);
    assertNotNull(house.getServiceReference(HouseNames.class));
    assertEquals(1, heard.size());
  }

  @Test
  void aStrangerGetsNothingOfTheHouseEither() {
    publish(house);
    watch();
    assertNull(stranger.getServiceReference(HouseNames.class));
    List<Integer> heard = new ArrayList<>();
    stranger.addServiceListener(event -> heard.add(event.getType()));
    publish(house).unregister();
    assertEquals(List.of(), heard);
    assertNotNull(module.getServiceReference(HouseNames.class));
  }

  @Test
  void anApplicationThatIsFoundBeforeItStartsIsToldOnceAllTheSame() throws Exception {
    watch();
    List<String> told = new ArrayList<>();
    var application =
        bundle("file:application.jar", "rogue.application", "1.0.0", "Web-ContextPath", "/rogue")
            .getBundle();
    strangers().watch(told::add);
    application.stop();
    application.start();
    assertEquals(List.of("rogue.application 1.0.0"), told);
  }

  @Test
  void whatWasThereBeforeTheDoorkeeperIsNotSeenEither() {
    publish(stranger);
    assertNotNull(house.getServiceReference(HouseNames.class));
    watch();
    assertNull(house.getServiceReference(HouseNames.class));
    assertEquals(List.of("org.opora.duties 9.9.9"), strangers().names());
  }

  @Test
  void whatTheWhiteboardTakesByAPropertyIsNotSeenHoweverTheServiceIsCalled() throws Exception {
    watch();
    ServiceRegistration<?> published =
        stranger.registerService(
            Object.class,
            new Object(),
            property("osgi.http.whiteboard.resource.pattern", "/rogue/*"));
    assertNull(house.getServiceReference(Object.class));
    published.setProperties(property("colour", "red"));
    assertNotNull(house.getServiceReference(Object.class), "what is no door is nobody's business");
    published.setProperties(property("osgi.http.whiteboard.servlet.pattern", "/*"));
    assertNull(house.getServiceReference(Object.class));
  }

  @Test
  void eachStrangerIsToldOnce() throws Exception {
    publish(stranger);
    watch();
    List<String> told = new ArrayList<>();
    strangers().watch(told::add);
    assertEquals(List.of("org.opora.duties 9.9.9"), told);
    publish(stranger);
    publish(module);
    publish(house);
    bundle("file:application.jar", "rogue.application", "1.0.0", "Web-ContextPath", "/rogue");
    bundle("file:quiet.jar", "quiet", "1.0.0");
    assertEquals(List.of("org.opora.duties 9.9.9", "rogue.application 1.0.0"), told);
    assertEquals(List.of("org.opora.duties 9.9.9", "rogue.application 1.0.0"), strangers().names());
  }

  @Test
  void whoHasLeftIsNoStrangerAnyMore() throws Exception {
    watch();
    publish(stranger);
    assertEquals(1, strangers().names().size());
    stranger.getBundle().uninstall();
    assertEquals(List.of(), strangers().names());
  }

  @Test
  void theHouseIsWhatTheFrameworkStartsFrom() throws IOException {
    Files.writeString(folder.resolve("startup.properties"), "mvn\\:org.opora/duties/0.1.0 = 30\n");
    Household household = Household.of(folder);
    assertTrue(household.ours(house.getBundle()));
    assertTrue(household.ours(module.getBundle()));
    assertTrue(household.ours(framework));
    assertFalse(household.ours(stranger.getBundle()), "a name proves nothing");
    Path elsewhere = folder.resolve("elsewhere");
    assertThrows(NoSuchFileException.class, () -> Household.of(elsewhere));
  }

  private static Dictionary<String, Object> property(String name, Object value) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(name, value);
    return properties;
  }
}
