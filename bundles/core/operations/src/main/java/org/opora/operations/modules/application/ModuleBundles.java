package org.opora.operations.modules.application;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Transactions;
import org.opora.api.web.spi.RouteSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Modules in the framework. Each has one location of its own, and only its own bundle is ever
 * refreshed: nothing in the house is wired to a module.
 */
final class ModuleBundles {
  private static final String LOCATION = "opora-module:";
  private static final long REFRESH_SECONDS = 30;
  private final BundleContext context;

  ModuleBundles(BundleContext context) {
    this.context = context;
  }

  Optional<Bundle> find(String id) {
    return Optional.ofNullable(context.getBundle(LOCATION + id));
  }

  /** A bundle of this name that was installed by other means, such as the console. */
  Optional<Bundle> foreign(String id) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> ("org.opora." + id).equals(bundle.getSymbolicName()))
        .filter(bundle -> !bundle.getLocation().equals(LOCATION + id))
        .findFirst();
  }

  /** Modules that were installed by other means. */
  List<Bundle> foreign() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getHeaders("").get("Opora-Module") != null)
        .filter(bundle -> !bundle.getLocation().startsWith(LOCATION))
        .toList();
  }

  /** Our own bundles, by id. */
  List<String> installed() {
    return Arrays.stream(context.getBundles())
        .map(Bundle::getLocation)
        .filter(location -> location.startsWith(LOCATION))
        .map(location -> location.substring(LOCATION.length()))
        .toList();
  }

  /** The first package that the running house does not export at a fitting version. */
  Optional<String> missing(ModulePackage module) {
    return module.imports().entrySet().stream()
        .filter(wanted -> !wanted.getKey().startsWith("java."))
        .filter(wanted -> !exported(wanted.getKey(), wanted.getValue()))
        .map(wanted -> wanted.getKey() + " " + wanted.getValue())
        .findFirst();
  }

  private boolean exported(String name, VersionRange range) {
    return Arrays.stream(context.getBundles())
        .map(bundle -> bundle.adapt(BundleWiring.class))
        .filter(wiring -> wiring != null)
        .flatMap(wiring -> wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
        .anyMatch(
            offered ->
                name.equals(offered.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                    && range.includes(
                        (org.osgi.framework.Version)
                            offered
                                .getAttributes()
                                .get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
  }

  /** Installs or updates, and starts. */
  void run(ModulePackage module) throws BundleException, IOException, InterruptedException {
    Bundle bundle = find(module.id()).orElse(null);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(module.file()))) {
      if (bundle == null) {
        bundle = context.installBundle(LOCATION + module.id(), in);
        // Not above the level this bundle runs at, or the module would wait for the end of the boot.
        int own = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(own);
      } else {
        bundle.stop();
        bundle.update(in);
        refresh(bundle);
      }
    }
    bundle.start();
  }

  void remove(String id) throws BundleException, InterruptedException {
    Bundle bundle = find(id).orElse(null);
    if (bundle != null) {
      bundle.stop();
      bundle.uninstall();
      refresh(bundle);
    }
  }

  private void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    context
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(Set.of(bundle), event -> done.countDown());
    if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the framework did not refresh the module in time");
    }
  }

  /**
   * Waits until the module is there for people: reception and routes known, and its tables ready
   * when it has some.
   *
   * @return what is still missing when the time is over; empty when all is there
   */
  Optional<String> awaitHealthy(ModulePackage module, Duration atMost) throws InterruptedException {
    Bundle bundle = find(module.id()).orElseThrow();
    long deadline = System.nanoTime() + atMost.toNanos();
    Object bell = new Object();
    boolean[] rung = {false};
    ServiceListener listener =
        event -> {
          synchronized (bell) {
            rung[0] = true;
            bell.notifyAll();
          }
        };
    context.addServiceListener(listener);
    try {
      while (true) {
        synchronized (bell) {
          rung[0] = false;
        }
        Optional<String> lacking = lacking(module, bundle);
        if (lacking.isEmpty()) {
          return lacking;
        }
        synchronized (bell) {
          long left = deadline - System.nanoTime();
          if (left <= 0) {
            return lacking;
          }
          if (!rung[0]) {
            TimeUnit.NANOSECONDS.timedWait(bell, left);
          }
        }
      }
    } finally {
      context.removeServiceListener(listener);
    }
  }

  private Optional<String> lacking(ModulePackage module, Bundle bundle) {
    if (bundle.getState() != Bundle.ACTIVE) {
      return Optional.of("bundle");
    }
    if (module.hasTables() && !tablesReady(module.id())) {
      return Optional.of("tables");
    }
    if (!offers(bundle, Module.class)) {
      return Optional.of("reception");
    }
    return offers(bundle, RouteSet.class) ? Optional.empty() : Optional.of("routes");
  }

  private boolean tablesReady(String id) {
    try {
      return !context
          .getServiceReferences(Transactions.class, "(" + Transactions.UNIT + "=" + id + ")")
          .isEmpty();
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean offers(Bundle bundle, Class<?> service) {
    ServiceReference<?>[] offered = bundle.getRegisteredServices();
    return offered != null
        && Arrays.stream(offered)
            .anyMatch(
                reference ->
                    List.of((String[]) reference.getProperty("objectClass"))
                        .contains(service.getName()));
  }
}
