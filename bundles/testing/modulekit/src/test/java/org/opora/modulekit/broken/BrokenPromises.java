package org.opora.modulekit.broken;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.text.Text;

/** Sample of a promise that is reckoned from what nobody records. */
public final class BrokenPromises implements DutyRules {
  @Override
  public String module() {
    return "broken";
  }

  @Override
  public Text title() {
    return Text.of("org.opora.broken", "module.title");
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<CentreRule> rules() {
    return List.of(
        new CentreDeadline(
            "broken.answer",
            title(),
            Set.of(SubjectKind.CHILD),
            "asked",
            "answered",
            null,
            CentreDeadline.Unit.DAYS,
            new CentreDeadline.Reasons("org.opora.broken", "a", "b", "c", "d")));
  }
}
