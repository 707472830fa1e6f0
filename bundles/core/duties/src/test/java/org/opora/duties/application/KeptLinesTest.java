package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

class KeptLinesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final Centre centre = new Centre();
  private final AtomicLong commits = new AtomicLong();
  private final KeptLines kept = centre.kept(commits::get);

  private CaseFiles.Carer family(String number) {
    CaseFiles.Carer carer = Centre.carer("Eva", number, LocalDate.of(1980, 1, 5));
    centre.agreement(
        number, LocalDate.of(2020, 1, 1), null, null, Centre.WORKER, List.of(carer), List.of());
    return carer;
  }

  /** Which files were asked for since then. */
  private Set<CaseFileId> askedAfter(int questions) {
    return centre.asked().stream()
        .skip(questions)
        .flatMap(one -> one.files().stream())
        .collect(Collectors.toSet());
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
  void afterSomethingWasRecordedOnlyThatFamilyIsReckonedAnew() {
    CaseFiles.Carer carer = family("001/2020");
    family("002/2020");
    List<Line> first = kept.list(all(), TODAY);
    int asked = centre.asked().size();
    centre.saw("001/2020", carer.person(), TODAY);
    commits.incrementAndGet();
    List<Line> next = kept.list(all(), TODAY);
    assertEquals(Set.of(Centre.file("001/2020")), askedAfter(asked));
    assertNotEquals(due(first, "001/2020"), due(next, "001/2020"));
    assertEquals(due(first, "002/2020"), due(next, "002/2020"));
  }

  @Test
  void whatIsRecordedOfSomebodyElsewhereIsTheirFamilysToo() {
    CaseFiles.Carer carer = family("001/2020");
    family("002/2020");
    kept.list(all(), TODAY);
    int asked = centre.asked().size();
    centre.saw("009/2015", carer.person(), LocalDate.of(2015, 1, 1));
    kept.list(all(), TODAY);
    assertEquals(Set.of(Centre.file("001/2020")), askedAfter(asked));
  }

  @Test
  void whoIsFoundToBeTheSameIsReckonedAnew() {
    CaseFiles.Carer carer = family("001/2020");
    family("002/2020");
    kept.list(all(), TODAY);
    int asked = centre.asked().size();
    centre.same(carer.person(), new PersonId(Centre.key("an older key")));
    commits.incrementAndGet();
    kept.list(all(), TODAY);
    assertEquals(Set.of(Centre.file("001/2020")), askedAfter(asked));
  }

  @Test
  void aFigureThatWasConfirmedIsSaidOfEverybody() {
    family("001/2020");
    family("002/2020");
    List<Line> first = kept.list(all(), TODAY);
    assertTrue(first.stream().noneMatch(line -> line.trust() == Trust.CONFIRMED));
    centre.book().rules().forEach(entry -> confirm(entry.rule()));
    commits.incrementAndGet();
    assertEquals(
        Set.of("001/2020", "002/2020"),
        kept.list(all(), TODAY).stream()
            .filter(line -> line.trust() == Trust.CONFIRMED)
            .map(Line::number)
            .collect(Collectors.toSet()));
  }

  private void confirm(IntervalRule rule) {
    rule.period().forEach(figure -> centre.confirmed(rule.periodFigure(), figure.from()));
  }

  private static List<LocalDate> due(List<Line> lines, String number) {
    return lines.stream().filter(line -> line.number().equals(number)).map(Line::due).toList();
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
    CaseFiles.Carer carer = family("001/2020");
    CountDownLatch ready = new CountDownLatch(1);
    kept.list(all(), TODAY);
    int once = centre.questions();
    centre.saw("001/2020", carer.person(), TODAY);
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
