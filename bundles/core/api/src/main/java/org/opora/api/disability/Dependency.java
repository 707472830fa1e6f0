package org.opora.api.disability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/** How far people depend on the care of others, by decision of the authority. */
@ProviderType
public interface Dependency {
  String READ = "registry.health.read";
  String WRITE = "registry.health.write";

  /** Degrees of dependency. */
  enum Degree {
    I,
    II,
    III,
    IV
  }

  /**
   * The degree of each of these people on the day, as far as the viewer may see it; who has none,
   * or two that differ, is left out.
   */
  Map<PersonId, Degree> on(Viewer viewer, Collection<PersonId> people, LocalDate day);
}
