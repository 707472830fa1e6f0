package org.opora.supervisedcontacts.requests.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.requests.application.RequestTerm;
import org.osgi.service.component.annotations.Component;

/** Within how many days the centre answers a request. */
@Component
public final class RequestSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return List.of(RequestTerm.DAYS);
  }
}
