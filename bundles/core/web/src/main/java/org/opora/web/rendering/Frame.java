package org.opora.web.rendering;

import java.util.List;
import java.util.function.Supplier;

/**
 * What stands around every page. Asked by the layout only, so that a fragment pays for none of it.
 *
 * @param navigationOf entries of the viewer, the current one marked
 * @param noticeOf sentence shown once, or null
 * @param unreadOf number of unread messages; null when there is no inbox
 * @param search whether the viewer may search
 * @param centre name of the centre; empty before set-up
 * @param language tag of the page's language
 * @param files files of the shell
 */
public record Frame(
    Supplier<List<Item>> navigationOf,
    Supplier<String> noticeOf,
    Supplier<Long> unreadOf,
    boolean search,
    String centre,
    String language,
    StaticFiles files) {

  public List<Item> navigation() {
    return navigationOf.get();
  }

  public String notice() {
    return noticeOf.get();
  }

  public Long unread() {
    return unreadOf.get();
  }

  /** Address of a file of the shell. */
  public String file(String name) {
    return files.address(name);
  }

  /**
   * An entry of the navigation.
   *
   * @param icon name of an icon
   * @param parted whether a new group begins here
   */
  public record Item(String title, String href, String icon, boolean current, boolean parted) {}
}
