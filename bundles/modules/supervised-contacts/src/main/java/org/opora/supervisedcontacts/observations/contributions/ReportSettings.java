package org.opora.supervisedcontacts.observations.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.observations.application.ReportFigures;
import org.osgi.service.component.annotations.Component;

/** What a centre decides about reports on contacts. */
@Component
public final class ReportSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return ReportFigures.ALL;
  }
}
