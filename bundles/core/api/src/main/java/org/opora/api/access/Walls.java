package org.opora.api.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Walls: this person must not see this subject, whatever else they may. */
@ProviderType
public interface Walls {
  /** Permission to raise and lift walls. */
  String MANAGE = "access.walls";

  /**
   * Permission to be the second person when a seal is lifted, for somebody who does not manage
   * walls. Whoever holds it sees who asks for it and why, never at whom the seal stands.
   */
  String CONFIRM = "access.walls-confirm";

  /** Why a wall stands. */
  enum Ground {
    CONFLICT_OF_INTEREST,
    EXCLUSION,
    SEAL
  }

  /** How a wall that is raised by hand uses the names of colleagues. */
  enum Keeps {
    /** It keeps away those who are named. */
    NAMED,
    /**
     * It keeps away everybody with an account, also one that is opened later, but those who are
     * named and those who manage walls.
     */
    ALL_BUT
  }

  void raise(Viewer viewer, StaffId staff, Subject subject, Ground ground);

  /**
   * Whoever a wall keeps away from one subject is kept away from another that has come to it, on
   * the same ground. Asks for no permission, because it only closes what was closed before; in the
   * transaction of the change that brought the other one. Does nothing when no wall stands at the
   * first one, or one stands at the other already.
   *
   * @param viewer who brought it
   */
  void follow(Viewer viewer, StaffId staff, Subject walled, Subject newcomer);

  /**
   * The reason of a wall that stands is over on a day that is known: it stands until then, and
   * falls by itself on the next day.
   *
   * @param lastDay inclusive, not before today; null when it stands until it is lifted
   */
  void until(Viewer viewer, StaffId staff, Subject subject, LocalDate lastDay);

  /**
   * The reason of a wall that stands goes on for longer than was known: it stands until this day at
   * least. Asks for no permission, because it only keeps closed what is closed; in the transaction
   * of the change that made it so. Does nothing when it stands as long already.
   *
   * @param viewer who changed it
   * @param lastDay inclusive; null when it stands until it is lifted
   */
  void longer(Viewer viewer, StaffId staff, Subject subject, LocalDate lastDay);

  void lift(Viewer viewer, StaffId staff, Subject subject);

  /**
   * Whom such a wall would keep away if it were raised now.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer manages walls
   */
  Set<StaffId> keptAway(Viewer viewer, Keeps keeps, Set<StaffId> named);

  /**
   * Raises a wall by hand, in the transaction of the record that says why. It stands beside walls
   * that others have raised at the same subjects, and falls without them.
   *
   * @throws org.opora.api.faults.Refused when it would keep the viewer away, or nobody
   */
  void close(Viewer viewer, Closure closure, Collection<Subject> subjects);

  /**
   * Whoever such a wall keeps away is kept away from these as well, on the same days. Asks for no
   * permission, because it only closes what was closed before; in the transaction of the change
   * that brought them. Does nothing when the wall does not stand.
   *
   * @return {@link Widened#NOT} when none of them is new to it, too
   */
  Widened widen(Viewer viewer, UUID closure, Collection<Subject> newcomers);

  /**
   * Lifts a wall that was raised by hand, in the transaction of the record that says why.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer manages walls or may confirm it
   */
  void open(Viewer viewer, UUID closure);

  /**
   * Walls that were raised by hand, as they are; what there is none of is missing.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer manages walls or may confirm that one
   *     is lifted
   */
  Map<UUID, Closed> closed(Viewer viewer, Collection<UUID> closures);

  /**
   * A wall that is raised by hand.
   *
   * @param id of the record that says why
   * @param named whom it keeps away or lets through, as {@code keeps} says
   * @param until last day, inclusive; null when it stands until it is lifted
   */
  record Closure(UUID id, Ground ground, Keeps keeps, Set<StaffId> named, LocalDate until) {
    public Closure {
      named = Set.copyOf(named);
    }
  }

  /**
   * What became of a wall that others were to be put behind.
   *
   * @param away whom it keeps away from them
   * @param told who manages walls and may know of this one
   */
  record Widened(Set<StaffId> away, Set<StaffId> told) {
    public static final Widened NOT = new Widened(Set.of(), Set.of());
  }

  /**
   * @param named as in {@link Closure}
   * @param away whom it keeps away today; empty when it does not stand any more
   */
  record Closed(Keeps keeps, Set<StaffId> named, Set<StaffId> away) {}
}
