package org.opora.registry.views.application;

import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.registry.views.domain.ChildView;
import org.opora.registry.views.domain.Circle;

/**
 * The one place that says who reads what a child said: pages, extracts, and whatever is written for
 * somebody outside.
 */
public final class ViewReaders {
  private ViewReaders() {}

  /**
   * Whether somebody who may read the file reads the words. The promise is the child's: no role
   * goes beyond it.
   *
   * @param leads whether they answer for the family today
   */
  static boolean reads(Viewer viewer, boolean leads, ChildView view) {
    return leads
        || view.readers().contains(Circle.HOUSE)
        || viewer.staff().equals(view.writtenBy());
  }

  /** Whether the words may be shown to these, who are outside the file. */
  public static boolean reach(Circle circle, Set<Circle> readers) {
    return readers.contains(circle);
  }
}
