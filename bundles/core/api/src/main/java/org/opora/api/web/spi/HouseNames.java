package org.opora.api.web.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Names under which other computers reach this house. A request for a name that nobody knows is not
 * answered.
 */
@ConsumerType
public interface HouseNames {
  /**
   * @param host as the browser writes it, in lower case and without the port; an address of version
   *     six in brackets
   */
  boolean ours(String host);
}
