package org.opora.reports.counts.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.files.CaseFiles;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.reports.counts.application.NewRequest;
import org.opora.reports.counts.application.RequestView;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What the made-up centre was asked to count. */
class DemoCountsTest {
  @OnEveryDatabase
  void someAreGivenAndOthersAreWaitedFor(Product product) throws Exception {
    try (CountingHouse house = new CountingHouse(product)) {
      Family family = house.register.family(house.director, null, "Počítaná");
      DemoCast cast =
          new DemoCast(
              house.director,
              List.of(house.director),
              house.register.facts.inForce(
                  house.director, CaseFiles.READ, CountingHouse.TODAY, family.file()));
      // As the made-up centre does: everything in one transaction.
      house.tx.run(em -> new DemoCounts(house.desk, house.tx).write(cast));
      afterwards(house);
      List<RequestView> all = house.desk.list(house.director, null, 10).items();
      RequestView given =
          all.stream().filter(one -> one.answeredOn() != null).findFirst().orElseThrow();
      assertEquals(State.COUNTED, given.progress().state());
      assertEquals(CountingHouse.TODAY, given.answeredOn());
      assertFalse(house.desk.kept(house.director, given.id()).isEmpty());
      RequestView waiting =
          all.stream()
              .filter(one -> one.asked().askedBy().equals(given.asked().askedBy()))
              .filter(one -> !one.id().equals(given.id()))
              .findFirst()
              .orElseThrow();
      assertNull(waiting.answeredOn());
      assertFalse(waiting.late());
      assertEquals(CountingHouse.TODAY.plusDays(6), waiting.due());
    }
  }

  /** One request is counted after the other: when this one is, those before it are. */
  private static void afterwards(CountingHouse house) throws Exception {
    UUID last =
        house.desk.record(
            house.director,
            new NewRequest(
                "Kdo přišel potom",
                null,
                CountingHouse.TODAY,
                CountingHouse.TODAY.withDayOfYear(1),
                CountingHouse.TODAY));
    long version = house.desk.view(house.director, last).version();
    house.desk.count(house.director, last, version).get(120, TimeUnit.SECONDS);
  }
}
