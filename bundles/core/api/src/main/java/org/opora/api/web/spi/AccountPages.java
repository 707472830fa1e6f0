package org.opora.api.web.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Pages about what belongs to accounts besides signing in, such as the calendar of a phone that
 * fetches. The page of one's own sign-in leads to those of one's own, the page of all accounts to
 * those of everybody.
 */
@ConsumerType
public interface AccountPages {
  List<Entry> entries();

  /** Whose things a page is about. */
  enum Whose {
    OWN,
    EVERYBODY
  }

  /**
   * @param order place among the others, the smallest first
   * @param title key of the heading, in the bundle's own files
   * @param action key of what the link says
   * @param href path of a GET route without variables
   * @param permission who sees it; null for whoever sees the page that leads there
   */
  record Entry(
      Whose whose, int order, String title, String action, String href, String permission) {}
}
