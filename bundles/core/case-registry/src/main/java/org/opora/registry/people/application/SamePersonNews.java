package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;

/** Who looks at the records again when keys turn out to name one person, or not any more. */
public interface SamePersonNews {
  /**
   * Before the rows of these people are held: holds what every change of it holds before people.
   */
  void deciding(EntityManager em, Collection<PersonId> people);

  /**
   * In the transaction of the decision; the rows of these people are held.
   *
   * @param keys all that were or are joined
   */
  void decided(EntityManager em, Viewer viewer, Set<PersonId> keys);

  /**
   * Of whom records are kept in the sub-file of another entry, in which they do not go on when
   * these keys are a person of their own.
   */
  Set<PersonId> movingOut(EntityManager em, Set<PersonId> known);
}
