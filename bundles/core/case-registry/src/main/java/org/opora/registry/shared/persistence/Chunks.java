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
  private static final int SIZE = 500;

  private Chunks() {}

  public static List<UUID> values(Collection<? extends Id> ids) {
    LinkedHashSet<UUID> values = new LinkedHashSet<>();
    ids.forEach(id -> values.add(id.value()));
    return List.copyOf(values);
  }

  public static <R> List<R> ask(List<UUID> keys, Function<List<UUID>, List<R>> query) {
    if (keys.size() <= SIZE) {
      return keys.isEmpty() ? List.of() : query.apply(keys);
    }
    List<R> all = new ArrayList<>();
    for (int start = 0; start < keys.size(); start += SIZE) {
      all.addAll(query.apply(keys.subList(start, Math.min(keys.size(), start + SIZE))));
    }
    return all;
  }
}
