package org.opora.registry.legal.application;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.registry.legal.domain.Extent;

/**
 * Somebody who stands for a child.
 *
 * @param person in the register; null when only the name is known
 * @param name of a person or an office; may be null when {@code person} is known
 * @param extent of a parent; null for others
 * @param matters what was taken from a parent whose responsibility is limited, or what a collision
 *     guardian was appointed for
 * @param until last day; null while it lasts
 * @param decision on which it rests, or null
 */
public record NewRepresentative(
    Role role,
    PersonId person,
    String name,
    Extent extent,
    Set<Matter> matters,
    String note,
    LocalDate since,
    LocalDate until,
    UUID decision) {
  public NewRepresentative {
    matters = Set.copyOf(matters);
  }

  /** The same about somebody else. */
  NewRepresentative of(PersonId whom, String called) {
    return new NewRepresentative(role, whom, called, extent, matters, note, since, until, decision);
  }

  /** Without whom it is about: neither person nor name. */
  NewRepresentative hidden() {
    return of(null, null);
  }
}
