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
import org.opora.supervisedcontacts.contacts.web.OutcomeRoutes;
import org.opora.supervisedcontacts.court.web.CourtPages;
import org.opora.supervisedcontacts.evaluations.web.DueRoutes;
import org.opora.supervisedcontacts.evaluations.web.EvaluationRoutes;
import org.opora.supervisedcontacts.meeting.web.MeetingRoutes;
import org.opora.supervisedcontacts.observations.contributions.ReportPromise;
import org.opora.supervisedcontacts.observations.web.ReportRoutes;
import org.opora.supervisedcontacts.pictures.web.PictureRoutes;
import org.opora.supervisedcontacts.plans.web.PlanRoutes;
import org.opora.supervisedcontacts.plans.web.ReleaseRoutes;
import org.opora.supervisedcontacts.plans.web.TabRoutes;
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
    return List.of(new ReportPromise());
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
        new AgreementRoutes(null, null, null, null, null, null, null),
        new ScanRoutes(null, null, null),
        new WordingRoutes(null),
        new BookingRoutes(null, null, null, null, null, null),
        new ContactRoutes(null, null, null, null, null),
        new OutcomeRoutes(null, null, null, null, null, null),
        new MeetingRoutes(null, null, null, null, null),
        new ReportRoutes(null, null, null, null, null),
        new PictureRoutes(null),
        new EvaluationRoutes(null, null, null, null, null),
        new DueRoutes(null),
        new CourtPages(null, null, null, null));
  }

  /** What is older than the rule; a sentence that is said no more goes from here. */
  @Override
  protected Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    for (String ring :
        List.of(
            "contacts -> plans",
            "contacts -> risks",
            "contacts -> shared",
            "plans -> contacts",
            "plans -> shared",
            "risks -> plans",
            "risks -> shared",
            "shared -> contacts",
            "shared -> plans")) {
      answers.put(
          "room: subjects know each other in a ring: " + ring,
          "what tells of plans and contacts still lies in shared");
    }
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
