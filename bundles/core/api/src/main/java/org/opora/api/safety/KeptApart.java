package org.opora.api.safety;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who must not meet whom. Pushed in the writer's transaction, so that it holds also while the
 * bundle that wrote it is exchanged or gone: a child is not less in danger then.
 */
@ProviderType
public interface KeptApart {
  /**
   * In the writer's transaction. The same origin and source again replaces it.
   *
   * @param origin id of the writing bundle
   * @param source key of the record that says so
   * @param from first day
   * @param until last day; null while it lasts
   * @throws IllegalArgumentException when both are one person, or the last day comes before the
   *     first
   */
  void put(
      String origin, UUID source, PersonId one, PersonId other, LocalDate from, LocalDate until);

  /** In the writer's transaction: the record says so no longer. Nothing happens when none did. */
  void withdraw(String origin, UUID source);

  /**
   * Whom these people must not meet on the day, under every key that either is known by. Keys only,
   * so it asks for no viewer; the caller shows names only of those whom the viewer may see.
   *
   * @return by the key that was asked for, every key of the others; people without anybody are
   *     missing
   */
  Map<PersonId, Set<PersonId>> from(Collection<PersonId> people, LocalDate day);
}
