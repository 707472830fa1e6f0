package org.opora.supervisedcontacts.meeting.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.meeting.application.MeetingFigures;
import org.osgi.service.component.annotations.Component;

/** What a centre decides about the page of a meeting. */
@Component
public final class MeetingSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return MeetingFigures.ALL;
  }
}
