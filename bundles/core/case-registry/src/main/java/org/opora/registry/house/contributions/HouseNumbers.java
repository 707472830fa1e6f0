package org.opora.registry.house.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.openings.application.OpeningDays;
import org.osgi.service.component.annotations.Component;

/** Numbers of the register that a centre sets. */
@Component
public final class HouseNumbers implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return List.of(EmergencyDesk.HOURS, OpeningDays.DAYS);
  }
}
