package org.opora.calendar.margins.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.calendar.appointments.application.HouseMargins;
import org.osgi.service.component.annotations.Component;

/** The margins among the numbers that a centre sets. */
@Component
public final class MarginSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return List.of(HouseMargins.BEFORE, HouseMargins.AFTER);
  }
}
