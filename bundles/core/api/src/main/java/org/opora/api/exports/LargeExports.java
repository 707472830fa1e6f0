package org.opora.api.exports;

import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists that are longer than one person may take out of the house alone. The gate asks for every
 * list that leaves, whichever bundle answered with it, so that no list goes by another way.
 */
@ProviderType
public interface LargeExports {
  /** Permission to be the second person. Whoever holds it sees who asks for what, never a row. */
  String CONFIRM = "registry.export.confirm";

  /** So many rows one person may take alone as long as the centre has not decided otherwise. */
  int USUAL = 200;

  /**
   * Whether the list may leave now. One that is confirmed leaves once; after this answer its
   * confirmation is used up.
   *
   * @return empty when it may; otherwise the path of the page that says what to do
   */
  Optional<String> held(Viewer viewer, Wanted wanted);

  /**
   * A list that was made for the viewer, with their rights as they are now, and has not left yet.
   *
   * @param list short code of the list
   * @param title what the list is called
   * @param narrowed what of the list was chosen, in words; null when it is the whole list
   * @param address path and query that make it again
   * @param format such as {@code csv}
   */
  record Wanted(
      String list, Title title, Title narrowed, String address, String format, int rows) {}
}
