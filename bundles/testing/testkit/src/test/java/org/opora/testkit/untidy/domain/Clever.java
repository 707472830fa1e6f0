package org.opora.testkit.untidy.domain;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.testkit.untidy.web.Page;

/** Sample of a domain that knows too much. */
public final class Clever {
  public boolean old(Viewer viewer, Page page) {
    return LocalDate.now().isAfter(viewer.today()) && page.open();
  }
}
