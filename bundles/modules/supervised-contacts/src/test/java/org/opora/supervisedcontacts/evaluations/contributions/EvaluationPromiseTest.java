package org.opora.supervisedcontacts.evaluations.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.evidence.Fact;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.evaluations.application.EvaluationFigures;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.evaluations.application.NewEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.plans.application.PlanProof;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What the centre promises of evaluations, and from what that is counted. */
class EvaluationPromiseTest {
  private static final CentreRule RULE = new EvaluationPromise().rules().get(0);

  private static NewEvaluation found(Decision decision) {
    return new NewEvaluation(
        LocalDate.of(2026, 9, 1),
        Centre.TODAY,
        4,
        3,
        decision,
        "Spí klidně.",
        "Chce víc.",
        Learnt.BY_PLAY);
  }

  @OnEveryDatabase
  void itBeginsWithThePlanAndCountsItsContacts(Product product) {
    assertEquals(PlanProof.EVIDENCE, RULE.begins());
    assertEquals(
        Set.of(PlanProof.EVIDENCE, Contacts.EVIDENCE, Evaluations.EVIDENCE), RULE.evidence());
    assertEquals(EvaluationFigures.ALL.size(), RULE.settings().size());
    assertTrue(new SupervisedContactsModule().evidence().containsAll(RULE.evidence()));
    try (MeetingHouse house = new MeetingHouse(product)) {
      Case opened = house.centre.opened();
      String plan = opened.plan().toString();
      Fact lasting = facts(house, opened, PlanProof.EVIDENCE).get(0);
      assertEquals(plan, lasting.ref());
      assertEquals(Centre.TERMS.validFrom(), lasting.on());
      assertEquals(Centre.TERMS.validUntil(), lasting.until());
      house.held(opened, house.centre.viewer("facilitator"));
      assertEquals(plan, facts(house, opened, Contacts.EVIDENCE).get(0).ref());
      house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.CONTINUE));
      assertEquals(plan, facts(house, opened, Evaluations.EVIDENCE).get(0).ref());
      assertEquals(
          Centre.TERMS.validUntil(), facts(house, opened, PlanProof.EVIDENCE).get(0).until());
    }
  }

  @OnEveryDatabase
  void itEndsWithThePlanOrWithTheDecisionToStop(Product product) {
    try (MeetingHouse house = new MeetingHouse(product)) {
      Case opened = house.centre.opened();
      LocalDate last = LocalDate.of(2026, 12, 31);
      house.centre.plans.change(
          opened.worker(), opened.plan(), 1, until(last), Map.of(), List.of(), null);
      assertEquals(last, facts(house, opened, PlanProof.EVIDENCE).get(0).until());
      EvaluationId stop =
          house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.STOP));
      assertEquals(Centre.TODAY, facts(house, opened, PlanProof.EVIDENCE).get(0).until());
      house.evaluations.strike(opened.worker(), stop, 1, "Omyl.");
      assertEquals(last, facts(house, opened, PlanProof.EVIDENCE).get(0).until());
      assertEquals(List.of(), facts(house, opened, Evaluations.EVIDENCE));
      house.centre.personData().erase(Set.of(opened.family().child()));
      assertEquals(List.of(), facts(house, opened, PlanProof.EVIDENCE));
    }
  }

  private static PlanTerms until(LocalDate last) {
    return new PlanTerms(
        Basis.COURT_DECISION,
        "12 P 34/2026",
        Centre.TERMS.validFrom(),
        last,
        ContactForm.SUPERVISED,
        2,
        60,
        Centre.TERMS.conditions());
  }

  private static List<Fact> facts(MeetingHouse house, Case opened, String kind) {
    return house.centre.register.evidence.of(
        house.centre.director, opened.family().file(), opened.family().child(), kind, 10);
  }
}
