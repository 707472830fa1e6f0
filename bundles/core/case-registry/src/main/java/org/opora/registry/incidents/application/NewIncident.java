package org.opora.registry.incidents.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;

/**
 * What happened.
 *
 * @param at null when the time is not known
 * @param others people who are not in the register, or null
 * @param people carers and children of the family, now or before
 * @param staff members of staff who were there
 */
public record NewIncident(
    Kind kind,
    LocalDate on,
    LocalTime at,
    String place,
    String what,
    String others,
    Map<PersonId, Part> people,
    Set<StaffId> staff) {
  public NewIncident {
    people = Map.copyOf(people);
    staff = Set.copyOf(staff);
  }
}
