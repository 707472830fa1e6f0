package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ReachDesk;
import org.opora.registry.intake.domain.ReachEntry.People;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.persistence.ReachQueries.MonthSum;
import org.opora.registry.intake.web.ReachRoutes;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.OnEveryDatabase;

/** Outreach and prevention: counted, and without names. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;
  private ReachDesk desk;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    desk =
        new ReachDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.choices);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void monthsAreSummedAndListsPagedByKey() {
    List<UUID> all = new ArrayList<>();
    all.add(desk.record(director, ReachKind.PREVENTION, talk(LocalDate.of(2025, 3, 2), 12, 3)));
    all.add(desk.record(director, ReachKind.PREVENTION, talk(LocalDate.of(2025, 3, 30), 20, 1)));
    all.add(desk.record(director, ReachKind.PREVENTION, talk(LocalDate.of(2025, 11, 1), 5, 0)));
    desk.record(director, ReachKind.PREVENTION, talk(LocalDate.of(2024, 3, 1), 100, 0));
    desk.record(director, ReachKind.OUTREACH, talk(LocalDate.of(2025, 3, 1), 1, 0));
    assertEquals(
        List.of(
            new MonthSum(3, 2, new People(32, 0, 4), 180),
            new MonthSum(11, 1, new People(5, 0, 0), 90)),
        desk.months(director, ReachKind.PREVENTION, 2025));
    List<UUID> found = new ArrayList<>();
    String after = null;
    do {
      Page<ReachDesk.Line> page = desk.list(director, ReachKind.PREVENTION, 2025, after, 2);
      page.items().forEach(line -> found.add(0, line.id()));
      after = page.next();
    } while (after != null);
    assertEquals(all, found);
  }

  @Test
  void theYearsGoBackToTheFirstEntryAndNoFurther() {
    desk.record(director, ReachKind.PREVENTION, talk(LocalDate.of(2024, 3, 1), 100, 0));
    assertEquals(2024, desk.firstYear(director, ReachKind.PREVENTION));
    Doors doors = new Doors(register, new ReachRoutes(desk, new PageHouse(TODAY)));
    String link = "year=2023";
    assertFalse(year(doors, "2024").contains(link), "nothing was before");
    assertTrue(year(doors, "2025").contains("year=2024"));
  }

  private String year(Doors doors, String year) {
    return doors.show(
        director,
        doors.ask(
            org.opora.api.web.spi.Route.Method.GET,
            doors
                .knock(director, "/reach", Map.of())
                .asking("kind", "PREVENTION")
                .asking("year", year)),
        200);
  }

  @Test
  void whoWroteItCorrectsIt() {
    Viewer worker = register.viewer("key-worker");
    Viewer other = register.viewer("key-worker");
    UUID entry = desk.record(worker, ReachKind.OUTREACH, talk(TODAY, 0, 1));
    assertTrue(desk.view(worker, entry).mine());
    assertFalse(desk.view(other, entry).mine());
    assertThrows(Refused.class, () -> desk.amend(other, entry, 1, talk(TODAY, 2, 0)));
    assertThrows(Stale.class, () -> desk.amend(worker, entry, 7, talk(TODAY, 2, 0)));
    desk.amend(director, entry, 1, talk(TODAY, 2, 0));
    assertEquals(2, desk.view(worker, entry).people().all());
    assertEquals("children", refused(talk(TODAY, 0, 0)));
    assertEquals("children", refused(talk(TODAY, -1, 3)));
    assertEquals("on", refused(talk(TODAY.plusDays(1), 1, 0)));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> desk.view(it, entry));
    assertThrows(NotAllowed.class, () -> desk.list(it, ReachKind.OUTREACH, 2026, null, 5));
    assertThrows(NotAllowed.class, () -> desk.record(it, ReachKind.OUTREACH, talk(TODAY, 1, 0)));
  }

  @Test
  void aShortFormLeadsToTheYear() {
    Doors doors = new Doors(register, new ReachRoutes(desk, new PageHouse(TODAY)));
    Viewer worker = register.viewer("key-worker");
    doors.open(worker, "/reach/new");
    String wrong =
        doors.refused(worker, 422, "/reach/new", "kind", "PREVENTION", "on", "2. 11. 2026");
    assertTrue(wrong.contains("e-place") && wrong.contains("e-topic"), wrong);
    assertEquals(
        "/reach?kind=PREVENTION&year=2026",
        doors.post(
            worker,
            "/reach/new",
            "kind",
            "PREVENTION",
            "on",
            "2. 11. 2026",
            "place",
            "Klub <U Mostu>",
            "topic",
            "SCHOOL",
            "what",
            "Beseda",
            "children",
            "14",
            "minutes",
            "90"));
    String page =
        doors.show(
            worker,
            doors.ask(
                org.opora.api.web.spi.Route.Method.GET,
                doors.knock(worker, "/reach", Map.of()).asking("kind", "PREVENTION")),
            200);
    assertTrue(page.contains("Klub &lt;U Mostu&gt;") && page.contains("listopad"), page);
    String csv =
        new String(
            doors.take(
                doors
                    .knock(worker, "/reach/export", Map.of())
                    .asking("kind", "PREVENTION")
                    .asking("format", "csv"),
                new HashSet<>()),
            StandardCharsets.UTF_8);
    assertTrue(csv.contains("Beseda") && csv.contains(";14;"), csv);
    UUID entry = desk.list(worker, ReachKind.PREVENTION, 2026, null, 5).items().get(0).id();
    assertTrue(doors.open(worker, "/reach/" + entry + "/edit").contains("value=\"14\""));
    String stale =
        doors.refused(
            worker,
            422,
            "/reach/" + entry + "/edit",
            "version",
            "9",
            "kind",
            "PREVENTION",
            "on",
            "2. 11. 2026",
            "place",
            "Škola",
            "topic",
            "SCHOOL",
            "what",
            "Beseda",
            "children",
            "15");
    assertTrue(stale.contains("Klub &lt;U Mostu&gt;") && stale.contains("Škola"), stale);
  }

  private String refused(ReachDesk.Entry entry) {
    return assertThrows(Refused.class, () -> desk.record(director, ReachKind.OUTREACH, entry))
        .field();
  }

  private static ReachDesk.Entry talk(LocalDate on, int children, int adults) {
    return new ReachDesk.Entry(
        on, "Škola", Topic.SCHOOL, "Beseda", null, children, null, adults, 90);
  }
}
