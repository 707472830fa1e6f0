package org.opora.registry.authorities.persistence;

import java.util.List;
import org.opora.registry.authorities.domain.PersonAuthority;
import org.opora.registry.shared.persistence.Tables;

/** The table of authorities of people. */
public final class AuthorityTables {
  public static final Tables ROOM =
      new Tables(List.of(PersonAuthority.class), List.of("PERSON_AUTHORITY.PERSON"), List.of());

  private AuthorityTables() {}
}
