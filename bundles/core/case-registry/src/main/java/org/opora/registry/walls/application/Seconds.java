package org.opora.registry.walls.application;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.registry.walls.domain.RaisedWall;

/** Who can be the second person when a seal is lifted. */
record Seconds(Access access, Colleagues colleagues, Walls walls) {
  /**
   * @param managing who manages walls and is kept away from here by none
   * @param unseeing who confirms it without knowing at whom the seal stands
   */
  record Found(Set<StaffId> managing, Set<StaffId> unseeing) {
    boolean none() {
      return managing.isEmpty() && unseeing.isEmpty();
    }
  }

  /** Besides the viewer. */
  Found of(Viewer viewer, RaisedWall row) {
    Set<StaffId> managing =
        new HashSet<>(colleagues.overseeing(Walls.MANAGE, List.of(row.about())));
    managing.remove(viewer.staff());
    Set<StaffId> unseeing = new HashSet<>(colleagues.overseeing(Walls.CONFIRM, List.of()));
    unseeing.removeAll(named(viewer, row));
    unseeing.removeAll(managing);
    unseeing.remove(viewer.staff());
    return new Found(managing, unseeing);
  }

  /** Whether there is really nobody else, and not only nobody who may know of this one. */
  boolean alone(Viewer viewer) {
    return colleagues.alone(viewer, Walls.MANAGE) && colleagues.alone(viewer, Walls.CONFIRM);
  }

  /** Throws unless the viewer has to do with lifting walls at all. */
  void any(Viewer viewer) {
    access.require(viewer, viewer.may(Walls.CONFIRM) ? Walls.CONFIRM : Walls.MANAGE);
  }

  /** Throws unless the viewer manages walls and may know of this one. */
  void manages(Viewer viewer, RaisedWall row) {
    access.require(viewer, Walls.MANAGE);
    access.require(viewer, Walls.MANAGE, row.about());
  }

  /**
   * Throws unless the viewer may say yes or no to its lifting.
   *
   * @throws NotFound when it is no seal, or a seal that names the viewer
   */
  void decides(Viewer viewer, RaisedWall row) {
    if (!viewer.may(Walls.CONFIRM)) {
      manages(viewer, row);
    } else if (!mayDecide(viewer, row)) {
      throw new NotFound();
    }
  }

  /** The same as an answer, for somebody who may confirm seals. */
  boolean mayDecide(Viewer viewer, RaisedWall row) {
    return viewer.may(Walls.MANAGE) && access.decide(viewer, Walls.MANAGE, row.about()).allowed()
        || row.ground() == Walls.Ground.SEAL && !named(viewer, row).contains(viewer.staff());
  }

  /** A wall before everybody keeps away whoever confirms, too, and is not about them. */
  private Set<StaffId> named(Viewer viewer, RaisedWall row) {
    Walls.Closed closed = walls.closed(viewer, List.of(row.id())).get(row.id());
    return closed.keeps() == Walls.Keeps.NAMED ? closed.named() : Set.of();
  }
}
