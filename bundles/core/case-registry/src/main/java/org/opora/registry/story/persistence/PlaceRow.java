package org.opora.registry.story.persistence;

import java.util.Optional;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * Where a fact counts, and whom it is about.
 *
 * @param file null when it counts in none
 * @param person null when it is about nobody of a family
 */
public record PlaceRow(UUID file, UUID person) {
  public Optional<CaseFileId> inFile() {
    return Optional.ofNullable(file).map(CaseFileId::new);
  }

  public Optional<PersonId> ofPerson() {
    return Optional.ofNullable(person).map(PersonId::new);
  }
}
