package org.opora.reports.counts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;
import org.opora.reports.ReportsModule;
import org.opora.reports.counts.application.RequestView.Kept;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.reports.statistics.application.StatisticBook;
import org.opora.testkit.OnEveryDatabase;

/** Kept figures are shown to whom the statistic would show them, also when it is gone. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptForWhomTest {
  private static final Map<String, Reach> ALL =
      Map.of(
          ReportsModule.READ,
          Reach.ALL,
          ReportsModule.WRITE,
          Reach.ALL,
          "registry.read",
          Reach.ALL,
          "registry.intake.return",
          Reach.ALL);

  @Parameter TestDatabase.Product product;
  private CountingHouse house;
  private UUID request;
  private CountDesk bare;

  @BeforeParameterizedClassInvocation
  void counted() throws Exception {
    house = new CountingHouse(product);
    Viewer director = house.director;
    request =
        house.desk.record(
            director,
            new NewRequest(
                "Kraj",
                null,
                CountingHouse.TODAY,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 9, 30)));
    long version = house.desk.view(director, request).version();
    house.desk.count(director, request, version).get(60, TimeUnit.SECONDS);
    bare = house.deskWith(new StatisticBook(house.register.house.access()));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Viewer with(Map<String, Reach> grants) {
    return house.register.house.viewer(StaffId.next(), grants);
  }

  private static Map<String, Reach> but(String permission, Reach reach) {
    Map<String, Reach> grants = new HashMap<>(ALL);
    grants.put(permission, reach);
    return grants;
  }

  private Set<String> statistics(CountDesk desk, Viewer viewer) {
    return desk.kept(viewer, request).stream().map(Kept::statistic).collect(Collectors.toSet());
  }

  private KeptFigure figure(String statistic) {
    return house.desk.kept(house.director, request).stream()
        .filter(table -> table.statistic().equals(statistic))
        .map(table -> table.lines().get(0).figures().get(0))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void figuresOfAStatisticThatIsClosedToTheReaderAreKeptForOthers() {
    Viewer without = with(ALL);
    assertEquals(Set.of("families", "services", "intake"), statistics(house.desk, without));
    UUID complaints = figure("complaints").id();
    assertThrows(NotFound.class, () -> house.desk.behind(without, request, complaints, null, 10));
    Viewer own = with(but("registry.complaint.read", Reach.OWN));
    assertFalse(statistics(house.desk, own).contains("complaints"));
    assertTrue(
        statistics(house.desk, with(but("registry.complaint.read", Reach.ALL)))
            .contains("complaints"));
    assertFalse(statistics(house.desk, with(but("registry.read", Reach.OWN))).contains("families"));
  }

  @Test
  void whenTheBundleIsGoneTheFigureIsForThoseForWhomItWas() {
    assertTrue(statistics(bare, house.director).contains("complaints"));
    Viewer without = with(ALL);
    assertFalse(statistics(bare, without).contains("complaints"));
    assertTrue(statistics(bare, without).contains("families"));
    UUID complaints = figure("complaints").id();
    assertThrows(NotFound.class, () -> bare.behind(without, request, complaints, null, 10));
  }

  @Test
  void aFigureOfWhichNobodyKnowsForWhomItIsIsShownToNobody() {
    complaints("NULL");
    try {
      assertTrue(statistics(house.desk, house.director).contains("complaints"), "it is there");
      assertFalse(statistics(bare, house.director).contains("complaints"));
    } finally {
      complaints("'registry.complaint.read'");
    }
  }

  private void complaints(String permission) {
    house.tx.run(
        em ->
            em.createNativeQuery(
                    "UPDATE REPORTS.KEPT_FIGURE SET PERMISSION = "
                        + permission
                        + " WHERE STATISTIC = 'complaints'")
                .executeUpdate());
  }

  @Test
  void whoseReachIsTheirOwnSeesNothingOfTheWholeCentre() {
    Viewer own = with(but(ReportsModule.READ, Reach.OWN));
    assertThrows(NotFound.class, () -> house.desk.list(own, null, 10));
    assertThrows(NotFound.class, () -> house.desk.view(own, request));
    assertThrows(NotFound.class, () -> house.desk.kept(own, request));
    Viewer writes = with(but(ReportsModule.WRITE, Reach.OWN));
    assertThrows(NotFound.class, () -> house.desk.count(writes, request, 1));
  }
}
