package org.opora.web.rendering;

import io.pebbletemplates.pebble.cache.CacheKey;
import io.pebbletemplates.pebble.cache.PebbleCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Pieces of pages that stand the same on one page after another, kept by everything they are made
 * of: there are as many as people use, and never more than a fixed number.
 */
final class Remembered implements PebbleCache<CacheKey, Object> {
  private static final int MOST = 100;

  private final Map<CacheKey, Object> pieces = new ConcurrentHashMap<>();

  @Override
  public Object computeIfAbsent(CacheKey key, Function<? super CacheKey, ?> render) {
    Object piece = pieces.get(key);
    if (piece == null) {
      piece = render.apply(key);
      if (pieces.size() >= MOST) {
        pieces.clear();
      }
      pieces.put(key, piece);
    }
    return piece;
  }

  @Override
  public void invalidateAll() {
    pieces.clear();
  }
}
