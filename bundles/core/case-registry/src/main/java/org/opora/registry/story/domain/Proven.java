package org.opora.registry.story.domain;

import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * Whom or what a fact is about, and where it counts.
 *
 * @param kind as the contract calls it
 * @param file null where it counts in none
 */
public record Proven(String kind, UUID subject, CaseFileId file) {
  private static final String PERSON = "PERSON";

  /** A person in a file. */
  public static Proven of(CaseFileId file, PersonId person) {
    return new Proven(PERSON, person.value(), file);
  }

  /** Null when it is about nobody in particular. */
  UUID person() {
    return PERSON.equals(kind) ? subject : null;
  }
}
