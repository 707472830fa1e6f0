package org.opora.supervisedcontacts.contacts.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Contacts in a row for which the parent did not come, whether it was said before or not. One that
 * others cancelled, or at which the child was not there, says nothing of the parent: it neither
 * counts nor ends the row. One at which they met ends it.
 *
 * @param keys of the {@link ContactChild}s, the earliest first
 */
public record Misses(List<UUID> keys) {
  /** So many ask for a talk with the authority. */
  public static final int A_CALL = 2;

  public Misses {
    keys = List.copyOf(keys);
  }

  /**
   * The row that ends with the last of these.
   *
   * @param latestFirst what became of the contacts of one plan
   */
  public static Misses endingWith(List<Outcome> latestFirst) {
    List<UUID> keys = new ArrayList<>();
    latestFirst.stream()
        .takeWhile(one -> !one.met())
        .filter(Outcome::missedByParent)
        .forEach(one -> keys.add(0, one.key()));
    return new Misses(keys);
  }

  /** Whether with the last one it is time to call again: each second one does. */
  public boolean calls() {
    return !keys.isEmpty() && keys.size() % A_CALL == 0;
  }

  /** Key of the miss that made it full. */
  public UUID last() {
    return keys.get(keys.size() - 1);
  }
}
