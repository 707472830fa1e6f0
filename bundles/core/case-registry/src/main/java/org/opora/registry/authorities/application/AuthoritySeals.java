package org.opora.registry.authorities.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.authorities.domain.PersonAuthority;

/** The name of an office tells where somebody lives, so it hangs on the key of the person. */
record AuthoritySeals(Keys keys) {
  private static final String NAME = "PERSON_AUTHORITY.NAME_S";

  byte[] name(PersonId person, UUID row, String plain) {
    return keys.seal(Subject.of(person), NAME, row, plain);
  }

  String name(PersonAuthority row) {
    return keys.open(Subject.of(row.person()), NAME, row.id(), row.name());
  }
}
