package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

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
import org.opora.duties.DutiesModule;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.HouseLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.Sources;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.contributions.StaffInPosts;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** Papers of the staff and of the house run out in the list of duties. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersTest {
  private static final String RECORD = "cz.staff-record";
  private static final String MANDATE = "cz.mandate-valid";
  private static final String INSURED = "cz.insured";
  @Parameter TestDatabase.Product product;
  private Register register;
  private DutiesService duties;
  private MandateDesk mandates;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    director = new Office(register, new DutiesModule()).director();
    mandates =
        new MandateDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.tasks,
            new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS),
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
            new HouseLines(List.of()).with(new StaffInPosts(register.room.checks)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<Line> lines(Viewer viewer, String rule, UUID subject, LocalDate day) {
    return duties.list(viewer, day).stream()
        .filter(line -> line.rule().equals(rule))
        .filter(line -> subject == null || line.whom().key().equals(subject))
        .toList();
  }

  private Line line(String rule, UUID subject, LocalDate day) {
    List<Line> lines = lines(director, rule, subject, day);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private UUID paper(Viewer whose, CheckKind kind, LocalDate issued, LocalDate until) {
    return register.room.checks.add(
        director, whose.staff(), new NewCheck(kind, issued, until, null));
  }

  private Viewer colleague(LocalDate since, LocalDate until) {
    Viewer colleague = register.viewer("key-worker", new DutiesModule());
    register.room.posts.add(
        director,
        colleague.staff(),
        new NewPost(
            PostCode.KEY_WORKER,
            null,
            EmploymentKind.EMPLOYMENT,
            null,
            since,
            until,
            null,
            true,
            100,
            since));
    return colleague;
  }

  @Test
  void aPaperOfAColleagueIsRenewedBeforeItRunsOut() {
    Viewer colleague = colleague(LocalDate.of(2025, 1, 1), null);
    UUID who = colleague.staff().value();
    assertTrue(lines(director, RECORD, who, TODAY).isEmpty(), "nobody knows who needs one");
    paper(colleague, CheckKind.CRIMINAL_RECORD, LocalDate.of(2025, 1, 5), TODAY.plusDays(10));
    Line soon = line(RECORD, who, TODAY);
    assertEquals(Status.DUE_SOON, soon.status());
    assertEquals(TODAY.plusDays(10), soon.due());
    assertEquals("paper.expiring", soon.why().key());
    assertEquals(
        List.<Object>of(TODAY.plusDays(10), 10L, "§ 49 odst. 4, zákon č. 359/1999 Sb."),
        soon.why().arguments());
    assertEquals(Trust.SECONDARY, soon.trust());
    assertEquals(Duties.SubjectKind.STAFF, soon.subjectKind());
    assertEquals("Mgr. Jana Testová", soon.name().spoken());
    assertNull(soon.file());
    assertEquals(1, soon.evidence().size());
    Line gone = line(RECORD, who, TODAY.plusDays(11));
    assertEquals(Status.OVERDUE, gone.status());
    assertEquals("paper.missing", gone.why().key());
    assertEquals(TODAY.plusDays(11), gone.due(), "the first day without one");
    assertTrue(lines(colleague, RECORD, who, TODAY).isEmpty(), "for who leads the staff");

    paper(colleague, CheckKind.CRIMINAL_RECORD, TODAY.minusDays(1), LocalDate.of(2028, 11, 1));
    assertEquals(Status.OK, line(RECORD, who, TODAY).status());
    assertEquals(
        LocalDate.of(2028, 11, 1), line(RECORD, who, TODAY).due(), "the one issued last counts");
    assertEquals(Status.OK, line(RECORD, who, LocalDate.of(2026, 10, 1)).status());
    assertEquals(
        TODAY.plusDays(10),
        line(RECORD, who, LocalDate.of(2026, 10, 1)).due(),
        "what came later changes nothing");
  }

  @Test
  void theOneIssuedLastCountsAlsoAfterOneWithoutAnEnd() {
    Viewer colleague = colleague(LocalDate.of(2025, 1, 1), null);
    UUID who = colleague.staff().value();
    paper(colleague, CheckKind.FIRST_AID, LocalDate.of(2020, 1, 5), null);
    Line lasting = line("cz.staff-first-aid", who, TODAY);
    assertEquals(Status.OK, lasting.status());
    assertEquals("paper.lasting", lasting.why().key());
    assertEquals(Trust.UNVERIFIED, lasting.trust());
    UUID newer =
        paper(colleague, CheckKind.FIRST_AID, LocalDate.of(2026, 1, 5), TODAY.minusDays(1));
    assertEquals(Status.OVERDUE, line("cz.staff-first-aid", who, TODAY).status());
    register.room.checks.remove(
        director, newer, register.room.checks.view(director, newer).version());
    assertEquals(Status.OK, line("cz.staff-first-aid", who, TODAY).status());
  }

  @Test
  void whoHasLeftOrHasPutAPaperAsideRenewsNothing() {
    Viewer left = colleague(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 10, 31));
    paper(left, CheckKind.HEALTH, LocalDate.of(2025, 1, 5), LocalDate.of(2026, 10, 1));
    String rule = "cz.staff-health";
    assertEquals(
        Status.OVERDUE, line(rule, left.staff().value(), LocalDate.of(2026, 10, 31)).status());
    assertTrue(lines(director, rule, left.staff().value(), TODAY).isEmpty());

    Viewer colleague = colleague(LocalDate.of(2025, 1, 1), null);
    UUID who = colleague.staff().value();
    UUID check =
        paper(colleague, CheckKind.HEALTH, LocalDate.of(2025, 1, 5), LocalDate.of(2026, 10, 1));
    assertEquals(Status.OVERDUE, line(rule, who, TODAY).status());
    var seen = register.room.checks.view(director, check);
    NewCheck aside =
        new NewCheck(
            CheckKind.HEALTH, LocalDate.of(2025, 1, 5), LocalDate.of(2026, 10, 1), null, true);
    register.room.checks.amend(director, check, seen.version(), aside);
    assertTrue(lines(director, rule, who, TODAY).isEmpty());
  }

  @Test
  void theMandateIsRenewedBeforeItIsOver() {
    assertTrue(lines(director, MANDATE, null, TODAY).isEmpty());
    mandates.add(
        director,
        mandate("KU 1", LocalDate.of(2023, 1, 5), LocalDate.of(2023, 2, 1), 2026),
        state());
    Line line = line(MANDATE, null, LocalDate.of(2026, 12, 20));
    assertEquals(Status.DUE_SOON, line.status());
    assertEquals(LocalDate.of(2026, 12, 31), line.due());
    assertEquals(Duties.SubjectKind.CENTRE, line.subjectKind());
    assertEquals(Status.OVERDUE, line(MANDATE, null, LocalDate.of(2027, 1, 1)).status());
    mandates.add(
        director,
        mandate("KU 2", LocalDate.of(2026, 10, 20), LocalDate.of(2027, 1, 1), 2030),
        state());
    assertEquals(
        LocalDate.of(2030, 12, 31),
        line(MANDATE, null, LocalDate.of(2026, 12, 20)).due(),
        "renewed ahead, nothing is left to be done");
    assertEquals(Status.OK, line(MANDATE, null, LocalDate.of(2027, 1, 1)).status());
  }

  @Test
  void theInsuranceIsRenewedBeforeItIsOver() {
    mandates.addInsurance(
        director,
        new NewInsurance(
            "Pojišťovna", "42", LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1), TODAY));
    Line line = line(INSURED, null, TODAY);
    assertEquals(Status.DUE_SOON, line.status());
    assertEquals(TODAY, line.due());
    UUID next =
        mandates.addInsurance(
            director, new NewInsurance("Pojišťovna", "43", TODAY, TODAY.plusDays(3), null));
    assertEquals(Status.OVERDUE, line(INSURED, null, TODAY.plusDays(1)).status(), "two days open");
    mandates.amendInsurance(
        director,
        next,
        mandates.insurance(director, next).version(),
        new NewInsurance("Pojišťovna", "43", TODAY, TODAY.plusDays(1), null));
    assertEquals("paper.lasting", line(INSURED, null, TODAY).why().key());
  }

  private static NewMandate mandate(String number, LocalDate decided, LocalDate from, int until) {
    return new NewMandate(number, null, "Kraj", decided, from, LocalDate.of(until, 12, 31));
  }

  private static NewState state() {
    return new NewState(null, List.of("cz.accompaniment"), List.of("Náves 1"), 40, null);
  }
}
