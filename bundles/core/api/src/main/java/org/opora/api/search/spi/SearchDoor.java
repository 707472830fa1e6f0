package org.opora.api.search.spi;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who may know of what a bundle has filed about a child. The index knows on whose sub-file it hangs
 * and under which permission it is found; what closes it besides, such as a wall at the family in
 * which it was written, its bundle alone can say. What hangs on a child's sub-file is found only
 * where this says so: not while its bundle is away.
 */
@ConsumerType
public interface SearchDoor {
  /** Id of the bundle, the origin of what it files. */
  String origin();

  /**
   * Of these things those of which the viewer may know: asked once for those of a page.
   *
   * @param sources keys of records of any kind
   */
  Set<UUID> known(Viewer viewer, Collection<UUID> sources);
}
