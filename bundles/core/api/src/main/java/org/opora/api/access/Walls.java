package org.opora.api.access;

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

  void lift(Viewer viewer, StaffId staff, Subject subject);
}
