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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.module.Strangers;
import org.opora.api.text.Text;
import org.opora.api.web.spi.HouseNames;
import org.opora.web.texts.Lexicons;
import org.opora.web.texts.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What strangers publish, in a real framework. */
class WatchmanTest {
  private static final String WEB = "mvn:org.opora/web/0.1.0";
  private static final String OURS = "mvn:org.opora/duties/0.1.0";
  private static final String HOST = "mvn:org.opora/case-registry/0.1.0";
  private static final String PART = "mvn:org.opora/derby-imports/0.1.0";
  private static final String FRAGMENT = Constants.FRAGMENT_HOST;
  private static final String IMPORT = Constants.IMPORT_PACKAGE;
  private static final String SQL = "db/V2__b.sql";
  private static final HouseNames EVERY_NAME = host -> true;

  @TempDir private Path folder;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final Household household = new Household(Set.of(WEB, OURS, HOST, PART));
  private Framework framework;
  private BundleContext web;
  private BundleContext house;
  private BundleContext module;
  private BundleContext stranger;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
    framework.start();
    web = bundle(WEB, "org.opora.web", "0.1.0");
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
    doorkeeper.begin(web, household);
  }

  private BundleContext bundle(String location, String name, String version, String... parts)
      throws BundleException, IOException {
    Bundle bundle = installed(framework.getBundleContext(), location, name, version, parts);
    bundle.start();
    return bundle.getBundleContext();
  }

  private static Bundle installed(
      BundleContext by, String location, String name, String version, String... parts)
      throws BundleException, IOException {
    return by.installBundle(location, jar(name, version, parts));
  }

  /**
   * @param parts headers with their values; where there is a slash in it, a file with its words
   */
  private static InputStream jar(String name, String version, String... parts) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", name);
    main.putValue("Bundle-Version", version);
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      if (parts[i].contains("/")) {
        files.put(parts[i], parts[i + 1]);
      } else {
        main.putValue(parts[i], parts[i + 1]);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
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
  void whatSetsUpTheServerIsTakenFromTheHouseOnly() {
    watch();
    for (String contract :
        List.of(
            "org.osgi.service.cm.ConfigurationAdmin",
            "org.apache.felix.http.jetty.ConnectorFactory")) {
      stranger.registerService(contract, new Anything(), null);
      assertNull(house.getServiceReference(contract), contract);
      web.registerService(contract, new Anything(), null);
      assertNotNull(house.getServiceReference(contract), contract);
      assertEquals(stranger.getBundle(), stranger.getServiceReference(contract).getBundle());
    }
  }

  /** Stands for a service whose class nobody has here. */
  private static final class Anything implements ServiceFactory<Object> {
    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
      return this;
    }

    @Override
    public void ungetService(
        Bundle bundle, ServiceRegistration<Object> registration, Object service) {
      // Nothing is held.
    }
  }

  /** A filter finds a property however it is written. */
  @Test
  void aDoorInCapitalsIsADoor() throws Exception {
    watch();
    stranger.registerService(
        Object.class, new Object(), property("OSGi.HTTP.Whiteboard.Resource.Pattern", "/rogue/*"));
    String doors = "(osgi.http.whiteboard.resource.pattern=*)";
    assertNotNull(stranger.getServiceReferences((String) null, doors));
    assertNull(house.getServiceReferences((String) null, doors));
    assertEquals(List.of("org.opora.duties 9.9.9"), strangers().names());
  }

  /** The framework goes on without what a hook that failed has not come to. */
  @Test
  void whoIsJustLeavingOpensTheDoorToNobody() throws Exception {
    ServiceRegistration<HouseNames> published = publish(stranger);
    BundleContext leaving = bundle("opora-module:leaving", "org.opora.leaving", "1.0.0");
    leaving.getBundle().stop();
    assertThrows(IllegalStateException.class, leaving::getBundle);
    Map<BundleContext, Collection<ListenerInfo>> listeners = new LinkedHashMap<>();
    for (BundleContext listener : List.of(leaving, house, module, stranger)) {
      listeners.put(listener, List.of());
    }
    Watchman watchman = new Watchman(web, household);
    watchman.event(new ServiceEvent(ServiceEvent.REGISTERED, published.getReference()), listeners);
    assertEquals(Set.of(stranger), listeners.keySet());
    List<ServiceReference<?>> found = new ArrayList<>(List.of(published.getReference()));
    watchman.find(leaving, null, null, true, found);
    assertEquals(List.of(), found);
  }

  @Test
  void whatIsPublishedInTheNameOfTheFrameworkIsNotOfTheHouse() {
    watch();
    publish(framework.getBundleContext());
    assertNull(house.getServiceReference(HouseNames.class));
    assertEquals(1, strangers().names().size());
    assertTrue(strangers().names().get(0).startsWith("org.apache.felix.framework "));
  }

  @Test
  void aModuleThatAStrangerBroughtIsAStranger() throws Exception {
    watch();
    Bundle brought = installed(stranger, "opora-module:brought", "org.opora.brought", "1.0.0");
    brought.start();
    publish(brought.getBundleContext());
    assertNull(house.getServiceReference(HouseNames.class));
    assertEquals(List.of("org.opora.brought 1.0.0"), strangers().names());
    Bundle proper = installed(house, "opora-module:proper", "org.opora.proper", "1.0.0");
    proper.start();
    publish(proper.getBundleContext());
    assertNotNull(house.getServiceReference(HouseNames.class));
  }

  @Test
  void whatIsPutInThePlaceOfABundleOfTheHouseIsAStranger() throws Exception {
    watch();
    Bundle exchanged = house.getBundle();
    exchanged.update(jar("org.opora.duties", "0.1.1"));
    publish(exchanged.getBundleContext());
    assertNull(module.getServiceReference(HouseNames.class));
    assertEquals(List.of("org.opora.duties 0.1.1"), strangers().names());
    // A module may be brought up to date at any time.
    Bundle updated = module.getBundle();
    updated.update(jar("org.opora.sample", "1.0.1"));
    publish(updated.getBundleContext());
    assertNotNull(web.getServiceReference(HouseNames.class));
    assertEquals(List.of("org.opora.duties 0.1.1"), strangers().names());
  }

  @Test
  void whoDecidesWhatOthersSeeIsTold() {
    watch();
    Strangers strangers = strangers();
    FindHook blind = (asker, name, filter, all, found) -> found.clear();
    stranger.registerService(FindHook.class, blind, null);
    assertEquals(List.of("org.opora.duties 9.9.9"), strangers.names());
    List<String> told = new ArrayList<>();
    strangers.watch(told::add);
    assertEquals(List.of("org.opora.duties 9.9.9"), told);
  }

  /** Neither the trail nor the inbox takes a text of any length. */
  @Test
  void whoHasALongNameOrNoneIsToldAllTheSame() throws Exception {
    watch();
    publish(bundle("file:long.jar", "r".repeat(5_000), "1.0.0"));
    var nameless = framework.getBundleContext().installBundle("file:none.jar", nameless());
    nameless.start();
    publish(nameless.getBundleContext());
    List<String> told = new ArrayList<>();
    strangers().watch(told::add);
    assertEquals(List.of("r".repeat(100) + "...", "file:none.jar 0.0.0"), told);
  }

  private static InputStream nameless() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Test
  void whoHidesBundlesAndWhatHappensToThemIsFoundAllTheSame() throws Exception {
    watch();
    Strangers strangers = strangers();
    org.osgi.framework.hooks.bundle.FindHook nobody = (asker, bundles) -> bundles.clear();
    EventHook nothing = (event, listeners) -> listeners.clear();
    stranger.registerService(org.osgi.framework.hooks.bundle.FindHook.class, nobody, null);
    stranger.registerService(EventHook.class, nothing, null);
    Bundle brought = installed(stranger, "opora-module:brought", "org.opora.brought", "1.0.0");
    brought.start();
    publish(brought.getBundleContext());
    assertNull(house.getServiceReference(HouseNames.class));
    assertEquals(List.of("org.opora.brought 1.0.0", "org.opora.duties 9.9.9"), strangers.names());
  }

  @Test
  void noStrangerBecomesAPartOfTheHouse() throws Exception {
    watch();
    Bundle host = installed(web, HOST, "org.opora.case-registry", "0.1.0", "db/V1__a.sql", "a");
    Bundle part = installed(web, PART, "part", "0.1.0", FRAGMENT, "org.opora.case-registry");
    Bundle rogue =
        installed(
            web, "file:f.jar", "rogue", "1.0.0", FRAGMENT, "org.opora.case-registry", SQL, "drop");
    host.start();
    assertEquals(Bundle.RESOLVED, part.getState());
    assertEquals(Bundle.INSTALLED, rogue.getState());
    assertEquals(1, Collections.list(host.findEntries("db", "*.sql", false)).size());
    assertEquals(List.of("rogue 1.0.0"), strangers().names());
  }

  @Test
  void theHouseTakesNothingToWorkWithFromStrangers() throws Exception {
    watch();
    bundle("file:words.jar", "words", "9.0.0", Constants.EXPORT_PACKAGE, "words;version=9");
    String wanted = "words;resolution:=optional";
    assertEquals(
        0, packages(bundle(HOST, "org.opora.case-registry", "0.1.0", IMPORT, wanted)).size());
    assertEquals(
        0, packages(bundle("opora-module:x", "org.opora.x", "1.0.0", IMPORT, wanted)).size());
    assertEquals(1, packages(bundle("file:x.jar", "x", "1.0.0", IMPORT, wanted)).size());
  }

  private static List<BundleWire> packages(BundleContext of) {
    return of.getBundle()
        .adapt(BundleWiring.class)
        .getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE);
  }

  /** Texts are found by the name of their bundle. */
  @Test
  void whoTakesTheNameOfABundleOfTheHouseSaysNothingForIt() throws Exception {
    watch();
    String texts = "i18n/messages_en.properties";
    bundle(HOST, "org.opora.case-registry", "0.1.0", texts, "word = ours");
    Words words = new Lexicons(web, household).words();
    Text word = Text.of("org.opora.case-registry", "word");
    BundleContext namesake =
        bundle("file:n.jar", "org.opora.case-registry", "9.9.9", texts, "word = theirs");
    assertEquals("ours", words.say(Locale.ENGLISH, word));
    namesake.getBundle().uninstall();
    assertEquals("ours", words.say(Locale.ENGLISH, word));
  }

  @Test
  void noServerOfAStrangerIsStarted() throws Exception {
    String server = "osgi.implementation;osgi.implementation=osgi.http";
    Bundle theirs =
        installed(web, "file:s.jar", "server", "9.0.0", Constants.PROVIDE_CAPABILITY, server);
    Bundle ours = installed(web, HOST, "server", "1.0.0", Constants.PROVIDE_CAPABILITY, server);
    assertTrue(framework.adapt(FrameworkWiring.class).resolveBundles(List.of(theirs, ours)));
    new FrontDoor(web, household, null);
    assertEquals(Bundle.RESOLVED, theirs.getState());
    assertEquals(Bundle.ACTIVE, ours.getState());
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
