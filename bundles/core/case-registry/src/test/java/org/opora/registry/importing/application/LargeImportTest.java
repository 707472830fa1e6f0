package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.testkit.LargeRegister;

/**
 * A file much larger than a centre's: 1,000 rows in every run, 10,000 in the campaign. The database
 * of the tests lies in memory; what the product keeps in its own is measured by the benchmark.
 */
class LargeImportTest {
  private static final int ROWS = Boolean.getBoolean("opora.campaign") ? 10_000 : 1_000;

  /**
   * Processor time of the working thread beyond which the acceptance (10,000 rows in 90 s) would
   * fail.
   */
  private static final Duration ALLOWED =
      Duration.ofSeconds(90).multipliedBy(ROWS).dividedBy(10_000).plusSeconds(30);

  /** What may be asked for one family; everything else is known or written without asking. */
  private static final int QUESTIONS_FOR_A_FAMILY = 9;

  @Test
  void manyRowsComeInWithinTheirTimeAndMemory() {
    LargeRegister register = LargeRegister.of(ROWS);
    try (ImportBench bench = new ImportBench(TestDatabase.Product.DERBY)) {
      long before = held();
      long start = System.nanoTime();
      UUID run = bench.read(register.content());
      long read = System.nanoTime();
      ImportBench.done(bench.imports.apply(bench.director, run));
      long end = System.nanoTime();
      ImportRun done = bench.run(run);
      assertEquals(
          new Counts(ROWS, 0, 0), new Counts(done.created(), done.updated(), done.unchanged()));
      assertEquals(ImportRun.State.DONE, done.state());
      assertEquals(register.families(), done.families());
      assertEquals(done.families(), done.familiesDone());
      Duration processor = Duration.ofNanos(ImportBench.processor(bench.worker));
      System.out.printf(
          "%d rows: read and planned in %d ms, written in %d ms, processor %d ms, heap +%d MB%n",
          ROWS,
          (read - start) / 1_000_000,
          (end - read) / 1_000_000,
          processor.toMillis(),
          (held() - before) >> 20);
      assertTrue(
          processor.compareTo(ALLOWED) < 0, "processor time " + processor + " of " + ALLOWED);
    }
  }

  @Test
  void everyPlantedFaultOfALargeFileIsFound() {
    LargeRegister register = LargeRegister.of(1_000);
    try (ImportBench bench = new ImportBench(TestDatabase.Product.DERBY)) {
      UUID run = bench.read(register.content());
      Set<String> planted =
          register.planted().stream()
              .map(fault -> fault.row() + " " + fault.code() + " " + fault.value())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> found =
          bench.findings(run).stream()
              .filter(ImportBench::doubt)
              .map(ImportBench.Kept::line)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(planted, found);
    }
  }

  /**
   * Were more asked of a later family than of an earlier one, ten times the rows would take a
   * hundred times as long.
   */
  @Test
  void whatIsAskedGrowsWithTheFamiliesAndWithNothingElse() {
    try (ImportBench bench = new ImportBench(TestDatabase.Product.DERBY)) {
      LargeRegister small = LargeRegister.of(120);
      LargeRegister large = LargeRegister.of(480);
      Asked first = asked(bench, small);
      bench.empty();
      Asked second = asked(bench, large);
      double ofEarlier = (double) first.questions() / small.families();
      double ofLater =
          (double) (second.questions() - first.questions()) / (large.families() - small.families());
      assertTrue(ofLater <= ofEarlier, ofLater + " questions for a family, earlier " + ofEarlier);
      assertTrue(ofLater <= QUESTIONS_FOR_A_FAMILY, ofLater + " questions for a family");
      assertTrue(
          second.transactions() <= large.families() / 5,
          second.transactions() + " transactions for " + large.families() + " families");
    }
  }

  /** What one import asked, and in how many transactions. */
  private record Asked(long questions, long transactions) {}

  private static Asked asked(ImportBench bench, LargeRegister register) {
    long questions = bench.tx.asked();
    long transactions = bench.tx.opened();
    bench.bring(register.content());
    return new Asked(bench.tx.asked() - questions, bench.tx.opened() - transactions);
  }

  /** Memory in use once what is not needed has been collected. */
  private static long held() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
