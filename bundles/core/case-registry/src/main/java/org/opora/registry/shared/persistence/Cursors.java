package org.opora.registry.shared.persistence;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.paging.Page;

/**
 * Cursors are keys and nothing else: what a list is sorted by may be a name, and cursors stand in
 * addresses.
 */
public final class Cursors {
  private Cursors() {}

  /** The key in a cursor; null when there is none, or none of ours. */
  public static UUID key(String cursor) {
    try {
      return cursor == null || cursor.isEmpty() ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  public static int within(int limit, int most) {
    return Math.max(1, Math.min(limit, most));
  }

  /**
   * @param rows one more than asked for when there is a next page
   */
  public static <T> Page<T> page(List<T> rows, int limit, Function<T, UUID> key) {
    if (rows.size() <= limit) {
      return Page.last(rows);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, key.apply(shown.get(limit - 1)).toString());
  }
}
