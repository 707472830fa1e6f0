package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For how many hours the centre opens a file in an emergency. What is open already stays so. */
@Component(service = EmergencyHours.class)
public final class EmergencyHours {
  private static final String SETTING = SettingsBook.READING + "." + EmergencyDesk.HOURS;
  private final Access access;
  private final SettingsBook book;

  @Activate
  public EmergencyHours(@Reference Access access, @Reference SettingsBook book) {
    this.access = access;
    this.book = book;
  }

  /**
   * @param version for the form
   * @param hours that hold today
   * @param decided whether the centre has decided them
   * @param history the decision made last first
   */
  public record View(long version, int hours, boolean decided, List<SettingsBook.Change> history) {}

  public View view(Viewer viewer) {
    access.require(viewer, House.READ);
    Integer decided = decided(viewer.today());
    return new View(
        book.version(SettingsBook.READING),
        decided == null ? EmergencyDesk.USUAL_HOURS : decided,
        decided != null,
        book.history(SettingsBook.READING).stream()
            .filter(one -> one.setting().equals(SETTING))
            .toList());
  }

  private Integer decided(LocalDate day) {
    return book.chosen(EmergencyDesk.HOURS, day).map(Integer::valueOf).orElse(null);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void choose(Viewer viewer, long version, Integer hours, LocalDate from, String why) {
    access.require(viewer, House.WRITE);
    LocalDate day = Refusals.day("from", from);
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused("from", "emergency.refused.past");
    }
    if (hours == null || hours < EmergencyDesk.LEAST_HOURS || hours > EmergencyDesk.MOST_HOURS) {
      throw Refusals.refused(
          "hours", "emergency.refused.hours", EmergencyDesk.LEAST_HOURS, EmergencyDesk.MOST_HOURS);
    }
    if (hours.equals(decided(day))) {
      throw Refusals.refused("hours", "refused.settings-same");
    }
    book.change(
        viewer, SettingsBook.READING, version, day, why, Map.of(SETTING, Integer.toString(hours)));
  }
}
