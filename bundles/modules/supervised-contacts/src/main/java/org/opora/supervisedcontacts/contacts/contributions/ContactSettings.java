package org.opora.supervisedcontacts.contacts.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.contacts.application.ContactFigures;
import org.osgi.service.component.annotations.Component;

/** What a centre decides about its contacts. */
@Component
public final class ContactSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return ContactFigures.ALL;
  }
}
