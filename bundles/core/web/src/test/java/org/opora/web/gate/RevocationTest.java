package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.ids.StaffId;
import org.opora.api.module.Modules;
import org.opora.api.module.spi.Module;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.testkit.House;
import org.opora.testkit.OnEveryDatabase;
import org.opora.web.drafts.WebSchema;

/**
 * Whatever is taken from somebody is closed within a second: for the next page, for a list that is
 * being made, and for a file that is on its way.
 */
@OnEveryDatabase
class RevocationTest {
  private static final String READ = "guest.read";
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int ROWS = 400;

  @TempDir Path data;
  @Parameter TestDatabase.Product product;
  private House house;
  private final Module camps = module("camps");
  private TestHouse gate;
  private Viewer director;
  private StaffId jana;
  private String token;
  private final List<Subject> files = new ArrayList<>();
  private volatile long between;
  private volatile CountDownLatch inTheMaking = new CountDownLatch(0);

  @BeforeEach
  void open() {
    house = House.on(product, new WebSchema());
    house.accessHouse().grants().add(module("guest"));
    var accounts = house.accessHouse().accounts();
    StaffId boss =
        accounts.setUp(
            accounts.setUpCode().orElseThrow(), StaffId.next(), account("vedouci"), false);
    director = house.viewer(boss, "director", new AccessModule());
    jana =
        accounts.accept(
            accounts.invite(director, StaffId.next(), "Jana Nová", Set.of("key-worker")),
            account("jana"));
    LocalDate since = director.today().minusYears(1);
    for (int i = 0; i < 20; i++) {
      Subject file = new Subject(Subject.Kind.CASE_FILE, new UUID(7, i));
      files.add(file);
      house.relations().grant(jana, file, RelationKind.KEY_WORKER, since, null, "guest:" + i);
    }
    gate = new TestHouse(data, house.accessHouse());
    gate.deciding = house.access();
    gate.largeExports = (viewer, wanted) -> java.util.Optional.empty();
    gate.guest(page(), list(), paper());
    token = house.accessHouse().sessions().start(jana, Duration.ofHours(8));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Module module(String id) {
    return new Module() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public int order() {
        return 900;
      }

      @Override
      public List<Permission> permissions() {
        return List.of(
            new Permission(id + ".read", DataClass.CARE_FACTS, Map.of("key-worker", Reach.OWN)));
      }
    };
  }

  private static NewAccount account(String name) {
    return new NewAccount("Eva " + name, name, "nosorožec na kole jede".toCharArray(), "en");
  }

  private Route page() {
    return Route.page(
        "/m/guest/files/{file}",
        READ,
        request -> {
          Subject file = new Subject(Subject.Kind.CASE_FILE, request.id("file"));
          house.access().require(request.viewer(), READ, file);
          request.shows(file);
          return Reply.plain("the secret of " + file.id());
        });
  }

  /** One of many pages. */
  private Route paper() {
    return Route.page(
        "/m/guest/paper/{file}",
        READ,
        request -> {
          request.shows(new Subject(Subject.Kind.CASE_FILE, request.id("file")));
          return new Reply.Download("paper.pdf", "application/pdf", new byte[400_000]);
        });
  }

  /** A page of the list for each row, as long as {@link #between} apart. */
  private Route list() {
    return Route.page(
        "/m/guest/list",
        READ,
        request ->
            Reply.export(
                request,
                Sheet.<Subject>of(
                        "guests",
                        "guest.saved",
                        (after, limit) -> {
                          LockSupport.parkNanos(Duration.ofMillis(between).toNanos());
                          inTheMaking.countDown();
                          int at = after == null ? 0 : Integer.parseInt(after);
                          Subject file = files.get(at % files.size());
                          boolean seen =
                              house.access().decide(request.viewer(), READ, file).allowed();
                          String next = at + 1 == ROWS ? null : Integer.toString(at + 1);
                          return new Page<>(seen ? List.of(file) : List.of(), next);
                        })
                    .text("shell.more", file -> ("the secret of " + file.id()).repeat(40))
                    .about(List::of)));
  }

  private void takeAccount() {
    house.accessHouse().accounts().disable(director, jana);
  }

  private void takeRole() {
    house.accessHouse().roles().assign(director, jana, Set.of("volunteer"));
  }

  private void endRelation() {
    house
        .relations()
        .end(files.get(0), RelationKind.KEY_WORKER, "guest:0", director.today().minusDays(1));
  }

  private void raiseWall() {
    house.walls().raise(director, jana, files.get(0), Ground.CONFLICT_OF_INTEREST);
  }

  @Test
  void anAccount() throws Exception {
    revoked(this::takeAccount);
  }

  @Test
  void aRole() throws Exception {
    revoked(this::takeRole);
  }

  @Test
  void aRelation() throws Exception {
    revoked(this::endRelation);
  }

  @Test
  void aWall() throws Exception {
    revoked(this::raiseWall);
  }

  @Test
  void anAccountWhileAFileIsOnItsWay() throws Exception {
    onItsWay(this::takeAccount);
  }

  @Test
  void aRoleWhileAFileIsOnItsWay() throws Exception {
    onItsWay(this::takeRole);
  }

  @Test
  void aRelationWhileAFileIsOnItsWay() throws Exception {
    onItsWay(this::endRelation);
  }

