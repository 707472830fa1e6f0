package org.opora.calendar.views.web;

import java.util.List;
import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;

/** Whose calendar can be looked at: everybody's who works here, for whoever may see who does. */
record Colleagues(Staff staff) {
  /** A choice of the filter. */
  public record Option(String value, String label) {}

  List<Option> all(Viewer viewer) {
    if (!viewer.may(Staff.READ)) {
      return List.of(new Option(viewer.staff().toString(), viewer.name()));
    }
    return staff.all(viewer).stream()
        .map(member -> new Option(member.id().toString(), member.name()))
        .toList();
  }

  /**
   * @param whose null for the whole house
   * @return null for the whole house
   * @throws NotFound when nobody of that key works here, or it is not to be known
   */
  String name(Viewer viewer, StaffId whose) {
    if (whose == null) {
      return null;
    }
    String own = viewer.staff().equals(whose) ? viewer.name() : null;
    return all(viewer).stream()
        .filter(option -> option.value().equals(whose.toString()))
        .map(Option::label)
        .findFirst()
        .or(() -> Optional.ofNullable(own))
        .orElseThrow(NotFound::new);
  }
}
