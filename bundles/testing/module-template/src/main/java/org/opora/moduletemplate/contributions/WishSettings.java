package org.opora.moduletemplate.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.moduletemplate.TemplateModule;
import org.osgi.service.component.annotations.Component;

/** The number that the centre sets for the module: within how many days a wish is answered. */
@Component
public final class WishSettings implements CentreSettings {
  static final Setting ANSWER_DAYS =
      new Setting(
          TemplateModule.ID + ".answer-days",
          null,
          Text.of(TemplateModule.ORIGIN, "setting.answer-days"),
          Text.of(TemplateModule.ORIGIN, "setting.answer-days.how"),
          Text.of(TemplateModule.ORIGIN, "setting.answer-days.unit"),
          30,
          1,
          365);

  @Override
  public List<Setting> settings() {
    return List.of(ANSWER_DAYS);
  }
}
