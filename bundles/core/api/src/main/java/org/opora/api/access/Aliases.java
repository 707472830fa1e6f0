package org.opora.api.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which keys name the same person. Only the register of people writes here, after a person has
 * decided; nothing is ever re-pointed.
 */
@ProviderType
public interface Aliases {
  /**
   * In the caller's transaction: from now on the alias is known as the other one. A canonical
   * person that becomes an alias takes its own aliases along. Nothing happens when both already are
   * the same.
   */
  void join(PersonId alias, PersonId canonical);

  /**
   * In the caller's transaction: the alias is a person of its own again. Nothing happens when it is
   * none.
   */
  void part(PersonId alias);

  /** All keys under which this person is known, the given one included. */
  Set<PersonId> idsOf(PersonId person);

  /** The same for several people, in as many queries as for one. Every one of them is a key. */
  Map<PersonId, Set<PersonId>> idsOf(Collection<PersonId> people);
}
