package org.opora.registry.people.application;

import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.Person;

/** Opens the identifier of a person for another subject of the register. */
public final class IdentifierReader {
  private final PersonSeals seals;

  public IdentifierReader(Keys keys) {
    this.seals = new PersonSeals(keys);
  }

  /** Normalised, when it is a sound birth number or PESEL; null otherwise. */
  public String sound(Person person) {
    return PersonSeals.sound(seals.nationalId(person));
  }
}
