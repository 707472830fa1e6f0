package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.access.OnEveryDatabase;
import org.opora.access.TestHouse;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.verifier.Verifier;

/** What is taken out while the house goes on working, over the end of a day, is whole in itself. */
@OnEveryDatabase
class ExportWhileSealingTest {
  private static final int EXPORTS = 40;

  @Parameter Product product;

  @Test
  void anExportIsWholeWhileDaysEnd() throws Exception {
    try (TestHouse house = new TestHouse(product)) {
      Viewer viewer = house.viewer(StaffId.next(), Map.of("access.audit", Reach.ALL));
      byte[] key = Files.readAllBytes(house.houseDatabase().keyFolder().resolve("audit.key"));
      CountDownLatch enough = new CountDownLatch(1);
      CompletableFuture<Void> work =
          CompletableFuture.runAsync(() -> daysEnd(house, viewer, enough));
      try {
        for (int at = 0; at < EXPORTS; at++) {
          checked(house, viewer, key);
        }
      } finally {
        enough.countDown();
        finished(work);
      }
      checked(house, viewer, key);
    }
  }

  /** Each row is of another day, so that sealing closes one with each. */
  private static void daysEnd(TestHouse house, Viewer viewer, CountDownLatch enough) {
    while (enough.getCount() > 0) {
      house.access.audit().noted(null, "access.test", null);
      house.clock.pass(Duration.ofDays(1));
      house.access.export().ends(viewer, 1);
    }
  }

  private static void checked(TestHouse house, Viewer viewer, byte[] key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    house.access.export().export(viewer, out);
    byte[] export = out.toByteArray();
    Verifier.Report report =
        new Verifier(key).check(() -> new ByteArrayInputStream(export), Map.of());
    assertTrue(report.intact(), report.fault());
    assertTrue(new ExportedTrail(key).holds(export));
  }

  private static void finished(CompletableFuture<Void> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    work.get(1, TimeUnit.MINUTES);
  }
}
