package org.opora.documents.store.domain;

import java.util.Objects;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/**
 * Where a document lies. What is about a child lies in the child's sub-file and goes with the
 * child; everything else stays with the family.
 *
 * @param file into which it was brought
 * @param childFile null when it is not about one child
 * @param person whom it is about; null when it is about the whole family
 */
public record Place(CaseFileId file, ChildFileId childFile, PersonId person) {
  public Place {
    Objects.requireNonNull(file);
    if (childFile != null) {
      Objects.requireNonNull(person);
    }
  }

  /** Who sees it, and on whose key it hangs. */
  public Subject owner() {
    return childFile == null ? Subject.of(file) : Subject.of(childFile);
  }
}
