package org.opora.supervisedcontacts.plans.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.NewWording;
import org.opora.supervisedcontacts.agreements.contributions.AgreementsOfPlan;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.contributions.PreparationsOfPlan;
import org.opora.supervisedcontacts.risks.application.NewAssessment;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.contributions.RisksOfPlan;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The page of a plan with what the other subjects show on it, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPartsTest {
  private final Centre centre = new Centre(Product.DERBY);
  private final PlanRoutes routes =
      new PlanRoutes(
          centre.plans,
          centre.planReader,
          centre.history,
          centre.register.files,
          centre.choices,
          centre.register.people,
          (viewer, child) -> List.of(),
          centre.legal,
          ModuleDoors.messages());
  private final ModuleDoors doors = new ModuleDoors(routes);

  @AfterAll
  void close() {
    centre.close();
  }

  @Test
  void thePartsStandOnThePageOfThePlan() {
    var register = centre.register;
    routes.addPart(
        new RisksOfPlan(
            new RiskReader(
                centre.tx, centre.keys(), centre.access(), register.people, register.staff)));
    routes.addPart(
        new PreparationsOfPlan(
            new PreparationReader(
                centre.tx,
                centre.keys(),
                centre.access(),
                register.files,
                register.people,
                register.staff)));
    routes.addPart(
        new AgreementsOfPlan(
            new AgreementReader(
                centre.tx, centre.keys(), centre.access(), register.people, register.staff)));
    Case opened = centre.opened();
    String path = "/m/supervised-contacts/plans/" + opened.plan();
    String empty = doors.open(opened.worker(), path);
    for (String part : List.of("plan-risk", "plan-agreement")) {
      assertTrue(empty.contains("id=\"" + part + "\""), part);
    }
    assessed(opened);
    agreed(opened);
    String full = doors.open(opened.worker(), path);
    assertTrue(full.contains("Dva pracovníci.") && full.contains("/agreements/"), full);
  }

  private void assessed(Case opened) {
    new Risks(
            centre.tx,
            centre.keys(),
            centre.access(),
            centre.register.house.audit(),
            centre.register.access.colleagues(),
            centre.register.files,
            centre.register.people,
            centre.register.timeline,
            centre.register.tasks,
            centre.register.inbox,
            Centre.texts())
        .assess(
            opened.worker(),
            opened.plan(),
            0,
            new NewAssessment(
                Centre.TODAY,
                Arrays.stream(RiskKind.values())
                    .map(
                        kind ->
                            new NewAssessment.Area(
                                kind, RiskLevel.HIGH, "Křičel.", "Dva pracovníci."))
                    .toList(),
                RiskOutcome.WITH_MEASURES,
                "Proto.",
                LocalDate.of(2027, 5, 3)));
  }

  private void agreed(Case opened) {
    new Agreements(
            centre.tx,
            centre.keys(),
            centre.access(),
            centre.register.house.audit(),
            centre.register.people,
            centre.register.timeline,
            Centre.texts())
        .write(
            opened.worker(),
            opened.plan(),
            new NewWording(
                LocalDate.of(2026, 10, 1),
                null,
                Map.of(RuleKind.GIFTS, "Nic velkého."),
                "Ema chce odejít, kdy chce."));
  }
}
