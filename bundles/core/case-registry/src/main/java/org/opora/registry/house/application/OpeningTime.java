package org.opora.registry.house.application;

import java.time.LocalDate;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.registry.openings.application.OpeningDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For how many working days the centre opens files for an inspection at most. */
@Component(service = OpeningTime.class)
public final class OpeningTime {
  private final WholeSetting setting;

  @Activate
  public OpeningTime(@Reference Access access, @Reference SettingsBook book) {
    setting =
        new WholeSetting(
            access,
            book,
            new WholeSetting.Terms(
                OpeningDays.READING,
                OpeningDays.USUAL,
                OpeningDays.LEAST,
                OpeningDays.MOST,
                "days",
                "opening.refused.days"));
  }

  public WholeSetting.View view(Viewer viewer) {
    return setting.view(viewer);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void choose(Viewer viewer, long version, Integer days, LocalDate from, String why) {
    setting.choose(viewer, version, days, from, why);
  }
}
