package org.opora.supervisedcontacts.observations.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.observations.application.ReportFigures;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.osgi.service.component.annotations.Component;

/** The centre promises a report on each child at each contact within so many days. */
@Component(service = DutyRules.class)
public final class ReportPromise implements DutyRules {
  @Override
  public String module() {
    return SupervisedContactsModule.ID;
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
            SupervisedContactsModule.ID + ".report",
            text("duty.report"),
            Set.of(SubjectKind.CHILD),
            Contacts.TO_REPORT,
            Reports.EVIDENCE,
            ReportFigures.DAYS,
            CentreDeadline.Unit.DAYS,
            new CentreDeadline.Reasons(
                SupervisedContactsModule.ORIGIN,
                "duty.report.running",
                "duty.report.soon",
                "duty.report.overdue",
                "duty.report.unknown")));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
