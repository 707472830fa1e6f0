package org.opora.api.module;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bundles that are neither of the house nor brought in by the module manager, and publish what only
 * the house and its modules may. Nobody sees what they publish; that they are there is told.
 */
@ProviderType
public interface Strangers {
  /** Their names with versions. */
  List<String> names();

  /**
   * Tells of each once: of those that are here at once, of others when they come. Whoever is told
   * comes back quickly.
   */
  void watch(Consumer<String> watcher);

  void leave(Consumer<String> watcher);
}
