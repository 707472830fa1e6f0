package org.opora.registry.people.domain;

import java.util.UUID;
import org.opora.api.ids.PersonId;

/** A row about one person, changed under its own version. */
public interface OfPerson {
  UUID id();

  long version();

  PersonId person();
}
