package org.opora.supervisedcontacts.ways.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.ids.BodyId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.web.ContactRoutes;
import org.opora.supervisedcontacts.evaluations.application.DueLine;
import org.opora.supervisedcontacts.evaluations.application.DueReader;
import org.opora.supervisedcontacts.evaluations.application.NewEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.evaluations.web.DueRoutes;
import org.opora.supervisedcontacts.requests.application.NewRequest;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.risks.application.NewAssessment;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;
import org.opora.testkit.OnEveryDatabase;

/** Where the page of the module leads whom, and how much waits there. */
@OnEveryDatabase
class WaysTest {
  private static final String HOME = "/m/supervised-contacts";
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;
  private DueReader due;
  private ModuleDoors doors;

  @BeforeEach
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
    due = new DueReader(centre.tx, centre.access(), centre.register.people, centre.settings);
    doors =
        new ModuleDoors(
            new ContactRoutes(
                centre.reader, centre.views, centre.planReader, centre.rooms, centre.ways()),
            new DueRoutes(due));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** What waits where, as the page of the module says it. */
  private Map<String, String> page(Viewer viewer) {
    Map<String, String> ways = new TreeMap<>();
    Jsoup.parse(doors.open(viewer, HOME))
        .select(".ways li")
        .forEach(
            one ->
                ways.put(
                    one.select("a").attr("href").substring(HOME.length()),
                    one.select(".muted").text()));
    return ways;
  }

  private static Map<String, Long> waiting(List<Ways.Way> ways) {
    return ways.stream()
        .filter(way -> way.waiting() != null)
        .collect(Collectors.toMap(Ways.Way::word, Ways.Way::waiting));
  }

  @Test
  void whereNothingWaitsItSaysSoAndEverybodyFindsWhatIsTheirs() {
    assertEquals(
        Map.of(
            "/requests", "nic nečeká",
            "/risks", "nic nečeká",
            "/evaluations", "nic nečeká",
            "/reports?state=DRAFT", "nic nečeká",
            "/reports?state=SUBMITTED", "nic nečeká",
            "/rules", ""),
        page(centre.director));
    assertEquals(
        Set.of("/requests", "/evaluations", "/reports?state=DRAFT", "/reports?state=SUBMITTED"),
        page(centre.viewer("key-worker")).keySet());
    assertEquals(
        Set.of("/requests", "/reports?state=DRAFT", "/reports?state=SUBMITTED"),
        page(centre.viewer("facilitator")).keySet());
    assertTrue(
        doors.open(centre.director, HOME + "/evaluations").contains("Nic není k vyhodnocení."));
  }

