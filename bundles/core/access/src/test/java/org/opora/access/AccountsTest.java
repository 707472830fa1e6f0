package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.access.TestHouse.GOOD;
import static org.opora.access.TestHouse.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.domain.Attempt;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Accounts.State;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Sessions.Session;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.persistence.test.TestDatabase.Product;

@OnEveryDatabase
class AccountsTest {
  private static final Module FILES =
      TestHouse.module(
          "files",
          new Permission(
              "files.read",
              DataClass.CARE_FACTS,
              Map.of(
                  "director", Reach.ALL,
                  "key-worker", Reach.OWN,
                  "it-administrator", Reach.ALL)),
          new Permission(
              "files.status", DataClass.TECHNICAL, Map.of("it-administrator", Reach.ALL)));

  @Parameter Product product;
  private TestHouse house;
  private StaffId boss;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product, FILES);
    boss = house.setUp();
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void whoGuessesWaitsLongerAndLonger() {
    worker(viewer(boss), "guessed", "key-worker");
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), signIn("guessed", "wrong wrong " + i));
    }
    assertEquals(Optional.empty(), signIn("guessed", GOOD), "right, but it has to wait");
    house.restart();
    assertEquals(Optional.empty(), signIn("guessed", GOOD), "also after a restart");
    house.clock.pass(Duration.ofSeconds(2));
    assertTrue(signIn("guessed", GOOD).isPresent());
    assertEquals(Optional.empty(), signIn("guessed", "wrong wrong"), "counted from the beginning");
    assertTrue(signIn("guessed", GOOD).isPresent());

    assertEquals(Duration.ZERO, Attempt.Pace.NAME.delay(4));
    assertEquals(Duration.ofSeconds(1), Attempt.Pace.NAME.delay(5));
    assertEquals(Duration.ofSeconds(64), Attempt.Pace.NAME.delay(11));
    assertEquals(Duration.ofMinutes(20), Attempt.Pace.NAME.delay(400));
  }

  /** Twenty guesses at once gain no more than five one after the other. */
  @RepeatedTest(8)
  void manyGuessesAtOnceAreCountedOneByOne(RepetitionInfo again) throws Exception {
    String name = "crowd" + again.getCurrentRepetition();
    worker(viewer(boss), name, "key-worker");
    TestHouse.together(12, () -> signIn(name, "wrong wrong wrong"));
    assertEquals(Optional.empty(), signIn(name, GOOD));
    int failures =
        house.tx.read(
            em ->
                em.createQuery("SELECT MAX(a.failures) FROM Attempt a", Integer.class)
                    .getSingleResult());
    assertEquals(5, failures, "the sixth and all later ones were not even checked");
    house.clock.pass(Duration.ofSeconds(2));
    assertTrue(signIn(name, GOOD).isPresent(), "and all of it is forgotten");
  }

  @Test
  void aPasswordIsChangedByWhoKnowsThePresentOne() {
    StaffId worker = worker(viewer(boss), "meni", "key-worker");
    var accounts = house.access.accounts();
    String next = "sedm lysých hlemýžďů na střeše";
    String here = house.access.sessions().start(worker, Duration.ofHours(9));
    String there = house.access.sessions().start(worker, Duration.ofHours(9));
    Viewer viewer = house.viewer(worker, Map.of());
    refusedChange("password", viewer, here, GOOD, "krátké");
    refusedChange("password", viewer, here, GOOD, "Jana Malá meni 2026");
    assertTrue(house.access.sessions().find(there).isPresent());
    accounts.changePassword(viewer, here, GOOD.toCharArray(), next.toCharArray(), "Opora");
    assertTrue(house.access.sessions().find(here).isPresent());
    assertEquals(Optional.empty(), house.access.sessions().find(there), "whoever else was in");
    assertEquals(Optional.empty(), signIn("meni", GOOD));
    assertTrue(signIn("meni", next).isPresent());
    for (int i = 0; i < 5; i++) {
      refusedChange("current", viewer, here, GOOD, "sedm zlých hlemýžďů u vody");
    }
    refusedChange("current", viewer, here, next, "sedm zlých hlemýžďů u vody");
    assertTrue(signIn("meni", next).isPresent(), "guessing there keeps nobody out");
    house.clock.pass(Duration.ofSeconds(2));
    accounts.changePassword(viewer, here, next.toCharArray(), GOOD.toCharArray(), null);
    assertTrue(signIn("meni", GOOD).isPresent());
  }

  @Test
  void aPasswordThatStandsAloneIsLonger() {
    var accounts = house.access.accounts();
    StaffId alone = StaffId.next();
    String code = accounts.invite(viewer(boss), alone, "Jana", Set.of("key-worker"));
    String fourteen = "rys pod šálkem";
    refused(
        "password",
        () ->
            accounts.accept(code, new NewAccount("Jana", "samotna", fourteen.toCharArray(), "cs")));
    Viewer proved = proved(viewer(boss));
    house.access.factor().demand(proved, true);
    assertEquals(
        alone,
        accounts.accept(code, new NewAccount("Jana", "samotna", fourteen.toCharArray(), "cs")));
    house.access.factor().demand(proved, false);
    String here = house.access.sessions().start(alone, Duration.ofHours(9));
    Viewer viewer = house.viewer(alone, Map.of());
    refusedChange("password", viewer, here, fourteen, "rys pod stolem");
    accounts.changePassword(
        viewer, here, fourteen.toCharArray(), "rys pod stolem spí".toCharArray(), null);
  }

  private Viewer proved(Viewer viewer) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId(),
        house.clock.instant());
  }

  private void refusedChange(
      String field, Viewer viewer, String token, String current, String next) {
    refused(
        field,
        () -> {
          house
              .access
              .accounts()
              .changePassword(viewer, token, current.toCharArray(), next.toCharArray(), "Opora");
          return null;
        });
  }

  @Test
  void anInvitationIsRedeemedOnceAndByOne() throws Exception {
    Viewer director = viewer(boss);
    StaffId worker = StaffId.next();
    String code =
        house.access.accounts().invite(director, worker, "Jana Malá", Set.of("key-worker"));
    assertEquals(
        Map.of(worker, State.INVITED), house.access.accounts().states(director, Set.of(worker)));
    AtomicInteger number = new AtomicInteger();
    List<Boolean> won =
        TestHouse.together(
            2,
            () -> {
              try {
                house.access.accounts().accept(code, account("once" + number.incrementAndGet()));
                return true;
              } catch (Refused late) {
                return false;
              }
            });
    assertEquals(1, won.stream().filter(w -> w).count());
    assertEquals(
        Map.of(worker, State.ACTIVE), house.access.accounts().states(director, Set.of(worker)));
    refused("code", () -> house.access.accounts().accept(code, account("jina")));
    refused("code", () -> house.access.accounts().accept("", account("jina")));
  }

  @Test
  void anInvitationEndsByTimeByTriesAndByTheNextOne() {
    Viewer director = viewer(boss);
    StaffId worker = StaffId.next();
    Callable<String> invite =
        () -> house.access.accounts().invite(director, worker, "Jana Malá", Set.of("key-worker"));
    String first = call(invite);
    String second = call(invite);
    refused("code", () -> house.access.accounts().accept(first, account("late")));
    for (int i = 0; i < 5; i++) {
      String wrong = second.substring(0, second.length() - 1) + (second.endsWith("0") ? "1" : "0");
      refused("code", () -> house.access.accounts().accept(wrong, account("late")));
    }
    refused("code", () -> house.access.accounts().accept(second, account("late")));
    String third = call(invite);
    house.clock.pass(Duration.ofDays(8));
    refused("code", () -> house.access.accounts().accept(third, account("late")));
    refused("signInName", () -> house.access.accounts().accept(call(invite), account("REDITELKA")));
    refused("signInName", () -> house.access.accounts().accept(call(invite), account("a b")));
    house.access.accounts().accept(call(invite), account("late"));
    assertEquals(Optional.of(worker), signIn("late", GOOD));
  }

  @Test
  void whoIsDisabledIsOutAtOnce() {
    StaffId worker = worker(viewer(boss), "gone", "key-worker");
    String token = house.access.sessions().start(worker, Duration.ofHours(9));
    assertTrue(house.access.sessions().find(token).isPresent());
    house.access.accounts().disable(viewer(boss), worker);
    assertEquals(Optional.empty(), house.access.sessions().find(token));
    assertEquals(Optional.empty(), signIn("gone", GOOD));
    assertThrows(Refused.class, () -> house.access.accounts().disable(viewer(boss), boss));
    Viewer nobody = house.viewer(worker, Map.of());
    assertThrows(NotAllowed.class, () -> house.access.accounts().disable(nobody, boss));
    assertThrows(
        NotAllowed.class,
        () -> house.access.accounts().invite(nobody, worker, "Jana", Set.of("director")));
    assertEquals(Map.of(), house.access.accounts().states(nobody, Set.of(boss)));
  }

  /** What fetches on behalf of somebody knows of them only while they could sign in themselves. */
  @Test
  void whatActsForAnAccountEndsWithIt() {
    List<StaffId> closed = new ArrayList<>();
    house.access.watching((viewer, staff) -> closed.add(staff));
    StaffId invited = StaffId.next();
    house.access.accounts().invite(viewer(boss), invited, "Iva", Set.of("key-worker"));
    assertEquals(Optional.empty(), house.access.accounts().owner(invited));
    assertEquals(Optional.empty(), house.access.accounts().owner(StaffId.next()));
    StaffId worker = worker(viewer(boss), "fetched", "key-worker");
    house.access.accounts().prefer(worker, "pl");
    Accounts.Owner owner = house.access.accounts().owner(worker).orElseThrow();
    assertEquals("pl", owner.language());
    assertTrue(owner.may("files.read"));
    assertFalse(owner.may("files.status"));
    assertEquals(List.of(), closed);
    house.access.accounts().disable(viewer(boss), worker);
    assertEquals(List.of(worker), closed);
    assertEquals(Optional.empty(), house.access.accounts().owner(worker));
  }

  @Test
  void aSessionOutlivesARestartAndKnowsWhatChanged() {
    StaffId worker = worker(viewer(boss), "jana", "key-worker");
    String token = house.access.sessions().start(worker, Duration.ofHours(20));
    house.restart();
    Session session = house.access.sessions().find(token).orElseThrow();
    assertEquals(worker, session.staff());
    assertEquals("Jana Malá", session.name());
    assertEquals("cs", session.language());
    assertEquals(Map.of("files.read", Reach.OWN), session.grants());

    house.access.roles().allow(viewer(boss), "key-worker", "files.read", Reach.ALL);
    assertEquals(Reach.ALL, grants(token).get("files.read"));
    house.access.roles().assign(viewer(boss), worker, Set.of("director"));
    assertEquals(Reach.ALL, grants(token).get("access.accounts"));
    house.access.accounts().prefer(worker, "pl");
    house.access.accounts().rename(worker, "Jana Velká");
    assertEquals("pl", house.access.sessions().find(token).orElseThrow().language());
    assertEquals("Jana Velká", house.access.sessions().find(token).orElseThrow().name());
    house.access.sessions().end(token);
    assertEquals(Optional.empty(), house.access.sessions().find(token));
    house.access.accounts().disable(viewer(boss), worker);
    assertEquals(Optional.empty(), house.access.sessions().find("x".repeat(43)));
    assertEquals(Optional.empty(), house.access.sessions().find(null));
  }

  @Test
  void aSessionEndsByAge() {
    String busy = house.access.sessions().start(boss, Duration.ofDays(9));
    String shortOne = house.access.sessions().start(boss, Duration.ofMinutes(15));
    house.clock.pass(Duration.ofMinutes(15));
    assertTrue(house.access.sessions().find(busy).isPresent());
    assertEquals(Optional.empty(), house.access.sessions().find(shortOne));
    house.restart();
    for (int i = 0; i < 50; i++) {
      assertTrue(house.access.sessions().find(busy).isPresent(), "after " + i);
      house.clock.pass(Duration.ofMinutes(14));
    }
    assertTrue(house.access.sessions().find(busy).isPresent());
    house.clock.pass(Duration.ofMinutes(5));
    assertEquals(Optional.empty(), house.access.sessions().find(busy), "twelve hours at most");
  }

  @Test
  void permissionsComeAndGoWithTheirModules() {
    String token = house.access.sessions().start(boss, Duration.ofHours(9));
    Module camps =
        TestHouse.module(
            "camps",
            new Permission("camps.read", DataClass.CARE_FACTS, Map.of("director", Reach.ALL)));
    assertFalse(grants(token).containsKey("camps.read"));
    house.access.grants().add(camps);
    assertEquals(Reach.ALL, grants(token).get("camps.read"));
    house.access.roles().allow(viewer(boss), "director", "camps.read", Reach.NONE);
    house.access.grants().remove(camps);
    assertFalse(grants(token).containsKey("camps.read"));
    house.access.grants().add(camps);
    assertFalse(grants(token).containsKey("camps.read"), "the word of the centre holds");
  }

  @Test
  void theItAdministratorHoldsTechnicalPermissionsOnly() {
    StaffId it = worker(viewer(boss), "spravce", "it-administrator");
    String token = house.access.sessions().start(it, Duration.ofHours(9));
    Set<String> technical =
        Set.of(
            "files.status",
            "access.audit-technical",
            "access.audit-verify",
            "access.sessions",
            "access.second-factor-reset",
            "access.tablets");
    assertEquals(technical, grants(token).keySet(), "the default of files.read was not given");
    var roles = house.access.roles();
    assertThrows(
        Refused.class,
        () -> roles.allow(viewer(boss), "it-administrator", "files.read", Reach.OWN));
    refused(
        "roles",
        () -> {
          roles.assign(viewer(boss), it, Set.of("it-administrator", "key-worker"));
          return null;
        });
    // A new version of the module tells another class than the one under which it was granted.
    house.access.grants().remove(FILES);
    Module changed =
        TestHouse.module("files", new Permission("files.status", DataClass.CARE_TEXT, Map.of()));
    house.access.grants().add(changed);
    assertEquals(
        Set.of(
            "access.audit-technical",
            "access.audit-verify",
            "access.sessions",
            "access.second-factor-reset",
            "access.tablets"),
        grants(token).keySet());
    house.access.grants().remove(changed);
    house.access.grants().add(FILES);
    List<String> all = house.access.roles().all();
    assertEquals(List.of("director", "key-worker"), all.subList(0, 2));
    assertEquals("it-administrator", all.get(all.size() - 1), "beside all who work with people");
    assertThrows(
        Refused.class, () -> roles.allow(viewer(boss), "director", "access.accounts", Reach.NONE));
    assertThrows(Refused.class, () -> roles.assign(viewer(boss), boss, Set.of("key-worker")));
  }

  private Map<String, Reach> grants(String token) {
    return house.access.sessions().find(token).orElseThrow().grants();
  }

  private StaffId worker(Viewer director, String name, String role) {
    String code =
        house.access.accounts().invite(director, StaffId.next(), "Jana Malá", Set.of(role));
    return house.access.accounts().accept(code, account(name));
  }

  private Viewer viewer(StaffId director) {
    return house.viewer(director, house.director().grants());
  }

  private Optional<StaffId> signIn(String name, String password) {
    return house.access.accounts().signIn(name, password.toCharArray());
  }

  private static void refused(String field, Callable<?> work) {
    Refused refused = assertThrows(Refused.class, work::call);
    assertEquals(field, refused.field());
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
