package org.opora.testkit.tidy.application;

import org.opora.api.access.Viewer;
import org.opora.testkit.tidy.domain.Day;

/** Sample of a use case. */
public final class Days {
  public Day today(Viewer viewer) {
    return new Day(viewer.today());
  }
}
