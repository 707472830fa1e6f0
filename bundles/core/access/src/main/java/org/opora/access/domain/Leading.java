package org.opora.access.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which key leads which, worked out from what was said of them, in the order in which it was said.
 * What is taken back is left out as if it had never been said, so whoever led before leads again,
 * whatever was said meanwhile.
 */
public final class Leading {
  private final List<SameSaid> said;
  private final Map<UUID, UUID> leaders = new HashMap<>();
  private final Map<UUID, SameSaid> stopped = new HashMap<>();

  public Leading(Collection<SameSaid> said) {
    this.said = new ArrayList<>(said);
    this.said.sort(Comparator.comparingLong(SameSaid::turn).thenComparing(SameSaid::id));
    this.said.forEach(this::follow);
  }

  private void follow(SameSaid one) {
    UUID from = leader(one.saidOf());
    UUID to = leader(one.saidWith());
    if (!from.equals(to)) {
      leaders.replaceAll((key, leader) -> leader.equals(from) ? to : leader);
      leaders.put(from, to);
      stopped.put(from, one);
    }
  }

  /** The key itself when no other leads it. */
  public UUID leader(UUID key) {
    return leaders.getOrDefault(key, key);
  }

  /** All keys of the person, the given one included. */
  public Set<UUID> keys(UUID key) {
    UUID root = leader(key);
    Set<UUID> keys = new HashSet<>(List.of(key, root));
    leaders.forEach(
        (led, leader) -> {
          if (leader.equals(root)) {
            keys.add(led);
          }
        });
    return keys;
  }

  /** What was said of this key last, or what made it stop leading. */
  public Optional<SameSaid> last(UUID key) {
    return said.stream()
        .filter(one -> one.saidOf().equals(key))
        .reduce((former, later) -> later)
        .or(() -> Optional.ofNullable(stopped.get(key)));
  }

  /** What made these two one person; empty when they are two. */
  public Optional<SameSaid> between(UUID one, UUID other) {
    return same(one, other)
        ? said.stream()
            .filter(each -> !without(each).same(one, other))
            .reduce((former, later) -> later)
        : Optional.empty();
  }

  private boolean same(UUID one, UUID other) {
    return leader(one).equals(leader(other));
  }

  public Leading without(SameSaid back) {
    return new Leading(said.stream().filter(one -> !one.id().equals(back.id())).toList());
  }

  /** What was said, and this. */
  public Leading and(SameSaid more) {
    List<SameSaid> all = new ArrayList<>(said);
    all.add(more);
    return new Leading(all);
  }

  /** The turn of what is said next. */
  public long next() {
    return said.isEmpty() ? 1 : said.get(said.size() - 1).turn() + 1;
  }
}
