package org.opora.api.web.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Entries of a bundle in the main navigation. */
@ConsumerType
public interface Navigation {
  List<Entry> entries();

  /** Under which heading an entry stands; the headings come in this order. */
  enum Group {
    /** What somebody does today, at the top and without a heading. */
    TODAY,
    FAMILIES,
    FIRST_CONTACT,
    /** What modules bring: services of the centre. */
    SERVICES,
    /** Books whose numbers run by the year, and the directory. */
    REGISTERS,
    TEAM,
    /** The centre itself, its money, and what keeps Opora running. */
    HOUSE
  }

  /**
   * @param group under which heading it stands
   * @param order place within the group, the smallest first
   * @param title key of the text, in the bundle's own files
   * @param icon name of an icon of the shell which no other entry has, or lines of one's own: what
   *     an SVG path says in a square of 24 by 24, beginning with {@code M}
   * @param href path of a GET route without variables
   * @param permission who sees it; null for every signed-in person
   */
  record Entry(Group group, int order, String title, String icon, String href, String permission) {
    /** Of a bundle that names no group: a service of the centre. */
    public Entry(int order, String title, String href, String permission) {
      this(Group.SERVICES, order, title, "part", href, permission);
    }
  }
}
