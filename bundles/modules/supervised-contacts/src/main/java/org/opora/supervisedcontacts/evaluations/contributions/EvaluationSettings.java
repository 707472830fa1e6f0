package org.opora.supervisedcontacts.evaluations.contributions;

import java.util.List;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.supervisedcontacts.evaluations.application.EvaluationFigures;
import org.osgi.service.component.annotations.Component;

/** What a centre decides about the evaluation of contacts. */
@Component
public final class EvaluationSettings implements CentreSettings {
  @Override
  public List<Setting> settings() {
    return EvaluationFigures.ALL;
  }
}
