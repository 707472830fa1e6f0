package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.VisitId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.testkit.OnEveryDatabase;

/** Story S4: a foster couple separates. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoupleSeparatesStoryTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 5, 1);
  private static final LocalDate APART = LocalDate.of(2026, 3, 1);
  private static final LocalDate DECISION = LocalDate.of(2026, 6, 25);
  private static final LocalDate LAST_TOGETHER = LocalDate.of(2026, 6, 3);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private Viewer hers;
  private Viewer his;
  private CaseFileId joint;
  private CaseFileId own;
  private PersonId jana;
  private PersonId petr;
  private PersonId ema;
  private PersonId jan;
  private AgreementId draft;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new StoryHouse(product);
    hers = house.viewer("key-worker");
    his = house.viewer("key-worker");
    house.on(2026, 4, 20);
    jana = house.person("Jana", "Kučerová", LocalDate.of(1984, 1, 2));
    petr = house.person("Petr", "Kučera", LocalDate.of(1982, 3, 4));
    ema = house.person("Ema", "Svěřená", LocalDate.of(2016, 5, 6));
    jan = house.person("Jan", "Svěřený", LocalDate.of(2019, 7, 8));
    joint = house.file(hers, "Kučerovi", SIGNED, jana, petr);
    house.takenOver(joint, CareKind.LONG_TERM, true, SIGNED, "Praha 4");
    house.register.placements.place(house.director, joint, ema, SIGNED, "12 P 1/2025");
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void fromTheFirstQuestionToTwoAgreements() {
    PlacementId stay =
        house.register.placements.place(house.director, joint, jan, SIGNED, "12 P 2/2025");
    notPossibleYet();
    aDraftMayBePrepared(stay);
    separatedByDecision(stay);
    noGapForEitherChild();
    neitherSeesTheNewTextsOfTheOther();
  }

  /** 20 April: less than three months apart and no decision. */
  private void notPossibleYet() {
    String page =
        house.doors.refused(
            hers,
            422,
            "/files/" + joint + "/carers/" + petr + "/end/separated",
            "apartSince",
            "1. 3. 2026");
    assertTrue(page.contains("Zatím to není možné. Manželé žijí odděleně od 1. 3. 2026"), page);
    assertTrue(page.contains("3 měsíce"), page);
    assertTrue(page.contains("Rozhodnout může nejdřív 1. 6. 2026"), page);

    ContactDesk contacts = house.intake.contacts;
    var said =
        new ContactDesk.Said(
            "Petr Kučera",
            "600 100 300",
            "Chce vlastní dohodu.",
            "Zatím to není možné, vysvětleno proč a odkdy.",
            null,
            null,
            null);
    var contact =
        contacts.record(
            hers,
            new ContactDesk.Entry(
                LocalDate.of(2026, 4, 20),
                LocalTime.of(9, 0),
                Way.IN_PERSON,
                Set.of(Topic.SEPARATION, Topic.AGREEMENT),
                Pressing.CALM,
                said,
                LocalDate.of(2026, 4, 20),
                NextStep.NONE,
                null,
                hers.staff(),
                20));
    assertEquals(said.advice(), contacts.view(hers, contact).said().advice(), "it is recorded");
    var figures = house.intake.returns.of(house.director, 2026);
    assertEquals(0, figures.count(ReturnDesk.ASKED), "no inquiry");
    assertEquals(0, figures.count(ReturnDesk.REFUSED), "and no statutory refusal");
  }

  /** 10 June: three months apart, the decision is missing. */
  private void aDraftMayBePrepared(PlacementId stay) {
    house.on(2026, 6, 3);
    house.register.visits.record(
        hers, joint, StoryVisits.everybody(LAST_TOGETHER, List.of(jana, petr), List.of(ema, jan)));
    house.on(2026, 6, 10);
    LocalDate today = LocalDate.of(2026, 6, 10);
    Refused undecided =
        assertThrows(
            Refused.class,
            () ->
                house.register.files.endCarer(house.director, joint, petr, separated(null, null)));
    assertEquals("agreement.no-decision", undecided.text().key());
    own = house.file(his, "Kučera", today, petr);
    draft =
        house.register.proposals.begin(
            house.director, own, new NewProposal(CareKind.LONG_TERM, true, "Praha 8", today, null));
    house.take(own, draft, Step.REQUEST, today, null);
    house.take(own, draft, Step.GRANT, today, "P8/2/2026");
    assertEquals(
        "agreement.second",
        assertThrows(Refused.class, () -> house.take(own, draft, Step.SIGN, today, null))
            .text()
            .key(),
        "prepared, not activated");
    assertEquals(joint, house.register.placements.find(house.director, stay).file());
  }

  /** 25 June: the decision of the authority is in force the same day. */
  private void separatedByDecision(PlacementId stay) {
    house.on(2026, 6, 25);
    house.register.files.endCarer(house.director, joint, petr, separated(DECISION, "S/4/2026"));
    house.take(own, draft, Step.SIGN, DECISION, null);
    house.register.placements.end(house.director, stay, DECISION.minusDays(1));
    house.register.placements.place(house.director, own, jan, DECISION, "12 P 1/2026");
    assertEquals(AgreementState.ACTIVE, house.life(joint).state(), "hers goes on");
    assertEquals(SIGNED, house.life(joint).agreement().concludedOn());
    assertEquals(AgreementState.ACTIVE, house.life(own).state());
    assertEquals(
        DECISION, house.life(own).agreement().concludedOn(), "that day, not with the half-year");
    for (LocalDate day = SIGNED; day.isBefore(LocalDate.of(2026, 9, 1)); day = day.plusDays(1)) {
      boolean together = day.isBefore(DECISION);
      assertEquals(together ? Set.of(jana, petr) : Set.of(jana), carers(joint, day));
      assertEquals(together ? Set.of() : Set.of(petr), carers(own, day), "one each on " + day);
      assertEquals(together ? Set.of(ema, jan) : Set.of(ema), children(joint, day));
      assertEquals(together ? Set.of() : Set.of(jan), children(own, day), "one home on " + day);
    }
  }

  private Set<PersonId> carers(CaseFileId file, LocalDate day) {
    return house.register.facts.inForce(house.director, CaseFiles.READ, day, file).stream()
        .flatMap(facts -> facts.carers().stream())
        .map(CaseFiles.Carer::person)
        .collect(Collectors.toSet());
  }

  private Set<PersonId> children(CaseFileId file, LocalDate day) {
    return house.register.facts.inForce(house.director, CaseFiles.READ, day, file).stream()
        .flatMap(facts -> facts.children().stream())
        .map(CaseFiles.Child::person)
        .collect(Collectors.toSet());
  }

  /** Two months from the last visit in the common home, whatever was signed since. */
  private void noGapForEitherChild() {
    LocalDate due = LocalDate.of(2026, 8, 3);
    assertEquals(Map.of("Jana Kučerová", due, "Ema Svěřená", due), house.due(hers, joint));
    assertEquals(
        Map.of("Petr Kučera", LocalDate.of(2026, 8, 25), "Jan Svěřený", due), house.due(his, own));
  }

  private void neitherSeesTheNewTextsOfTheOther() {
    house.on(2026, 7, 1);
    LocalDate today = LocalDate.of(2026, 7, 1);
    VisitId withJana = house.visit(hers, joint, today, jana, ema, "Jana hledá byt v Berouně.");
    VisitId withPetr = house.visit(his, own, today, petr, jan, "Petr má novou přítelkyni.");
    assertThrows(NotFound.class, () -> house.register.visits.view(his, withJana));
    assertThrows(NotFound.class, () -> house.register.visits.view(hers, withPetr));
    assertThrows(NotFound.class, () -> house.register.files.header(hers, own));
    assertThrows(NotFound.class, () -> house.register.files.header(his, joint));
    assertThrows(NotFound.class, () -> house.register.people.view(his, jana));
    assertFalse(
        house.doors.open(hers, "/files/" + joint + "/timeline").contains(own.toString()), "nor it");
  }

  private static Leaving separated(LocalDate decidedOn, String reference) {
    return new Leaving(LeavingWay.SEPARATED, decidedOn, APART, reference);
  }
}
