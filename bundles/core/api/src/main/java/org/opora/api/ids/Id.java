package org.opora.api.ids;

import java.util.UUID;

/**
 * A typed key. Two keys of different types never compare equal, so that a person cannot be passed
 * for a file.
 */
public interface Id {
  UUID value();
}
