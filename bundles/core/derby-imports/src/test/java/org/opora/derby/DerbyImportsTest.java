package org.opora.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** A real framework that is busy resolving something else: Derby's classes are to be had. */
class DerbyImportsTest {
  private static final String DATA_SOURCE = "org.apache.derby.jdbc.EmbeddedDataSource";
  private static final Path FRAGMENT = Path.of("target", "classes").toAbsolutePath();

  @TempDir Path cache;
  private Framework framework;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void derbyIsCompleteWhileFeaturesAreBeingInstalled() throws Exception {
    framework.getBundleContext().installBundle("reference:" + FRAGMENT.toUri());
    Bundle derby = resolvedDerby();
    refuseEverything();
    assertNotNull(derby.loadClass(DATA_SOURCE).getDeclaredConstructor().newInstance());
  }

  /** What the fragment is for; were Derby to say its imports itself, it could go. */
  @Test
  void withoutTheFragmentItIsNot() throws Exception {
    Bundle derby = resolvedDerby();
    refuseEverything();
    assertThrows(NoClassDefFoundError.class, () -> derby.loadClass(DATA_SOURCE));
  }

  @Test
  void theFragmentNamesEveryPackageThatIsNotDerbysOwnOrAlwaysThere() throws Exception {
    Set<String> asked = packagesAskedFor(derbyJar());
    assertTrue(asked.contains("javax.naming.spi"), "read: " + asked);
    assertEquals(asked, new TreeSet<>(imports()));
  }

  private Bundle resolvedDerby() throws Exception {
    Bundle derby = framework.getBundleContext().installBundle("reference:" + derbyJar().toUri());
    assertNotNull(derby.loadClass(EmbeddedDriver.class.getName()));
    return derby;
  }

  /** What the container does to everybody else while it installs. */
  private void refuseEverything() {
    framework
        .getBundleContext()
        .registerService(ResolverHookFactory.class, triggers -> new Refusing(), null);
  }

  private static Path derbyJar() throws Exception {
    return Path.of(
        EmbeddedDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Collection<String> imports() throws IOException {
    try (var in = Files.newInputStream(FRAGMENT.resolve("META-INF/MANIFEST.MF"))) {
      String header = new Manifest(in).getMainAttributes().getValue(Constants.IMPORT_PACKAGE);
      return Set.of(header.split(",")).stream()
          .map(named -> named.replaceAll(";.*", ""))
          .collect(Collectors.toSet());
    }
  }

  /** Packages of java and of Derby are left out, and those every bundle is handed unasked. */
  private static Set<String> packagesAskedFor(Path jar) {
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int ended =
        jdeps.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "--multi-release",
            "17",
            "--ignore-missing-deps",
            "-verbose:class",
            jar.toString());
    assertEquals(0, ended, out.toString());
    return out.toString()
        .lines()
        .filter(line -> line.contains("->"))
        .map(line -> line.replaceAll(".*-> (\\S+).*", "$1"))
        .filter(name -> name.contains("."))
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .filter(name -> name.startsWith("javax.") || name.startsWith("org."))
        .filter(name -> !name.startsWith("org.apache.derby"))
        .filter(name -> !"javax.transaction.xa".equals(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final class Refusing implements ResolverHook {
    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
      candidates.clear();
    }

    @Override
    public void filterMatches(
        BundleRequirement requirement, Collection<BundleCapability> candidates) {
      candidates.clear();
    }

    @Override
    public void filterSingletonCollisions(
        BundleCapability singleton, Collection<BundleCapability> collisions) {
      // None here.
    }

    @Override
    public void end() {
      // Nothing is held.
    }
  }
}
