package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.web.Choice;

/** Colleagues to choose from. */
final class StaffChoices {
  private final Staff staff;

  StaffChoices(Staff staff) {
    this.staff = staff;
  }

  List<Choice> of(Viewer viewer) {
    return staff.all(viewer).stream()
        .map(member -> new Choice(member.id().toString(), member.name()))
        .toList();
  }
}
