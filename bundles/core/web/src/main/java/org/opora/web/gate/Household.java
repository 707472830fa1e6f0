package org.opora.web.gate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.web.texts.HouseBundles;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Who belongs to the house: what it starts from, by its own list, and what the module manager
 * brought in. A name proves nothing, since any bundle may call itself as it likes; nor does the
 * place it says it came from, when a stranger brought it.
 */
final class Household implements HouseBundles {
  private static final String MODULE = "opora-module:";
  private static final String WHITEBOARD = "osgi.http.whiteboard.";

  /** A bundle with one of these headers wants to be an application of its own, or part of ours. */
  private static final List<String> INTRUDING = List.of("Web-ContextPath", Constants.FRAGMENT_HOST);

  /** Contracts of the house, of the server that stands before it, and of what sets them up. */
  private static final List<String> CONTRACTS =
      List.of(
          "org.opora.",
          "jakarta.servlet.",
          "javax.servlet.",
          "org.osgi.service.servlet.",
          "org.osgi.service.http.",
          "org.osgi.service.cm.",
          "org.apache.felix.http.",
          "org.eclipse.jetty.");

  /** With these a bundle decides what others see. */
  private static final String HOOKS = "org.osgi.framework.hooks.";

  private final Set<String> locations;

  /** Bundles that come from no stranger's place, and yet are strangers. */
  private final Set<Long> unmasked = ConcurrentHashMap.newKeySet();

  /**
   * @param locations of the bundles that the house starts from
   */
  Household(Set<String> locations) {
    this.locations = Set.copyOf(locations);
  }

  /**
   * Reads the list that the framework starts from.
   *
   * @param settings folder of the settings of the program
   */
  static Household of(Path settings) throws IOException {
    Properties startup = new Properties();
    try (Reader in =
        Files.newBufferedReader(settings.resolve("startup.properties"), StandardCharsets.UTF_8)) {
      startup.load(in);
    }
    return new Household(startup.stringPropertyNames());
  }

  @Override
  public boolean ours(Bundle bundle) {
    return system(bundle) || listed(bundle) && !unmasked.contains(bundle.getBundleId());
  }

  static boolean system(Bundle bundle) {
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID;
  }

  private boolean listed(Bundle bundle) {
    String location = bundle.getLocation();
    return location.startsWith(MODULE) || locations.contains(location);
  }

  /**
   * @param by who brought it
   */
  void arrived(Bundle bundle, Bundle by) {
    if (!ours(by)) {
      unmasked.add(bundle.getBundleId());
    }
  }

  /** What the house starts from is never exchanged while it runs. */
  void exchanged(Bundle bundle) {
    if (locations.contains(bundle.getLocation())) {
      unmasked.add(bundle.getBundleId());
    }
  }

  void left(Bundle bundle) {
    unmasked.remove(bundle.getBundleId());
  }

  /**
   * Whether it may publish what only the house may. The framework has nothing of the kind; whoever
   * published such a thing in its name is somebody else.
   */
  boolean publishes(Bundle bundle) {
    return !system(bundle) && ours(bundle);
  }

  /** Whether a stranger publishes or wants anything that only the house may. */
  boolean intrudes(Bundle bundle) {
    if (publishes(bundle) || bundle.getState() == Bundle.UNINSTALLED) {
      return false;
    }
    boolean system = system(bundle);
    if (!system && INTRUDING.stream().anyMatch(name -> bundle.getHeaders("").get(name) != null)) {
      return true;
    }
    ServiceReference<?>[] published = published(bundle);
    return published != null
        && List.of(published).stream()
            .anyMatch(reference -> opens(reference) || !system && hooks(reference));
  }

  private static ServiceReference<?>[] published(Bundle bundle) {
    try {
      return bundle.getRegisteredServices();
    } catch (IllegalStateException leaving) {
      return null;
    }
  }

  /** Whether this is something that only the house gives and takes. */
  static boolean opens(ServiceReference<?> reference) {
    for (String contract : contracts(reference)) {
      for (String reserved : CONTRACTS) {
        if (contract.startsWith(reserved)) {
          return true;
        }
      }
    }
    for (String property : reference.getPropertyKeys()) {
      // Filters do not tell capitals from small letters in the name of a property.
      if (property.regionMatches(true, 0, WHITEBOARD, 0, WHITEBOARD.length())) {
        return true;
      }
    }
    return false;
  }

  static boolean hooks(ServiceReference<?> reference) {
    for (String contract : contracts(reference)) {
      if (contract.startsWith(HOOKS)) {
        return true;
      }
    }
    return false;
  }

  private static String[] contracts(ServiceReference<?> reference) {
    return (String[]) reference.getProperty(Constants.OBJECTCLASS);
  }
}
