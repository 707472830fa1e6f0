package org.opora.api.web.spi;

import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tile on a person's page. Its content is the bundle's own route, loaded as a request of its own.
 */
@ConsumerType
public interface PersonTile {
  int order();

  String title();

  String permission();

  /** Path of the GET route that gives the content as a fragment. */
  String content(PersonId person);
}
