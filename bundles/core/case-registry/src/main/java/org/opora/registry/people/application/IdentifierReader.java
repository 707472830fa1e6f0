package org.opora.registry.people.application;

import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Person;

/** Opens the identifier of a person for another subject of the register. */
public final class IdentifierReader {
  private final PersonSeals seals;

  public IdentifierReader(Keys keys) {
    this.seals = new PersonSeals(keys);
  }

  /** Normalised, when it is a sound birth number or PESEL; null otherwise. */
  public String sound(Person person) {
    String written = seals.nationalId(person);
    return NationalIds.check(written).filter(NationalIds.Verdict::sound).isPresent()
        ? NationalIds.normalised(written)
        : null;
  }
}
