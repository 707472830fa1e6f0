package org.opora.reports.counts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.persistence.test.TestDatabase;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.reports.statistics.application.StatisticBook;
import org.opora.testkit.OnEveryDatabase;

/** What goes away while it is counted leaves no false zero, and no request that counts for ever. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeeperTest {
  @Parameter TestDatabase.Product product;
  private CountingHouse house;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new CountingHouse(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private UUID asked() {
    return house.desk.record(
        house.director,
        new NewRequest(
            "Kraj",
            null,
            CountingHouse.TODAY,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 9, 30)));
  }

  private UUID counting(Vanishing statistic) throws Exception {
    Viewer director = house.director;
    UUID request = asked();
    house
        .deskWith(new StatisticBook(house.register.house.access()).with(List.of(statistic)))
        .count(director, request, house.desk.view(director, request).version())
        .get(60, TimeUnit.SECONDS);
    return request;
  }

  private State counted(Vanishing statistic) throws Exception {
    Viewer director = house.director;
    UUID request = counting(statistic);
    assertEquals(
        house.desk.view(director, request).progress().state() == State.COUNTED,
        !house.desk.kept(director, request).isEmpty(),
        "nothing half is shown");
    return house.desk.view(director, request).progress().state();
  }

  private static List<Counted> three() {
    return List.of(
        new Counted(new UUID(1, 1), 1),
        new Counted(new UUID(1, 2), 1),
        new Counted(new UUID(1, 3), 1));
  }

  @Test
  void whatStaysIsKept() throws Exception {
    assertEquals(State.COUNTED, counted(new Vanishing(3, KeeperTest::three)));
  }

  /** Longer than what is written at once. */
  @Test
  void aLongListIsKeptToItsEnd() throws Exception {
    List<Counted> all =
        IntStream.range(0, 2300).mapToObj(at -> new Counted(new UUID(2, at), 2)).toList();
    UUID request = counting(new Vanishing(4600, () -> all, true));
    KeptFigure figure =
        house.desk.kept(house.director, request).get(0).lines().get(0).figures().get(0);
    assertEquals(4600, figure.figure().amount());
    assertEquals(
        2300L,
        house.tx.<Long>read(
            em ->
                em.createQuery(
                        "SELECT COUNT(r.counted) FROM KeptRow r WHERE r.figure = :figure",
                        Long.class)
                    .setParameter("figure", figure.id())
                    .getSingleResult()));
  }

  @Test
  void aFigureThatIsNoneIsKeptAsNone() throws Exception {
    assertEquals(State.COUNTED, counted(new Vanishing(0, List::of)));
  }

  @Test
  void aFigureThatIsGoneByTheTimeItIsKeptIsNoZero() throws Exception {
    assertEquals(
        State.FAILED,
        counted(
            new Vanishing(
                3,
                () -> {
                  throw new NotFound();
                })));
    assertEquals(State.FAILED, counted(new Vanishing(3, List::of)));
  }

  /** A bundle that is replaced leaves no class behind: that is an error and no exception. */
  @Test
  void whatGoesWithItsClassesHasFailed() throws Exception {
    assertEquals(
        State.FAILED,
        counted(
            new Vanishing(
                3,
                () -> {
                  throw new NoClassDefFoundError("org/opora/gone/Figures");
                })));
  }

  @Test
  void whatSaysThatItCountsWhileNobodyDoesIsBegunAgain() throws Exception {
    Viewer director = house.director;
    UUID request = asked();
    house.tx.run(em -> em.find(CountRequest.class, request).counting(director.staff()));
    assertEquals(State.FAILED, house.desk.view(director, request).progress().state());
    house
        .desk
        .count(director, request, house.desk.view(director, request).version())
        .get(60, TimeUnit.SECONDS);
    assertEquals(State.COUNTED, house.desk.view(director, request).progress().state());
  }

  @Test
  void whileItIsCountedNobodyElseBegins() throws Exception {
    Viewer director = house.director;
    UUID request = asked();
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    var running =
        house
            .deskWith(
                new StatisticBook(house.register.house.access())
                    .with(
                        List.of(
                            new Vanishing(
                                3,
                                () -> {
                                  reached.countDown();
                                  await(goOn);
                                  return three();
                                }))))
            .count(director, request, house.desk.view(director, request).version());
    await(reached);
    try {
      RequestView busy = house.desk.view(director, request);
      assertEquals(State.COUNTING, busy.progress().state());
      assertThrows(Refused.class, () -> house.desk.count(director, request, busy.version()));
      assertThrows(
          Refused.class, () -> house.desk.amend(director, request, busy.version(), busy.asked()));
    } finally {
      goOn.countDown();
    }
    running.get(60, TimeUnit.SECONDS);
    assertEquals(State.COUNTED, house.desk.view(director, request).progress().state());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Says that it has three and then has what it is told to have. */
  private record Vanishing(long amount, Left left, boolean paged) implements Statistic {
    Vanishing(long amount, Left left) {
      this(amount, left, false);
    }

    /** What is left of it. */
    @FunctionalInterface
    interface Left {
      List<Counted> list();
    }

    @Override
    public String id() {
      return "vanishing";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public Text title() {
      return Text.of("org.opora.reports", "statistics.title");
    }

    @Override
    public Text explained() {
      return title();
    }

    @Override
    public String permission() {
      return "registry.read";
    }

    @Override
    public List<Table> count(Period period) {
      return List.of(
          new Table(
              "one",
              title(),
              List.of(title()),
              List.of(
                  new Table.Row(
                      title(),
                      Table.Weight.TOTAL,
                      List.of(new Figure("one", Measure.RECORDS, amount)))),
              -1));
    }

    @Override
    public List<Counted> counted(Period period, String figure, UUID after, int limit) {
      return paged
          ? left.list().stream()
              .filter(
                  one ->
                      after == null
                          || one.key().getLeastSignificantBits() > after.getLeastSignificantBits())
              .limit(limit)
              .toList()
          : left.list();
    }

    @Override
    public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
      return List.of();
    }
  }
}
