package org.opora.supervisedcontacts.plans.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.ReleaseState;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** People of a plan: in the register, forbidden for all the house, only together, taken off. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPeopleTest {
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private Viewer worker;
  private Family family;
  private PersonId mother;
  private PersonId father;

  /** An agreement by which the child meets its mother, and not its father. */
  private Case agreed() {
    worker = centre.viewer("key-worker");
    family = centre.register.family(centre.director, worker, "Dvořáková");
    mother = centre.register.person(worker, "Lenka", "Slavíková", LocalDate.of(1990, 1, 1));
    father = centre.register.person(worker, "Radek", "Slavík", LocalDate.of(1988, 1, 1));
    PlanId plan =
        make(
            terms(Basis.AGREEMENT, null),
            List.of(
                named(1, mother, Kin.MOTHER, Standing.ALLOWED),
                named(2, father, Kin.FATHER, Standing.FORBIDDEN)));
    return new Case(worker, family, centre.register.files.childFile(family.child()), plan);
  }

  private PlanId make(PlanTerms terms, List<Plans.Named> named) {
    return centre.plans.make(worker, family.file(), family.child(), terms, named);
  }

  private static Plans.Named named(int line, PersonId person, String kin, Standing standing) {
    return new Plans.Named(line, person, null, kin, standing, Set.of());
  }

  private static PlanTerms terms(Basis basis, String reference) {
    return new PlanTerms(basis, reference, FROM, null, ContactForm.SUPERVISED, 4, 90, null);
  }

  private PlanView view(PlanId plan) {
    return centre.planReader.view(centre.director, plan);
  }

  private void change(Viewer viewer, PlanId plan, PlanChange change) {
    centre.plans.change(viewer, plan, view(plan).row().version(), change);
  }

  private Set<PersonId> kept(LocalDate day) {
    return centre.apart.from(List.of(family.child()), day).getOrDefault(family.child(), Set.of());
  }

  @Test
  void whoIsForbiddenIsKeptApartInTheWholeHouseWhileThePlanHolds() {
    Case opened = agreed();
    PlanView plan = view(opened.plan());
    assertEquals("Lenka Slavíková", plan.allowed().get(0).name(), "as the register calls her");
    assertEquals(mother, plan.allowed().get(0).person());
    assertEquals(Set.of(father), kept(Centre.TODAY));
    assertEquals(Set.of(), kept(FROM.minusDays(1)), "before the plan");

    PlanTerms ending =
        new PlanTerms(
            Basis.AGREEMENT,
            null,
            FROM,
            Centre.TODAY.plusDays(10),
            ContactForm.SUPERVISED,
            4,
            90,
            null);
    change(worker, opened.plan(), PlanChange.of(ending, Map.of(), List.of(), null));
    assertEquals(Set.of(father), kept(Centre.TODAY.plusDays(10)));
    assertEquals(Set.of(), kept(Centre.TODAY.plusDays(11)), "after the plan");

    PlanPersonId her = plan.allowed().get(0).id();
    change(
        worker,
        opened.plan(),
        PlanChange.of(ending, Map.of(her, Standing.FORBIDDEN), List.of(), null));
    assertEquals(Set.of(father, mother), kept(Centre.TODAY));
  }

  @Test
  void whoeverIsPickedIsSomebodyElseWhomTheWriterSees() {
    Case opened = agreed();
    Viewer other = centre.viewer("key-worker");
    Family elsewhere = centre.register.family(centre.director, other, "Cizí");
    assertEquals(
        "person1: plan.person.unknown",
        refused(named(1, elsewhere.carer(), Kin.CLOSE_PERSON, Standing.ALLOWED)));
    assertEquals(
        "person1: plan.person.is-child",
        refused(named(1, family.child(), Kin.SIBLING, Standing.ALLOWED)));
    assertEquals(
        "name2: plan.person.twice",
        Centre.refusal(
            () ->
                make(
                    terms(Basis.AGREEMENT, null),
                    List.of(
                        named(1, mother, Kin.MOTHER, Standing.ALLOWED),
                        new Plans.Named(
                            2, "Slavíková  LENKA", Kin.OTHER_RELATIVE, Standing.ALLOWED)))));
    assertEquals(
        "name1: words.missing", refused(new Plans.Named(1, "  ", Kin.MOTHER, Standing.ALLOWED)));
    assertEquals(1, centre.planReader.of(worker, List.of(opened.childFile())).size());
  }

  private String refused(Plans.Named named) {
    return Centre.refusal(() -> make(terms(Basis.AGREEMENT, null), List.of(named)));
  }

  @Test
  void nobodyForbiddenComesInByAnotherLineOrAnotherPlan() {
    Case opened = agreed();
    PlanTerms terms = terms(Basis.AGREEMENT, null);
    for (Plans.Named again :
        List.of(
            named(1, father, Kin.CLOSE_PERSON, Standing.ALLOWED),
            new Plans.Named(1, "radek slavik", Kin.CLOSE_PERSON, Standing.ALLOWED))) {
      assertEquals(
          "name1: plan.person.twice",
          Centre.refusal(
              () ->
                  change(
                      worker,
                      opened.plan(),
                      PlanChange.of(terms, Map.of(), List.of(again), null))));
      assertEquals(
          "standing1: plan.other-forbids", Centre.refusal(() -> make(terms, List.of(again))));
    }
  }

  @Test
  void aSecondPersonTakesSomebodyOffTheForbiddenList() {
    Case opened = agreed();
    PlanTerms terms = terms(Basis.AGREEMENT, null);
    PlanPersonId him = view(opened.plan()).forbidden().get(0).id();
    PlanChange asking = PlanChange.of(terms, Map.of(him, Standing.ALLOWED), List.of(), null);
    assertEquals(
        "releaseWhy: words.missing", Centre.refusal(() -> change(worker, opened.plan(), asking)));
    change(worker, opened.plan(), asking.releasing("Prošel terapií, dítě si ho přeje vidět."));
    assertEquals(Standing.FORBIDDEN, view(opened.plan()).forbidden().get(0).standing());
    assertEquals(Set.of(father), kept(Centre.TODAY), "until somebody else agrees");
    PlanView.Release release = release(opened);
    assertEquals(ReleaseState.PROPOSED, release.state());
    assertEquals("Prošel terapií, dítě si ho přeje vidět.", release.why());

    // Whoever asks again does not ask twice, and whoever saves the plan does not undo it.
    change(worker, opened.plan(), asking.releasing("Ještě jednou."));
    change(worker, opened.plan(), PlanChange.of(terms, Map.of(), List.of(), null));
    assertEquals(1, centre.history.releases(worker, opened.plan()).size());

    assertThrows(
        NotAllowed.class,
        () -> centre.releases.decide(worker, release.id(), release.version(), true, null),
        "a key worker is no second person");
    assertEquals(
        "words: words.missing",
        Centre.refusal(
            () ->
                centre.releases.decide(
                    centre.director, release.id(), release.version(), false, " ")));
    assertThrows(
        Stale.class, () -> centre.releases.decide(centre.director, release.id(), 99, true, null));
    centre.releases.decide(centre.director, release.id(), release.version(), true, "Souhlasím.");
    assertEquals(List.of(), view(opened.plan()).forbidden());
    assertEquals(Set.of(), kept(Centre.TODAY));
    assertEquals(
        "null: release.decided",
        Centre.refusal(
            () ->
                centre.releases.decide(
                    centre.director, release.id(), release(opened).version(), true, null)));
    assertEquals(
        Standing.FORBIDDEN,
        centre.history.former(worker, opened.plan()).get(0).people().stream()
            .filter(person -> person.name().equals("Radek Slavík"))
            .findFirst()
            .orElseThrow()
            .standing(),
        "how it read before is kept");
  }

  @Test
  void whoAskedDoesNotDecideAndMayWithdraw() {
    Case opened = agreed();
    PlanTerms terms = terms(Basis.AGREEMENT, null);
    PlanPersonId him = view(opened.plan()).forbidden().get(0).id();
    change(
        centre.director,
        opened.plan(),
        PlanChange.of(terms, Map.of(him, Standing.ALLOWED), List.of(), null).releasing("Proč ne."));
    PlanView.Release release = release(opened);
    assertEquals(
        "null: release.own",
        Centre.refusal(
            () ->
                centre.releases.decide(
                    centre.director, release.id(), release.version(), true, null)));
    assertEquals(
        "null: release.not-own",
        Centre.refusal(() -> centre.releases.withdraw(worker, release.id(), release.version())));
    centre.releases.withdraw(centre.director, release.id(), release.version());
    assertEquals(ReleaseState.WITHDRAWN, release(opened).state());
    assertEquals(Set.of(father), kept(Centre.TODAY));
  }

  private PlanView.Release release(Case opened) {
    return centre.history.releases(centre.director, opened.plan()).get(0);
  }

  @Test
  void whomACourtForbidsNobodyLetsUntilItDecidesAnew() {
    worker = centre.viewer("key-worker");
    family = centre.register.family(centre.director, worker, "Soudná");
    mother = centre.register.person(worker, "Eva", "Soudná", LocalDate.of(1990, 1, 1));
    father = centre.register.person(worker, "Jan", "Soudný", LocalDate.of(1988, 1, 1));
    PlanTerms old = terms(Basis.COURT_DECISION, "12 P 1/2026");
    PlanId plan =
        make(
            old,
            List.of(
                named(1, mother, Kin.MOTHER, Standing.ALLOWED),
                named(2, father, Kin.FATHER, Standing.FORBIDDEN)));
    PlanPersonId him = view(plan).forbidden().get(0).id();
    String impossible = "standing-" + him + ": plan.court-forbids";
    Because because = new Because(Reason.CHILD_INTEREST, "dítě si to přeje");
    for (PlanTerms terms : List.of(old, terms(Basis.AGREEMENT, "dohoda"))) {
      assertEquals(
          impossible,
          Centre.refusal(
              () ->
                  change(
                      worker,
                      plan,
                      PlanChange.of(terms, Map.of(him, Standing.ALLOWED), List.of(), because)
                          .releasing("dohoda rodičů"))));
    }
    // An agreement in the place of the decision does not open what the court has closed.
    change(worker, plan, PlanChange.of(terms(Basis.AGREEMENT, null), Map.of(), List.of(), because));
    assertEquals(Basis.COURT_DECISION, view(plan).forbidden().get(0).forbiddenOn());
    assertEquals(
        "standing1: plan.court-forbids",
        Centre.refusal(
            () ->
                make(
                    terms(Basis.AGREEMENT, null),
                    List.of(named(1, father, Kin.FATHER, Standing.ALLOWED)))));

    PlanTerms anew = terms(Basis.COURT_DECISION, "12 P 9/2026");
    change(
        worker,
        plan,
        PlanChange.of(anew, Map.of(him, Standing.ALLOWED), List.of(), because)
            .releasing("soud styk povolil"));
    PlanView.Release release = centre.history.releases(worker, plan).get(0);
    centre.releases.decide(centre.director, release.id(), release.version(), true, null);
    assertEquals(2, view(plan).allowed().size());
    assertEquals(Set.of(), kept(Centre.TODAY));
  }

  @Test
  void somebodyIsAllowedOnlyWithAllSiblingsThere() {
    worker = centre.viewer("key-worker");
    family = centre.register.family(centre.director, worker, "Dvořáková");
    Family other = centre.register.family(centre.director, worker, "Veselá");
    mother = centre.register.person(worker, "Jana", "Společná", LocalDate.of(1990, 1, 1));
    PlanTerms terms = terms(Basis.COURT_DECISION, "7 P 7/2026");
    PlanId ema =
        make(
            terms,
            List.of(
                new Plans.Named(
                    1, mother, null, Kin.MOTHER, Standing.ALLOWED, Set.of(other.child()))));
    PlanId jan =
        centre.plans.make(
            worker,
            other.file(),
            other.child(),
            terms,
            List.of(
                new Plans.Named(
                    1, mother, null, Kin.MOTHER, Standing.ALLOWED, Set.of(family.child()))));
    PlanView.Person her = view(ema).allowed().get(0);
    assertTrue(her.onlyTogether());
    assertEquals(other.child(), her.together().get(0).person());
    assertEquals(
        1, new HashSet<>(groups(List.of(ema, jan))).size(), "one group, in whichever plan");

    PlanChange alone =
        new PlanChange(
            terms, Map.of(), Map.of(her.id(), Set.of()), Map.of(), List.of(), null, null);
    assertEquals(
        "despite: plan.beyond-decision",
        Centre.refusal(() -> change(worker, ema, alone)),
        "that is more than the court decided");

    // A colleague who may not know the sibling leaves it as it is.
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(other.child()));
    assertNull(centre.planReader.view(walled, ema).allowed().get(0).together().get(0).name());
    centre.plans.change(walled, ema, view(ema).row().version(), alone);
    assertTrue(view(ema).allowed().get(0).onlyTogether());
  }

  private List<Object> groups(List<PlanId> plans) {
    return centre.tx.read(
        em ->
            em.createQuery(
                    "SELECT p.together FROM PlanPerson p WHERE p.plan IN :plans", Object.class)
                .setParameter("plans", plans.stream().map(PlanId::value).toList())
                .getResultList());
  }

  @Test
  void aDecisionOfTheRegisterIsShownAndItsDaysAreKept() {
    worker = centre.viewer("key-worker");
    family = centre.register.family(centre.director, worker, "Rozhodnutá");
    var decision =
        centre.legal.add(
            worker,
            family.child(),
            new NewDecision(
                DecisionKind.CONTACT,
                "OS Brno",
                "9 P 3/2026",
                "Matka jednou za měsíc v centru.",
                null,
                List.of(),
                null,
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2026, 9, 1),
                false,
                null,
                null,
                LocalDate.of(2027, 2, 28)));
    assertEquals(
        "despite: plan.beyond-decision",
        Centre.refusal(() -> made(resting(decision, LocalDate.of(2027, 3, 31)), null)));
    PlanId plan = made(resting(decision, LocalDate.of(2027, 2, 28)), null);
    assertEquals("Matka jednou za měsíc v centru.", centre.history.decision(worker, plan).gist());
    assertEquals(decision, view(plan).row().decision());
    Viewer facilitator = centre.viewer("facilitator");
    assertThrows(NotFound.class, () -> centre.history.decision(facilitator, plan));
    assertEquals(
        "decision: plan.decision.unknown",
        Centre.refusal(
            () -> made(resting(java.util.UUID.randomUUID(), LocalDate.of(2027, 1, 1)), null)));
  }

  private PlanId made(PlanTerms terms, Because because) {
    return centre.plans.make(
        worker,
        family.file(),
        family.child(),
        PlanChange.first(terms, List.of(Centre.MOTHER), because),
        null);
  }

  private static PlanTerms resting(java.util.UUID decision, LocalDate until) {
    return new PlanTerms(
        Basis.COURT_DECISION,
        "9 P 3/2026",
        decision,
        FROM,
        until,
        ContactForm.SUPERVISED,
        4,
        60,
        Set.of(Places.CENTRE, Places.PARK),
        "česky",
        "Bez telefonu.",
        LocalDate.of(2027, 1, 15));
  }

  @Test
  void howAPlanReadIsKeptWithWhoChangedIt() {
    worker = centre.viewer("key-worker");
    family = centre.register.family(centre.director, worker, "Měněná");
    PlanTerms first =
        new PlanTerms(
            Basis.AGREEMENT,
            "dohoda 1",
            null,
            FROM,
            null,
            ContactForm.SUPERVISED,
            2,
            60,
            Set.of(Places.CENTRE),
            "česky",
            "Jen v centru.",
            null);
    PlanId plan = made(first, null);
    change(
        worker, plan, PlanChange.of(terms(Basis.AGREEMENT, "dohoda 2"), Map.of(), List.of(), null));
    List<PlanView.Former> former = centre.history.former(worker, plan);
    assertEquals(1, former.size());
    assertEquals(1, former.get(0).wording());
    assertEquals("dohoda 1", former.get(0).basisReference());
    assertEquals("Jen v centru.", former.get(0).conditions());
    assertEquals("česky", former.get(0).languages());
    assertEquals(
        List.of(Places.CENTRE), former.get(0).places().stream().map(term -> term.code()).toList());
    assertEquals("Mgr. Jana Testová", former.get(0).by());
    assertEquals(2, view(plan).row().wording());
    assertEquals(List.of(), view(plan).places());
  }

  @Test
  void aParentWhoIsForgottenIsNamedNoMore() {
    Case opened = agreed();
    assertEquals(1, centre.personData().count(Set.of(father)));
    assertEquals(1, centre.personData().review(Set.of(father)).size());
    centre.personData().erase(Set.of(father));
    assertEquals("–", view(opened.plan()).forbidden().get(0).name());
    assertEquals(Set.of(), kept(Centre.TODAY));
    assertEquals(0, centre.personData().count(Set.of(father)));
  }
}
