package org.opora.registry.house.application;

import java.time.LocalDate;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For how many hours the centre opens a file in an emergency. What is open already stays so. */
@Component(service = EmergencyHours.class)
public final class EmergencyHours {
  private final WholeSetting setting;

  @Activate
  public EmergencyHours(@Reference Access access, @Reference SettingsBook book) {
    setting =
        new WholeSetting(
            access,
            book,
            new WholeSetting.Terms(
                EmergencyDesk.HOURS,
                EmergencyDesk.USUAL_HOURS,
                EmergencyDesk.LEAST_HOURS,
                EmergencyDesk.MOST_HOURS,
                "hours",
                "emergency.refused.hours"));
  }

  public WholeSetting.View view(Viewer viewer) {
    return setting.view(viewer);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void choose(Viewer viewer, long version, Integer hours, LocalDate from, String why) {
    setting.choose(viewer, version, hours, from, why);
  }
}