  @Test
  void aWallWhileAFileIsOnItsWay() throws Exception {
    onItsWay(this::raiseWall);
  }

  /** Pages are asked all the time and a list is being made. */
  private void revoked(Runnable revocation) throws Exception {
    between = 20;
    inTheMaking = new CountDownLatch(5);
    CountDownLatch shown = new CountDownLatch(1);
    AtomicLong until = new AtomicLong(Long.MAX_VALUE);
    String path = "/m/guest/files/" + files.get(0).id();
    List<Long> given = new ArrayList<>();
    CompletableFuture<Void> pages =
        CompletableFuture.runAsync(
            () -> {
              while (System.nanoTime() < until.get()) {
                if (gate.send(Wire.get(path).as(token)).text().contains("secret")) {
                  given.add(System.nanoTime());
                  shown.countDown();
                }
              }
            });
    Wire export = Wire.get("/m/guest/list?format=csv").as(token);
    CompletableFuture<Long> made =
        CompletableFuture.supplyAsync(
            () -> {
              gate.send(export);
              return System.nanoTime();
            });
    assertTrue(shown.await(30, TimeUnit.SECONDS), "pages were given before");
    assertTrue(inTheMaking.await(30, TimeUnit.SECONDS), "the list was begun before");
    revocation.run();
    long done = System.nanoTime();
    // A page that is given after a second can only be seen by who goes on asking after it.
    until.set(done + SECOND + SECOND / 5);
    long answered = made.join();
    pages.join();
    assertTrue(given.stream().allMatch(when -> when - done < SECOND), "no page after a second");
    assertTrue(answered - done < SECOND, "the list was stopped within a second");
    assertFalse(export.text().contains("secret"), "and nothing of it was given");
    assertTrue(export.status == 422 || export.status == 403, "status " + export.status);
    assertTrue(gate.trail.contains("denied GET /m/guest/list"), gate.trail.toString());
    assertTrue(gate.trail.stream().noneMatch(row -> row.contains("list=guests")));
  }

  @Test
  void aWallWhileAPaperIsOnItsWay() throws Exception {
    onItsWay(this::raiseWall, "/m/guest/paper/" + files.get(0).id(), "/m/guest/paper/{file}");
  }

  @Test
  void aPaperThatNothingStopsComesWhole() {
    Wire paper = gate.send(Wire.get("/m/guest/paper/" + files.get(0).id()).as(token));
    assertEquals(200, paper.status);
    assertEquals(400_000, paper.bytes().length);
    assertEquals("400000", paper.answer("Content-Length"));
  }

  /** The list is made, and the browser takes its time. */
  private void onItsWay(Runnable revocation) throws Exception {
    between = 0;
    onItsWay(revocation, "/m/guest/list?format=csv", "/m/guest/list");
  }

  private void onItsWay(Runnable revocation, String address, String route) throws Exception {
    Wire export = Wire.get(address).as(token).slow(40);
    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> gate.send(export));
    while (export.bytes().length == 0) {
      assertFalse(sent.isDone());
      Thread.onSpinWait();
    }
    revocation.run();
    long done = System.nanoTime();
    CompletionException broken = assertThrows(CompletionException.class, sent::join);
    assertTrue(System.nanoTime() - done < SECOND, "stopped within a second");
    assertTrue(broken.getCause() instanceof UncheckedIOException);
    long said = Long.parseLong(export.answer("Content-Length"));
    assertTrue(export.bytes().length < said / 2, export.bytes().length + " of " + said);
    assertEquals("denied GET " + route, gate.trail.get(gate.trail.size() - 1));
  }

  @Test
  void whatIsTakenFromOthersStopsNobody() {
    between = 0;
    String other = house.accessHouse().sessions().start(director.staff(), Duration.ofHours(1));
    Route route = list();
    gate.guest(
        Route.page(
            "/m/guest/list",
            READ,
            request -> {
              house.accessHouse().sessions().end(other);
              house
                  .walls()
                  .raise(director, StaffId.next(), files.get(0), Ground.CONFLICT_OF_INTEREST);
              return route.handler().handle(request);
            }));
    Wire export = gate.send(Wire.get("/m/guest/list?format=csv").as(token));
    assertEquals(200, export.status);
    assertEquals(Long.parseLong(export.answer("Content-Length")), export.bytes().length);
  }

  /** What went with the module was nothing that this person lost alone. */
  @Test
  void aModuleThatLeavesStopsNobody() {
    assertEquals(200, whileCampsLeave(Modules.State.CHANGING).status);
    assertEquals(200, whileCampsLeave(Modules.State.REMOVED).status);
    assertEquals(422, whileCampsLeave(Modules.State.READY).status);
  }

  private Wire whileCampsLeave(Modules.State state) {
    house.accessHouse().grants().add(camps);
    Route route = page();
    gate.guest(
        Route.page(
            "/m/guest/files/{file}",
            READ,
            request -> {
              house.accessHouse().grants().remove(camps);
              gate.modules.put(
                  "camps", new Modules.Info("camps", null, "1", null, state, null, null));
              return route.handler().handle(request);
            }));
    return gate.send(Wire.get("/m/guest/files/" + files.get(0).id()).as(token));
  }
}
