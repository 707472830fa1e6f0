package org.opora.api.web.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A card on the page Today. Its content is the bundle's own route, loaded as a request of its own.
 */
@ConsumerType
public interface DashboardCard {
  int order();

  String title();

  String permission();

  /** Path of the GET route that gives the content as a fragment. */
  String content();
}
