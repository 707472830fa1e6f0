package org.opora.registry.shared.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.ids.Id;

/** Asks for many keys in statements that no database finds too long. */
public final class Chunks {
  private static final int SIZE = 512;

  private Chunks() {}

  public static List<UUID> values(Collection<? extends Id> ids) {
    LinkedHashSet<UUID> values = new LinkedHashSet<>();
    ids.forEach(id -> values.add(id.value()));
    return List.copyOf(values);
  }

  public static <R> List<R> ask(List<UUID> keys, Function<List<UUID>, List<R>> query) {
    if (keys.size() <= SIZE) {
      return keys.isEmpty() ? List.of() : query.apply(rounded(keys));
    }
    List<R> all = new ArrayList<>();
    for (int start = 0; start < keys.size(); start += SIZE) {
      all.addAll(query.apply(rounded(keys.subList(start, Math.min(keys.size(), start + SIZE)))));
    }
    return all;
  }

  /**
   * The keys, the last one repeated up to a power of two: a database prepares few statements
   * instead of one for every length.
   */
  static List<UUID> rounded(List<UUID> keys) {
    int places = Integer.highestOneBit(Math.max(1, keys.size() - 1)) * 2;
    if (keys.size() <= 1 || places == keys.size()) {
      return keys;
    }
    List<UUID> rounded = new ArrayList<>(keys);
    while (rounded.size() < places) {
      rounded.add(keys.get(keys.size() - 1));
    }
    return rounded;
  }
}
