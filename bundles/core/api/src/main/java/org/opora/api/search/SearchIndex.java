package org.opora.api.search;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/** Pushed in the writer's transaction: what can be found, by whom, and where it opens. */
@ProviderType
public interface SearchIndex {
  /** The same origin and source again replaces the entry. */
  void put(NewEntry entry);

  void withdraw(String origin, UUID source);

  /** Things the viewer may see whose words begin with these. */
  Page<Hit> find(Viewer viewer, String words, String after, int limit);

  /**
   * @param subject whom it belongs to; null for things that are about nobody
   * @param words what it is found by: a number, a title; never a sealed text
   * @param title shown in the list
   */
  record NewEntry(
      String origin,
      String kind,
      UUID source,
      Subject subject,
      String permission,
      String words,
      Title title,
      String href) {}

  /**
   * @param subject whom it belongs to, for the trail; null for things that are about nobody
   */
  record Hit(UUID id, String origin, String kind, Subject subject, Title title, String href) {}
}