  @Test
  void whatWaitsIsCountedForWhoeverMaySeeIt() {
    Case opened = centre.opened();
    Viewer author = centre.viewer("facilitator");
    house.submitted(author, house.held(opened, author));
    centre.forward(Duration.ofDays(1));
    house.reports.begin(author, house.line(house.held(opened, author)), Map.of(), false);
    asked(opened);
    asked(opened);
    high(opened);
    high(opened);
    Map<String, Long> all =
        Map.of("requests", 2L, "risks", 1L, "evaluations", 0L, "drafts", 1L, "reports", 1L);
    assertEquals(all, waiting(centre.ways().of(centre.director)));
    assertEquals(
        Map.of("requests", 2L, "evaluations", 0L, "drafts", 1L, "reports", 1L),
        waiting(centre.ways().of(opened.worker())));
    assertEquals(
        Map.of("requests", 0L, "evaluations", 0L, "drafts", 0L, "reports", 0L),
        waiting(centre.ways().of(centre.viewer("key-worker"))));
    assertEquals("čekají 2", page(centre.director).get("/requests"));
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(opened.family().child()));
    assertFalse(
        waiting(centre.ways().of(walled)).values().stream().anyMatch(count -> count > 0),
        "a wall closes counts, too");
  }

  private void asked(Case opened) {
    new Requests(
            centre.tx,
            centre.keys(),
            centre.access(),
            centre.register.house.audit(),
            centre.register.files,
            centre.register.people,
            new NoBodies(),
            centre.settings,
            centre.register.timeline,
            centre.register.tasks,
            centre.register.search,
            Centre.texts())
        .record(
            opened.worker(),
            opened.family().file(),
            opened.family().child(),
            new NewRequest(
                Asker.CHILD, null, null, null, Centre.TODAY, Channel.IN_PERSON, "Za mámou."));
  }

  private record NoBodies() implements Bodies {
    @Override
    public List<Line> find(Viewer viewer, String words, int limit) {
      return List.of();
    }

    @Override
    public Map<BodyId, Line> lines(Collection<BodyId> bodies) {
      return Map.of();
    }
  }

  /** The second one takes the place of the first, which waits no more. */
  private void high(Case opened) {
    Risks risks =
        new Risks(
            centre.tx,
            centre.keys(),
            centre.access(),
            centre.register.house.audit(),
            centre.register.access.colleagues(),
            centre.register.files,
            centre.register.people,
            centre.register.timeline,
            centre.register.tasks,
            centre.register.inbox,
            Centre.texts());
    long seen =
        centre.tx.read(
            em ->
                em.createQuery(
                        "SELECT COUNT(r.id) FROM RiskAssessment r WHERE r.plan = :plan", Long.class)
                    .setParameter("plan", opened.plan().value())
                    .getSingleResult());
    risks.assess(
        opened.worker(),
        opened.plan(),
        seen,
        new NewAssessment(
            Centre.TODAY,
            Arrays.stream(RiskKind.values())
                .map(kind -> new NewAssessment.Area(kind, RiskLevel.HIGH, "Proto.", "Dva."))
                .toList(),
            RiskOutcome.WITH_MEASURES,
            "Proto.",
            LocalDate.of(2027, 5, 3)));
  }

  @Test
  void whatIsToBeEvaluatedIsListedWhatIsOverdueFirst() {
    Case later = centre.opened();
    Case first = centre.opened();
    begins(first, Centre.TODAY.minusMonths(7));
    begins(later, Centre.TODAY.minusMonths(6).plusDays(11));
    centre.opened();
    Page<DueLine> page = due.list(centre.director, null, 1);
    assertEquals(List.of(first.plan()), page.items().stream().map(DueLine::plan).toList());
    assertTrue(page.items().get(0).overdue());
    assertEquals(
        house.evaluationReader.of(centre.director, first.plan()).due(),
        page.items().get(0).due(),
        "as the page of the plan says");
    Page<DueLine> next = due.list(centre.director, UUID.fromString(page.next()), 1);
    assertEquals(List.of(later.plan()), next.items().stream().map(DueLine::plan).toList());
    assertEquals(
        house.evaluationReader.of(centre.director, later.plan()).due(), next.items().get(0).due());
    assertFalse(next.items().get(0).overdue());
    assertNull(next.next());
    assertEquals(2, due.count(centre.director));
    assertEquals(1, due.count(first.worker()));
    String shown = doors.open(centre.director, HOME + "/evaluations");
    assertTrue(shown.contains("/plans/" + first.plan() + "/evaluations/new"), shown);
    assertTrue(shown.contains("po termínu"), shown);
    evaluated(first, 0, Centre.TODAY.minusMonths(7), Centre.TODAY, Decision.STOP);
    assertEquals(1, due.count(centre.director), "what was stopped is evaluated no more");
  }

  @Test
  void contactsThatWereHeldMakeItDue() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("facilitator");
    for (int time = 0; time < 6; time++) {
      assertEquals(0, due.count(centre.director), "after " + time);
      house.held(opened, facilitator);
      centre.forward(Duration.ofDays(1));
    }
    Page<DueLine> page = due.list(centre.director, null, 30);
    assertTrue(page.items().get(0).due().often());
    assertEquals(
        house.evaluationReader.of(centre.director, opened.plan()).due(), page.items().get(0).due());
  }

  @Test
  void anEarlierTimeThatIsEvaluatedLaterMovesNothing() {
    Case opened = centre.opened();
    LocalDate begins = Centre.TODAY.minusMonths(12);
    begins(opened, begins);
    evaluated(opened, 0, begins, Centre.TODAY.minusMonths(6).plusDays(3), Decision.CONTINUE);
    evaluated(opened, 1, begins, Centre.TODAY.minusMonths(9), Decision.CONTINUE);
    DueLine line = due.list(centre.director, null, 30).items().get(0);
    assertFalse(line.overdue());
    assertEquals(house.evaluationReader.of(centre.director, opened.plan()).due(), line.due());
  }

  private void begins(Case opened, LocalDate day) {
    centre.tx.run(
        em ->
            em.createQuery("UPDATE ContactPlan p SET p.validFrom = :day WHERE p.id = :id")
                .setParameter("day", day)
                .setParameter("id", opened.plan().value())
                .executeUpdate());
  }

  private void evaluated(
      Case opened, int seen, LocalDate from, LocalDate until, Decision decision) {
    house.evaluations.evaluate(
        centre.director,
        opened.plan(),
        seen,
        new NewEvaluation(from, until, 3, 3, decision, "Není proč.", "Nechce.", Learnt.IN_TALK));
  }
}
