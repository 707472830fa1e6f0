package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;
import org.opora.testkit.BundleTexts;

/** A section that hangs, fails or says nonsense of itself costs the report itself and no more. */
class SectionBookTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private SectionBook book = book(LONG);

  private static SectionBook book(Duration patience) {
    return new SectionBook(new BundleTexts(CourseModule.class, CourseModule.ORIGIN), patience);
  }

  @AfterEach
  void close() {
    book.close();
  }

  private record Section(
      String id,
      int order,
      String module,
      Set<Reader> readers,
      BiFunction<Viewer, ReportSection.Wanted, String> says)
      implements ReportSection {
    @Override
    public Text title() {
      return Text.of(CourseModule.ORIGIN, "section.conclusion");
    }

    @Override
    public Scope scope() {
      return Scope.FAMILY;
    }

    @Override
    public String draft(Viewer viewer, Wanted wanted) {
      return says.apply(viewer, wanted);
    }
  }

  private static Section says(String id, int order, String words) {
    return new Section(id, order, "quick", EnumSet.allOf(Reader.class), (viewer, wanted) -> words);
  }

  private List<SectionBook.Drafted> draft(Reader... to) {
    Set<Reader> readers = Set.of(to);
    return book.draft(
        null,
        ReportSection.Scope.FAMILY,
        new ReportSection.Wanted(
            CaseFileId.next(),
            null,
            null,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 6, 30),
            readers,
            readers,
            Locale.ENGLISH),
        100);
  }

  @Test
  void sectionsStandInTheirOrderAndEachCodeOnce() {
    book.addSection(says("b", 2, "two"));
    book.addSection(says("a", 1, "  one  "));
    book.addSection(says("a", 3, "again"));
    book.addSection(says("c", 4, "  "));
    assertEquals(
        List.of("a one", "b two", "c null"),
        draft(Reader.CARER).stream().map(one -> one.code() + " " + one.words()).toList());
  }

  @Test
  void oneThatFailsLeavesAGapWithTheNameOfItsModule() {
    book.addSection(
        new Section(
            "broken",
            1,
            "m-broken",
            EnumSet.allOf(Reader.class),
            (viewer, wanted) -> {
              throw new IllegalStateException("Ema");
            }));
    book.addSection(says("whole", 2, "words"));
    List<SectionBook.Drafted> all = draft(Reader.CARER);
    assertEquals("m-broken", all.get(0).gap());
    assertNull(all.get(0).words());
    assertEquals("words", all.get(1).words());
    assertNull(all.get(1).gap());
  }

  @Test
  void oneThatHangsIsNotWaitedFor() throws Exception {
    book.close();
    book = book(Duration.ofMillis(200));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    book.addSection(
        new Section(
            "hangs",
            1,
            "m-slow",
            EnumSet.allOf(Reader.class),
            (viewer, wanted) -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException told) {
                stopped.countDown();
              }
              return "too late";
            }));
    SectionBook.Drafted drafted = draft(Reader.CARER).get(0);
    assertEquals("m-slow", drafted.gap());
    assertNull(drafted.words());
    assertTrue(asked.await(1, TimeUnit.MINUTES));
    assertTrue(stopped.await(1, TimeUnit.MINUTES), "it is told that nobody waits any more");
  }

  @Test
  void oneThatSaysNothingSoundOfItselfIsLeftOut() {
    book.addSection(
        new Section(null, 1, "m", EnumSet.allOf(Reader.class), (viewer, wanted) -> "words"));
    book.addSection(
        new Section(
            "x".repeat(41), 1, "m", EnumSet.allOf(Reader.class), (viewer, wanted) -> "words"));
    book.addSection(says("sound", 2, "words"));
    assertEquals(List.of("sound"), draft(Reader.CARER).stream().map(one -> one.code()).toList());
  }

  @Test
  void aSectionForSomeIsAskedOnlyWhereTheyGetIt() {
    book.addSection(
        new Section(
            "carers",
            1,
            "m",
            EnumSet.of(Reader.CARER),
            (viewer, wanted) -> wanted.readers() + " of " + wanted.everybody().size()));
    assertEquals(List.of(), draft(Reader.COURT));
    SectionBook.Drafted drafted = draft(Reader.CARER, Reader.AUTHORITY).get(0);
    assertEquals("[CARER] of 2", drafted.words());
    assertEquals(Set.of(Reader.CARER), drafted.readers());
  }

  @Test
  void whatIsTooLongIsCut() {
    book.addSection(says("long", 1, "x".repeat(500)));
    String words = draft(Reader.CARER).get(0).words();
    assertEquals(100, words.length());
    assertTrue(words.endsWith("Add what is missing.)"), words);
  }

  @Test
  void whoeverLeavesIsAskedNoMore() {
    Section gone = says("gone", 1, "words");
    book.addSection(gone);
    assertEquals(1, draft(Reader.CARER).size());
    book.removeSection(gone);
    assertEquals(List.of(), draft(Reader.CARER));
  }

  @Test
  void whoMayNotReadWhatItIsDraftedFromLeavesAGapAndAsksNothing() {
    book.addSection(
        new ReportSection() {
          @Override
          public String id() {
            return "closed";
          }

          @Override
          public int order() {
            return 1;
          }

          @Override
          public Text title() {
            return Text.of(CourseModule.ORIGIN, "section.conclusion");
          }

          @Override
          public String module() {
            return "m-closed";
          }

          @Override
          public Scope scope() {
            return Scope.FAMILY;
          }

          @Override
          public boolean may(Viewer viewer) {
            return false;
          }

          @Override
          public String draft(Viewer viewer, Wanted wanted) {
            return "read all the same";
          }
        });
    SectionBook.Drafted drafted = draft(Reader.CARER).get(0);
    assertNull(drafted.words());
    assertEquals("m-closed", drafted.gap());
    assertFalse(drafted.asked());
  }
}
