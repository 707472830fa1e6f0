package org.opora.supervisedcontacts.evaluations.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.court.application.CourtView;
import org.opora.supervisedcontacts.evaluations.contributions.EvaluationsPersonData;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What the contacts of a plan have brought, and what a court is shown of them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationsTest {
  private static final LocalDate FROM = Centre.TERMS.validFrom();
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private static NewEvaluation found(Decision decision) {
    return new NewEvaluation(
        FROM,
        Centre.TODAY,
        4,
        3,
        decision,
        "Ema se těší a po kontaktu spí klidně.",
        "Chtěla by u mámy přespat.",
        Learnt.BY_PLAY);
  }

  private List<String> tasks() {
    return centre.tx.read(
        em -> {
          List<?> titles =
              em.createNativeQuery(
                      "SELECT t.TITLE_CS FROM CASE_REGISTRY.TASK t WHERE t.ORIGIN ="
                          + " 'supervised-contacts' AND t.DONE_ON IS NULL ORDER BY t.TITLE_CS")
                  .getResultList();
          return titles.stream().map(Object::toString).toList();
        });
  }

  @Test
  void theTallyIsFrozenAndThePlanStaysAsItIs() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("facilitator");
    house.held(opened, facilitator);
    PlanView before = centre.planReader.view(opened.worker(), opened.plan());
    EvaluationId id =
        house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.LOOSEN));
    centre.forward(Duration.ofMinutes(80));
    house.held(opened, facilitator);
    EvaluationView seen = house.evaluationReader.view(opened.worker(), id);
    assertEquals(1, seen.tally().held(), "the second one came later");
    assertEquals("Chtěla by u mámy přespat.", seen.view());
    assertEquals(
        before.row().version(),
        centre.planReader.view(opened.worker(), opened.plan()).row().version());
    assertThrows(
        Stale.class,
        () ->
            house.evaluations.evaluate(
                opened.worker(), opened.plan(), 0, found(Decision.CONTINUE)));
    assertTrue(centre.story(opened.worker(), opened).toString().contains("vyhodnoceny: uvolnit"));
    assertNull(house.evaluationReader.view(centre.director, id).struck());
  }

  @Test
  void whyItIsBestForThisChildIsMandatory() {
    Case opened = centre.opened();
    NewEvaluation all = found(Decision.CONTINUE);
    assertEquals(
        "why: words.missing",
        refused(
            opened,
            new NewEvaluation(
                all.from(), all.until(), 4, 3, all.decision(), " ", "x", Learnt.OBSERVED)));
    assertEquals(
        "view: words.missing",
        refused(
            opened,
            new NewEvaluation(
                all.from(), all.until(), 4, 3, all.decision(), "x", null, Learnt.OBSERVED)));
    assertEquals(
        "wellbeing: choice.missing",
        refused(
            opened,
            new NewEvaluation(
                all.from(), all.until(), null, 3, all.decision(), "x", "x", Learnt.OBSERVED)));
    assertEquals(
        "until: day.future",
        refused(
            opened,
            new NewEvaluation(
                all.from(),
                Centre.TODAY.plusDays(1),
                4,
                3,
                all.decision(),
                "x",
                "x",
                Learnt.OBSERVED)));
  }

  private String refused(Case opened, NewEvaluation wanted) {
    return Centre.refusal(
        () -> house.evaluations.evaluate(opened.worker(), opened.plan(), 0, wanted));
  }

  @Test
  void itIsDueWithoutATaskAndADecisionLeavesOne() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("facilitator");
    assertEquals(
        FROM.plusMonths(6), house.evaluationReader.of(opened.worker(), opened.plan()).due().by());
    int before = tasks().size();
    house.submitted(facilitator, house.held(opened, facilitator));
    house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.CONTINUE));
    assertEquals(before, tasks().size(), "when it is due is a promise and no task");
    assertEquals(
        Centre.TODAY.plusMonths(6),
        house.evaluationReader.of(opened.worker(), opened.plan()).due().by());
    house.evaluations.evaluate(opened.worker(), opened.plan(), 1, found(Decision.STOP));
    assertEquals(before + 1, tasks().size(), "the plan is to be changed");
    assertNull(house.evaluationReader.of(opened.worker(), opened.plan()).due());
    assertTrue(tasks().toString().contains("Upravit plán"), tasks().toString());
  }

  @Test
  void aMistakeIsStruckOutAndStays() {
    Case opened = centre.opened();
    EvaluationId id =
        house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.TIGHTEN));
    house.evaluations.strike(opened.worker(), id, 1, "Jiné dítě.");
    assertEquals("Jiné dítě.", house.evaluationReader.view(opened.worker(), id).struck().why());
    assertEquals(FROM, house.evaluationReader.of(opened.worker(), opened.plan()).due().since());
    assertThrows(Stale.class, () -> house.evaluations.strike(opened.worker(), id, 1, "x"));
  }

  @Test
  void whoSeesWhatAndWhatGoesWithTheChild() {
    Case opened = centre.opened();
    EvaluationId id =
        house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.CONTINUE));
    Viewer stranger = centre.viewer("key-worker");
    assertThrows(NotFound.class, () -> house.evaluationReader.view(stranger, id));
    assertThrows(NotFound.class, () -> house.evaluationReader.of(stranger, opened.plan()));
    Viewer facilitator = centre.viewer("facilitator");
    house.soon(opened, facilitator);
    assertThrows(
        RuntimeException.class,
        () -> house.evaluations.evaluate(facilitator, opened.plan(), 1, found(Decision.CONTINUE)));
    EvaluationsPersonData data =
        new EvaluationsPersonData(new EvaluationData(centre.tx, centre.register.timeline));
    Set<PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    assertEquals("2026-09-01 – 2026-11-02", data.export(child).get(0).value());
    assertEquals(1, data.review(child).size());
    data.erase(child);
    assertNull(house.evaluationReader.view(opened.worker(), id).why());
    assertEquals(4, house.evaluationReader.view(opened.worker(), id).scales().wellbeing());
  }

  @Test
  void theCourtSeesAllOfOneChildAndNothingOfAnother() {
    Case opened = centre.opened();
    Case other = centre.opened();
    Viewer facilitator = centre.viewer("facilitator");
    ReportId report = house.submitted(facilitator, house.held(opened, facilitator));
    house.review.approve(
        centre.director, report, house.reportReader.view(centre.director, report).version());
    house.copies.issue(
        centre.director,
        report,
        house.reportReader.view(centre.director, report).version(),
        new ReportCopies.Wanted(Set.of(), "Krajský soud", null));
    house.held(other, centre.viewer("facilitator"));
    house.evaluations.evaluate(opened.worker(), opened.plan(), 0, found(Decision.CONTINUE));
    CourtView court = house.court.of(opened.worker(), opened.plan(), FROM, Centre.TODAY);
    assertEquals(1, court.plans().size());
    assertEquals(1, court.tally().held());
    assertEquals(1, court.days().size());
    assertEquals(1, court.reports().size());
    assertEquals(1, court.evaluations().size());
    assertEquals("12 P 34/2026", court.decisions().get(0).reference());
    assertFalse(court.toString().contains(other.family().child().toString()));
    assertEquals(
        0,
        house
            .court
            .of(opened.worker(), opened.plan(), FROM, Centre.TODAY.minusDays(1))
            .days()
            .size());
    Viewer stranger = centre.viewer("key-worker");
    assertThrows(NotFound.class, () -> house.court.of(stranger, opened.plan(), FROM, Centre.TODAY));
    assertNotNull(court.plan());
  }

  @Test
  void theCourtSeesWhereARuleWasGoneOnAgainst() {
    Case opened = centre.opened();
    house.soon(opened, opened.worker());
    CourtView court = house.court.of(opened.worker(), opened.plan(), FROM, Centre.TODAY);
    assertEquals(
        List.of("supervised-contacts.key-worker"),
        court.overrides().stream().map(one -> one.rule().id()).toList());
  }
}
