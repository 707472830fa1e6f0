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
   * In the caller's transaction: what was said of the alias last is taken back, as if it had never
   * been said. Whoever led before leads again with all that was led then; what was said of the
   * others before and since holds. Nothing happens when it is no alias.
   */
  void part(PersonId alias);

  /**
   * In the caller's transaction: the same with what made these two one person. Nothing happens when
   * they are two.
   */
  void part(PersonId one, PersonId other);

  /** Under which keys each of the two is known when they are parted, their own included. */
  Apart apart(PersonId one, PersonId other);

  /**
   * Two people.
   *
   * @param one all keys of the first
   * @param other all keys of the second
   */
  record Apart(Set<PersonId> one, Set<PersonId> other) {}

  /** All keys under which this person is known, the given one included. */
  Set<PersonId> idsOf(PersonId person);

  /** The same for several people, in as many queries as for one. Every one of them is a key. */
  Map<PersonId, Set<PersonId>> idsOf(Collection<PersonId> people);
}
