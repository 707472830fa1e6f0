package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.staff.Cover;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.Differences;
import org.opora.duties.application.TrialDesk;
import org.opora.duties.application.TrustMarks;
import org.opora.duties.contributions.NextReportReading;
import org.opora.duties.web.DutiesRoutes;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.CoverReader;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/**
 * Story S9 as the duties tell it: a report that is late while its worker is ill, one office that
 * gets it late, and a report on request that changes nothing.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportOverdueTest {
  private static final LocalDate DUE = LocalDate.of(2026, 7, 10);
  private static final LocalDate ILL = LocalDate.of(2026, 7, 3);
  private static final LocalDate WELL = LocalDate.of(2026, 7, 22);
  private static final LocalDate NEXT = LocalDate.of(2027, 1, 10);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private CzechDuties czech;
  private CoverReader cover;
  private DutiesRoutes routes;
  private TrialDesk trials;
  private Viewer director;
  private Viewer worker;
  private Family family;
  private About agreement;

  @BeforeParameterizedClassInvocation
  void anIllWorker() {
    register = Register.under(product, new CzechLaw());
    office = new Office(register, new DutiesModule());
    director = office.director();
    worker = register.viewer("key-worker", new DutiesModule());
    czech = new CzechDuties(register, Set.of(Kinds.REPORT_DRAFTED, Kinds.REPORT_ASKED));
    cover = new CoverReader(register.tx, register.access.access(), register.staff);
    trials =
        new TrialDesk(
            czech.service,
            czech.book,
            List.of(new NextReportReading(czech.service, czech.book, new TrustMarks(Set::of))));
    routes =
        new DutiesRoutes(
            czech.service,
            czech.kept(register.house.database().changes()),
            czech.book,
            new TrustMarks(Set::of),
            register.timeline,
            cover,
            trials,
            czech.gone(),
            PageHouse.of(TODAY, "duties", DutiesModule.class, "org.opora.duties"));
    on(2026, 7, 3);
    family = register.family(director, worker, "Opožděná");
    agreement =
        About.agreement(
            family.file(), register.files.header(director, family.file()).agreement().id());
    register.room.absences.record(
        director, worker.staff(), new NewAbsence(AbsenceKind.SICK, ILL, WELL.minusDays(1), null));
    LocalDate drafted = LocalDate.of(2026, 7, 22);
    UUID report = UUID.randomUUID();
    push(report, tied(NewFact.of(Kinds.REPORT_DRAFTED, agreement, drafted), report));
    deliver(report, "carer", drafted, LocalDate.of(2026, 7, 24));
    deliver(report, "carer-authority", drafted, LocalDate.of(2026, 7, 27));
    deliver(report, "child-authority", drafted, LocalDate.of(2026, 8, 12));
    String request = UUID.randomUUID().toString();
    push(
        UUID.randomUUID(),
        NewFact.of(Kinds.REPORT_ASKED, agreement, LocalDate.of(2026, 9, 3))
            .until(LocalDate.of(2026, 9, 17))
            .tiedTo(request));
    push(
        UUID.randomUUID(),
        NewFact.of(Kinds.REPORT_ANSWERED, agreement, LocalDate.of(2026, 9, 15)).tiedTo(request));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  private void on(int year, int month, int day) {
    register.house.clock().set(LocalDate.of(year, month, day));
  }

  private static NewFact tied(NewFact fact, UUID report) {
    return fact.tiedTo(report.toString());
  }

  private void push(UUID record, NewFact... facts) {
    register.tx.run(em -> register.evidence.record("paper", record, List.of(facts)));
  }

  private void deliver(UUID report, String to, LocalDate drafted, LocalDate delivered) {
    push(
        UUID.randomUUID(),
        tied(NewFact.of(Kinds.REPORT_ADDRESSED, agreement, drafted), report).formed(to),
        tied(NewFact.of(Kinds.REPORT_DELIVERED, agreement, delivered), report));
  }

  private List<Line> lines(String rule, LocalDate day) {
    return czech.service.of(director, family.file(), day).stream()
        .filter(line -> line.rule().equals(rule))
        .toList();
  }

  private Line next(LocalDate day) {
    return lines("cz.report", day).stream()
        .filter(line -> line.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private String page(Viewer viewer, Map<String, String> query) throws Exception {
    Route list =
        routes.routes().stream()
            .filter(one -> one.pattern().equals("/duties"))
            .findFirst()
            .orElseThrow();
    Asked asked = Asked.by(viewer, "/duties");
    query.forEach(asked::asking);
    Reply.Page page = (Reply.Page) list.handler().handle(asked);
    return PageHouse.of(TODAY, "duties", DutiesModule.class, "org.opora.duties")
        .page(page.template(), page.model(), viewer);
  }

  @Test
  void theManagerSeesThatNobodyLookedAfterTheFamily() throws Exception {
    on(2026, 7, 12);
    Line late = next(LocalDate.of(2026, 7, 12));
    assertEquals(DUE, late.due());
    assertEquals(Duties.Status.OVERDUE, late.status());
    String page = page(director, Map.of("show", "overdue"));
    assertTrue(page.contains("Mezera v zástupu"), page);
    assertTrue(page.contains("21. 7. 2026"), "to the last day of the illness");
    String absent = page(director, Map.of("whose", worker.staff().toString()));
    assertTrue(absent.contains("/duties/files/" + family.file() + "/cz.report/"), absent);
    on(2026, 7, 2);
    assertFalse(
        page(director, Map.of("show", "overdue")).contains("Mezera v zástupu"),
        "nobody was ill then");
  }

  @Test
  void theDatesOfTheStory() {
    Line then = next(LocalDate.of(2026, 7, 21));
    assertEquals(DUE, then.due());
    LocalDate august = LocalDate.of(2026, 8, 12);
    Duties.Report report = ((Duties.Reports) next(august).detail()).drafted().get(0);
    assertEquals(12, report.late());
    Map<String, Long> late =
        report.deliveries().stream()
            .collect(Collectors.toMap(Duties.Delivery::addressee, Duties.Delivery::late));
    assertEquals(Map.of("carer", 0L, "carer-authority", 0L, "child-authority", 6L), late);
    report
        .deliveries()
        .forEach(one -> assertEquals(LocalDate.of(2026, 8, 6), one.due(), one.addressee()));
    LocalDate eve = LocalDate.of(2026, 8, 11);
    List<Line> onTheWay =
        lines("cz.report", eve).stream().filter(line -> line.ref() != null).toList();
    assertEquals(1, onTheWay.size(), "only the one that has not got it");
    assertEquals(LocalDate.of(2026, 8, 6), onTheWay.get(0).due());
    assertEquals(Duties.Status.OVERDUE, onTheWay.get(0).status());
    assertEquals(NEXT, next(august).due());
    assertEquals(LocalDate.of(2027, 1, 8), next(august).doBy(), "10 January is a Sunday");
  }

  @Test
  void theOtherReadingIsTriedOutBeforeItIsSet() {
    LocalDate august = LocalDate.of(2026, 8, 12);
    TrialDesk.Knob knob = trials.knob("reading.next-report", august).orElseThrow();
    Differences found =
        trials.differences(director, knob, "from-last", LocalDate.of(2026, 1, 1), august, 100);
    Differences.Difference moved =
        found.first().stream()
            .filter(one -> family.file().equals(one.line().file()))
            .findFirst()
            .orElseThrow();
    assertEquals(Differences.Kind.MOVES, moved.kind());
    assertEquals(NEXT, moved.before().due());
    assertEquals(LocalDate.of(2027, 1, 22), moved.after().due());
    assertEquals(NEXT, next(august).due(), "nothing was set");
  }

  @Test
  void aReportOnRequestChangesNoDate() {
    LocalDate asked = LocalDate.of(2026, 9, 4);
    Line request = lines("cz.report-on-request", asked).get(0);
    assertEquals(LocalDate.of(2026, 9, 17), request.due());
    assertEquals(NEXT, next(asked).due());
    LocalDate answered = LocalDate.of(2026, 9, 16);
    assertEquals(List.of(), lines("cz.report-on-request", answered));
    assertEquals(NEXT, next(answered).due());
  }

  @Test
  void onlyWhoSeesTheFamiliesIsToldWhoIsAway() {
    LocalDate day = LocalDate.of(2026, 7, 12);
    List<Cover.Away> away = cover.away(director, Duties.READ, day);
    Cover.Away ill =
        away.stream().filter(one -> one.staff().equals(worker.staff())).findFirst().orElseThrow();
    assertEquals(ILL, ill.from());
    assertEquals(WELL.minusDays(1), ill.until());
    assertTrue(ill.files().contains(family.file()));
    Viewer stranger = register.viewer("key-worker", new DutiesModule());
    assertEquals(List.of(), cover.away(stranger, Duties.READ, day));
    assertEquals(List.of(), cover.away(register.viewer("minder"), Duties.READ, day));
    assertTrue(
        cover.away(director, Duties.READ, WELL).stream()
            .noneMatch(one -> one.staff().equals(worker.staff())),
        "back again");
    assertNull(cover.gaps(List.of(family.file()), WELL, TODAY).get(family.file()));
  }

  @Test
  void whoStandsInClosesTheGapForTheirDays() {
    Viewer leader = office.colleague("key-worker");
    Viewer standIn = office.colleague("key-worker");
    Family covered = register.family(director, leader, "Zastoupená");
    LocalDate last = TODAY.plusDays(20);
    UUID absence =
        register.room.absences.record(
            director,
            leader.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, last, standIn.staff()));
    List<Cover.Gap> before = gaps(covered, last);
    assertEquals(TODAY, before.get(0).from());
    assertEquals(last, before.get(0).until());
    AbsenceSeen seen = register.room.absences.view(director, absence);
    register.room.absences.confirm(director, absence, seen.version());
    assertEquals(List.of(), gaps(covered, last), "somebody looks after them");
    register.room.absences.record(
        director,
        standIn.staff(),
        new NewAbsence(AbsenceKind.SICK, TODAY.plusDays(5), TODAY.plusDays(6), null));
    List<Cover.Gap> after = gaps(covered, last);
    assertEquals(1, after.size());
    assertEquals(TODAY.plusDays(5), after.get(0).from());
    assertEquals(TODAY.plusDays(6), after.get(0).until());
  }

  private List<Cover.Gap> gaps(Family of, LocalDate last) {
    return cover.gaps(List.of(of.file()), TODAY, last).getOrDefault(of.file(), List.of());
  }
}
