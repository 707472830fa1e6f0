package org.opora.web.rendering;

import java.util.List;
import java.util.function.Supplier;

/**
 * What stands around every page. Asked by the layout only, so that a fragment pays for none of it.
 *
 * @param navigationOf entries of the viewer in their groups, the current one marked
 * @param noticeOf sentence shown once, or null
 * @param unreadOf number of unread messages; null when there is no inbox
 * @param search whether the viewer may search
 * @param centre name of the centre; empty before set-up
 * @param language tag of the page's language
 * @param files files of the shell
 */
public record Frame(
    Supplier<List<Section>> navigationOf,
    Supplier<String> noticeOf,
    Supplier<Long> unreadOf,
    boolean search,
    String centre,
    String language,
    StaticFiles files) {
  /** Stands in no text and in no address. */
  private static final char END = '\0';

  public List<Section> navigation() {
    return navigationOf.get();
  }

  /**
   * Everything that the navigation shows: where it is the same, the menu looks the same. Put
   * together by hand, for a record says itself through a formatter, and this is asked on every
   * page.
   */
  public String menu() {
    StringBuilder all = new StringBuilder(2048);
    for (Section part : navigation()) {
      all.append(part.open() ? '+' : '-').append(part.heading()).append(END);
      for (Item item : part.items()) {
        all.append(item.current() ? '+' : '-')
            .append(item.title())
            .append(END)
            .append(item.href())
            .append(END)
            .append(item.icon())
            .append(END);
      }
      all.append(END);
    }
    return all.toString();
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
   * A group of the navigation.
   *
   * @param heading null when its entries stand without one
   * @param open whether its entries are seen before somebody opens it
   */
  public record Section(String heading, boolean open, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * An entry of the navigation.
   *
   * @param icon name of an icon
   */
  public record Item(String title, String href, String icon, boolean current) {}
}
