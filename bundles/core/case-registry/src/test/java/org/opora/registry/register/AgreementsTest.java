package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileStatus;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.timeline.Timeline;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.AmendmentsDesk.NewAmendment;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.application.StepTaken;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.people.application.HeldPeople;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/** Agreements under Czech law, from the inquiry to the last task after the end. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsTest {
  private static final LocalDate FORCE = LocalDate.of(2026, 8, 4);
  private static final LocalDate CONSENT = LocalDate.of(2026, 8, 14);
  private static final LocalDate SIGNED = LocalDate.of(2026, 8, 20);
  private static final CzechLaw LAW = new CzechLaw();
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, LAW);
    director = register.viewer("director");
    since(Register.TODAY);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void nothingIsSignedBeforeTheAuthorityConsents() {
    CaseFileId file = file("Novákovi", person("Jana", "Nováková"), person("Petr", "Novák"));
    AgreementId id = begin(file);
    var proposal = register.proposals.find(director, file, id);
    assertEquals(
        LocalDate.of(2026, 9, 3), proposal.concludeBy().arguments().get(0), "30 days from force");
    assertFalse(proposal.steps().contains(Step.SIGN));
    Refused without =
        assertThrows(Refused.class, () -> take(file, id, Step.SIGN, SIGNED, null, null));
    assertEquals("agreement.consent-missing", without.text().key());
    take(file, id, Step.REQUEST, LocalDate.of(2026, 8, 6), null, null);
    take(file, id, Step.GRANT, CONSENT, "MUNM/77/2026", null);
    Refused early =
        assertThrows(
            Refused.class, () -> take(file, id, Step.SIGN, CONSENT.minusDays(1), null, null));
    assertEquals("on", early.field());
    assertEquals("agreement.signed-before-consent", early.text().key());
    assertEquals(List.of(CONSENT.minusDays(1), CONSENT), early.text().arguments().subList(0, 2));
    assertTrue(inForce(file, SIGNED).isEmpty());
    assertNull(register.files.header(director, file).agreement());
    take(file, id, Step.SIGN, SIGNED, null, null);
    assertTrue(register.proposals.of(director, file).isEmpty(), "it is an agreement now");
    AgreementLife life = life(file);
    assertEquals(id, life.agreement().id());
    assertEquals(AgreementState.ACTIVE, life.state());
    assertFalse(life.takenOver());
    assertEquals(CONSENT, life.consentOn());
    assertEquals("MUNM/77/2026", life.consentReference());
    assertEquals(SIGNED, life.signedOn());
    assertTrue(inForce(file, SIGNED.minusDays(1)).isEmpty());
    assertEquals(List.of(SIGNED), inForce(file, SIGNED));
    assertEquals(
        List.of(
            "agreement-concluded",
            "agreement-signed",
            "consent-granted",
            "consent-requested",
            "agreement-inquiry"),
        story(file).stream()
            .filter(kind -> kind.startsWith("agreement") || kind.startsWith("consent"))
            .toList());
  }

  @Test
  void whileTheLawPackIsExchangedNothingIsSigned() {
    CaseFileId file = file("Výměna", person("Jana", "Výměnová"));
    AgreementId id = begin(file);
    CaseFileId ending = blazek();
    register.law.removeSet(LAW);
    try {
      Refused sign =
          assertThrows(Refused.class, () -> take(file, id, Step.SIGN, SIGNED, null, null));
      assertEquals("refused.law-away", sign.text().key());
      assertThrows(
          Refused.class, () -> register.agreements.conclude(director, file, concluded(2026, 1, 1)));
      assertThrows(Refused.class, () -> end(ending, notice("2026-06-15")));
      AgreementId lasting = life(ending).agreement().id();
      Refused outlook =
          assertThrows(
              Refused.class,
              () -> register.endings.outlook(director, ending, lasting, notice("2026-06-15")));
      assertEquals("refused.law-away", outlook.text().key());
      take(file, id, Step.REQUEST, FORCE, null, null);
    } finally {
      register.law.addSet(LAW);
    }
    take(file, id, Step.GRANT, CONSENT, "1/2026", null);
    take(file, id, Step.SIGN, SIGNED, null, null);
    assertEquals(CONSENT, life(file).consentOn());
  }

  @Test
  void aRefusedTextIsSubmittedAgain() {
    CaseFileId file = file("Opakovaní", person("Eva", "Opakovaná"));
    AgreementId id = begin(file);
    take(file, id, Step.OFFER, FORCE, null, null);
    take(file, id, Step.REQUEST, FORCE.plusDays(1), null, null);
    take(file, id, Step.REFUSE, FORCE.plusDays(4), "1/2026", null);
    assertEquals(
        List.of(Step.REQUEST, Step.DROP), register.proposals.find(director, file, id).steps());
    assertThrows(
        Refused.class,
        () -> take(file, id, Step.REQUEST, FORCE.plusDays(3), null, null),
        "a step is not before the one it follows");
    take(file, id, Step.REQUEST, FORCE.plusDays(5), null, null);
    take(file, id, Step.GRANT, FORCE.plusDays(6), "2/2026", null);
    List<StepTaken> way =
        List.of(
            new StepTaken(AgreementState.INQUIRY, FORCE, null),
            new StepTaken(AgreementState.OFFERED, FORCE, null),
            new StepTaken(AgreementState.CONSENT_REQUESTED, FORCE.plusDays(1), null),
            new StepTaken(AgreementState.CONSENT_REFUSED, FORCE.plusDays(4), "1/2026"),
            new StepTaken(AgreementState.CONSENT_REQUESTED, FORCE.plusDays(5), null),
            new StepTaken(AgreementState.CONSENT_GRANTED, FORCE.plusDays(6), "2/2026"));
    assertEquals(way, register.proposals.find(director, file, id).taken());
    assertEquals(
        List.of(
            "consent-granted",
            "consent-requested",
            "consent-refused",
            "consent-requested",
            "agreement-offered",
            "agreement-inquiry"),
        preparation(file),
        "the answer to the former text stays in the chronology");
    assertThrows(
        Refused.class,
        () -> take(file, id, Step.SIGN, FORCE.plusDays(7), null, FORCE.plusDays(6)),
        "in force before it is signed");
    take(file, id, Step.SIGN, FORCE.plusDays(7), null, Register.TODAY.plusDays(9));
    assertEquals(AgreementState.SIGNED, life(file).state());
    assertEquals(way, life(file).steps().subList(0, 6));
    assertEquals(AgreementState.SIGNED, life(file).steps().get(6).state());
    assertTrue(inForce(file, Register.TODAY).isEmpty());
    assertEquals(1, inForce(file, Register.TODAY.plusDays(9)).size());
  }

  @Test
  void whatWasWrittenAtTheBeginningIsCorrected() {
    CaseFileId file = file("Opravení", person("Eva", "Opravená"));
    AgreementId id = begin(file);
    take(file, id, Step.REQUEST, FORCE.plusDays(3), null, null);
    NewProposal now =
        new NewProposal(
            CareKind.KINSHIP, false, "Brno-střed", FORCE.plusDays(1), FORCE.minusDays(2));
    NewProposal late = new NewProposal(CareKind.KINSHIP, false, null, FORCE.plusDays(4), null);
    long version = register.proposals.find(director, file, id).version();
    assertEquals(
        "on",
        assertThrows(Refused.class, () -> register.proposals.correct(director, id, version, late))
            .field(),
        "not after the next step");
    register.proposals.correct(director, id, version, now);
    var corrected = register.proposals.find(director, file, id);
    assertEquals(CareKind.KINSHIP, corrected.kind());
    assertFalse(corrected.mediated());
    assertEquals("Brno-střed", corrected.authority());
    assertEquals(FORCE.plusDays(1), corrected.begunOn());
    assertEquals(FORCE.minusDays(2), corrected.decisionForceOn());
    assertEquals(FORCE.plusDays(1), corrected.taken().get(0).on());
    assertEquals(FORCE.plusDays(3), corrected.since());
    assertEquals(FORCE.plusDays(1), entry(file, "agreement-inquiry").on());
    assertThrows(Stale.class, () -> register.proposals.correct(director, id, version, now));
    take(file, id, Step.DROP, FORCE.plusDays(5), null, null);
    assertThrows(
        Refused.class,
        () ->
            register.proposals.correct(
                director, id, register.proposals.find(director, file, id).version(), now));
  }

  @Test
  void aFileWithAnAgreementInPreparationIsNotClosed() {
    CaseFileId file = file("Nedokončení", person("Eva", "Nedokončená"));
    AgreementId id = begin(file);
    long version = register.files.cover(director, file).version();
    Refused refused =
        assertThrows(
            Refused.class, () -> register.files.close(director, file, version, Register.TODAY));
    assertEquals("refused.close-proposal", refused.text().key());
    take(file, id, Step.DROP, FORCE, null, null);
    register.files.close(
        director, file, register.files.cover(director, file).version(), Register.TODAY);
  }

  @Test
  void aConsentThatWasWrittenDownWronglyIsTakenBack() {
    CaseFileId file = file("Překlepnutí", person("Eva", "Překlepnutá"));
    AgreementId id = begin(file);
    assertThrows(Refused.class, () -> stepBack(file, id), "the inquiry is corrected");
    take(file, id, Step.REQUEST, FORCE, null, null);
    take(file, id, Step.REFUSE, FORCE.plusDays(1), "1/2026", null);
    take(file, id, Step.REQUEST, FORCE.plusDays(2), null, null);
    LocalDate typo = CONSENT.plusMonths(2);
    take(file, id, Step.GRANT, typo, "2/2026", null);
    assertThrows(
        Refused.class, () -> take(file, id, Step.SIGN, SIGNED, null, null), "signed before it");
    long seen = register.proposals.find(director, file, id).version();
    stepBack(file, id);
    assertThrows(Stale.class, () -> register.proposals.takeStepBack(director, id, seen));
    var requested = register.proposals.find(director, file, id);
    assertEquals(AgreementState.CONSENT_REQUESTED, requested.state());
    assertEquals(FORCE.plusDays(2), requested.since());
    assertEquals(FORCE.plusDays(2), requested.requestedOn());
    assertNull(requested.decidedOn());
    assertFalse(story(file).contains("consent-granted"));
    stepBack(file, id);
    var refused = register.proposals.find(director, file, id);
    assertEquals(AgreementState.CONSENT_REFUSED, refused.state());
    assertEquals(FORCE.plusDays(1), refused.decidedOn());
    assertEquals("1/2026", refused.reference(), "the answer of before is known again");
    take(file, id, Step.DROP, FORCE.plusDays(3), null, null);
    stepBack(file, id);
    take(file, id, Step.REQUEST, FORCE.plusDays(4), null, null);
    take(file, id, Step.GRANT, CONSENT, "2/2026", null);
    take(file, id, Step.SIGN, SIGNED, null, null);
    assertEquals(CONSENT, life(file).consentOn());
    assertThrows(Refused.class, () -> stepBack(file, id), "a signature is taken back elsewhere");
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> register.proposals.takeStepBack(stranger, id, 1));
  }

  private void stepBack(CaseFileId file, AgreementId id) {
    register.proposals.takeStepBack(
        director, id, register.proposals.find(director, file, id).version());
  }

  @Test
  void whatTheAuthorityConsentedToStays() {
    CaseFileId file = file("Odsouhlasení", person("Eva", "Odsouhlasená"));
    AgreementId id = granted(file);
    assertEquals("kind", changed(file, id, CareKind.KINSHIP, true, "Praha 4").field());
    assertEquals("mediated", changed(file, id, CareKind.LONG_TERM, false, "Praha 4").field());
    Refused authority = changed(file, id, CareKind.LONG_TERM, true, "Brno-střed");
    assertEquals("authority", authority.field());
    assertEquals("refused.agreement-consented", authority.text().key());
    register.proposals.correct(
        director,
        id,
        register.proposals.find(director, file, id).version(),
        new NewProposal(CareKind.LONG_TERM, true, "Praha 4", FORCE, FORCE.minusDays(1)));
    assertEquals(
        FORCE.minusDays(1),
        register.proposals.find(director, file, id).decisionForceOn(),
        "the text says nothing of that day");
    take(file, id, Step.REQUEST, CONSENT, null, null);
    register.proposals.correct(
        director,
        id,
        register.proposals.find(director, file, id).version(),
        new NewProposal(CareKind.KINSHIP, true, "Brno-střed", FORCE, null));
  }

  private Refused changed(
      CaseFileId file, AgreementId id, CareKind kind, boolean mediated, String authority) {
    return assertThrows(
        Refused.class,
        () ->
            register.proposals.correct(
                director,
                id,
                register.proposals.find(director, file, id).version(),
                new NewProposal(kind, mediated, authority, FORCE, FORCE)));
  }

  @Test
  void aSignatureThatWasAMistakeIsTakenBack() {
    CaseFileId file = file("Omylní", person("Eva", "Omylná"));
    AgreementId id = granted(file);
    take(file, id, Step.SIGN, SIGNED, null, null);
    assertTrue(life(file).onlySigned());
    AgreementLife seen = life(file);
    assertThrows(
        Stale.class,
        () -> register.proposals.takeSignatureBack(director, id, seen.agreement().version() + 1));
    register.proposals.takeSignatureBack(director, id, seen.agreement().version());
    assertTrue(register.agreements.of(director, file).isEmpty());
    assertTrue(inForce(file, SIGNED).isEmpty());
    var proposal = register.proposals.find(director, file, id);
    assertEquals(AgreementState.CONSENT_GRANTED, proposal.state());
    assertEquals(CONSENT, proposal.since());
    assertEquals("1/2026", proposal.reference());
    assertFalse(story(file).contains("agreement-concluded"));
    assertThrows(Refused.class, () -> take(file, id, Step.SIGN, CONSENT.minusDays(1), null, null));
    take(file, id, Step.SIGN, SIGNED.plusDays(1), null, null);
    assertEquals(SIGNED.plusDays(1), life(file).signedOn());
    assertEquals(4, life(file).steps().size());
  }

  @Test
  void aSignatureStaysWhenMoreThanItIsThere() {
    CaseFileId file = file("Trvalí", person("Eva", "Trvalá"));
    sign(file, SIGNED, null);
    AgreementId id = life(file).agreement().id();
    end(file, new NewEnding(EndingWay.BY_LAW, SIGNED.plusDays(5), "cz.death", null, null));
    assertStays(file);
    takeBack(file);
    register.amendments.add(
        director, id, new NewAmendment(SIGNED.plusDays(2), "Hlídání.", false, null, null));
    assertStays(file);
    var change = register.amendments.of(director, file).get(0);
    assertThrows(
        Stale.class,
        () -> register.amendments.withdraw(director, change.id(), change.version() + 1));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> register.amendments.withdraw(stranger, change.id(), 1));
    register.amendments.withdraw(director, change.id(), change.version());
    assertEquals(List.of(), register.amendments.of(director, file));
    assertFalse(story(file).contains("agreement-changed"));
    assertTrue(life(file).onlySigned(), "a change that was a mistake stands in nobody's way");
    CaseFileId taken = blazek();
    assertStays(taken);
    CaseFileId two = file("Trvalí 2", person("Jan", "Trvalý"));
    sign(two, SIGNED, null);
    end(two, new NewEnding(EndingWay.BY_LAW, SIGNED.plusDays(5), "cz.death", null, null));
    sign(two, SIGNED.plusDays(6), null);
    assertTrue(life(two).onlySigned());
    assertFalse(register.endings.of(director, two).get(1).onlySigned());
  }

  private void assertStays(CaseFileId file) {
    AgreementLife life = life(file);
    assertFalse(life.onlySigned());
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                register.proposals.takeSignatureBack(
                    director, life.agreement().id(), life.agreement().version()));
    assertEquals("refused.agreement-signature-stays", refused.text().key());
  }

  @Test
  void signedItEndsBeforeItsFirstDayAndWasNeverInForce() {
    PersonId carer = person("Eva", "Nezačatá");
    CaseFileId file = file("Nezačatí", carer);
    LocalDate first = Register.TODAY.plusDays(9);
    sign(file, SIGNED, first);
    assertEquals(
        LocalDate.of(2026, 12, 31),
        register
            .endings
            .outlook(director, file, life(file).agreement().id(), notice("2026-10-30"))
            .lastDay(),
        "notice may be given once it is signed");
    assertThrows(
        Refused.class, () -> end(file, notice(SIGNED.minusDays(1).toString())), "not before");
    end(file, new NewEnding(EndingWay.AGREED, LocalDate.of(2026, 10, 30), null, null, null));
    AgreementLife life = life(file);
    assertEquals(AgreementState.NEVER_BEGUN, life.state());
    assertEquals("ending.never-begun", life.end().outlook().why().key());
    for (LocalDate day : List.of(SIGNED, Register.TODAY, first, first.plusYears(1))) {
      assertTrue(inForce(file, day).isEmpty(), day.toString());
    }
    assertNull(register.files.header(director, file).agreement());
    assertEquals(FileStatus.OPEN, register.files.header(director, file).status());
    assertEquals(LocalDate.of(2026, 10, 30), entry(file, "agreement-never-begun").on());
    for (String not : List.of("agreement-concluded", "agreement-ended")) {
      assertFalse(story(file).contains(not), not);
    }
    assertThrows(
        Refused.class,
        () ->
            register.agreements.amend(
                director,
                life.agreement().id(),
                life.agreement().version(),
                new NewAgreement(CareKind.KINSHIP, true, SIGNED, null),
                life.agreement().endedOn()),
        "its first day stays after its end");
    register.agreements.amend(
        director,
        life.agreement().id(),
        life.agreement().version(),
        new NewAgreement(CareKind.KINSHIP, true, first, "Zlín"),
        life.agreement().endedOn());
    assertEquals(LocalDate.of(2026, 10, 30), entry(file, "agreement-never-begun").on());
    for (String not : List.of("agreement-concluded", "agreement-ended")) {
      assertFalse(story(file).contains(not), not + " after the correction");
    }
    CaseFileId other = file("Nezačatí jinde", carer);
    sign(other, SIGNED, null);
    assertThrows(Refused.class, () -> takeBack(file), "the carer is in another agreement by now");
    end(other, new NewEnding(EndingWay.BY_LAW, SIGNED.plusDays(3), "cz.death", null, null));
    takeBack(file);
    assertEquals(AgreementState.SIGNED, life(file).state());
    assertFalse(story(file).contains("agreement-never-begun"));
    assertEquals(first, entry(file, "agreement-concluded").on());
    assertEquals(1, inForce(file, first).size());
  }

  @Test
  void anEndByLawOvertakesTheNoticeThatIsRunning() {
    CaseFileId file = blazek();
    end(file, notice("2026-06-15"));
    LocalDate december = LocalDate.of(2026, 12, 31);
    assertTrue(life(file).mayEndEarlier());
    NewEnding agreed =
        new NewEnding(
            EndingWay.AGREED, LocalDate.of(2026, 6, 20), null, LocalDate.of(2026, 6, 30), null);
    assertThrows(Refused.class, () -> end(file, notice("2026-06-20")), "one notice is enough");
    Refused same =
        assertThrows(
            Refused.class,
            () ->
                end(
                    file,
                    new NewEnding(
                        EndingWay.AGREED, LocalDate.of(2026, 6, 20), null, december, null)));
    assertEquals("lastDay", same.field(), "not earlier");
    end(file, agreed);
    assertEquals(LocalDate.of(2026, 6, 30), life(file).agreement().endedOn());
    assertEquals(EndingWay.CARER_NOTICE, life(file).overtaken().way());
    assertTrue(life(file).mayEndEarlier());
    assertFalse(life(file).mayEndEarlier(EndingWay.AGREED));
    LocalDate died = LocalDate.of(2026, 6, 25);
    end(file, new NewEnding(EndingWay.BY_LAW, died, "cz.death", null, null));
    assertEquals(EndingWay.AGREED, life(file).overtaken().way());
    assertEquals(LocalDate.of(2026, 6, 15), due(file, false).get(0), "notice was given");
    takeBack(file);
    assertEquals(EndingWay.AGREED, life(file).end().way());
    assertEquals(EndingWay.CARER_NOTICE, life(file).overtaken().way());
    takeBack(file);
    assertEquals(december, life(file).agreement().endedOn());
    assertNull(life(file).overtaken());
    NewEnding late = new NewEnding(EndingWay.BY_LAW, december, "cz.last-child", null, null);
    assertEquals("on", assertThrows(Refused.class, () -> end(file, late)).field());
    LocalDate left = LocalDate.of(2026, 9, 17);
    NewEnding gone = new NewEnding(EndingWay.BY_LAW, left, "cz.last-child", null, null);
    assertEquals(
        left,
        register.endings.outlook(director, file, life(file).agreement().id(), gone).lastDay());
    end(file, gone);
    AgreementLife ended = life(file);
    assertEquals(left, ended.agreement().endedOn());
    assertEquals(EndingWay.BY_LAW, ended.end().way());
    assertEquals(EndingWay.CARER_NOTICE, ended.overtaken().way());
    assertEquals(LocalDate.of(2026, 6, 15), ended.overtaken().on());
    assertEquals(december, ended.overtaken().outlook().lastDay());
    assertFalse(ended.mayEndEarlier());
    assertThrows(Refused.class, () -> end(file, gone), "once");
    assertEquals(LocalDate.of(2026, 6, 15), entry(file, "agreement-notice").on());
    assertEquals(left, entry(file, "agreement-ended").on());
    assertTrue(inForce(file, left.plusDays(1)).isEmpty());
    takeBack(file);
    AgreementLife again = life(file);
    assertEquals(december, again.agreement().endedOn());
    assertEquals(EndingWay.CARER_NOTICE, again.end().way());
    assertEquals("agreement.late", again.end().outlook().why().key());
    assertNull(again.overtaken());
    assertEquals(december, entry(file, "agreement-ended").on());
    assertEquals(1, inForce(file, Register.TODAY).size());
    takeBack(file);
    assertEquals(AgreementState.ACTIVE, life(file).state());
    assertFalse(story(file).contains("agreement-notice"));
  }

  @Test
  void whatCameToNothingStaysInTheFile() {
    CaseFileId file = file("Nedošlo", person("Ota", "Nedošlo"));
    AgreementId id = begin(file);
    take(file, id, Step.DROP, FORCE.plusDays(2), null, null);
    var dropped = register.proposals.find(director, file, id);
    assertEquals(AgreementState.DROPPED, dropped.state());
    assertEquals(List.of(), dropped.steps());
    assertThrows(Refused.class, () -> take(file, id, Step.REQUEST, FORCE.plusDays(3), null, null));
    assertTrue(register.agreements.of(director, file).isEmpty());
  }

  @Test
  void noCarerIsInTwoAgreementsAtOnce() {
    PersonId petr = person("Petr", "Dvojí");
    CaseFileId joint = file("Dvojí", person("Jana", "Dvojí"), petr);
    sign(joint, SIGNED, null);
    CaseFileId other = file("Samotný", petr);
    AgreementId second = granted(other);
    Refused twice =
        assertThrows(Refused.class, () -> take(other, second, Step.SIGN, SIGNED, null, null));
    assertEquals("on", twice.field());
    assertEquals("agreement.second", twice.text().key());
    assertEquals(List.of("§ 47b odst. 6, zákon č. 359/1999 Sb."), twice.text().arguments());
    assertTrue(register.agreements.of(director, other).isEmpty(), "nothing is written");
    AgreementLife first = life(joint);
    LocalDate lastDay =
        register
            .endings
            .end(
                director,
                first.agreement().id(),
                first.agreement().version(),
                new NewEnding(
                    EndingWay.BY_LAW, LocalDate.of(2026, 10, 1), "cz.last-child", null, null))
            .lastDay();
    assertThrows(Refused.class, () -> take(other, second, Step.SIGN, SIGNED, null, lastDay));
    take(other, second, Step.SIGN, SIGNED, null, lastDay.plusDays(1));
    assertThrows(
        Refused.class,
        () -> takeBack(joint),
        "the end of the former agreement is not taken back over the next one");
  }

  @Test
  void aCarerUnderAnotherAgreementDoesNotJoin() {
    PersonId eva = person("Eva", "Přidaná");
    sign(file("Přidaní", eva), SIGNED, null);
    CaseFileId other = file("Jiní", person("Jan", "Jiný"));
    sign(other, SIGNED, null);
    Refused refused =
        assertThrows(
            Refused.class, () -> register.files.addCarer(director, other, eva, Register.TODAY));
    assertEquals("carer", refused.field());
  }

  @Test
  void thePersonMayBeKnownUnderTwoNumbers() {
    PersonId one = person("Hana", "Spojená");
    PersonId same = person("Hana", "Spojena");
    sign(file("Spojení", one), SIGNED, null);
    CaseFileId other = file("Spojení 2", same);
    AgreementId id = granted(other);
    register.tx.run(em -> register.access.aliases().join(same, one));
    assertThrows(Refused.class, () -> take(other, id, Step.SIGN, SIGNED, null, null));
  }

  @Test
  void aTransactionSeesThatSomebodyElseHasJoinedTwoPeople() {
    PersonId one = person("Ida", "Spojená");
    PersonId same = person("Ida", "Spojena");
    PersonId third = person("Ida", "Spojenna");
    Aliases aliases = register.access.aliases();
    aliases.join(same, one);
    register.tx.run(
        em -> {
          assertEquals(Set.of(one, same), aliases.idsOf(same));
          assertEquals(
              Map.of(one, Set.of(one, same), third, Set.of(third)),
              aliases.idsOf(List.of(one, third)));
          CompletableFuture.runAsync(() -> aliases.join(one, third))
              .orTimeout(30, TimeUnit.SECONDS)
              .join();
          assertEquals(Set.of(one, same, third), aliases.idsOf(same));
          assertEquals(
              Map.of(
                  one, Set.of(one, same, third),
                  same, Set.of(one, same, third),
                  third, Set.of(one, same, third)),
              aliases.idsOf(List.of(one, same, third)));
          assertEquals(
              Set.of(Set.of(one, same, third)), HeldPeople.hold(em, aliases, List.of(same, one)));
        });
  }

  @Test
  void ofTwoSignaturesAtTheSameMomentOneIsRefused() throws Exception {
    PersonId person = person("Ivo", "Souběžný");
    CaseFileId one = file("Souběžní", person);
    CaseFileId two = file("Souběžní 2", person);
    AgreementId first = granted(one);
    AgreementId second = granted(two);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> signatures =
          List.of(signing(together, one, first), signing(together, two, second));
      int signed = 0;
      for (Future<Boolean> done : both.invokeAll(signatures, 60, TimeUnit.SECONDS)) {
        signed += done.get() ? 1 : 0;
      }
      assertEquals(1, signed);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void aSignatureAndTheDecisionThatTwoAreOneDoNotMissEachOther() throws Exception {
    PersonId one = person("Iva", "Souběžná");
    PersonId same = person("Iva", "Soubezna");
    CaseFileId first = file("Souběžná", one);
    CaseFileId second = file("Souběžná 2", same);
    sign(first, SIGNED, null);
    AgreementId id = granted(second);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    Callable<Boolean> joining =
        () -> {
          together.await(30, TimeUnit.SECONDS);
          register.same.declare(director, same, one);
          return true;
        };
    try {
      List<Future<Boolean>> done =
          both.invokeAll(List.of(signing(together, second, id), joining), 60, TimeUnit.SECONDS);
      assertTrue(done.get(1).get());
      List<String> said = done.get(0).get() ? List.of("two-agreements") : List.of();
      assertEquals(said, doubts(first));
      assertEquals(said, doubts(second));
    } finally {
      both.shutdownNow();
    }
  }

  private Callable<Boolean> signing(CyclicBarrier together, CaseFileId file, AgreementId id) {
    long version = register.proposals.find(director, file, id).version();
    return () -> {
      together.await(30, TimeUnit.SECONDS);
      try {
        register.proposals.take(director, id, version, new Taken(Step.SIGN, SIGNED, null, null));
        return true;
      } catch (Refused refused) {
        return false;
      }
    };
  }

  @Test
  void noticeInTimeEndsInJuneAndIsTakenBackAgain() {
    CaseFileId file = blazek();
    LocalDate june = LocalDate.of(2026, 6, 30);
    var outlook =
        register.endings.outlook(director, file, life(file).agreement().id(), notice("2026-05-29"));
    assertEquals(june, outlook.lastDay());
    assertNull(life(file).end(), "an outlook writes nothing");
    end(file, notice("2026-05-29"));
    AgreementLife ended = life(file);
    assertEquals(june, ended.agreement().endedOn());
    assertEquals(AgreementState.WIND_DOWN, ended.state());
    assertEquals(EndingWay.CARER_NOTICE, ended.end().way());
    assertEquals("agreement.in-time", ended.end().outlook().why().key());
    assertEquals(
        List.of(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 7, 30)),
        Stream.of(2, 5)
            .map(at -> ended.end().outlook().followUps().get(at).arguments().get(1))
            .toList());
    assertEquals(1, inForce(file, june).size());
    assertTrue(inForce(file, june.plusDays(1)).isEmpty(), "no time limits run after the end");
    assertEquals(FileStatus.WINDING_DOWN, register.files.header(director, file).status());
    Timeline.Entry notice = entry(file, "agreement-notice");
    assertEquals(LocalDate.of(2026, 5, 29), notice.on());
    assertEquals("Doručena výpověď dohody", notice.title().cs());
    assertEquals(june, entry(file, "agreement-ended").on());
    takeBack(file);
    assertEquals(AgreementState.ACTIVE, life(file).state());
    assertFalse(story(file).contains("agreement-notice"));
    assertFalse(story(file).contains("agreement-ended"));
    assertEquals(FileStatus.OPEN, register.files.header(director, file).status());
    assertEquals(1, inForce(file, Register.TODAY).size());
  }

  @Test
  void aNoticeThatWasWithdrawnStaysInTheChronology() {
    CaseFileId file = blazek();
    end(file, notice("2026-06-15"));
    LocalDate withdrawn = LocalDate.of(2026, 7, 1);
    for (LocalDate on : List.of(LocalDate.of(2026, 6, 14), Register.TODAY.plusDays(1))) {
      assertEquals("on", assertThrows(Refused.class, () -> withdraw(file, on)).field());
    }
    withdraw(file, withdrawn);
    assertEquals(AgreementState.ACTIVE, life(file).state());
    assertEquals(LocalDate.of(2026, 6, 15), entry(file, "agreement-notice").on());
    assertEquals(withdrawn, entry(file, "agreement-notice-withdrawn").on());
    assertFalse(story(file).contains("agreement-ended"));
    assertEquals(List.of(), due(file, false));
    end(file, notice("2026-08-10"));
    assertEquals(
        2, story(file).stream().filter("agreement-notice"::equals).count(), "each on its own");
    takeBack(file);
    assertEquals(1, story(file).stream().filter("agreement-notice"::equals).count());
    end(
        file,
        new NewEnding(
            EndingWay.AGREED,
            LocalDate.of(2026, 7, 1),
            null,
            LocalDate.of(2026, 9, 15),
            "Stěhování."));
    assertThrows(Refused.class, () -> withdraw(file, withdrawn), "that was no notice");
  }

  private void withdraw(CaseFileId file, LocalDate on) {
    var agreement = life(file).agreement();
    register.endings.withdrawNotice(director, agreement.id(), agreement.version(), on);
  }

  @Test
  void lateNoticeEndsInDecember() {
    CaseFileId file = blazek();
    NewEnding june =
        new NewEnding(
            EndingWay.CARER_NOTICE,
            LocalDate.of(2026, 6, 15),
            null,
            LocalDate.of(2026, 6, 30),
            null);
    assertEquals("lastDay", assertThrows(Refused.class, () -> end(file, june)).field());
    assertNull(life(file).end());
    end(file, notice("2026-06-15"));
    AgreementLife ended = life(file);
    assertEquals(LocalDate.of(2026, 12, 31), ended.agreement().endedOn());
    assertEquals(AgreementState.NOTICE_RECEIVED, ended.state());
    assertEquals(1, inForce(file, Register.TODAY).size(), "in force until the last day");
    assertEquals(FileStatus.OPEN, register.files.header(director, file).status());
    assertThrows(Refused.class, () -> end(file, notice("2026-06-16")), "it has an end already");
    assertThrows(Refused.class, () -> closed(file, Register.TODAY), "it is still in force");
  }

  @Test
  void aReasonIsSealedAndReadAgain() {
    CaseFileId file = blazek();
    end(
        file,
        new NewEnding(
            EndingWay.AGREED,
            LocalDate.of(2026, 7, 1),
            null,
            LocalDate.of(2026, 9, 15),
            "Rodina se stěhuje do ciziny."));
    assertEquals("Rodina se stěhuje do ciziny.", life(file).end().reason());
    List<byte[]> stored =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT a.ending.reason FROM Agreement a WHERE a.file = :file",
                        byte[].class)
                    .setParameter("file", file.value())
                    .getResultList());
    assertFalse(new String(stored.get(0), StandardCharsets.UTF_8).contains("Rodina"));
  }

  @Test
  void woundDownItIsClosedAndThenStays() {
    CaseFileId file = blazek();
    end(file, notice("2026-05-29"));
    assertThrows(Refused.class, () -> closed(file, LocalDate.of(2026, 6, 30)));
    assertThrows(Refused.class, () -> closed(file, Register.TODAY.plusDays(1)));
    closed(file, LocalDate.of(2026, 7, 30));
    assertEquals(AgreementState.CLOSED, life(file).state());
    assertThrows(Refused.class, () -> takeBack(file));
  }

  @Test
  void closingTheFileClosesItsAgreements() {
    CaseFileId file = blazek();
    end(file, notice("2026-05-29"));
    long version = register.files.cover(director, file).version();
    register.files.close(director, file, version, Register.TODAY);
    assertEquals(AgreementState.CLOSED, life(file).state());
    assertEquals(Register.TODAY, life(file).closedOn());
  }

  @Test
  void whoeverIsLateSeesThatItHasChanged() {
    CaseFileId file = blazek();
    AgreementLife seen = life(file);
    end(file, notice("2026-06-15"));
    assertThrows(
        Stale.class,
        () ->
            register.endings.end(
                director, seen.agreement().id(), seen.agreement().version(), notice("2026-06-15")));
    AgreementId proposal = begin(file);
    long version = register.proposals.find(director, file, proposal).version();
    take(file, proposal, Step.OFFER, SIGNED, null, null);
    assertThrows(
        Stale.class,
        () ->
            register.proposals.take(
                director, proposal, version, new Taken(Step.REQUEST, SIGNED, null, null)));
  }

  @Test
  void aComputedEndIsNotTypedOver() {
    CaseFileId file = blazek();
    end(file, notice("2026-06-15"));
    var agreement = life(file).agreement();
    NewAgreement now = new NewAgreement(CareKind.KINSHIP, false, agreement.concludedOn(), "X");
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                register.agreements.amend(
                    director, agreement.id(), agreement.version(), now, LocalDate.of(2026, 6, 30)));
    assertEquals("endedOn", refused.field());
    register.agreements.amend(
        director, agreement.id(), agreement.version(), now, agreement.endedOn());
    assertEquals("X", life(file).agreement().authority());
    CaseFileId signed = file("Podepsaní", person("Jan", "Podepsaný"));
    sign(signed, SIGNED, null);
    assertThrows(
        Refused.class,
        () ->
            register.agreements.end(
                director, life(signed).agreement().id(), LocalDate.of(2026, 9, 1)));
  }

  @Test
  void whatFollowsFromAnEndIsATaskOfTheKeyWorker() {
    Viewer worker = register.viewer("key-worker");
    CaseFileId file = blazek();
    register.files.assign(director, file, worker.staff(), null, LocalDate.of(2026, 1, 1));
    LocalDate given = LocalDate.of(2026, 6, 15);
    LocalDate december = LocalDate.of(2026, 12, 31);
    end(file, notice("2026-06-15"));
    List<LocalDate> afterNotice =
        List.of(
            given,
            december,
            december,
            LocalDate.of(2027, 1, 15),
            LocalDate.of(2027, 1, 15),
            LocalDate.of(2027, 1, 30));
    assertEquals(afterNotice, due(file, false));
    Task first = tasks(file).get(0);
    assertEquals(worker.staff(), first.doer());
    assertTrue(first.title().cs().startsWith("Připomenout osobě pečující"), first.title().cs());
    assertTrue(first.title().en().startsWith("Remind the carer"), first.title().en());
    LocalDate left = LocalDate.of(2026, 9, 17);
    end(file, new NewEnding(EndingWay.BY_LAW, left, "cz.last-child", null, null));
    assertEquals(
        List.of(given, left, left, left.plusDays(15), left.plusDays(15)),
        due(file, false),
        "notice was given all the same, the rest follows from the law");
    takeBack(file);
    assertEquals(afterNotice, due(file, false));
    takeBack(file);
    assertEquals(List.of(), due(file, false));

    end(file, notice("2026-05-29"));
    assertEquals(6, due(file, false).size());
    closed(file, LocalDate.of(2026, 7, 30));
    assertEquals(1, due(file, false).size(), "when it was reported is said elsewhere");
    assertEquals(5, due(file, true).size(), "everything else is done");
    CaseFileId nobodys = blazek();
    end(nobodys, notice("2026-06-15"));
    assertEquals(director.staff(), tasks(nobodys).get(0).doer());
    CaseFileId never = file("Nezačaté úkoly", person("Eva", "Bezúkolová"));
    sign(never, SIGNED, Register.TODAY.plusDays(9));
    end(never, new NewEnding(EndingWay.AGREED, SIGNED.plusDays(1), null, null, null));
    assertEquals(List.of(), tasks(never), "nothing follows from what never began");
  }

  private List<LocalDate> due(CaseFileId file, boolean done) {
    return tasks(file).stream().filter(task -> task.done() == done).map(Task::due).toList();
  }

  private List<Task> tasks(CaseFileId file) {
    return register.tx.read(
        em ->
            em.createQuery("SELECT t FROM Task t WHERE t.file = :file ORDER BY t.due", Task.class)
                .setParameter("file", file.value())
                .getResultList());
  }

  @Test
  void theEndOfWhatWasTakenOverIsComputedAsOfAnyOther() {
    CaseFileId file = blazek();
    NewAgreement now = concluded(2025, 3, 3);
    for (LocalDate typed : List.of(Register.TODAY, LocalDate.of(2026, 11, 30))) {
      Refused refused =
          assertThrows(
              Refused.class,
              () ->
                  register.agreements.amend(
                      director, life(file).agreement().id(), version(file), now, typed));
      assertEquals("endedOn", refused.field());
      assertEquals("refused.agreement-end-computed", refused.text().key());
      assertThrows(
          Refused.class,
          () -> register.agreements.end(director, life(file).agreement().id(), typed));
    }
    assertNull(life(file).agreement().endedOn(), "nothing is written");
    LocalDate before = Register.TODAY.minusDays(1);
    register.agreements.amend(director, life(file).agreement().id(), version(file), now, before);
    assertEquals(before, life(file).agreement().endedOn(), "it ended before the go-live");
    assertTrue(life(file).endTyped());
    assertThrows(
        Refused.class,
        () ->
            register.agreements.amend(
                director, life(file).agreement().id(), version(file), now, Register.TODAY),
        "nor by two steps");
    register.agreements.amend(director, life(file).agreement().id(), version(file), now, null);
    assertNull(life(file).agreement().endedOn());
    register.arrivals.end(director, life(file).agreement().id(), Register.TODAY.plusDays(9));
    assertEquals(Register.TODAY.plusDays(9), life(file).agreement().endedOn(), "a fact of before");

    CaseFileId former = file("Dřívější", person("Jan", "Dřívější"));
    register.agreements.conclude(director, former, concluded(2023, 4, 1));
    register.agreements.end(director, life(former).agreement().id(), LocalDate.of(2026, 11, 30));
    assertEquals(
        LocalDate.of(2026, 11, 30),
        life(former).agreement().endedOn(),
        "under the former rules no day is computed");
    CaseFileId late = file("Pozdější", person("Jan", "Pozdější"));
    register.arrivals.conclude(director, late, concluded(2026, 11, 3));
    assertFalse(life(late).endTyped(), "what was concluded since did not end before");
  }

  @Test
  void theSignatureDecidesWhichRulesHoldForWhatWasTakenOver() {
    CaseFileId file = file("Podepsaní dřív", person("Jan", "Podepsaný"));
    LocalDate begun = LocalDate.of(2025, 1, 1);
    LocalDate signed = LocalDate.of(2024, 12, 20);
    assertEquals("concludedOn", refusedTakeOver(file, begun, begun.plusDays(1)).field());
    assertEquals(
        "signedOn",
        refusedTakeOver(file, Register.TODAY.plusDays(2), Register.TODAY.plusDays(1)).field());
    register.agreements.conclude(director, file, signed(begun, signed));
    assertEquals(signed, life(file).signedOn());
    assertTrue(life(file).takenOver());
    assertEquals(
        "lastDay",
        assertThrows(Refused.class, () -> end(file, notice("2026-05-29"))).field(),
        "signed in time to keep the former rules");
    register.arrivals.amend(
        director, life(file).agreement().id(), version(file), concluded(2025, 1, 1), null);
    assertEquals(signed, life(file).signedOn(), "former records know nothing of it");
    register.agreements.amend(
        director, life(file).agreement().id(), version(file), signed(begun, null), null);
    assertNull(life(file).signedOn());
    end(file, notice("2026-05-29"));
    assertEquals(LocalDate.of(2026, 6, 30), life(file).agreement().endedOn());
    Refused late =
        assertThrows(
            Refused.class,
            () ->
                register.agreements.amend(
                    director,
                    life(file).agreement().id(),
                    version(file),
                    signed(begun, signed),
                    life(file).agreement().endedOn()));
    assertEquals("signedOn", late.field());
    assertEquals("refused.agreement-end-first", late.text().key());
  }

  private Refused refusedTakeOver(CaseFileId file, LocalDate begun, LocalDate signedOn) {
    return assertThrows(
        Refused.class, () -> register.agreements.conclude(director, file, signed(begun, signedOn)));
  }

  private static NewAgreement signed(LocalDate begun, LocalDate signedOn) {
    return new NewAgreement(CareKind.LONG_TERM, true, begun, null, signedOn);
  }

  @Test
  void thePartiesMayChooseThePresentRules() {
    CaseFileId file = file("Přešlí", person("Jan", "Přešlý"));
    register.agreements.conclude(director, file, concluded(2023, 4, 1));
    AgreementId agreement = life(file).agreement().id();
    LocalDate on = LocalDate.of(2025, 6, 10);
    LocalDate from = LocalDate.of(2025, 7, 1);
    assertEquals(
        "refused.rules-before-change", refusedChoice(agreement, on, on.minusDays(1)).text().key());
    assertEquals(
        "refused.rules-not-former",
        refusedChoice(agreement, LocalDate.of(2024, 11, 1), LocalDate.of(2024, 12, 1))
            .text()
            .key());
    assertEquals(
        "refused.rules-not-former",
        refusedChoice(life(blazek()).agreement().id(), on, from).text().key());
    var change =
        register.amendments.add(
            director, agreement, new NewAmendment(on, "Nová pravidla.", false, null, null, from));
    assertEquals(from, register.amendments.find(director, file, change).amendment().rulesFrom());
    assertEquals(from, life(file).optedIn());
    assertEquals(
        "lastDay",
        assertThrows(Refused.class, () -> end(file, notice("2025-06-20"))).field(),
        "before that day the former rules hold");
    assertThrows(
        Refused.class,
        () -> register.agreements.end(director, agreement, LocalDate.of(2026, 11, 30)),
        "its last day is computed now");
    end(file, notice("2026-05-29"));
    assertEquals(LocalDate.of(2026, 6, 30), life(file).agreement().endedOn());
    assertEquals("agreement.in-time", life(file).end().outlook().why().key());
    long version = register.amendments.find(director, file, change).version();
    assertEquals(
        "refused.agreement-end-first",
        assertThrows(Refused.class, () -> register.amendments.withdraw(director, change, version))
            .text()
            .key());
    for (LocalDate later : Stream.of(LocalDate.of(2026, 6, 1), null).toList()) {
      Refused refused =
          assertThrows(
              Refused.class,
              () ->
                  register.amendments.correct(
                      director,
                      change,
                      version,
                      new NewAmendment(on, "Nová pravidla.", false, null, null, later)));
      assertEquals("rulesFrom", refused.field());
    }
    register.amendments.correct(
        director,
        change,
        version,
        new NewAmendment(on, "Pravidla.", false, null, null, from.plusMonths(1)));
    takeBack(file);
    register.amendments.withdraw(
        director, change, register.amendments.find(director, file, change).version());
    assertNull(life(file).optedIn());
    assertThrows(Refused.class, () -> end(file, notice("2026-05-29")), "as before");
  }

  private Refused refusedChoice(AgreementId agreement, LocalDate on, LocalDate from) {
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                register.amendments.add(
                    director,
                    agreement,
                    new NewAmendment(on, "Nová pravidla.", false, null, null, from)));
    assertEquals("rulesFrom", refused.field());
    return refused;
  }

  @Test
  void aSubstantialChangeNeedsConsentAgain() {
    CaseFileId file = blazek();
    AgreementId agreement = life(file).agreement().id();
    LocalDate on = LocalDate.of(2026, 5, 12);
    Refused without = refusedChange(agreement, on, true, null, null);
    assertEquals("consentOn", without.field());
    assertEquals("agreement.change-without-consent", without.text().key());
    assertEquals(
        "agreement.signed-before-consent",
        refusedChange(agreement, on, true, on.plusDays(1), "1").text().key());
    assertEquals("consentReference", refusedChange(agreement, on, true, on, " ").field());
    assertEquals(
        "on", refusedChange(agreement, LocalDate.of(2025, 3, 2), false, null, null).field());
    assertEquals(
        "on", refusedChange(agreement, Register.TODAY.plusDays(1), false, null, null).field());
    var id =
        register.amendments.add(
            director, agreement, new NewAmendment(on, "Péče o druhé dítě.", true, on, "5/2026"));
    register.amendments.add(
        director,
        agreement,
        new NewAmendment(on.plusDays(1), "Nová hlídající osoba.", false, on, "x"));
    var changes = register.amendments.of(director, file);
    assertEquals(
        List.of("Nová hlídající osoba.", "Péče o druhé dítě."),
        changes.stream().map(one -> one.amendment().what()).toList());
    assertNull(changes.get(0).amendment().consentOn(), "no consent to what needs none");
    assertEquals("5/2026", changes.get(1).amendment().consentReference());
    assertEquals(on.plusDays(1), entry(file, "agreement-changed").on());
    long version = changes.get(1).version();
    NewAmendment better = new NewAmendment(on, "Péče o třetí dítě.", true, on, "5/2026");
    register.amendments.correct(director, id, version, better);
    assertEquals(better, register.amendments.find(director, file, id).amendment());
    assertThrows(Stale.class, () -> register.amendments.correct(director, id, version, better));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> register.amendments.correct(stranger, id, version, better));
    end(file, notice("2026-05-29"));
    assertEquals(
        "on",
        refusedChange(agreement, LocalDate.of(2026, 7, 1), false, null, null).field(),
        "it is no longer in force");
    register.amendments.add(
        director,
        agreement,
        new NewAmendment(LocalDate.of(2026, 6, 20), "Hlídání v létě.", false, null, null));
    closed(file, LocalDate.of(2026, 7, 30));
    var last = register.amendments.of(director, file).get(0);
    assertThrows(
        Refused.class, () -> register.amendments.withdraw(director, last.id(), last.version()));
  }

  private Refused refusedChange(
      AgreementId agreement, LocalDate on, boolean substantial, LocalDate consent, String ref) {
    return assertThrows(
        Refused.class,
        () ->
            register.amendments.add(
                director, agreement, new NewAmendment(on, "Změna.", substantial, consent, ref)));
  }

  @Test
  void formerRecordsAreAskedForNothingAndBothFilesSayWhatIsWrong() {
    PersonId carer = person("Stará", "Převzatá");
    CaseFileId one = file("Převzatí", carer);
    CaseFileId two = file("Převzatí 2", carer);
    for (CaseFileId file : List.of(one, two)) {
      AgreementId id = register.arrivals.conclude(director, file, concluded(2026, 3, 1));
      assertTrue(life(file).takenOver());
      assertEquals(AgreementState.ACTIVE, life(file).state());
      assertEquals(id, life(file).agreement().id());
    }
    assertEquals(List.of("two-agreements"), doubts(one));
    assertEquals(List.of("two-agreements"), doubts(two));
    assertEquals(two, register.files.cover(director, one).doubts().get(0).other());
    register.files.addCarer(director, two, person("Nová", "Převzatá"), Register.TODAY);
    AgreementLife first = life(one);
    register.agreements.amend(
        director, first.agreement().id(), first.agreement().version(), concluded(2026, 3, 1), null);
    NewAgreement earlier = concluded(2026, 2, 1);
    Refused more =
        assertThrows(
            Refused.class,
            () -> {
              register.agreements.amend(
                  director, life(one).agreement().id(), version(one), earlier, null);
              register.agreements.amend(
                  director, life(two).agreement().id(), version(two), earlier, null);
            },
            "what was doubled before is left, no further day is added");
    assertEquals("concludedOn", more.field());
    register.agreements.end(director, life(two).agreement().id(), LocalDate.of(2026, 4, 30));
    assertEquals(1, doubts(one).size(), "two months are still there");
    register.agreements.amend(
        director, life(one).agreement().id(), version(one), concluded(2026, 5, 1), null);
    assertEquals(List.of(), doubts(one));
    assertEquals(List.of(), doubts(two));
    Refused again =
        assertThrows(
            Refused.class,
            () ->
                register.agreements.amend(
                    director,
                    life(two).agreement().id(),
                    version(two),
                    concluded(2026, 3, 1),
                    LocalDate.of(2026, 5, 1)));
    assertEquals("endedOn", again.field(), "beside the end that grew");
    Viewer worker = register.viewer("key-worker");
    assertThrows(
        NotAllowed.class,
        () -> register.arrivals.conclude(worker, one, concluded(2026, 3, 1)),
        "only who brings former records may write them");
  }

  @Test
  void byHandNobodyComesIntoTwoAgreementsThatWereTakenOver() {
    PersonId carer = person("Dvakrát", "Převzatá");
    CaseFileId one = file("Dvakrát převzatí", carer);
    CaseFileId two = file("Dvakrát převzatí 2", carer);
    register.agreements.conclude(director, one, concluded(2025, 5, 1));
    Refused twice =
        assertThrows(
            Refused.class,
            () -> register.agreements.conclude(director, two, concluded(2026, 3, 1)));
    assertEquals("concludedOn", twice.field());
    assertEquals("agreement.second", twice.text().key());
    CaseFileId empty = file("Dvakrát převzatí 3");
    register.agreements.conclude(director, empty, concluded(2026, 3, 1));
    assertEquals(
        "carer",
        assertThrows(
                Refused.class,
                () -> register.files.addCarer(director, empty, carer, Register.TODAY))
            .field());
    end(one, notice("2026-05-29"));
    register.agreements.conclude(director, two, concluded(2026, 7, 1));
    assertThrows(Refused.class, () -> takeBack(one));
    assertThrows(
        Refused.class,
        () ->
            register.agreements.amend(
                director, life(two).agreement().id(), version(two), concluded(2026, 6, 30), null));
  }

  @Test
  void ofAJointAgreementOnlyTheDaysAsACarerCount() {
    PersonId jana = person("Jana", "Rozešlá");
    PersonId petr = person("Petr", "Rozešlý");
    CaseFileId joint = file("Rozešlí", jana, petr);
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    leave(joint, petr, LocalDate.of(2026, 6, 25));
    CaseFileId own = file("Rozešlý", petr);
    register.agreements.conclude(director, own, concluded(2026, 6, 25));
    register.agreements.amend(
        director, life(joint).agreement().id(), version(joint), concluded(2025, 4, 1), null);
    end(joint, notice("2026-10-20"));
    takeBack(joint);
    register.files.addCarer(director, joint, person("Nová", "Rozešlá"), Register.TODAY);
    assertEquals(List.of(), doubts(joint));
    assertThrows(
        Refused.class,
        () ->
            register.agreements.amend(
                director, life(own).agreement().id(), version(own), concluded(2026, 6, 24), null),
        "on that day he was still in the joint one");
    assertThrows(
        Refused.class,
        () -> register.files.addCarer(director, joint, petr, LocalDate.of(2026, 8, 1)));
  }

  /** Story S4, as far as agreements go. */
  @Test
  void aFosterCoupleSeparates() {
    PersonId jana = person("Jana", "Kučerová");
    PersonId petr = person("Petr", "Kučera");
    PersonId ema = person("Ema", "Kučerová");
    PersonId jan = person("Jan", "Kučera");
    CaseFileId joint = file("Kučerovi", jana, petr);
    LocalDate begun = LocalDate.of(2025, 5, 1);
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    register.placements.place(director, joint, ema, begun, null);
    PlacementId stay = register.placements.place(director, joint, jan, begun, null);
    CaseFileId own = file("Kučera", petr);
    LocalDate apart = LocalDate.of(2026, 3, 1);
    LocalDate decision = LocalDate.of(2026, 6, 25);
    try {
      register.house.clock().set(LocalDate.of(2026, 4, 20));
      Refused early = refusedLeaving(joint, petr, separated(apart, null, null));
      assertEquals("decidedOn", early.field());
      assertEquals("agreement.not-yet-apart", early.text().key());
      assertEquals(
          List.of(apart, LocalDate.of(2026, 6, 1), 3), early.text().arguments().subList(0, 3));
      Refused anyhow = refusedLeaving(joint, petr, Leaving.otherwise(LocalDate.of(2026, 4, 20)));
      assertEquals("until", anyhow.field());
      assertEquals("agreement.stays", anyhow.text().key());
      assertEquals(
          "agreement.stays",
          refusedLeaving(joint, petr, Leaving.otherwise(LocalDate.of(2026, 6, 30))).text().key(),
          "the end of the half-year is for agreements, not for one of the two");
      assertEquals("apartSince", refusedLeaving(joint, petr, separated(null, null, null)).field());

      register.house.clock().set(LocalDate.of(2026, 6, 10));
      assertEquals(
          "agreement.no-decision",
          refusedLeaving(joint, petr, separated(apart, null, null)).text().key());
      assertEquals(
          "decidedOn",
          refusedLeaving(joint, petr, separated(apart, decision, "S/4/2026")).field(),
          "the decision is not there yet");
      LocalDate asked = LocalDate.of(2026, 6, 10);
      AgreementId draft =
          register.proposals.begin(
              director, own, new NewProposal(CareKind.LONG_TERM, true, "Praha 4", asked, null));
      take(own, draft, Step.REQUEST, asked, null, null);
      take(own, draft, Step.GRANT, asked, "2/2026", null);
      Refused second =
          assertThrows(Refused.class, () -> take(own, draft, Step.SIGN, asked, null, null));
      assertEquals("agreement.second", second.text().key(), "prepared, not activated");

      register.house.clock().set(decision);
      assertEquals(
          "reference", refusedLeaving(joint, petr, separated(apart, decision, " ")).field());
      register.files.endCarer(director, joint, petr, separated(apart, decision, "S/4/2026"));
      take(own, draft, Step.SIGN, decision, null, null);
      register.placements.end(director, stay, decision.minusDays(1));
      register.placements.place(director, own, jan, decision, "12 P 1/2026");
      Refused before =
          assertThrows(
              Refused.class,
              () ->
                  register.agreements.amend(
                      director,
                      life(own).agreement().id(),
                      version(own),
                      concluded(2026, 6, 24),
                      null));
      assertEquals("concludedOn", before.field());
    } finally {
      register.house.clock().set(Register.TODAY);
    }
    for (LocalDate day = begun; day.isBefore(LocalDate.of(2026, 9, 1)); day = day.plusDays(1)) {
      boolean together = day.isBefore(decision);
      assertEquals(together ? Set.of(jana, petr) : Set.of(jana), carers(joint, day));
      assertEquals(together ? Set.of() : Set.of(petr), carers(own, day), "one each on " + day);
    }
    assertEquals(List.of(ema), children(joint, decision));
    assertEquals(List.of(jan), children(own, decision));
    assertEquals(decision, entry(joint, "carer-separated").on());
    var left =
        register.files.history(director, joint).carers().stream()
            .filter(part -> part.person().equals(petr))
            .findFirst()
            .orElseThrow();
    assertEquals(decision.minusDays(1), left.until());
    assertEquals(separated(apart, decision, "S/4/2026"), left.leaving());
    assertEquals(List.of(), doubts(joint));
    register.agreements.amend(
        director,
        life(joint).agreement().id(),
        version(joint),
        new NewAgreement(CareKind.LONG_TERM, true, begun, "Praha 8"),
        null);
    assertEquals("Praha 8", life(joint).agreement().authority(), "what is hers is corrected");
  }

  @Test
  void whenOneOfTheTwoDiesTheAgreementGoesOn() {
    PersonId jana = person("Jana", "Ovdovělá");
    PersonId petr = person("Petr", "Ovdovělý");
    CaseFileId joint = file("Ovdovělí", jana, petr);
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    LocalDate died = LocalDate.of(2026, 9, 14);
    assertEquals(
        "until",
        refusedLeaving(
                joint, petr, new Leaving(LeavingWay.DEATH, Register.TODAY.plusDays(1), null, null))
            .field());
    register.files.endCarer(director, joint, petr, new Leaving(LeavingWay.DEATH, died, null, null));
    assertEquals(Set.of(jana, petr), carers(joint, died));
    assertEquals(Set.of(jana), carers(joint, died.plusDays(1)));
    assertEquals(AgreementState.ACTIVE, life(joint).state());
    assertEquals(died, entry(joint, "carer-left").on());
    end(joint, new NewEnding(EndingWay.BY_LAW, LocalDate.of(2026, 10, 1), "cz.death", null, null));
    register.files.endCarer(director, joint, jana, Leaving.otherwise(LocalDate.of(2026, 10, 5)));
  }

  @Test
  void aDeathIsToldAlsoWhenTheAgreementHasEndedSince() {
    PersonId jana = person("Jana", "Opožděná");
    PersonId petr = person("Petr", "Opožděný");
    CaseFileId joint = file("Opoždění", jana, petr);
    assertFalse(register.cases.asksHow(director, joint), "nothing to leave");
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    end(joint, notice("2026-05-29"));
    assertTrue(register.cases.asksHow(director, joint));
    LocalDate died = LocalDate.of(2026, 4, 14);
    assertEquals(
        "agreement.stays", refusedLeaving(joint, petr, Leaving.otherwise(died)).text().key());
    register.files.endCarer(director, joint, petr, new Leaving(LeavingWay.DEATH, died, null, null));
    assertEquals(Set.of(jana), carers(joint, died.plusDays(1)));
  }

  @Test
  void nobodyIsSeparatedBeforeTheTimeApart() {
    PersonId petr = person("Petr", "Uspěchaný");
    CaseFileId joint = file("Uspěchaní", person("Jana", "Uspěchaná"), petr);
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    LocalDate apart = LocalDate.of(2026, 4, 1);
    Refused early =
        refusedLeaving(joint, petr, separated(apart, LocalDate.of(2026, 6, 30), "S/3/2026"));
    assertEquals("decidedOn", early.field());
    assertEquals("agreement.not-yet-apart", early.text().key());
    assertEquals(LocalDate.of(2026, 7, 1), early.text().arguments().get(1));
    register.files.endCarer(
        director, joint, petr, separated(apart, LocalDate.of(2026, 7, 1), "S/3/2026"));
  }

  @Test
  void theLastCarerDoesNotLeaveAnAgreementThatLasts() {
    PersonId jana = person("Jana", "Zbylá");
    PersonId petr = person("Petr", "Zbylý");
    CaseFileId joint = file("Zbylí", jana, petr);
    register.agreements.conclude(director, joint, concluded(2025, 5, 1));
    LocalDate died = LocalDate.of(2026, 9, 14);
    leave(joint, petr, LocalDate.of(2026, 6, 25));
    Leaving death = new Leaving(LeavingWay.DEATH, died, null, null);
    for (Leaving leaving : List.of(death, separated(null, died, "S/2/2026"))) {
      Refused last = refusedLeaving(joint, jana, leaving);
      assertEquals("refused.last-carer", last.text().key());
      assertEquals(leaving == death ? "until" : "decidedOn", last.field());
      assertThrows(
          Refused.class, () -> register.cases.lastDay(director, joint, jana, leaving), "nor asked");
    }
    assertEquals(Set.of(jana), carers(joint, died.plusDays(1)), "nothing is written");
    end(joint, new NewEnding(EndingWay.BY_LAW, died, "cz.death", null, null));
    register.files.endCarer(director, joint, jana, death);
    assertEquals(Set.of(), carers(joint, died.plusDays(1)));
  }

  private Refused refusedLeaving(CaseFileId file, PersonId carer, Leaving leaving) {
    return assertThrows(
        Refused.class, () -> register.files.endCarer(director, file, carer, leaving));
  }

  private Set<PersonId> carers(CaseFileId file, LocalDate day) {
    return register.facts.inForce(director, CaseFiles.READ, day, file).stream()
        .flatMap(facts -> facts.carers().stream())
        .map(CaseFiles.Carer::person)
        .collect(Collectors.toSet());
  }

  private List<PersonId> children(CaseFileId file, LocalDate day) {
    return register.facts.inForce(director, CaseFiles.READ, day, file).stream()
        .flatMap(facts -> facts.children().stream())
        .map(CaseFiles.Child::person)
        .toList();
  }

  @Test
  void whenTwoEntriesAreOnePersonBothFilesSaySo() {
    PersonId one = person("Hana", "Táž");
    PersonId same = person("Hana", "Taz");
    CaseFileId first = file("Tatáž", one);
    CaseFileId second = file("Tatáž 2", same);
    sign(first, SIGNED, null);
    sign(second, SIGNED, null);
    register.same.declare(director, same, one);
    assertEquals(List.of("two-agreements"), doubts(first));
    assertEquals(List.of("two-agreements"), doubts(second));
    assertEquals(one, register.files.cover(director, first).doubts().get(0).person());
    assertEquals(same, register.files.cover(director, second).doubts().get(0).person());
    register.same.undo(director, same);
    assertEquals(List.of(), doubts(first));
    assertEquals(List.of(), doubts(second));
    register.same.declare(director, same, one);
    end(first, new NewEnding(EndingWay.BY_LAW, SIGNED.plusDays(9), "cz.death", null, null));
    assertEquals(1, doubts(first).size());
    register.files.settle(
        director, second, register.files.cover(director, second).doubts().get(0).id());
    assertEquals(List.of(), doubts(second), "somebody has looked");
    register.same.undo(director, same);
    register.same.declare(director, same, one);
    assertEquals(List.of("two-agreements"), doubts(second), "it came about anew");
    AgreementLife last = life(second);
    register.agreements.amend(
        director,
        last.agreement().id(),
        last.agreement().version(),
        new NewAgreement(CareKind.LONG_TERM, true, SIGNED.plusDays(10), null),
        null);
    assertEquals(List.of(), doubts(first), "what is gone is not said any more");
  }

  @Test
  void byHandOnlyWhatWasConcludedBeforeIsTakenOver() {
    LocalDate since = LocalDate.of(2026, 9, 1);
    LocalDate before = since(since);
    try {
      CaseFileId file = file("Ruční", person("Ruth", "Ruční"));
      Refused refused =
          assertThrows(
              Refused.class,
              () -> register.agreements.conclude(director, file, concluded(2026, 9, 2)));
      assertEquals("concludedOn", refused.field());
      assertEquals("refused.agreement-needs-consent", refused.text().key());
      assertTrue(register.agreements.of(director, file).isEmpty());
      register.agreements.conclude(director, file, concluded(2026, 9, 1));
      assertTrue(life(file).takenOver());
      Refused moved =
          assertThrows(
              Refused.class,
              () ->
                  register.agreements.amend(
                      director,
                      life(file).agreement().id(),
                      version(file),
                      concluded(2026, 9, 2),
                      null));
      assertEquals("refused.agreement-needs-consent", moved.text().key());
      register.arrivals.amend(
          director, life(file).agreement().id(), version(file), concluded(2026, 9, 2), null);
      register.agreements.amend(
          director,
          life(file).agreement().id(),
          version(file),
          new NewAgreement(CareKind.KINSHIP, true, LocalDate.of(2026, 9, 2), "Praha 5"),
          null);
      assertEquals("Praha 5", life(file).agreement().authority(), "the day has not moved");
      CaseFileId signed = file("Ruční 2", person("Rut", "Ruční"));
      sign(signed, SIGNED, Register.TODAY.plusDays(5));
      register.agreements.amend(
          director,
          life(signed).agreement().id(),
          version(signed),
          new NewAgreement(CareKind.KINSHIP, true, Register.TODAY.plusDays(6), null),
          null);
    } finally {
      since(before);
    }
  }

  private LocalDate since(LocalDate day) {
    return register.tx.required(
        em -> {
          java.sql.Date before =
              (java.sql.Date)
                  em.createNativeQuery("SELECT MIN(SINCE_DAY) FROM CASE_REGISTRY.AGREEMENTS_SINCE")
                      .getSingleResult();
          em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
              .setParameter(1, java.sql.Date.valueOf(day))
              .executeUpdate();
          return before.toLocalDate();
        });
  }

  private static NewAgreement concluded(int year, int month, int day) {
    return new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(year, month, day), null);
  }

  private long version(CaseFileId file) {
    return life(file).agreement().version();
  }

  private List<String> doubts(CaseFileId file) {
    return register.files.cover(director, file).doubts().stream()
        .map(CaseFiles.Doubt::kind)
        .toList();
  }

  private static Leaving separated(LocalDate apartSince, LocalDate decidedOn, String reference) {
    return new Leaving(LeavingWay.SEPARATED, decidedOn, apartSince, reference);
  }

  /** Separated by decision of the authority in force on that day. */
  private void leave(CaseFileId file, PersonId carer, LocalDate decision) {
    register.files.endCarer(director, file, carer, separated(null, decision, "S/1/2026"));
  }

  @Test
  void whoIsNotOfTheCaseMaySeeAndChangeNothing() {
    Viewer stranger = register.viewer("key-worker");
    CaseFileId file = blazek();
    AgreementId agreement = life(file).agreement().id();
    AgreementId proposal = begin(file);
    assertThrows(NotFound.class, () -> register.endings.of(stranger, file));
    assertThrows(NotFound.class, () -> register.proposals.of(stranger, file));
    assertThrows(
        NotFound.class, () -> register.endings.end(stranger, agreement, 1, notice("2026-05-29")));
    assertThrows(NotFound.class, () -> register.endings.takeBack(stranger, agreement, 1));
    assertThrows(
        NotFound.class,
        () -> register.endings.withdrawNotice(stranger, agreement, 1, Register.TODAY));
    assertThrows(
        NotFound.class, () -> register.proposals.takeSignatureBack(stranger, agreement, 1));
    assertThrows(
        NotFound.class,
        () ->
            register.proposals.correct(
                stranger,
                proposal,
                1,
                new NewProposal(CareKind.KINSHIP, true, null, SIGNED, null)));
    PersonId carer = register.files.header(director, file).carers().get(0).person();
    assertThrows(NotFound.class, () -> register.cases.asksHow(stranger, file));
    assertThrows(
        NotFound.class,
        () -> register.cases.lastDay(stranger, file, carer, Leaving.otherwise(SIGNED)));
    assertThrows(
        NotFound.class, () -> register.endings.close(stranger, agreement, 1, Register.TODAY));
    assertThrows(
        NotFound.class,
        () ->
            register.proposals.take(
                stranger, proposal, 1, new Taken(Step.OFFER, SIGNED, null, null)));
    assertThrows(
        NotFound.class,
        () ->
            register.proposals.begin(
                stranger, file, new NewProposal(CareKind.KINSHIP, true, null, SIGNED, null)));
  }

  /** Story S3: one carer, agreement of 3 March 2025. */
  private CaseFileId blazek() {
    CaseFileId file = file("Blažek", person("Karel", "Blažek"));
    register.agreements.conclude(
        director,
        file,
        new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2025, 3, 3), "Praha 4"));
    return file;
  }

  private CaseFileId file(String name, PersonId... carers) {
    LocalDate opened = LocalDate.of(2025, 3, 3);
    CaseFileId file = register.files.open(director, new NewFile(null, name, opened));
    for (PersonId carer : carers) {
      register.files.addCarer(director, file, carer, opened);
    }
    return file;
  }

  private PersonId person(String given, String family) {
    return register.person(director, given, family, LocalDate.of(1980, 5, 1));
  }

  private AgreementId begin(CaseFileId file) {
    return register.proposals.begin(
        director, file, new NewProposal(CareKind.LONG_TERM, true, "Praha 4", FORCE, FORCE));
  }

  private AgreementId granted(CaseFileId file) {
    AgreementId id = begin(file);
    take(file, id, Step.REQUEST, FORCE, null, null);
    take(file, id, Step.GRANT, CONSENT, "1/2026", null);
    return id;
  }

  private void sign(CaseFileId file, LocalDate on, LocalDate inForceFrom) {
    take(file, granted(file), Step.SIGN, on, null, inForceFrom);
  }

  private void take(
      CaseFileId file,
      AgreementId id,
      Step step,
      LocalDate on,
      String reference,
      LocalDate inForceFrom) {
    long version = register.proposals.find(director, file, id).version();
    String reason = step == Step.DROP ? "WITHDRAWN" : null;
    register.proposals.take(
        director, id, version, new Taken(step, on, reference, inForceFrom, reason, null));
  }

  private static NewEnding notice(String delivered) {
    return new NewEnding(EndingWay.CARER_NOTICE, LocalDate.parse(delivered), null, null, null);
  }

  private void end(CaseFileId file, NewEnding ending) {
    var agreement = life(file).agreement();
    register.endings.end(director, agreement.id(), agreement.version(), ending);
  }

  private void takeBack(CaseFileId file) {
    var agreement = life(file).agreement();
    register.endings.takeBack(director, agreement.id(), agreement.version());
  }

  private void closed(CaseFileId file, LocalDate on) {
    var agreement = life(file).agreement();
    register.endings.close(director, agreement.id(), agreement.version(), on);
  }

  private AgreementLife life(CaseFileId file) {
    return register.endings.of(director, file).get(0);
  }

  /** First days of the agreements in force, as the rules about duties are told. */
  private List<LocalDate> inForce(CaseFileId file, LocalDate day) {
    return register.facts.inForce(director, CaseFiles.READ, day, file).stream()
        .map(facts -> facts.concludedOn())
        .toList();
  }

  private List<String> preparation(CaseFileId file) {
    return story(file).stream()
        .filter(kind -> kind.startsWith("agreement") || kind.startsWith("consent"))
        .toList();
  }

  private List<String> story(CaseFileId file) {
    return register.timeline.of(director, file, null, 50).items().stream()
        .map(Timeline.Entry::kind)
        .toList();
  }

  private Timeline.Entry entry(CaseFileId file, String kind) {
    return register.timeline.of(director, file, null, 50).items().stream()
        .filter(entry -> entry.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
