package org.opora.registry.legal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition.Standing;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.legal.spi.SigningRule;
import org.opora.api.legal.spi.SigningRule.Powers;
import org.opora.api.text.Text;
import org.opora.registry.legal.domain.Signing.Facts;
import org.opora.registry.legal.domain.Signing.Verdict;

/** Who signs follows from what is written down and from the law; what is missing is said. */
class SigningTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate BORN = LocalDate.of(2015, 5, 5);
  private static final byte[] SEALED = {1};
  private static final PersonId CHILD = PersonId.next();
  private static final StaffId WRITER = StaffId.next();

  private final PersonId mother = PersonId.next();
  private final PersonId father = PersonId.next();
  private final PersonId carer = PersonId.next();
  private final List<Representative> people = new ArrayList<>();
  private final List<CourtDecision> decisions = new ArrayList<>();
  private final List<Entrusted> entrusted = new ArrayList<>();
  private final Map<UUID, Identity> who = new HashMap<>();
  private final Set<PersonId> carers = new HashSet<>(Set.of(carer));
  private LocalDate born = BORN;
  private boolean placed = true;
  private SigningLaw law = new Law(true);

  private Verdict verdict(Matter matter, LocalDate day) {
    return new Signing(day, new Facts(born, placed, carers, people, decisions, entrusted, who), law)
        .of(matter);
  }

  private void signs(Matter matter, LocalDate day, String why, Object... whom) {
    Verdict verdict = verdict(matter, day);
    assertEquals(why, verdict.why().key());
    assertEquals(Standing.SIGNS, verdict.standing());
    assertEquals(
        Set.of(whom),
        Set.copyOf(
            verdict.holders().stream()
                .<Object>map(
                    one ->
                        (one.representative() != null
                            ? one.representative().person()
                            : one.entrusted() == null
                                ? one.decision().id()
                                : one.entrusted().person()))
                .toList()));
  }

  private void unknown(Matter matter, LocalDate day, String why) {
    Verdict verdict = verdict(matter, day);
    assertEquals(why, verdict.why().key());
    assertEquals(Standing.NOT_KNOWN, verdict.standing());
    assertTrue(verdict.holders().isEmpty());
  }

  private Representative parent(PersonId who, Extent extent, Matter... taken) {
    return row(Role.PARENT, who, extent, BORN, null, null, taken);
  }

  private Representative row(
      Role role,
      PersonId whom,
      Extent extent,
      LocalDate since,
      LocalDate until,
      UUID ground,
      Matter... matters) {
    Representative row = new Representative(Ids.next(), CHILD, WRITER);
    row.is(role, whom, SEALED);
    row.may(extent, Set.of(matters), null);
    row.holds(since, until, ground);
    people.add(row);
    who.put(row.id(), new Identity(whom, Set.of()));
    return row;
  }

  /** A row that carries only a name, as parents of foster children do. */
  private Representative named(Role role, String name, Extent extent, UUID ground) {
    Representative row = row(role, null, extent, BORN, null, ground);
    who.put(row.id(), new Identity(null, Set.of(name.split(" "))));
    return row;
  }

  /** A decision in force since the child was born, for rows that only a court makes. */
  private UUID ground(DecisionKind kind) {
    return decision(kind, BORN, BORN).id();
  }

  private CourtDecision decision(
      DecisionKind kind, LocalDate decided, LocalDate force, PersonId... to) {
    CourtDecision row = new CourtDecision(Ids.next(), CHILD, WRITER);
    row.says(kind, SEALED, SEALED, null, null, null);
    row.holds(decided, force, false, null);
    row.appealed(Appeal.NONE, null);
    decisions.add(row);
    for (PersonId one : to) {
      Entrusted named = new Entrusted(Ids.next(), row.id(), one, SEALED);
      entrusted.add(named);
      who.put(named.id(), new Identity(one, Set.of()));
    }
    return row;
  }

  @Test
  void withoutFactsNothingIsKnownAndEveryMatterSaysWhatIsMissing() {
    placed = false;
    for (Matter matter : Matter.values()) {
      unknown(matter, TODAY, "signing.nothing-recorded");
    }
    placed = true;
    unknown(Matter.ORDINARY, TODAY, "signing.no-decision");
    born = null;
    unknown(Matter.SCHOOL, TODAY, "signing.birth-unknown");
    born = BORN;
    unknown(Matter.SCHOOL, LocalDate.of(2013, 1, 1), "signing.no-rule");
    law = null;
    unknown(Matter.SCHOOL, TODAY, "signing.no-law");
  }

  @Test
  void whoIsOfAgeSignsAloneFromTheBirthdayOn() {
    LocalDate eighteen = BORN.plusYears(18);
    parent(mother, Extent.FULL);
    parent(father, Extent.FULL);
    assertEquals(Standing.SIGNS, verdict(Matter.COURT, eighteen.minusDays(1)).standing());
    Verdict alone = verdict(Matter.COURT, eighteen);
    assertEquals(Standing.ITSELF, alone.standing());
    assertEquals(List.of(eighteen), alone.why().arguments());
    assertEquals("§ majority", alone.rule().paragraph());
  }

  @Test
  void parentsSignTogetherOrEitherAsTheLawSays() {
    parent(mother, Extent.FULL);
    unknown(Matter.SCHOOL, TODAY, "signing.other-parent");
    signs(Matter.COURT, TODAY, "signing.parent-full", mother);
    Representative other = parent(father, Extent.FULL);
    signs(Matter.SCHOOL, TODAY, "signing.parents-together", mother, father);
    assertTrue(verdict(Matter.SCHOOL, TODAY).together());
    signs(Matter.COURT, TODAY, "signing.parents-either", mother, father);
    assertFalse(verdict(Matter.COURT, TODAY).together());
    other.may(Extent.UNKNOWN, Set.of(), null);
    unknown(Matter.SCHOOL, TODAY, "signing.extent-unknown");
    signs(Matter.COURT, TODAY, "signing.parent-full", mother);
    other.holds(BORN, null, ground(DecisionKind.RESPONSIBILITY));
    for (Extent none : List.of(Extent.NOBODY, Extent.DEPRIVED, Extent.SUSPENDED)) {
      other.may(none, Set.of(), null);
      signs(Matter.SCHOOL, TODAY, "signing.parent-full", mother);
    }
  }

  @Test
  void aLimitedParentSignsWhatWasNotTaken() {
    UUID taken = ground(DecisionKind.RESPONSIBILITY);
    row(Role.PARENT, mother, Extent.LIMITED, BORN, null, taken, Matter.MEDICAL, Matter.TRAVEL);
    row(Role.PARENT, father, Extent.DEPRIVED, BORN, null, taken);
    signs(Matter.SCHOOL, TODAY, "signing.parent-limited", mother);
    unknown(Matter.MEDICAL, TODAY, "signing.nobody-left");
    UUID appointed = decision(DecisionKind.GUARDIAN, TODAY, TODAY).id();
    row(Role.COLLISION_GUARDIAN, carer, null, TODAY, TODAY, appointed, Matter.MEDICAL);
    signs(Matter.MEDICAL, TODAY, "signing.collision", carer);
    signs(Matter.COURT, TODAY, "signing.parent-limited", mother);
    unknown(Matter.MEDICAL, TODAY.plusDays(1), "signing.nobody-left");
  }

  @Test
  void oneParentWithoutResponsibilityDoesNotMeanThatNobodyHasIt() {
    row(Role.PARENT, mother, Extent.DEPRIVED, BORN, null, ground(DecisionKind.RESPONSIBILITY));
    unknown(Matter.COURT, TODAY, "signing.other-parent");
  }

  @Test
  void aGuardianGoesBeforeParentsButNotBesideOneInFull() {
    UUID taken = ground(DecisionKind.RESPONSIBILITY);
    row(Role.PARENT, mother, Extent.DEPRIVED, BORN, null, taken);
    Representative second = parent(father, Extent.NOBODY);
    PersonId aunt = PersonId.next();
    LocalDate since = LocalDate.of(2020, 1, 1);
    UUID appointed = decision(DecisionKind.GUARDIAN, since, since).id();
    row(Role.GUARDIAN, aunt, null, since, null, appointed);
    signs(Matter.MEDICAL, TODAY, "signing.guardian", aunt);
    unknown(Matter.MEDICAL, LocalDate.of(2019, 12, 31), "signing.nobody-left");
    second.may(Extent.FULL, Set.of(), null);
    unknown(Matter.MEDICAL, TODAY, "signing.guardian-and-parent");
  }

  @Test
  void rowsThatContradictEachOtherAreNotChosenFrom() {
    parent(mother, Extent.FULL);
    parent(mother, Extent.DEPRIVED);
    unknown(Matter.COURT, TODAY, "signing.parent-twice");
    people.get(1).withdraw(new Withdrawal(TODAY, WRITER, SEALED));
    signs(Matter.COURT, TODAY, "signing.parent-full", mother);
  }

  @Test
  void whatRestsOnADecisionHoldsOnlyWhileTheDecisionDoes() {
    LocalDate made = LocalDate.of(2026, 3, 1);
    CourtDecision taken = decision(DecisionKind.RESPONSIBILITY, made, null);
    row(Role.PARENT, father, Extent.FULL, made.plusDays(20), null, null);
    row(Role.PARENT, mother, Extent.SUSPENDED, made, null, taken.id());
    unknown(Matter.COURT, TODAY, "signing.unfounded");
    taken.holds(made, made.plusDays(20), false, null);
    signs(Matter.COURT, TODAY, "signing.parent-full", father);
    unknown(Matter.COURT, made.plusDays(19), "signing.unfounded");
    taken.appealed(Appeal.SET_ASIDE, TODAY);
    unknown(Matter.COURT, TODAY, "signing.unfounded");
    signs(Matter.COURT, TODAY.minusDays(1), "signing.parent-full", father);
  }

  @Test
  void ordinaryMattersBelongToWhomADecisionInForceEntrustsTheChild() {
    LocalDate made = LocalDate.of(2026, 1, 10);
    CourtDecision care = decision(DecisionKind.CARE, made, made.plusDays(15), carer);
    parent(mother, Extent.FULL);
    unknown(Matter.ORDINARY, made.plusDays(14), "signing.no-decision");
    signs(Matter.ORDINARY, made.plusDays(15), "signing.carer", carer);
    care.holds(made, null, true, null);
    signs(Matter.ORDINARY, made, "signing.carer", carer);
    care.holds(made, null, true, TODAY);
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
    unknown(Matter.ORDINARY, TODAY.plusDays(1), "signing.no-decision");
    placed = false;
    signs(Matter.ORDINARY, TODAY.plusDays(1), "signing.parent-full", mother);
  }

  @Test
  void twoDecisionsThatDifferAreNotChosenFromUnlessOneIsInterim() {
    LocalDate made = LocalDate.of(2026, 1, 10);
    PersonId aunt = PersonId.next();
    decision(DecisionKind.CARE, made, made, carer);
    CourtDecision second = decision(DecisionKind.CARE, TODAY, TODAY, aunt);
    carers.add(aunt);
    unknown(Matter.ORDINARY, TODAY, "signing.decisions-differ");
    second.says(DecisionKind.INTERIM, SEALED, SEALED, null, null, null);
    signs(Matter.ORDINARY, TODAY, "signing.carer-interim", aunt);
    signs(Matter.ORDINARY, TODAY.minusDays(1), "signing.carer", carer);
    law = new Law(false);
    unknown(Matter.ORDINARY, TODAY, "signing.decisions-differ");
  }

  @Test
  void anInterimMeasureAboutSomethingElseTakesNothingFromTheCarer() {
    LocalDate made = LocalDate.of(2026, 1, 10);
    decision(DecisionKind.CARE, made, made, carer);
    decision(DecisionKind.INTERIM, TODAY, TODAY);
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
  }

  @Test
  void aDecisionMayEntrustToAnInstitutionOrForgetToSayToWhom() {
    placed = false;
    CourtDecision home = decision(DecisionKind.INSTITUTION, TODAY, TODAY);
    unknown(Matter.ORDINARY, TODAY, "signing.decision-to-nobody");
    home.says(DecisionKind.INSTITUTION, SEALED, SEALED, null, null, SEALED);
    signs(Matter.ORDINARY, TODAY, "signing.carer", home.id());
    assertNull(verdict(Matter.ORDINARY, TODAY).holders().get(0).entrusted());
  }

  @Test
  void twoRowsOfOneParentWhoIsNotInTheRegisterAreOneParentTwice() {
    named(Role.PARENT, "petra nova", Extent.FULL, null);
    unknown(Matter.SCHOOL, TODAY, "signing.other-parent");
    UUID taken = ground(DecisionKind.RESPONSIBILITY);
    Representative again = named(Role.PARENT, "nova petra", Extent.DEPRIVED, taken);
    for (Matter matter : Matter.values()) {
      if (matter != Matter.ORDINARY) {
        unknown(matter, TODAY, "signing.parent-twice");
      }
    }
    again.may(Extent.FULL, Set.of(), null);
    unknown(Matter.SCHOOL, TODAY, "signing.parent-twice");
    who.put(again.id(), new Identity(father, Set.of("petra", "nova")));
    unknown(Matter.SCHOOL, TODAY, "signing.parent-twice");
    who.put(again.id(), new Identity(null, Set.of("jan", "novy")));
    assertEquals(2, verdict(Matter.SCHOOL, TODAY).holders().size());
  }

  @Test
  void twoKeysOfOneParentAreOneParentTwice() {
    parent(mother, Extent.FULL);
    Representative again = parent(PersonId.next(), Extent.FULL);
    assertEquals(2, verdict(Matter.SCHOOL, TODAY).holders().size());
    who.put(again.id(), new Identity(mother, Set.of()));
    unknown(Matter.SCHOOL, TODAY, "signing.parent-twice");
  }

  @Test
  void aNewerDecisionWithoutItsDayOfForceMakesAnOldOneUncertain() {
    PersonId next = PersonId.next();
    carers.add(next);
    decision(DecisionKind.CARE, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 20), carer);
    LocalDate made = LocalDate.of(2026, 10, 5);
    CourtDecision second = decision(DecisionKind.CARE, made, null, next);
    signs(Matter.ORDINARY, made.minusDays(1), "signing.carer", carer);
    unknown(Matter.ORDINARY, made, "signing.decision-without-force");
    assertEquals(List.of(made), verdict(Matter.ORDINARY, TODAY).why().arguments());
    second.withdraw(new Withdrawal(TODAY, WRITER, SEALED));
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
    decision(DecisionKind.CARE, made, null, carer);
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
  }

  @Test
  void aDecisionOfUnknownForceIsNoReasonToAskTheParents() {
    placed = false;
    parent(mother, Extent.FULL);
    CourtDecision care = decision(DecisionKind.CARE, TODAY, null, carer);
    unknown(Matter.ORDINARY, TODAY, "signing.decision-without-force");
    care.says(DecisionKind.INTERIM, SEALED, SEALED, null, null, null);
    unknown(Matter.ORDINARY, TODAY, "signing.decision-without-force");
    signs(Matter.ORDINARY, TODAY.minusDays(1), "signing.parent-full", mother);
  }

  @Test
  void aDecisionIsOutOfDateWhenTheChildLivesWithSomebodyElse() {
    decision(DecisionKind.CARE, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 20), carer);
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
    carers.clear();
    carers.add(PersonId.next());
    unknown(Matter.ORDINARY, TODAY, "signing.lives-elsewhere");
    placed = false;
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
  }

  @Test
  void aDecisionThatNoRowRestsOnMakesOlderRowsUncertain() {
    parent(mother, Extent.FULL);
    parent(father, Extent.FULL);
    LocalDate made = LocalDate.of(2026, 9, 1);
    CourtDecision taken = decision(DecisionKind.RESPONSIBILITY, made, made);
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    signs(Matter.SCHOOL, made.minusDays(1), "signing.parents-together", mother, father);
    taken.holds(made, null, false, null);
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    people.get(0).holds(BORN, made.minusDays(1), null);
    row(Role.PARENT, mother, Extent.FULL, made, null, null);
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    people.get(1).holds(BORN, made.minusDays(1), null);
    row(Role.PARENT, father, Extent.FULL, made, null, null);
    signs(Matter.SCHOOL, TODAY, "signing.parents-together", mother, father);
    decision(DecisionKind.GUARDIAN, TODAY, TODAY);
    unknown(Matter.COURT, TODAY, "signing.decision-unused");
  }

  @Test
  void aCollisionGuardianDoesNotSettleTheAppointmentOfAGuardian() {
    parent(mother, Extent.FULL);
    parent(father, Extent.FULL);
    LocalDate march = LocalDate.of(2026, 3, 1);
    LocalDate may = LocalDate.of(2026, 5, 1);
    CourtDecision appointed = decision(DecisionKind.GUARDIAN, march, march);
    UUID collision = decision(DecisionKind.GUARDIAN, may, may).id();
    row(Role.COLLISION_GUARDIAN, carer, null, may, null, collision, Matter.COURT);
    unknown(Matter.MEDICAL, TODAY, "signing.decision-unused");
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    assertEquals(List.of(march), verdict(Matter.SCHOOL, TODAY).why().arguments());
    signs(Matter.COURT, TODAY, "signing.collision", carer);
    appointed.withdraw(new Withdrawal(TODAY, WRITER, SEALED));
    signs(Matter.SCHOOL, TODAY, "signing.parents-together", mother, father);
  }

  @Test
  void anotherParentDoesNotSettleADecisionAboutTheFirst() {
    LocalDate made = LocalDate.of(2026, 9, 1);
    CourtDecision taken = decision(DecisionKind.RESPONSIBILITY, made, made);
    Representative untouched = parent(mother, Extent.FULL);
    row(Role.PARENT, father, Extent.FULL, LocalDate.of(2026, 10, 1), null, null);
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    unknown(Matter.COURT, TODAY, "signing.decision-unused");
    untouched.holds(BORN, made.minusDays(1), null);
    row(Role.PARENT, mother, Extent.DEPRIVED, made, null, taken.id());
    signs(Matter.SCHOOL, TODAY, "signing.parent-full", father);
  }

  @Test
  void ofOneJudgmentAboutBothParentsBothRowsMustRestOnIt() {
    LocalDate made = LocalDate.of(2026, 9, 1);
    CourtDecision both = decision(DecisionKind.RESPONSIBILITY, made, made);
    row(Role.PARENT, mother, Extent.DEPRIVED, made, null, both.id());
    Representative second = parent(father, Extent.FULL);
    unknown(Matter.COURT, TODAY, "signing.decision-unused");
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    second.holds(BORN, made.minusDays(1), null);
    row(Role.PARENT, father, Extent.LIMITED, made, null, both.id(), Matter.SCHOOL);
    signs(Matter.COURT, TODAY, "signing.parent-limited", father);
    unknown(Matter.SCHOOL, TODAY, "signing.nobody-left");
  }

  @Test
  void aParentThatThereIsNotNeedsNoRowOfTheJudgment() {
    LocalDate made = LocalDate.of(2026, 9, 1);
    CourtDecision limited = decision(DecisionKind.RESPONSIBILITY, made, made);
    parent(father, Extent.NOBODY);
    unknown(Matter.SCHOOL, TODAY, "signing.decision-unused");
    row(Role.PARENT, mother, Extent.LIMITED, made, null, limited.id(), Matter.SCHOOL);
    signs(Matter.MEDICAL, TODAY, "signing.parent-limited", mother);
  }

  @Test
  void aDecisionThatEntrustsToSomebodyErasedIsNotReadAsEntrustingToNobody() {
    LocalDate made = LocalDate.of(2026, 10, 5);
    decision(DecisionKind.CARE, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 20), carer);
    PersonId next = PersonId.next();
    decision(DecisionKind.INTERIM, made, made, next);
    for (boolean lives : List.of(true, false)) {
      placed = lives;
      carers.add(next);
      signs(Matter.ORDINARY, TODAY, "signing.carer-interim", next);
    }
    Entrusted forgotten = entrusted.get(1);
    forgotten.forget(SEALED);
    who.put(forgotten.id(), new Identity(null, Set.of()));
    for (boolean lives : List.of(true, false)) {
      placed = lives;
      unknown(Matter.ORDINARY, TODAY, "signing.carer-forgotten");
      signs(Matter.ORDINARY, made.minusDays(1), "signing.carer", carer);
    }
  }

  @Test
  void whatOnlyACourtDecidesNeedsItsDecision() {
    parent(mother, Extent.FULL);
    for (Extent taken : List.of(Extent.LIMITED, Extent.SUSPENDED, Extent.DEPRIVED)) {
      Representative row = parent(father, taken, Matter.COURT);
      unknown(Matter.SCHOOL, TODAY, "signing.no-ground");
      people.remove(row);
    }
    row(Role.COLLISION_GUARDIAN, carer, null, TODAY, null, null, Matter.SCHOOL);
    unknown(Matter.SCHOOL, TODAY, "signing.no-ground");
    row(Role.GUARDIAN, carer, null, TODAY, null, null);
    unknown(Matter.COURT, TODAY, "signing.no-ground");
  }

  @Test
  void ofTwoGuardiansNeitherIsChosenUnlessOneDecisionNamesBoth() {
    UUID first = ground(DecisionKind.GUARDIAN);
    PersonId aunt = PersonId.next();
    PersonId uncle = PersonId.next();
    row(Role.GUARDIAN, aunt, null, BORN, null, first);
    Representative second =
        row(Role.GUARDIAN, uncle, null, BORN, null, ground(DecisionKind.GUARDIAN));
    unknown(Matter.MEDICAL, TODAY, "signing.guardians-differ");
    second.holds(BORN, null, first);
    unknown(Matter.MEDICAL, TODAY, "signing.decision-unused");
    decisions.get(1).withdraw(new Withdrawal(TODAY, WRITER, SEALED));
    signs(Matter.MEDICAL, TODAY, "signing.guardian", aunt, uncle);
    assertTrue(verdict(Matter.MEDICAL, TODAY).together());
  }

  @Test
  void aCollisionGuardianWhomTheLawDoesNotPlaceIsNotPassedOver() {
    decision(DecisionKind.CARE, BORN, BORN, carer);
    signs(Matter.ORDINARY, TODAY, "signing.carer", carer);
    UUID appointed = ground(DecisionKind.GUARDIAN);
    row(Role.COLLISION_GUARDIAN, mother, null, BORN, null, appointed, Matter.ORDINARY);
    unknown(Matter.ORDINARY, TODAY, "signing.collision-unasked");
  }

  /** Values of a test; the real ones stand in the law packs. */
  private record Law(boolean interim) implements SigningLaw {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public List<Parameter<Integer>> majority() {
      return List.of(holds(18, "§ majority"));
    }

    @Override
    public List<Parameter<Boolean>> interimFirst() {
      return List.of(holds(interim, "§ interim"));
    }

    @Override
    public List<SigningRule> rules() {
      return Stream.of(Matter.values())
          .map(
              matter ->
                  new SigningRule(
                      matter,
                      List.of(
                          holds(
                              new Powers(
                                  matter == Matter.ORDINARY
                                      ? List.of(Role.CARER, Role.GUARDIAN, Role.PARENT)
                                      : List.of(
                                          Role.COLLISION_GUARDIAN, Role.GUARDIAN, Role.PARENT),
                                  matter == Matter.SCHOOL || matter == Matter.MEDICAL),
                              "§ " + matter))))
          .toList();
    }

    private static <T> Parameter<T> holds(T value, String paragraph) {
      return new Parameter<>(
          value,
          LocalDate.of(2014, 1, 1),
          null,
          paragraph,
          Text.of("test", "source"),
          Trust.SECONDARY);
    }
  }
}
