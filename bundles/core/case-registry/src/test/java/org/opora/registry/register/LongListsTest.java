package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.exports.LargeExports.Wanted;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Title;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.exports.application.ExportDesk.Line;
import org.opora.registry.exports.domain.State;
import org.opora.registry.house.application.ExportLimit;
import org.opora.registry.house.application.LapseClock;
import org.opora.registry.house.application.RoleDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** A list that is too long for one person leaves once, after a second one has said so. */
@OnEveryDatabase
class LongListsTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final String PEOPLE = "/people/export?format=csv";
  private static final String PURPOSE = "Rozeslání pozvánek na setkání rodin.";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private ExportRoom room;
  private ExportDesk desk;
  private Doors doors;
  private Viewer director;
  private Viewer second;
  private Viewer worker;

  @BeforeEach
  void open() {
    register = new Register(product);
    office = new Office(register);
    room = new ExportRoom(register, new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS));
    desk = room.desk;
    doors = new Doors(register, room.routes());
    director = office.director();
    second = office.colleague("director");
    worker = office.colleague("key-worker");
  }

  @AfterEach
  void close() {
    register.close();
  }

  private static Wanted wanted(String address, int rows) {
    return new Wanted(
        "people",
        new Title("Lidé", "Ludzie", "People"),
        new Title("jen dnešní", "tylko dzisiejsze", "of today only"),
        address,
        "csv",
        rows);
  }

  private UUID asked(Viewer viewer, Wanted wanted) {
    UUID offer = UUID.fromString(Doors.last(desk.held(viewer, wanted).orElseThrow()));
    return UUID.fromString(Doors.last(desk.ask(viewer, offer, PURPOSE)));
  }

  private void confirm(Viewer viewer, UUID id) {
    desk.confirm(viewer, id, desk.one(viewer, id).version());
  }

  private List<String> inbox(Viewer viewer) {
    return register.inbox.of(viewer, null, 20).items().stream().map(Inbox.Message::href).toList();
  }

  @Test
  void aShortListLeavesAtOnceAndALongOneAfterASecondPersonAndOnce() {
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE, LargeExports.USUAL)));
    UUID id = asked(worker, wanted(PEOPLE, 250));
    assertEquals(1, office.acts("list=people;format=csv;rows=250"));
    assertEquals(
        Optional.of("/exports/" + id),
        desk.held(worker, wanted(PEOPLE, 250)),
        "asking twice leads to what waits");
    for (Viewer other : List.of(director, second)) {
      assertEquals("/exports/" + id, inbox(other).get(0));
    }
    assertEquals(List.of(), inbox(worker));

    confirm(second, id);
    assertEquals(1, office.acts("list=people;format=csv;rows=250;asked=" + worker.staff()));
    assertEquals(List.of("/exports/" + id), inbox(worker));
    assertFalse(inbox(director).contains("/exports/" + id), "nothing is left to decide");
    Line line = desk.one(worker, id);
    assertEquals(State.CONFIRMED, line.state());
    assertEquals(PEOPLE, line.address());
    assertNull(desk.one(second, id).address(), "it is fetched by its asker alone");

    assertTrue(desk.held(second, wanted(PEOPLE, 250)).isPresent(), "not by whoever confirmed it");
    assertTrue(desk.held(director, wanted(PEOPLE, 250)).isPresent());
    assertTrue(
        desk.held(worker, wanted("/people/export?format=xlsx", 250)).isPresent(), "nor another");
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE, 260)));
    assertEquals(State.FETCHED, desk.one(second, id).state());
    assertEquals(1, office.acts("list=people;format=csv;rows=260"), "as many as left");
    assertTrue(
        desk.held(worker, wanted(PEOPLE, 250)).orElseThrow().startsWith("/exports/new/"),
        "it leaves once");
  }

  @Test
  void aLongListDoesNotLeaveInParts() {
    String part = "/people/export?show=A&format=csv";
    assertEquals(Optional.empty(), desk.held(worker, wanted(part, 120)));
    assertEquals(Optional.empty(), desk.held(worker, wanted(part, 120)), "the same once more");
    assertEquals(
        Optional.empty(), desk.held(worker, wanted("/people/export?format=xlsx&show=A", 120)));
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE + "&show=B", 80)));
    assertEquals(Optional.empty(), desk.held(second, wanted(PEOPLE + "&show=C", 120)), "not hers");
    String held = desk.held(worker, wanted(PEOPLE + "&show=C", 1)).orElseThrow();
    String page = doors.open(worker, held);
    assertTrue(page.contains("za poslední den odnesli 200 řádků"), page);
    assertFalse(page.contains("Stačí vám jen část"), "nothing is left without asking");
    for (String language : List.of("pl", "en")) {
      assertTrue(doors.open(DirectoryDoorsTest.in(language, worker), held).contains("200 "));
    }
    doors.post(worker, held, "purpose", PURPOSE);
    UUID id = desk.desk(second).waiting().get(0).id();
    confirm(second, id);
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE + "&show=C", 1)));
    assertEquals(State.FETCHED, desk.one(worker, id).state());
    Wanted other =
        new Wanted("bodies", wanted(PEOPLE, 1).title(), null, "/bodies/export", "csv", 150);
    assertEquals(Optional.empty(), desk.held(worker, other), "another list");
    assertTrue(desk.held(worker, wanted(PEOPLE + "&show=D", 100)).isPresent());
    register.house.clock().forward(Duration.ofHours(24));
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE + "&show=D", 100)));
  }

  @Test
  void ofTwoWhoFetchAtOnceOneIsServed() throws Exception {
    UUID id = asked(worker, wanted(PEOPLE, 250));
    confirm(director, id);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<Optional<String>>> fetched = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        fetched.add(
            pool.submit(
                () -> {
                  start.await();
                  return desk.held(worker, wanted(PEOPLE, 250));
                }));
      }
      int served = 0;
      for (Future<Optional<String>> one : fetched) {
        served += one.get().isEmpty() ? 1 : 0;
      }
      assertEquals(1, served);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aListThatHasGrownALotWaitsAgain() {
    UUID id = asked(worker, wanted(PEOPLE, 250));
    confirm(director, id);
    assertTrue(
        desk.held(worker, wanted(PEOPLE, 251 + LargeExports.USUAL)).isPresent(),
        "that many nobody has confirmed");
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE, 250 + LargeExports.USUAL)));
  }

  @Test
  void nobodyConfirmsTheirOwnAndOthersNeedThePermission() {
    UUID own = asked(director, wanted(PEOPLE, 300));
    assertThrows(Refused.class, () -> confirm(director, own));
    assertThrows(NotAllowed.class, () -> desk.confirm(worker, own, 0));
    assertThrows(NotFound.class, () -> desk.one(worker, own), "whoever did not ask knows nothing");
    assertThrows(NotFound.class, () -> desk.takeBack(second, own, 0));
    long seen = desk.one(second, own).version();
    assertThrows(Stale.class, () -> desk.confirm(second, own, seen + 1));
    desk.confirm(second, own, seen);
    assertThrows(
        Refused.class, () -> desk.turnDown(second, own, desk.one(second, own).version(), "Ne."));
  }

  @Test
  void anAnswerNeedsAReasonAndIsRead() {
    UUID id = asked(worker, wanted(PEOPLE, 300));
    long version = desk.one(second, id).version();
    assertThrows(Refused.class, () -> desk.turnDown(second, id, version, " "));
    desk.turnDown(second, id, version, "Pozvánky rozešle kancelář.");
    assertEquals("Pozvánky rozešle kancelář.", desk.one(worker, id).why());
    assertEquals(State.TURNED_DOWN, desk.one(worker, id).state());
    assertTrue(desk.held(worker, wanted(PEOPLE, 300)).isPresent());
    assertEquals(List.of("/exports/" + id), inbox(worker));
  }

  @Test
  void whatNobodyDecidesOrFetchesWithinADayIsOver() {
    UUID waits = asked(worker, wanted(PEOPLE, 300));
    register.house.clock().forward(Duration.ofHours(24));
    assertEquals(State.LAPSED, desk.one(worker, waits).state());
    assertThrows(Refused.class, () -> confirm(second, waits));
    assertEquals(List.of(), desk.desk(second).waiting());
    UUID again = asked(worker, wanted(PEOPLE, 300));
    confirm(second, again);
    register.house.clock().forward(Duration.ofHours(24));
    assertEquals(State.UNFETCHED, desk.one(worker, again).state());
    assertTrue(desk.held(worker, wanted(PEOPLE, 300)).isPresent());
  }

  @Test
  void whereNobodyElseCouldConfirmTheAskerIsToldSo() {
    register.access.accounts().disable(director, second.staff());
    UUID offer =
        UUID.fromString(Doors.last(desk.held(director, wanted(PEOPLE, 300)).orElseThrow()));
    assertFalse(desk.offer(director, offer).second());
    assertTrue(doors.open(director, "/exports/new/" + offer).contains("Nikdo jiný"));
    assertThrows(Refused.class, () -> desk.ask(director, offer, PURPOSE));
  }

  @Test
  void theOfferIsOfWhoeverWasHeldBackAndIsOverAfterAWhile() {
    UUID offer = UUID.fromString(Doors.last(desk.held(worker, wanted(PEOPLE, 300)).orElseThrow()));
    assertThrows(NotFound.class, () -> desk.offer(second, offer));
    register.house.clock().forward(Duration.ofHours(7));
    assertTrue(desk.offer(worker, offer).second(), "a meeting may come between");
    register.house.clock().forward(Duration.ofHours(2));
    assertThrows(NotFound.class, () -> desk.ask(worker, offer, PURPOSE));
  }

  @Test
  void whatWasAskedForLongAgoIsForgottenAndTheTrailSaysSo() throws InterruptedException {
    UUID old = asked(worker, wanted(PEOPLE, 300));
    desk.turnDown(second, old, desk.one(second, old).version(), "Ne.");
    register.house.clock().set(TODAY.plusYears(1).minusDays(1));
    desk.forget(worker.now());
    assertEquals(State.TURNED_DOWN, desk.one(worker, old).state(), "within the year it is read");
    register.house.clock().set(TODAY.plusYears(1).plusDays(2));
    UUID later = asked(worker, wanted(PEOPLE, 300));
    HeldClock time = new HeldClock(register.house.clock());
    LapseClock clock =
        new LapseClock(
            new RoleDesk(
                register.tx,
                register.access.roles(),
                register.access.colleagues(),
                register.inbox,
                new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)),
            desk,
            time,
            Duration.ofMillis(1));
    try {
      // It asks twice at each look: about roles, and about lists. The second look finds nothing.
      time.answer(2 + 2);
    } finally {
      clock.stop();
    }
    assertThrows(NotFound.class, () -> desk.one(worker, old));
    assertEquals(State.WAITING, desk.one(worker, later).state());
    assertEquals(1, office.acts("rows=1"), "once");
  }

  @Test
  void thePagesSayWhoAsksForWhatAndNeverARow() {
    for (String language : List.of("cs", "pl", "en")) {
      Viewer asker = DirectoryDoorsTest.in(language, worker);
      Viewer other = DirectoryDoorsTest.in(language, second);
      String address = PEOPLE + "&language=" + language;
      String held = desk.held(asker, wanted(address, 300)).orElseThrow();
      assertTrue(doors.open(asker, held).contains("300"));
      doors.refused(asker, 422, held, "purpose", "");
      String path = doors.post(asker, held, "purpose", PURPOSE);
      assertTrue(doors.open(asker, path).contains("/take-back"));
      assertTrue(doors.open(other, "/exports").contains(path));
      String page = doors.open(other, path);
      assertTrue(page.contains(PURPOSE));
      assertTrue(page.contains(wanted(address, 1).narrowed().in(other.locale())));
      assertFalse(page.contains("href=\"" + PEOPLE), "the way to the list is its asker's");
      doors.refused(other, 422, path + "/turn-down", "version", "1", "why", "");
      doors.post(other, path + "/confirm", "version", version(other, path));
      assertTrue(doors.open(asker, path).contains("/people/export"));
      assertTrue(doors.open(asker, "/exports").contains(path));

      String gone =
          doors.post(
              asker,
              desk.held(asker, wanted(address + "2", 300)).orElseThrow(),
              "purpose",
              PURPOSE);
      doors.post(asker, gone + "/take-back", "version", version(asker, gone));
      doors.open(other, gone);
      String no =
          doors.post(
              asker,
              desk.held(asker, wanted(address + "3", 300)).orElseThrow(),
              "purpose",
              PURPOSE);
      doors.post(other, no + "/turn-down", "version", version(other, no), "why", "Ne teď.");
      assertTrue(doors.open(asker, no).contains("Ne teď."));
      doors.open(other, ExportLimit.PATH);
    }
  }

  private String version(Viewer viewer, String path) {
    return Long.toString(desk.one(viewer, UUID.fromString(Doors.last(path))).version());
  }

  @Test
  void whoeverUndoesAStricterRuleThatWasToComeIsSeen() {
    room.limit.choose(director, version(), 20, TODAY.plusDays(3), "Méně");
    assertFalse(inbox(second).contains(ExportLimit.PATH));
    room.limit.choose(director, version(), 200, TODAY.plusDays(3), "Zase tolik");
    assertTrue(inbox(second).contains(ExportLimit.PATH));
  }

  private long version() {
    return room.limit.view(director).version();
  }

  @Test
  void theCentreDecidesHowManyAndMoreOfThemNotForToday() {
    assertThrows(NotAllowed.class, () -> room.limit.choose(worker, 0, 20, TODAY, "Méně"));
    assertThrows(Refused.class, () -> room.limit.choose(director, 0, 9, TODAY, "Méně"));
    room.limit.choose(director, room.limit.view(director).version(), 20, TODAY, "Méně");
    assertTrue(desk.held(worker, wanted(PEOPLE, 21)).isPresent());
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE, 20)));
    long version = room.limit.view(director).version();
    assertThrows(Refused.class, () -> room.limit.choose(director, version, 30, TODAY, "Víc"));
    assertFalse(inbox(second).contains(ExportLimit.PATH));
    room.limit.choose(director, version, 30, TODAY.plusDays(1), "Víc");
    assertTrue(inbox(second).contains(ExportLimit.PATH), "those who would be asked are told");
    assertTrue(desk.held(worker, wanted(PEOPLE, 21)).isPresent(), "not today");
    register.house.clock().set(TODAY.plusDays(1));
    assertEquals(Optional.empty(), desk.held(worker, wanted(PEOPLE, 30)));
    String page = doors.open(director, ExportLimit.PATH);
    assertTrue(page.contains("30"), page);
    doors.refused(
        director,
        422,
        ExportLimit.PATH,
        "version",
        Long.toString(room.limit.view(director).version()),
        "rows",
        "3",
        "from",
        "",
        "why",
        "");
  }
}
