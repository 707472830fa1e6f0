package org.opora.registry.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;

/** From the first inquiry to the last task, and no other way. */
class AgreementStateTest {
  private static final LocalDate BEGUN = LocalDate.of(2026, 8, 4);
  private static final LocalDate CONSENT = LocalDate.of(2026, 8, 14);
  private static final LocalDate SIGNED = LocalDate.of(2026, 8, 20);

  @Test
  void withConsentNeededOnlyAConsentLeadsToTheSignature() {
    Set<AgreementState> before = EnumSet.noneOf(AgreementState.class);
    for (AgreementState state : AgreementState.values()) {
      if (state.leadsTo(AgreementState.SIGNED, true)) {
        before.add(state);
      }
    }
    // What ended before it began was signed; its end may have been a mistake.
    assertEquals(EnumSet.of(AgreementState.CONSENT_GRANTED, AgreementState.NEVER_BEGUN), before);
    assertTrue(AgreementState.INQUIRY.leadsTo(AgreementState.SIGNED, false));
    assertFalse(AgreementState.CONSENT_REFUSED.leadsTo(AgreementState.SIGNED, false));
  }

  @Test
  void onlyASignatureLeadsIntoForce() {
    for (AgreementState state : EnumSet.range(AgreementState.INQUIRY, AgreementState.DROPPED)) {
      assertFalse(state.leadsTo(AgreementState.ACTIVE, false), state.name());
    }
    assertTrue(AgreementState.SIGNED.leadsTo(AgreementState.ACTIVE, true));
  }

  @Test
  void nothingFollowsWhatIsClosedOrDropped() {
    assertEquals(Set.of(), AgreementState.CLOSED.next(false));
    assertEquals(Set.of(), AgreementState.DROPPED.next(false));
  }

  @Test
  void theWayOfANewAgreement() {
    Proposal proposal = proposal();
    assertEquals(AgreementState.INQUIRY, proposal.state());
    assertThrows(IllegalStateException.class, () -> proposal.sign(SIGNED, true));
    proposal.offer(BEGUN.plusDays(1));
    proposal.request(BEGUN.plusDays(2));
    assertThrows(IllegalStateException.class, () -> proposal.sign(SIGNED, true));
    proposal.decided(false, BEGUN.plusDays(6), "1/2026");
    assertThrows(IllegalStateException.class, () -> proposal.sign(SIGNED, true));
    proposal.request(BEGUN.plusDays(7));
    assertNull(proposal.consentDecidedOn(), "the refusal was of the former text");
    proposal.decided(true, CONSENT, "2/2026");
    assertThrows(IllegalStateException.class, () -> proposal.sign(CONSENT.minusDays(1), true));
    proposal.sign(SIGNED, true);
    assertThrows(IllegalStateException.class, () -> proposal.drop(SIGNED));
    Agreement agreement = new Agreement(proposal, SIGNED.plusDays(12));
    assertEquals(proposal.id().value(), agreement.id());
    assertFalse(agreement.takenOver());
    assertEquals(CONSENT, agreement.consentOn());
    assertEquals("2/2026", agreement.consentReference());
    assertEquals(SIGNED, agreement.signedOn());
    assertEquals(AgreementState.SIGNED, agreement.state(SIGNED));
    assertEquals(AgreementState.SIGNED, agreement.state(SIGNED.plusDays(11)));
    assertEquals(AgreementState.ACTIVE, agreement.state(SIGNED.plusDays(12)));
  }

  @Test
  void endedBeforeItsFirstDayItIsInForceOnNone() {
    Proposal proposal = proposal();
    proposal.request(BEGUN);
    proposal.decided(true, CONSENT, "2/2026");
    proposal.sign(SIGNED, true);
    LocalDate first = SIGNED.plusDays(12);
    Agreement agreement = new Agreement(proposal, first);
    LocalDate on = SIGNED.plusDays(3);
    agreement.ends(new Ending(EndingWay.AGREED, null, on, null, "cz"), on);
    assertTrue(agreement.neverBegan());
    assertEquals(AgreementState.SIGNED, agreement.state(on.minusDays(1)));
    assertEquals(AgreementState.NEVER_BEGUN, agreement.state(on));
    assertEquals(AgreementState.NEVER_BEGUN, agreement.state(first.plusYears(1)));
    assertFalse(agreement.overlaps(BEGUN, null));
    agreement.endTakenBack();
    assertEquals(AgreementState.ACTIVE, agreement.state(first));
  }

