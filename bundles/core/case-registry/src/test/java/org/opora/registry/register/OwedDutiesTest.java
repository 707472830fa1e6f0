package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.HouseLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.Sources;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.MandateView;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.intake.application.OwedReturns;
import org.opora.registry.intake.contributions.ReturnDuties;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** What is owed before there is an agreement, and what the region has to learn of the house. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwedDutiesTest {
  private static final LocalDate FORCE = LocalDate.of(2026, 10, 2);
  private static final String CONCLUDE = "cz.conclude";
  private static final String CHANGE = "cz.mandate.change";
  private static final String INSURANCE = "cz.mandate.insurance";
  @Parameter TestDatabase.Product product;
  private Register register;
  private DutiesService duties;
  private MandateDesk mandates;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    director = new Office(register, new DutiesModule()).director();
    worker = register.viewer("key-worker", new DutiesModule());
    Messages texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    mandates =
        new MandateDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.tasks,
            texts,
            new LawShelf(Laws.of(List.of(new CzechLaw()))),
            register.evidence);
    duties =
        new DutiesService(
            register.access.access(),
            register.access.aliases(),
            register.facts,
            register.evidence,
            new RuleBook(List.of(new CzechLaw())),
            register.care.settings,
            new TrustMarks(Set::of),
            new Sources(List.of(new CaseRegistryModule()), null),
            new HouseLines(
                List.of(
                    new ReturnDuties(
                        new OwedReturns(
                            register.tx,
                            Laws.contact(List.of(new RegisterLaw()), List.of()),
                            Set::of)))));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<Line> lines(Viewer viewer, String rule, LocalDate day) {
    return duties.list(viewer, day).stream().filter(line -> line.rule().equals(rule)).toList();
  }

  /** A family of the worker without an agreement. */
  private CaseFileId family(String name) {
    LocalDate opened = LocalDate.of(2026, 9, 1);
    PersonId carer = register.person(director, "Jana", name, LocalDate.of(1980, 5, 1));
    CaseFileId file = register.files.open(director, new NewFile(null, name, opened));
    register.files.addCarer(director, file, carer, opened);
    register.files.assign(director, file, worker.staff(), null, opened);
    return file;
  }

  private AgreementId begin(CaseFileId file) {
    return register.proposals.begin(
        director, file, new NewProposal(CareKind.LONG_TERM, true, "Praha 4", FORCE, FORCE));
  }

  private void take(CaseFileId file, AgreementId id, Step step, LocalDate on, String words) {
    register.proposals.take(
        director,
        id,
        register.proposals.find(director, file, id).version(),
        new Taken(
            step,
            on,
            step == Step.GRANT ? words : null,
            null,
            step == Step.DROP ? words : null,
            null));
  }

  private List<Line> conclude(Viewer viewer, CaseFileId file, LocalDate day) {
    return lines(viewer, CONCLUDE, day).stream().filter(line -> file.equals(line.file())).toList();
  }

  @Test
  void anAgreementIsOwedAMonthAfterTheDecisionAndStandsWithWhoWorksWithTheFamily() {
    CaseFileId file = family("Nová");
    AgreementId id = begin(file);
    assertTrue(conclude(director, file, FORCE.minusDays(1)).isEmpty(), "nothing is known yet");
    Line line = conclude(director, file, FORCE).get(0);
    assertEquals(LocalDate.of(2026, 11, 1), line.due());
    assertEquals(LocalDate.of(2026, 10, 30), line.doBy(), "a Friday");
    assertEquals(Status.OK, line.status());
    assertEquals("conclude.running", line.why().key());
    assertEquals("§ 47b, zákon č. 359/1999 Sb.", line.paragraph());
    assertEquals(Trust.VERIFIED, line.trust());
    assertEquals(Duties.SubjectKind.AGREEMENT, line.subjectKind());
    assertEquals(id.value(), line.whom().key());
    assertEquals(1, line.evidence().size());

    Line late = conclude(worker, file, TODAY).get(0);
    assertEquals(Status.OVERDUE, late.status());
    assertEquals(
        List.of(late),
        duties.of(worker, file, TODAY).stream()
            .filter(one -> one.rule().equals(CONCLUDE))
            .toList());
    assertEquals(
        List.of(late),
        duties.of(worker, List.of(file), TODAY).stream()
            .filter(one -> one.rule().equals(CONCLUDE))
            .toList());
    assertEquals(
        1,
        register.timeline.behind(worker, file, List.of(late.evidence().get(0).source())).size(),
        "the inquiry is one click away");
    Viewer other = register.viewer("key-worker", new DutiesModule());
    assertTrue(conclude(other, file, TODAY).isEmpty(), "nobody else's");
  }

  @Test
  void aSignedAgreementIsOwedNoMoreUnlessTheSignatureWasAMistake() {
    CaseFileId file = family("Podepsaná");
    AgreementId id = begin(file);
    take(file, id, Step.REQUEST, FORCE, null);
    take(file, id, Step.GRANT, FORCE.plusDays(5), "1/2026");
    take(file, id, Step.SIGN, FORCE.plusDays(7), null);
    assertTrue(conclude(director, file, TODAY).isEmpty());
    assertEquals(1, conclude(director, file, FORCE.plusDays(6)).size(), "it was owed until then");
    long version = register.tx.read(em -> em.find(Agreement.class, id.value()).version());
    register.proposals.takeSignatureBack(director, id, version);
    assertEquals(1, conclude(director, file, TODAY).size());
  }

  @Test
  void whatCameToNothingIsOwedNoMore() {
    CaseFileId file = family("Odstoupivší");
    AgreementId id = begin(file);
    take(file, id, Step.DROP, FORCE.plusDays(3), "WITHDRAWN");
    assertTrue(conclude(director, file, TODAY).isEmpty());
    register.proposals.takeStepBack(
        director, id, register.proposals.find(director, file, id).version());
    assertEquals(1, conclude(director, file, TODAY).size());
  }

  @Test
  void withoutADecisionNoTimeRuns() {
    CaseFileId file = family("Nerozhodnutá");
    AgreementId id =
        register.proposals.begin(
            director, file, new NewProposal(CareKind.LONG_TERM, true, "Praha 4", FORCE, null));
    assertTrue(conclude(director, file, TODAY).isEmpty());
    register.proposals.correct(
        director,
        id,
        register.proposals.find(director, file, id).version(),
        new NewProposal(CareKind.LONG_TERM, true, "Praha 4", FORCE, FORCE.plusDays(1)));
    assertEquals(
        LocalDate.of(2026, 11, 2), conclude(director, file, TODAY).get(0).due(), "as corrected");
  }

  @Test
  void aChangeOfTheMandateIsADutyOfTheHouseAndNoTaskBesideIt() {
    UUID mandate =
        mandates.add(
            director,
            new NewMandate(
                "KU 9/2026",
                null,
                "Kraj",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 2, 1),
                null),
            state(null, null));
    assertTrue(lines(director, CHANGE, TODAY).isEmpty(), "what was issued is not notified");
    UUID change = mandates.change(director, mandate, state(LocalDate.of(2026, 10, 31), "Místa"));
    Line line = lines(director, CHANGE, TODAY).get(0);
    assertEquals(LocalDate.of(2026, 11, 15), line.due());
    assertEquals(LocalDate.of(2026, 11, 13), line.doBy(), "a Friday");
    assertEquals(Status.DUE_SOON, line.status());
    assertEquals("mandate.change.due-soon", line.why().key());
    assertEquals(Trust.SECONDARY, line.trust());
    assertNull(line.file());
    assertTrue(lines(worker, CHANGE, TODAY).isEmpty(), "for who sees the whole centre");
    assertEquals(0, tasks("/house/mandate/" + mandate));

    mandates.notified(director, mandate, change, version(mandate, change), TODAY);
    assertTrue(lines(director, CHANGE, TODAY).isEmpty());
    assertEquals(1, lines(director, CHANGE, TODAY.minusDays(1)).size());
    mandates.notified(director, mandate, change, version(mandate, change), null);
    assertEquals(1, lines(director, CHANGE, TODAY).size(), "it was recorded by mistake");
    assertEquals(0, tasks("/house/mandate/" + mandate));

    UUID ahead = mandates.change(director, mandate, state(TODAY.plusDays(20), "Kapacita"));
    mandates.notified(director, mandate, ahead, version(mandate, ahead), TODAY);
    assertEquals(
        List.of(change.toString()),
        lines(director, CHANGE, TODAY.plusDays(21)).stream().map(Line::ref).toList(),
        "the region was told ahead");
  }

  @Test
  void aCopyOfTheInsuranceIsADutyOfTheHouse() {
    UUID insurance =
        mandates.addInsurance(
            director, new NewInsurance("Pojišťovna", "42", TODAY.minusDays(2), TODAY, null));
    Line line = lines(director, INSURANCE, TODAY).get(0);
    assertEquals(TODAY.plusDays(13), line.due());
    assertEquals(Status.DUE_SOON, line.status());
    assertEquals("§ 48a odst. 3, zákon č. 359/1999 Sb.", line.paragraph());
    assertEquals(0, tasks("/house/mandate"));
    mandates.amendInsurance(
        director,
        insurance,
        mandates.insurance(director, insurance).version(),
        new NewInsurance("Pojišťovna", "42", TODAY, TODAY, null));
    assertEquals(TODAY.plusDays(15), lines(director, INSURANCE, TODAY).get(0).due());
    mandates.sent(director, insurance, mandates.insurance(director, insurance).version(), TODAY);
    assertTrue(lines(director, INSURANCE, TODAY).isEmpty());
  }

  @Test
  void theReturnIsOwedOnceItsYearIsOver() {
    register.family(director, null, "Vykázaná");
    keptSince(LocalDate.of(2025, 3, 1));
    assertTrue(lines(director, ReturnDuties.RULE, TODAY).isEmpty(), "of 2025 nothing is here");
    Line line = lines(director, ReturnDuties.RULE, LocalDate.of(2027, 1, 1)).get(0);
    assertEquals(LocalDate.of(2027, 6, 30), line.due());
    assertEquals(Status.OK, line.status());
    assertEquals("2026", line.ref());
    assertEquals("§ 47a", line.paragraph());
    assertEquals(Trust.VERIFIED, line.trust());
    assertEquals(Status.DUE_SOON, status(LocalDate.of(2027, 6, 16)));
    assertEquals(Status.DUE_SOON, status(LocalDate.of(2027, 6, 30)));
    assertEquals(Status.OVERDUE, status(LocalDate.of(2027, 7, 1)));
    assertTrue(
        lines(worker, ReturnDuties.RULE, LocalDate.of(2027, 7, 1)).isEmpty(),
        "for who sees the whole centre");
    keptSince(LocalDate.of(2027, 7, 1));
    assertTrue(
        lines(director, ReturnDuties.RULE, LocalDate.of(2027, 7, 1)).isEmpty(),
        "it fell due before the centre worked here");
    keptSince(LocalDate.of(2025, 3, 1));
    LocalDate filed = LocalDate.of(2027, 6, 25);
    register.tx.run(em -> em.persist(new YearlyReturn(2026, filed, director.staff())));
    assertTrue(lines(director, ReturnDuties.RULE, filed).isEmpty());
    assertEquals(1, lines(director, ReturnDuties.RULE, filed.minusDays(1)).size());
    assertEquals(
        List.of("2027"),
        lines(director, ReturnDuties.RULE, LocalDate.of(2028, 2, 1)).stream()
            .map(Line::ref)
            .toList());
    register.tx.run(em -> em.createQuery("DELETE FROM YearlyReturn r").executeUpdate());
  }

  private Status status(LocalDate day) {
    return lines(director, ReturnDuties.RULE, day).get(0).status();
  }

  private void keptSince(LocalDate day) {
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
                .setParameter(1, Date.valueOf(day))
                .executeUpdate());
  }

  private static NewState state(LocalDate from, String what) {
    return new NewState(from, List.of("cz.accompaniment"), List.of("Náves 1"), 40, what);
  }

  private long version(UUID mandate, UUID state) {
    return mandates.view(director, mandate).states().stream()
        .filter(one -> one.id().equals(state))
        .mapToLong(MandateView.State::version)
        .findFirst()
        .orElseThrow();
  }

  private long tasks(String href) {
    return register.desk.list(director, director.staff(), false, null, 100).items().stream()
        .filter(task -> href.equals(task.href()))
        .count();
  }
}
