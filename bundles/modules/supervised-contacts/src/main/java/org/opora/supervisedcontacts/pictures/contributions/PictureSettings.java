package org.opora.supervisedcontacts.pictures.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.pictures.application.PictureFigures;
import org.osgi.service.component.annotations.Component;

/** What a centre decides about the calendar of a child in pictures. */
@Component
public final class PictureSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return PictureFigures.ALL;
  }
}
