package org.opora.api.module.spi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Permission;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The reception of a bundle: who it is and which permissions it brings. Core bundles have one, too.
 * The title is the text {@code module.title} of the bundle.
 */
@ConsumerType
public interface Module {
  /** The bundle's id: also its unit and, for modules, its path {@code /m/<id>}. */
  String id();

  /** Place in navigation and lists; small comes first. */
  int order();

  List<Permission> permissions();

  /** Services that its records prove; each belongs to an activity of the centre's mandate. */
  default List<Service> services() {
    return List.of();
  }

  /**
   * Kinds of the evidence that its records push, such as {@code visit}: a duty is counted where
   * something brings what it is counted from.
   */
  default Set<String> evidence() {
    return services().stream().map(Service::evidence).collect(Collectors.toSet());
  }
}
