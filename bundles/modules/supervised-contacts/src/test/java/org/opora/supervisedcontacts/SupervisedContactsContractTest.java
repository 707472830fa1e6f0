package org.opora.supervisedcontacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.RouteSet;
import org.opora.modulekit.ModuleContract;
import org.opora.supervisedcontacts.agreements.web.AgreementRoutes;
import org.opora.supervisedcontacts.agreements.web.ScanRoutes;
import org.opora.supervisedcontacts.agreements.web.WordingRoutes;
import org.opora.supervisedcontacts.contacts.web.BookingRoutes;
import org.opora.supervisedcontacts.contacts.web.ContactRoutes;
import org.opora.supervisedcontacts.contacts.web.HeldRoutes;
import org.opora.supervisedcontacts.contacts.web.OutcomeRoutes;
import org.opora.supervisedcontacts.contacts.web.TabRoutes;
import org.opora.supervisedcontacts.court.web.CourtPages;
import org.opora.supervisedcontacts.evaluations.contributions.EvaluationPromise;
import org.opora.supervisedcontacts.evaluations.web.DueRoutes;
import org.opora.supervisedcontacts.evaluations.web.EvaluationRoutes;
import org.opora.supervisedcontacts.meeting.web.MeetingRoutes;
import org.opora.supervisedcontacts.observations.contributions.ReportPromise;
import org.opora.supervisedcontacts.observations.web.CopyRoutes;
import org.opora.supervisedcontacts.observations.web.ReportRoutes;
import org.opora.supervisedcontacts.person.web.PersonRoutes;
import org.opora.supervisedcontacts.pictures.web.PictureRoutes;
import org.opora.supervisedcontacts.plans.web.PlanRoutes;
import org.opora.supervisedcontacts.plans.web.ReleaseRoutes;
import org.opora.supervisedcontacts.preparation.web.PreparationRoutes;
import org.opora.supervisedcontacts.requests.web.RequestRoutes;
import org.opora.supervisedcontacts.risks.web.RiskRoutes;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;

/** What every module owes the house. */
class SupervisedContactsContractTest extends ModuleContract {
  @Override
  protected Module module() {
    return new SupervisedContactsModule();
  }

  @Override
  protected Schema schema() {
    return new SupervisedContactsSchema();
  }

  @Override
  protected List<DutyRules> promises() {
    return List.of(new ReportPromise(), new EvaluationPromise());
  }

  @Override
  protected List<RouteSet> routes() {
    return List.of(
        new TabRoutes(null, null, null),
        new PlanRoutes(null, null, null, null, null, null, null, null, null),
        new ReleaseRoutes(null, null, null, null),
        new RequestRoutes(null, null, null, null, null, null),
        new RiskRoutes(null, null, null, null),
        new PreparationRoutes(null, null, null, null, null),
        new AgreementRoutes(null, null, null, null, null, null, null, null),
        new ScanRoutes(null, null, null),
        new WordingRoutes(null),
        new BookingRoutes(null, null, null, null, null, null, null),
        new ContactRoutes(null, null, null, null, null),
        new HeldRoutes(null, null, null, null),
        new OutcomeRoutes(null, null, null, null),
        new MeetingRoutes(null, null, null, null, null),
        new ReportRoutes(null, null, null, null, null, null, null),
        new CopyRoutes(null, null, null, null, null),
        new EvaluationRoutes(null, null, null, null, null),
        new DueRoutes(null),
        new CourtPages(null, null, null, null),
        new PictureRoutes(null),
        new PersonRoutes(null));
  }

  @Override
  protected Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    String part = "part of an aggregate, which is changed under the version of its root";
    for (String table :
        List.of(
            "PLAN_PERSON",
            "PLAN_VERSION",
            "RISK_AREA",
            "AGREEMENT_WORDING",
            "AGREEMENT_RULE",
            "AGREEMENT_SIGNATURE",
            "AGREEMENT_SCAN",
            "ATTENDANCE",
            "REPORT_VERSION",
            "REPORT_TEXT",
            "REPORT_COPY")) {
      answers.put("table: " + table + " is changed and has no version", part);
    }
    return answers;
  }
}
