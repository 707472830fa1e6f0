package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.timeline.Timeline;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.AmendmentsDesk.NewAmendment;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.domain.AgreementState;
import org.opora.testkit.OnEveryDatabase;

/** Agreements under Czech law, from the inquiry to the last task after the end. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsTest {
  private static final LocalDate FORCE = LocalDate.of(2026, 8, 4);
  private static final LocalDate CONSENT = LocalDate.of(2026, 8, 14);
  private static final LocalDate SIGNED = LocalDate.of(2026, 8, 20);
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    director = register.viewer("director");
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
        List.of("agreement-concluded", "consent-granted", "consent-requested", "agreement-inquiry"),
        story(file).stream()
            .filter(kind -> kind.startsWith("agreement") || kind.startsWith("consent"))
            .toList());
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
    assertThrows(
        Refused.class,
        () -> take(file, id, Step.SIGN, FORCE.plusDays(7), null, FORCE.plusDays(6)),
        "in force before it is signed");
    take(file, id, Step.SIGN, FORCE.plusDays(7), null, Register.TODAY.plusDays(9));
    assertEquals(AgreementState.SIGNED, life(file).state());
    assertTrue(inForce(file, Register.TODAY).isEmpty());
    assertEquals(1, inForce(file, Register.TODAY.plusDays(9)).size());
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
  void formerRecordsAreAskedForNothing() {
    PersonId carer = person("Stará", "Převzatá");
    CaseFileId one = file("Převzatí", carer);
    CaseFileId two = file("Převzatí 2", carer);
    for (CaseFileId file : List.of(one, two)) {
      register.agreements.conclude(
          director,
          file,
          new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2026, 3, 1), null));
      assertTrue(life(file).takenOver());
      assertEquals(AgreementState.ACTIVE, life(file).state());
    }
    register.files.addCarer(director, two, person("Nová", "Převzatá"), Register.TODAY);
  }

  @Test
  void byHandOnlyWhatWasConcludedBeforeIsTakenOver() {
    LocalDate since = LocalDate.of(2026, 9, 1);
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
                .setParameter(1, java.sql.Date.valueOf(since))
                .executeUpdate());
    CaseFileId file = file("Ruční", person("Ruth", "Ruční"));
    NewAgreement later = new NewAgreement(CareKind.KINSHIP, false, since.plusDays(1), null);
    Refused refused =
        assertThrows(Refused.class, () -> register.takeOver.conclude(director, file, later));
    assertEquals("concludedOn", refused.field());
    assertTrue(register.agreements.of(director, file).isEmpty());
    register.takeOver.conclude(
        director, file, new NewAgreement(CareKind.KINSHIP, false, since, null));
    assertTrue(life(file).takenOver());
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
    register.proposals.take(director, id, version, new Taken(step, on, reference, inForceFrom));
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
