package org.opora.registry.people.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;

/**
 * Words somebody searched for, under a random key, so that no name stands in an address, a history
 * or a log, and Back still works. They are kept in memory only: a name that was merely looked for
 * is written nowhere.
 */
public final class KeptSearches {
  private static final int MOST = 2_000;
  private final Map<UUID, Kept> kept = new Newest();

  /** Keeps the words for this person and returns their key. */
  public UUID keep(Viewer viewer, String words) {
    UUID key = UUID.randomUUID();
    synchronized (kept) {
      kept.put(key, new Kept(viewer.staff(), words));
    }
    return key;
  }

  /** The words, when this person has searched for them and they are still kept. */
  public Optional<String> words(Viewer viewer, UUID key) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(key))
          .filter(one -> one.staff().equals(viewer.staff()))
          .map(Kept::words);
    }
  }

  private record Kept(StaffId staff, String words) {}

  private static final class Newest extends LinkedHashMap<UUID, Kept> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
      return size() > MOST;
    }
  }
}
