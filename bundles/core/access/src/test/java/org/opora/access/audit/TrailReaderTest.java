package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.OnEveryDatabase;
import org.opora.access.TestHouse;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.SealedTrail.End;
import org.opora.api.access.SealedTrail.Ends;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.access.TrailReader;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase.Product;

/** The trail as people read it. */
@OnEveryDatabase
class TrailReaderTest {
  private static final LocalDate ANY = LocalDate.of(2026, 1, 1);

  @Parameter Product product;
  private TestHouse house;
  private TrailReader reader;
  private AuditTrail audit;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    reader = house.access.reader();
    audit = house.access.audit();
    director = somebody(Map.of(AuditTrail.READ, Reach.ALL, "access.walls", Reach.ALL));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void thePagesTellEveryRowOnceTheNewestFirst() {
    Viewer worker = somebody(Map.of());
    for (int at = 0; at < 25; at++) {
      audit.read(worker, "GET /files/{file}", List.of(file()), "step=" + at);
    }
    Wanted wanted = by(worker, null);
    List<Line> all = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      Page<Line> page = reader.page(director, wanted, after, 10);
      all.addAll(page.items());
      after = page.next();
      pages++;
    } while (after != null);
    assertEquals(3, pages);
    assertEquals(
        IntStream.iterate(24, at -> at >= 0, at -> at - 1).mapToObj(at -> "step=" + at).toList(),
        all.stream().map(Line::detail).toList());
    assertTrue(all.stream().allMatch(line -> line.outcome() == Outcome.READ));
  }

  /** More than are looked up at once; what names two who are asked for is told once. */
  @Test
  void manyRowsOfTwoPeopleAreToldOnceTheNewestFirst() {
    Viewer worker = somebody(Map.of());
    Subject one = person();
    Subject two = person();
    int rows = 150;
    for (int at = 0; at < rows; at++) {
      audit.read(
          worker,
          "GET /people/{person}",
          at % 3 == 0 ? List.of(one, two) : List.of(at % 3 == 1 ? one : two),
          "step=" + at);
      audit.read(worker, "GET /people/{person}", List.of(person()), "other");
    }
    Wanted wanted = by(worker, null).about(List.of(one, two));
    List<String> told = new ArrayList<>();
    String after = null;
    do {
      Page<Line> page = reader.page(director, wanted, after, 40);
      page.items().forEach(line -> told.add(line.detail()));
      after = page.next();
    } while (after != null);
    assertEquals(
        IntStream.iterate(rows - 1, at -> at >= 0, at -> at - 1)
            .mapToObj(at -> "step=" + at)
            .toList(),
        told);
    assertEquals(
        100, reader.page(director, by(worker, null).about(List.of(one)), null, 500).items().size());
  }

  @Test
  void daysPeopleOutcomesAndActsNarrowIt() {
    Viewer one = somebody(Map.of());
    Viewer two = somebody(Map.of());
    LocalDate first = one.today();
    audit.read(one, "GET /people/{person}", List.of(person()));
    audit.denied(one, "registry.read", List.of(person()), "no-relation");
    house.clock.pass(Duration.ofDays(3));
    LocalDate second = one.today();
    audit.read(one, "GET /people/{person}", List.of(person()));
    audit.read(two, "GET /people/{person}", List.of(person()));
    house.clock.pass(Duration.ofDays(3));

    assertEquals(3, count(by(one, null)));
    assertEquals(2, count(days(one, first, first, null)));
    assertEquals(1, count(days(one, second, second, null)));
    assertEquals(0, count(days(one, first.plusDays(1), second.minusDays(1), null)));
    assertEquals(1, count(by(one, Outcome.DENIED)));
    assertEquals(
        1,
        count(
            new Wanted(
                first, second, one.staff(), null, act -> act.startsWith("registry."), Set.of())));
    assertEquals(1, count(by(two, null)));
  }

  /** Sealed days after it happened, as after a machine that stood still. */
  @Test
  void whatWasSealedLaterStandsUnderItsDay() throws SQLException {
    Viewer worker = somebody(Map.of());
    LocalDate day = worker.today();
    house.access.close();
    house.clock.pass(Duration.ofDays(5));
    try (Connection connection = house.houseDatabase().connection()) {
      AuditTable.insert(
          connection,
          List.of(
              new AuditEvent(
                  Ids.next(),
                  day.atStartOfDay(worker.zone()).plusHours(12).toInstant().toEpochMilli(),
                  worker.staff().value(),
                  AuditEvent.Outcome.NOTED,
                  "test.left",
                  List.of(),
                  null,
                  null)));
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    house.start();
    reader = house.access.reader();
    audit = house.access.audit();
    for (int at = 0; at < 4; at++) {
      audit.noted(null, "test.tick", null);
      audit.verify();
      house.clock.pass(Duration.ofDays(1));
    }
    assertEquals(1, count(days(worker, day, day, null)));
  }

  @Test
  void aSubjectIsFoundUnderEveryKeyThatIsAskedFor() {
    Viewer worker = somebody(Map.of());
    Subject one = person();
    Subject same = person();
    Subject other = person();
    audit.read(worker, "GET /people/{person}", List.of(one, other));
    audit.read(worker, "GET /people/{person}", List.of(same, one));
    audit.read(worker, "GET /people/{person}", List.of(other));
    house.tx.run(em -> audit.wrote(worker, "person.amended", List.of(same, same)));
    assertEquals(2, count(by(worker, null).about(List.of(one))));
    assertEquals(3, count(by(worker, null).about(List.of(one, same))));
    assertEquals(1, count(by(worker, Outcome.WROTE).about(List.of(one, same))));
    assertEquals(0, count(by(worker, null).about(List.of(person()))));
  }

  /** What was sealed before rows could be found by subject, is found after the next start. */
  @Test
  void theIndexIsMadeAgainFromTheRows() throws SQLException {
    Viewer worker = somebody(Map.of());
    Subject one = person();
    audit.read(worker, "GET /people/{person}", List.of(one));
    audit.verify();
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM ACCESS.AUDIT_SUBJECT");
      statement.executeUpdate("UPDATE ACCESS.AUDIT_INDEXED SET seq = 0");
    }
    assertEquals(1, count(by(worker, null).about(List.of(one))));
  }

  @Test
  void aWallHidesWhatItStandsBefore() {
    Viewer worker = somebody(Map.of());
    Subject walled = person();
    PersonId alias = PersonId.next();
    house.tx.run(em -> house.access.aliases().join(alias, new PersonId(walled.id())));
    Subject other = person();
    audit.read(worker, "GET /people/{person}", List.of(walled), "secret=1");
    audit.read(worker, "GET /people/{person}", List.of(Subject.of(alias)), "secret=2");
    audit.read(worker, "GET /people", List.of(walled, other), "list=people");
    Viewer deputy = somebody(Map.of(AuditTrail.READ, Reach.ALL));
    assertEquals(3, reader.page(deputy, by(worker, null), null, 100).items().size());

    house.access.walls().raise(director, deputy.staff(), walled, Walls.Ground.CONFLICT_OF_INTEREST);
    List<Line> seen = reader.page(deputy, by(worker, null), null, 100).items();
    assertEquals(1, seen.size());
    assertEquals(List.of(other), seen.get(0).about());
    assertNull(seen.get(0).detail());
    assertEquals(
        0,
        reader.page(deputy, by(worker, null).about(List.of(walled)), null, 100).items().size() - 1,
        "the list, without the walled one in it");
    assertEquals(3, count(by(worker, null)), "others see it all");
    assertFalse(
        reader.page(deputy, Wanted.of(ANY, deputy.today()), null, 100).items().stream()
            .anyMatch(line -> line.act().equals("access.wall-raised")),
        "nor that there is a wall");
  }

  @Test
  void whoeverLooksAfterTheMachineReadsTechnicalActsOnly() {
    Viewer technician = somebody(Map.of(TrailReader.TECHNICAL, Reach.ALL));
    Viewer worker = somebody(Map.of());
    audit.noted(worker.staff(), "module.installed", "contacts 1.0.0 page");
    audit.noted(worker.staff(), "access.signed-in", null);
    audit.noted(worker.staff(), "clock.jumped", "minutes=6");
    audit.noted(worker.staff(), "staff.entered", null);
    audit.read(worker, "GET /people", List.of());
    audit.read(worker, "GET /people/{person}", List.of(person()));
    audit.denied(worker, "registry.read", List.of(), "no-permission");
    assertEquals(
        List.of("clock.jumped", "access.signed-in", "module.installed"),
        reader.page(technician, by(worker, null), null, 100).items().stream()
            .map(Line::act)
            .toList());
    Viewer nobody = somebody(Map.of());
    assertThrows(NotAllowed.class, () -> reader.page(nobody, by(worker, null), null, 100));
    assertThrows(NotAllowed.class, () -> house.access.export().ends(technician, 10));
  }

  @Test
  void aRowThatWasChangedSaysSo() throws SQLException {
    try (TestHouse own = new TestHouse(product)) {
      Viewer worker = own.viewer(StaffId.next(), Map.of(AuditTrail.READ, Reach.ALL));
      own.access.audit().read(worker, "GET /people/{person}", List.of(person()));
      own.access.audit().verify();
      try (Connection connection = own.houseDatabase().connection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE ACCESS.AUDIT_EVENT SET subjects = subjects || 'x'");
      }
      List<Line> lines =
          own.access.reader().page(worker, Wanted.of(ANY, worker.today()), null, 10).items();
      assertEquals(List.of(TrailReader.CHANGED), lines.stream().map(Line::act).toList());
    }
  }

  @Test
  void theEndsOfTheDaysAreThoseOfTheChain() {
    audit.noted(null, "test.tick", null);
    AuditTrail.Verdict verdict = audit.verify();
    Ends ends = house.access.export().ends(director, 3);
    assertNotNull(ends.now());
    assertFalse(ends.broken());
    assertEquals(verdict.rows(), ends.now().row());
    assertEquals(verdict.head(), ends.now().seal());
    End today = ends.days().get(0);
    assertEquals(LocalDate.ofInstant(house.clock.instant(), house.clock.getZone()), today.day());
    assertEquals(ends.now().seal(), today.seal());
    assertTrue(ends.days().size() <= 3);
  }

  private int count(Wanted wanted) {
    return reader.page(director, wanted, null, 100).items().size();
  }

  private Wanted by(Viewer worker, Outcome outcome) {
    return days(worker, ANY, worker.today(), outcome);
  }

  private static Wanted days(Viewer worker, LocalDate from, LocalDate to, Outcome outcome) {
    return new Wanted(from, to, worker.staff(), outcome, act -> true, Set.of());
  }

  private Viewer somebody(Map<String, Reach> grants) {
    return house.viewer(StaffId.next(), grants);
  }

  private static Subject person() {
    return new Subject(Kind.PERSON, Ids.next());
  }

  private static Subject file() {
    return new Subject(Kind.CASE_FILE, Ids.next());
  }
}
