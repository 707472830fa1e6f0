package org.opora.api.web.spi;

import java.time.Instant;
import java.util.List;
import org.opora.api.access.Viewer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a bundle has for tablets: a meeting, a check-in or attendance that runs now. The start page
 * of a tablet lists it.
 */
@ConsumerType
public interface TabletWork {
  /** What runs at this moment and is open to this person; asked whenever the page is shown. */
  List<Running> running(Viewer viewer);

  /**
   * @param title in the language of the viewer; it names no client, because others see the page
   * @param href path of a GET route that is there for tablets ({@link Route#onTablet})
   * @param until when it ends; null when that is not known
   */
  record Running(String title, String href, Instant until) {}
}
