package org.opora.api.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Relations between staff and subjects. Written in the caller's transaction: a relation exists
 * exactly when its cause does.
 */
@ProviderType
public interface Relations {
  /**
   * @param kind none of {@link RelationKind#reading}, which are lent
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
   * Lets somebody read the subject: a relation that no permission to change anything counts, and
   * which is over at a moment, whoever forgets to end it. The same origin, staff, subject and kind
   * again changes its time.
   *
   * @param kind one of {@link RelationKind#reading}
   * @param until last day, inclusive, where it ends before the moment; null when it does not
   * @param expires from this moment on it is over
   */
  void lend(
      StaffId staff,
      Subject subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      Instant expires,
      String origin);

  /**
   * What an origin grants.
   *
   * @param until last day, inclusive; null while it lasts
   * @param origin who says so, as {@code <bundle>:<id>}
   */
  record Grant(
      StaffId staff,
      Subject subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      String origin) {}

  /**
   * Grants what its origins have never granted before. Nothing is asked for, so that many can be
   * granted at once; the transaction fails when one of them is there already.
   */
  void begin(List<Grant> grants);

  /**
   * Ends what the origin granted on this subject; {@code lastDay} is inclusive. What would end
   * before it began has never been: nothing of it stays. Nothing happens when there is none.
   */
  void end(Subject subject, RelationKind kind, String origin, LocalDate lastDay);
}
