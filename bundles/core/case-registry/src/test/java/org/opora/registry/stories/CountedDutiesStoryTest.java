package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.TrialDesk;
import org.opora.duties.application.TrustMarks;
import org.opora.duties.web.DutiesRoutes;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.CzechDuties;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.staff.application.CoverReader;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/**
 * What stories S1 (c), S8 and S9 say of hours, respite and reports, over a real register and from
 * evidence as the bundles will push it; and the pages that explain each line.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedDutiesStoryTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 5, 1);
  private static final LocalDate SEMINAR = LocalDate.of(2026, 4, 24);
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 12);
  private static final UUID REPORT = UUID.randomUUID();

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private CzechDuties czech;
  private DutiesRoutes routes;
  private Viewer worker;
  private CaseFileId file;
  private PersonId petr;
  private PersonId tomas;
  private VisitId visit;
  private About agreement;

  @BeforeParameterizedClassInvocation
  void aYearOfTheFamily() {
    house = new StoryHouse(product);
    czech =
        new CzechDuties(
            house.register, Set.of(Kinds.EDUCATION, Kinds.RESPITE, Kinds.REPORT_DRAFTED));
    routes =
        new DutiesRoutes(
            czech.service,
            czech.kept(house.register.house.database().changes()),
            czech.book,
            new TrustMarks(Set::of),
            new Here(house.register.timeline),
            new CoverReader(
                house.register.tx, house.register.access.access(), house.register.staff),
            new TrialDesk(czech.service, czech.book, List.of()),
            czech.gone(),
            PageHouse.of(TODAY, "duties", DutiesModule.class, "org.opora.duties"));
    worker = house.viewer("key-worker");
    house.on(2026, 4, 1);
    petr = house.person("Petr", "Novák", LocalDate.of(1982, 3, 4));
    tomas = house.person("Tomáš", "Malý", LocalDate.of(2023, 6, 12));
    file = house.file(worker, "Novákovi", SIGNED, petr);
    house.takenOver(file, CareKind.LONG_TERM, true, SIGNED, "Městský úřad Turnov");
    house.register.placements.place(
        house.director, file, tomas, LocalDate.of(2026, 1, 10), "12 P 40/2026");
    agreement = About.agreement(file, house.life(file).agreement().id());

    proves(NewFact.of(Kinds.EDUCATION, me(petr), LocalDate.of(2025, 10, 1)), "1050");
    proves(NewFact.of(Kinds.EDUCATION, me(petr), SEMINAR), "180");
    house.on(2026, 8, 12);
    LocalDate may = LocalDate.of(2026, 5, 4);
    push(
        UUID.randomUUID(),
        NewFact.of(Kinds.RESPITE, me(petr), may).until(may.plusDays(5)),
        NewFact.of(Kinds.RESPITE, me(tomas), may).until(may.plusDays(5)));
    visit = house.visit(worker, file, LocalDate.of(2026, 7, 8), petr, tomas, "Vše v pořádku.");
    LocalDate drafted = LocalDate.of(2026, 7, 22);
    push(REPORT, tied(NewFact.of(Kinds.REPORT_DRAFTED, agreement, drafted)));
    deliver("carer", drafted, LocalDate.of(2026, 7, 24));
    deliver("carer-authority", drafted, LocalDate.of(2026, 7, 27));
    deliver("child-authority", drafted, null);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private About me(PersonId person) {
    return About.person(file, person);
  }

  private static NewFact tied(NewFact fact) {
    return fact.tiedTo(REPORT.toString());
  }

  private void proves(NewFact fact, String minutes) {
    push(UUID.randomUUID(), fact.amounting(new BigDecimal(minutes), Evidence.MINUTES));
  }

  private void push(UUID record, NewFact... facts) {
    house.register.tx.run(em -> house.register.evidence.record("paper", record, List.of(facts)));
  }

  private void deliver(String to, LocalDate drafted, LocalDate delivered) {
    NewFact addressed = tied(NewFact.of(Kinds.REPORT_ADDRESSED, agreement, drafted)).formed(to);
    if (delivered == null) {
      push(UUID.randomUUID(), addressed);
    } else {
      push(
          UUID.randomUUID(),
          addressed,
          tied(NewFact.of(Kinds.REPORT_DELIVERED, agreement, delivered)));
    }
  }

  private List<Line> lines(String rule, LocalDate day) {
    return czech.service.of(worker, file, day).stream()
        .filter(line -> line.rule().equals(rule))
        .toList();
  }

  private String page(Line line, LocalDate day) throws Exception {
    Route route =
        routes.routes().stream()
            .filter(one -> one.pattern().equals("/duties/files/{file}/{rule}/{subject}"))
            .findFirst()
            .orElseThrow();
    Asked asked =
        Asked.by(worker, "/duties")
            .at("file", file)
            .at("rule", line.rule())
            .at("subject", line.whom().key())
            .asking("as-of", day.toString());
    if (line.ref() != null) {
      asked.asking("ref", line.ref());
    }
    return shown(((Reply.Page) route.handler().handle(asked)));
  }

  private String shown(Reply.Page page) {
    return PageHouse.of(TODAY, "duties", DutiesModule.class, "org.opora.duties")
        .page(page.template(), page.model(), worker);
  }

  private Reply.Page open(String pattern) throws Exception {
    Route route =
        routes.routes().stream()
            .filter(one -> one.pattern().equals(pattern))
            .findFirst()
            .orElseThrow();
    return (Reply.Page) route.handler().handle(Asked.by(worker, "/duties").at("file", file));
  }

  @Test
  void hoursOfAPeriodThatEndsSoon() throws Exception {
    Line line = lines("cz.education", SEMINAR).get(0);
    Duties.Account account = (Duties.Account) line.detail();
    assertEquals(1230, account.counted(), "20.5 hours");
    assertEquals(210, account.missing(), "3.5 hours");
    assertEquals(LocalDate.of(2026, 4, 30), line.due());
    String page = page(line, SEMINAR);
    assertTrue(page.contains("20,5"), page);
    assertTrue(page.contains("3,5"), page);
    assertTrue(page.contains("§ 47a"), page);
    assertTrue(page.contains("cz 2026.8"), page);
    assertTrue(page.contains("17,5 h"), "the seminar of October");
  }

  @Test
  void daysOfRespiteOfTheCarerAndOfTheChild() throws Exception {
    for (String rule : List.of("cz.respite", "cz.respite-child")) {
      Line line = lines(rule, TODAY).get(0);
      Duties.Ledger ledger = (Duties.Ledger) line.detail();
      assertEquals(List.of(14, 6, 8), List.of(ledger.amount(), ledger.used(), ledger.left()));
      assertTrue(page(line, TODAY).contains("zbývá 8"), rule);
    }
  }

  @Test
  void theReportThatOneOfficeHasNotGot() throws Exception {
    Line late =
        lines("cz.report", TODAY).stream()
            .filter(line -> line.ref() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(LocalDate.of(2026, 8, 6), late.due());
    assertEquals(Duties.Status.OVERDUE, late.status());
    String page = page(late, TODAY);
    assertTrue(page.contains("Úřad dítěte"), page);
    assertTrue(page.contains("pozdě o 6 dní"), page);
    Line next =
        lines("cz.report", TODAY).stream()
            .filter(line -> line.ref() == null)
            .findFirst()
            .orElseThrow();
    assertTrue(page(next, TODAY).contains("Zprávy"));
  }

  @Test
  void theVisitIsOneClickAway() throws Exception {
    Line line =
        lines("cz.visit", TODAY).stream()
            .filter(one -> petr.equals(one.subject()))
            .findFirst()
            .orElseThrow();
    assertEquals(visit.value(), line.evidence().get(0).source());
    String page = page(line, TODAY);
    assertTrue(page.contains("<a href=\"/visits/" + visit + "\">"), page);
    assertTrue(page.contains("§ 47b odst. 4"), page);
  }

  @Test
  void theChronologyTellsRecordsOfTheFileToWhoMayReadIt() {
    List<UUID> records = List.of(visit.value(), REPORT);
    assertEquals(
        Set.of(visit.value()),
        house.register.timeline.behind(worker, file, records).keySet(),
        "the report has no entry");
    Viewer stranger = house.viewer("key-worker");
    assertThrows(NotFound.class, () -> house.register.timeline.behind(stranger, file, records));
    CaseFileId other = house.file(worker, "Jiní", SIGNED, house.person("Iva", "Jiná", SIGNED));
    assertEquals(Map.of(), house.register.timeline.behind(worker, other, records));
  }

  /** The chronology in a house whose bundles are there, so that their pages can be opened. */
  private record Here(Timeline written) implements Timeline {
    @Override
    public Map<UUID, Entry> behind(Viewer viewer, CaseFileId file, Collection<UUID> records) {
      Map<UUID, Entry> found = new HashMap<>();
      written
          .behind(viewer, file, records)
          .forEach(
              (record, entry) ->
                  found.put(
                      record,
                      new Entry(
                          entry.id(),
                          entry.origin(),
                          entry.kind(),
                          entry.source(),
                          entry.on(),
                          entry.title(),
                          entry.by(),
                          "/visits/" + record)));
      return found;
    }

    @Override
    public void put(Viewer viewer, NewEntry entry) {
      written.put(viewer, entry);
    }

    @Override
    public void withdraw(String origin, UUID source) {
      written.withdraw(origin, source);
    }

    @Override
    public Page<Entry> of(Viewer viewer, CaseFileId file, String after, int limit) {
      return written.of(viewer, file, after, limit);
    }

    @Override
    public List<Recent> recent(Viewer viewer, int limit) {
      return written.recent(viewer, limit);
    }
  }

  @Test
  void everyPageOfTheListCanBeMade() throws Exception {
    for (String pattern :
        List.of("/duties", "/duties/card", "/duties/rules", "/duties/files/{file}")) {
      String page = shown(open(pattern));
      assertFalse(page.isBlank(), pattern);
      if (!pattern.equals("/duties/rules") && !pattern.equals("/duties/card")) {
        assertTrue(page.contains("/duties/files/" + file + "/cz.education/" + petr), pattern);
        assertTrue(page.contains("/duties/files/" + file + "/cz.report/"), pattern);
      }
    }
    assertEquals(Map.of(), house.register.timeline.behind(worker, file, List.of()));
  }
}
