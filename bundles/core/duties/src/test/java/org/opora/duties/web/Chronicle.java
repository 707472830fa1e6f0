package org.opora.duties.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;

/** The chronology of paper: entries by the key of their record. */
final class Chronicle implements Timeline {
  private final Map<UUID, Entry> entries = new HashMap<>();
  private boolean closed;

  Chronicle wrote(UUID record, String title, String href) {
    entries.put(
        record,
        new Entry(
            record,
            "paper",
            "visit",
            record,
            null,
            new Title(title, title, title),
            "Jana Tichá",
            href));
    return this;
  }

  /** The file is not open to the viewer as a chronology. */
  Chronicle close() {
    closed = true;
    return this;
  }

  @Override
  public Map<UUID, Entry> behind(Viewer viewer, CaseFileId file, Collection<UUID> records) {
    if (closed) {
      throw new NotFound();
    }
    Map<UUID, Entry> found = new HashMap<>(entries);
    found.keySet().retainAll(records);
    return found;
  }

  @Override
  public void put(Viewer viewer, NewEntry entry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void withdraw(String origin, UUID source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Entry> of(Viewer viewer, CaseFileId file, String after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Recent> recent(Viewer viewer, int limit) {
    throw new UnsupportedOperationException();
  }
}
