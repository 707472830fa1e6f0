package org.opora.registry.views.application;

import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
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
   * @param related what they are to the family today
   */
  static boolean reads(Viewer viewer, Set<RelationKind> related, ChildView view) {
    return leads(related)
        || view.readers().contains(Circle.HOUSE) && ofTheHouse(viewer, related)
        || viewer.staff().equals(view.writtenBy());
  }

  /**
   * Whether somebody who need not read the words can take them away from others, when the child
   * says so: who answers for the child today, and who may write in every file.
   *
   * @param led sub-files that they lead today
   */
  static boolean narrows(Viewer viewer, Set<UUID> led, ChildView view) {
    return !view.readers().isEmpty()
        && (viewer.reach(Visits.WRITE) == Reach.ALL || led.contains(view.childFile().value()));
  }

  /** Whether they answer for the family. */
  private static boolean leads(Set<RelationKind> related) {
    return related.stream().anyMatch(RelationKind.leading()::contains);
  }

  /**
   * Other colleagues are those who see every family, work with this one, or read it in an
   * emergency. Whoever it was opened to for an inspection comes from outside, and no child has let
   * them read it.
   */
  private static boolean ofTheHouse(Viewer viewer, Set<RelationKind> related) {
    return viewer.reach(Visits.READ) == Reach.ALL
        || related.stream().anyMatch(kind -> kind != RelationKind.INSPECTOR);
  }

  /** Whether the words may be shown to these, who are outside the file. */
  public static boolean reach(Circle circle, Set<Circle> readers) {
    return readers.contains(circle);
  }
}