  @Test
  void whatOvertookTheNoticeMayBeTakenBackToIt() {
    Agreement agreement = takenOver();
    LocalDate last = LocalDate.of(2026, 12, 31);
    agreement.ends(new Ending(EndingWay.CARER_NOTICE, null, SIGNED, new byte[] {7}, "cz"), last);
    OvertakenEnd before = new OvertakenEnd(Ids.next(), agreement);
    LocalDate died = LocalDate.of(2026, 9, 9);
    agreement.ends(new Ending(EndingWay.BY_LAW, "cz.death", died, null, "cz"), died);
    assertEquals(AgreementState.ENDED_BY_LAW, agreement.state(died));
    agreement.endsAsBefore(before);
    assertEquals(last, agreement.endedOn());
    assertEquals(EndingWay.CARER_NOTICE, agreement.ending().way());
    assertEquals(7, agreement.ending().reason()[0]);
    assertTrue(AgreementState.ENDED_BY_AGREEMENT.leadsTo(AgreementState.ENDED_BY_LAW, false));
  }

  @ParameterizedTest
  @EnumSource(EndingWay.class)
  void inForceUntilTheLastDayThenWoundDownThenClosed(EndingWay way) {
    Agreement agreement = takenOver();
    assertEquals(AgreementState.ACTIVE, agreement.state(SIGNED));
    LocalDate last = LocalDate.of(2026, 12, 31);
    LocalDate known = way == EndingWay.BY_LAW ? last : LocalDate.of(2026, 9, 1);
    agreement.ends(new Ending(way, null, known, null, null), last);
    assertEquals(AgreementState.ACTIVE, agreement.state(known.minusDays(1)));
    AgreementState meanwhile =
        switch (way) {
          case CARER_NOTICE, CENTRE_NOTICE -> AgreementState.NOTICE_RECEIVED;
          case AGREED -> AgreementState.ENDED_BY_AGREEMENT;
          case BY_LAW -> AgreementState.ENDED_BY_LAW;
        };
    assertEquals(meanwhile, agreement.state(known));
    assertEquals(meanwhile, agreement.state(last));
    assertEquals(AgreementState.WIND_DOWN, agreement.state(last.plusDays(1)));
    agreement.close(last.plusDays(20));
    assertEquals(AgreementState.WIND_DOWN, agreement.state(last.plusDays(19)));
    assertEquals(AgreementState.CLOSED, agreement.state(last.plusDays(20)));
  }

  @Test
  void everyStepOfAnAgreementIsOneTheStatesKnow() {
    Agreement agreement = takenOver();
    LocalDate last = LocalDate.of(2026, 12, 31);
    agreement.ends(
        new Ending(EndingWay.CARER_NOTICE, null, LocalDate.of(2026, 9, 1), null, null), last);
    agreement.close(LocalDate.of(2027, 1, 20));
    AgreementState state = agreement.state(BEGUN);
    for (LocalDate day = BEGUN; day.isBefore(LocalDate.of(2027, 2, 1)); day = day.plusDays(1)) {
      AgreementState next = agreement.state(day);
      assertTrue(next == state || state.leadsTo(next, true), state + " to " + next);
      state = next;
    }
    assertEquals(AgreementState.CLOSED, state);
  }

  @Test
  void anEndTakenBackLeavesNothingBehind() {
    Agreement agreement = takenOver();
    agreement.ends(new Ending(EndingWay.AGREED, "x", SIGNED, new byte[1], "cz"), SIGNED);
    agreement.endTakenBack();
    assertNull(agreement.ending());
    assertNull(agreement.endedOn());
    assertEquals(AgreementState.ACTIVE, agreement.state(SIGNED.plusYears(1)));
  }

  private static Proposal proposal() {
    return new Proposal(
        AgreementId.next(), CaseFileId.next(), CareKind.LONG_TERM, true, "Praha 4", BEGUN, null);
  }

  private static Agreement takenOver() {
    return new Agreement(Ids.next(), CaseFileId.next(), CareKind.KINSHIP, false, BEGUN, null);
  }
}
