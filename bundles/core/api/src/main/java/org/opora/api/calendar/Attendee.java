package org.opora.api.calendar;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Somebody who has to be there, and can be in one place only.
 *
 * @param who key of the person or of the member of staff
 * @param here from when to when they are in the house, where that is known; null for what the
 *     centre reckons with: they come a little before the appointment and leave a little after it.
 *     Never for staff, whom nobody has to be kept apart from
 */
public record Attendee(Kind kind, UUID who, Slot here) {
  /** Who it is. */
  public enum Kind {
    STAFF,
    /** Somebody of the registry: a child, a carer, a parent. */
    PERSON
  }

  public Attendee {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(who);
    if (here != null && kind == Kind.STAFF) {
      throw new IllegalArgumentException("of staff nobody asks when they are in the house");
    }
  }

  public static Attendee of(StaffId staff) {
    return new Attendee(Kind.STAFF, staff.value(), null);
  }

  public static Attendee of(PersonId person) {
    return new Attendee(Kind.PERSON, person.value(), null);
  }

  /** The same, in the house from when to when. */
  public Attendee here(Slot from) {
    return new Attendee(kind, who, from);
  }
}
