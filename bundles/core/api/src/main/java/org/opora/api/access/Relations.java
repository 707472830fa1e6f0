package org.opora.api.access;

import java.time.LocalDate;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Relations between staff and subjects. Written in the caller's transaction: a relation exists
 * exactly when its cause does.
 */
@ProviderType
public interface Relations {
  /**
   * @param until last day, inclusive; null while it lasts
   * @param origin who says so, as {@code <bundle>:<id>}; the same origin, staff, subject and kind
   *     again changes the dates
   */
  void grant(
      StaffId staff,
      Subject subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      String origin);

  /**
   * Ends what the origin granted on this subject; {@code lastDay} is inclusive. Nothing happens
   * when there is none.
   */
  void end(Subject subject, RelationKind kind, String origin, LocalDate lastDay);
}
