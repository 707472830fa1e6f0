package org.opora.registry.notes.persistence;

import org.opora.api.people.PersonName;
import org.opora.registry.notes.domain.Concerned;

/**
 * Somebody whom a note concerns, as far as the viewer sees them.
 *
 * @param name null behind a wall: then nobody is there
 * @param open whether what is said of a child alone is for the viewer; true for everybody else
 */
public record Sight<C extends Concerned>(C row, PersonName name, boolean open) {
  /** Whether nothing of it is beyond the viewer. */
  public boolean whole() {
    return name != null && open;
  }
}
