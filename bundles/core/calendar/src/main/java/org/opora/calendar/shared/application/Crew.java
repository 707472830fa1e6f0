package org.opora.calendar.shared.application;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;

/** Those who work here now and have to do with appointments. */
public record Crew(Colleagues colleagues, Staff staff) {
  /** Somebody by name. */
  public record Colleague(StaffId id, String name) {}

  /**
   * By name.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer does not read the calendar
   */
  public List<Colleague> all(Viewer viewer) {
    return named(colleagues.holding(viewer, Calendar.READ, null, List.of()), viewer.locale());
  }

  public boolean has(Viewer viewer, StaffId one) {
    return colleagues.holding(viewer, Calendar.READ, null, List.of()).contains(one);
  }

  private List<Colleague> named(Set<StaffId> all, Locale locale) {
    return staff.names(all).entrySet().stream()
        .map(one -> new Colleague(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing(Colleague::name, Collator.getInstance(locale))
                .thenComparing(one -> one.id().value()))
        .toList();
  }
}
