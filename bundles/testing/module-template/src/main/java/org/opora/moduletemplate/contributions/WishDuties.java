package org.opora.moduletemplate.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.text.Text;
import org.opora.moduletemplate.TemplateModule;
import org.osgi.service.component.annotations.Component;

/** What the centre promises: that a wish is answered within the days it has set. */
@Component
public final class WishDuties implements DutyRules {
  @Override
  public String module() {
    return TemplateModule.ID;
  }

  @Override
  public Text title() {
    return text("module.title");
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<CentreRule> rules() {
    return List.of(
        new CentreDeadline(
            TemplateModule.ID + ".answer",
            text("duty.answer"),
            Set.of(SubjectKind.CHILD, SubjectKind.FILE),
            TemplateModule.VOICED,
            TemplateModule.ANSWERED,
            WishSettings.ANSWER_DAYS,
            CentreDeadline.Unit.DAYS,
            new CentreDeadline.Reasons(
                TemplateModule.ORIGIN,
                "duty.answer.running",
                "duty.answer.soon",
                "duty.answer.overdue",
                "duty.answer.unknown")));
  }

  private static Text text(String key) {
    return Text.of(TemplateModule.ORIGIN, key);
  }
}
