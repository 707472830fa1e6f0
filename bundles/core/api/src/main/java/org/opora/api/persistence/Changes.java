package org.opora.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether anything was written, for whoever keeps in memory what was reckoned from many rows.
 * Nothing else writes into the database of a house that is open.
 */
@ProviderType
public interface Changes {
  /**
   * Another number after each commit of this house, whichever unit wrote, but for tables that
   * {@link org.opora.api.persistence.spi.Schema#passing} names. Asked for before reading, it says
   * later whether what was read still holds. A commit that is just coming to its end may be seen
   * before its number is: then once too often something is read anew, and never too seldom.
   */
  long number();
}
