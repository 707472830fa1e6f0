package org.opora.supervisedcontacts.shared.domain;

import java.util.Objects;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/**
 * A child as a record names it.
 *
 * @param file in which the record was written; it stays with that family
 * @param childFile on whose key the words hang, and with which the record moves
 */
public record ChildOfFile(CaseFileId file, ChildFileId childFile, PersonId child) {
  public ChildOfFile {
    Objects.requireNonNull(file);
    Objects.requireNonNull(childFile);
    Objects.requireNonNull(child);
  }
}
