package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties.Line;
import org.opora.api.files.CaseFiles;

class KeptLinesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final Centre centre = new Centre();
  private final AtomicLong commits = new AtomicLong();
  private final KeptLines kept = new KeptLines(centre.duties(true), commits::get);

  private void family(String number) {
    CaseFiles.Carer carer = Centre.carer("Eva", "Malá", LocalDate.of(1980, 1, 5));
    centre
        .agreement(
            number, LocalDate.of(2020, 1, 1), null, null, Centre.WORKER, List.of(carer), List.of())
        .saw(number, carer.person(), LocalDate.of(2026, 10, 1));
  }

  private static Viewer all() {
    return Centre.viewer(Reach.ALL, TODAY);
  }

  @Test
  void theListIsTheOneThatIsReckonedButForWhatItRestsOn() {
    family("001/2020");
    List<Line> reckoned = centre.duties(true).list(all(), TODAY);
    List<Line> lines = kept.list(all(), TODAY);
    assertEquals(
        reckoned.stream().map(line -> line.rule() + line.whom() + line.due() + line.why()).toList(),
        lines.stream().map(line -> line.rule() + line.whom() + line.due() + line.why()).toList());
    assertTrue(lines.stream().allMatch(line -> line.evidence().isEmpty()));
  }

  @Test
  void nothingIsAskedAgainUntilSomethingWasWritten() {
    family("001/2020");
    List<Line> first = kept.list(all(), TODAY);
    int asked = centre.questions();
    family("002/2020");
    assertEquals(first, kept.list(all(), TODAY));
    assertEquals(asked, centre.questions());
    commits.incrementAndGet();
    assertEquals(2 * first.size(), kept.list(all(), TODAY).size());
  }

  @Test
  void anotherDayAndAnotherViewerHaveListsOfTheirOwn() {
    family("001/2020");
    List<Line> today = kept.list(all(), TODAY);
    assertNotEquals(today, kept.list(all(), TODAY.plusMonths(1)));
    int asked = centre.questions();
    kept.list(Centre.viewer(Reach.OWN, TODAY), TODAY);
    kept.list(Centre.viewer(Reach.OWN, TODAY), TODAY);
    assertTrue(centre.questions() >= asked + 2, "who does not see the whole is always asked for");
  }

  @Test
  void whoAsksWhileItIsReckonedWaitsForIt() {
    family("001/2020");
    CountDownLatch ready = new CountDownLatch(1);
    kept.list(all(), TODAY);
    int once = centre.questions();
    commits.incrementAndGet();
    List<CompletableFuture<Integer>> eight =
        IntStream.range(0, 8)
            .mapToObj(
                one ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            ready.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          return kept.list(all(), TODAY).size();
                        },
                        work -> new Thread(work).start()))
            .toList();
    ready.countDown();
    eight.forEach(CompletableFuture::join);
    assertEquals(2 * once, centre.questions());
  }
}
