package org.opora.web.gate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Who belongs to the house: what it starts from, by its own list, and what the module manager
 * brought in. A name proves nothing, since any bundle may call itself as it likes.
 */
final class Household {
  private static final String MODULE = "opora-module:";
  private static final String WHITEBOARD = "osgi.http.whiteboard.";

  /** A bundle with this header wants to be an application of its own. */
  private static final String APPLICATION = "Web-ContextPath";

  /** Contracts of the house, and those of the server that stands before it. */
  private static final List<String> CONTRACTS =
      List.of(
          "org.opora.",
          "jakarta.servlet.",
          "javax.servlet.",
          "org.osgi.service.servlet.",
          "org.osgi.service.http.",
          "org.apache.felix.http.",
          "org.eclipse.jetty.");

  private final Set<String> locations;

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

  boolean ours(Bundle bundle) {
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
        || bundle.getLocation().startsWith(MODULE)
        || locations.contains(bundle.getLocation());
  }

  /** Whether a stranger publishes here what only the house may publish. */
  boolean intrudes(ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    return bundle != null && !ours(bundle) && opens(reference);
  }

  /** Whether a stranger publishes anything that only the house may publish. */
  boolean intrudes(Bundle bundle) {
    if (ours(bundle) || bundle.getState() == Bundle.UNINSTALLED) {
      return false;
    }
    if (bundle.getHeaders("").get(APPLICATION) != null) {
      return true;
    }
    ServiceReference<?>[] published = bundle.getRegisteredServices();
    return published != null && List.of(published).stream().anyMatch(Household::opens);
  }

  /** Whether this is something that only the house gives and takes. */
  static boolean opens(ServiceReference<?> reference) {
    for (String property : reference.getPropertyKeys()) {
      if (property.startsWith(WHITEBOARD)) {
        return true;
      }
    }
    for (String contract : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      if (CONTRACTS.stream().anyMatch(contract::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
