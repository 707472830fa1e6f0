package org.opora.registry.care.persistence;

import java.util.UUID;
import org.opora.api.people.PersonName;

/** Somebody who was met. */
public record MetRow(UUID person, String given, String family) {
  public PersonName name() {
    return new PersonName(given, family);
  }
}
