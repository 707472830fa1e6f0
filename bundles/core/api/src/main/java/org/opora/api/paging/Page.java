package org.opora.api.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next cursor of the following page; null on the last one. Opaque to the reader, made by the
 *     query, free of personal data
 */
public record Page<T>(List<T> items, String next) {
  public Page {
    items = List.copyOf(items);
  }

  public boolean hasNext() {
    return next != null;
  }

  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, null);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
