package org.opora.api.access;

import java.time.LocalDate;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Walls: this person must not see this subject, whatever else they may. */
@ProviderType
public interface Walls {
  /** Permission to raise and lift walls. */
  String MANAGE = "access.walls";

  /** Why a wall stands. */
  enum Ground {
    CONFLICT_OF_INTEREST,
    EXCLUSION,
    SEAL
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
}
