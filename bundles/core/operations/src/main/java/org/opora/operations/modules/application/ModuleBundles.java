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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.Units;
import org.opora.api.text.Text;
import org.opora.api.web.spi.RouteSet;
import org.opora.operations.shared.Words;
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
  private static final long LOOK_MILLIS = 200;
  private static final int TRIES = 3;
  private final BundleContext context;
  private final Units units;
  private final Duration patience;
  private volatile boolean stopping;

  /**
   * @param patience how long a module may take until it is there for people
   */
  ModuleBundles(BundleContext context, Units units, Duration patience) {
    this.context = context;
    this.units = units;
    this.patience = patience;
  }

  /** The product stops: nobody waits for a module any more. */
  void stop() {
    stopping = true;
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
        // Not above the level this bundle runs at, or the module would wait for the end of the
        // boot.
        int own = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(1, own));
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
   * @return why it is not, when the time is over or its tables cannot be had; empty when all is
   *     there
   */
  Optional<Text> awaitHealthy(ModulePackage module) throws InterruptedException {
    Bundle bundle = find(module.id()).orElseThrow();
    long deadline = System.nanoTime() + patience.toNanos();
    Semaphore bell = new Semaphore(0);
    ServiceListener listener = event -> bell.release();
    context.addServiceListener(listener);
    try {
      for (int broken = 0; ; ) {
        bell.drainPermits();
        Look look = look(module, bundle);
        if (look.lacking() == null) {
          return Optional.empty();
        }
        if (stopping) {
          throw new Stopped();
        }
        Optional<Text> failure = units.failure(module.id());
        if (failure.isPresent()) {
          return failure;
        }
        broken += look.broken() ? 1 : 0;
        if (broken == TRIES || System.nanoTime() > deadline) {
          return Optional.of(Words.of("failed." + look.lacking(), patience.toSeconds()));
        }
        // A unit that fails rings no bell, so one look now and then.
        bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } finally {
      context.removeServiceListener(listener);
    }
  }

  /**
   * What a look at a module showed.
   *
   * @param lacking the first thing that is not there; null when all is
   * @param broken whether it is announced and cannot be had: waiting will hardly help
   */
  private record Look(String lacking, boolean broken) {}

  private Look look(ModulePackage module, Bundle bundle) {
    if (bundle.getState() != Bundle.ACTIVE) {
      return new Look("bundle", false);
    }
    if (module.hasTables() && !tablesReady(module.id())) {
      return new Look("tables", false);
    }
    if (offered(bundle, Module.class).findAny().isEmpty()) {
      return new Look("reception", false);
    }
    List<ServiceReference<?>> doors = offered(bundle, RouteSet.class).toList();
    if (doors.size() < module.doors()) {
      return new Look("routes", false);
    }
    // A component whose constructor throws is announced, and yet offers nothing.
    return doors.stream().allMatch(this::opens) ? new Look(null, false) : new Look("routes", true);
  }

  private boolean opens(ServiceReference<?> reference) {
    Object service = context.getService(reference);
    try {
      return service instanceof RouteSet set && !set.routes().isEmpty();
    } finally {
      context.ungetService(reference);
    }
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

  private static Stream<ServiceReference<?>> offered(Bundle bundle, Class<?> service) {
    ServiceReference<?>[] all = bundle.getRegisteredServices();
    return all == null
        ? Stream.empty()
        : Arrays.stream(all)
            .filter(
                reference ->
                    List.of((String[]) reference.getProperty("objectClass"))
                        .contains(service.getName()));
  }

  /** The product stopped in the middle of a change, which the next start goes on with. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
