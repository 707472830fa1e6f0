package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.duties.spi.Term;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;

/** What has to follow an event, in the list of duties. */
class DeadlineLinesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate BEGAN = LocalDate.of(2024, 1, 1);
  private static final LocalDate NEW_LAW = LocalDate.of(2026, 1, 1);
  private static final String ASKED = "asked";
  private static final String ANSWERED = "answered";
  private static final String PROLONGED = "prolonged";
  private static final Viewer DIRECTOR = Centre.viewer(Reach.ALL, TODAY);
  private static final CaseFiles.Carer EVA =
      Centre.carer("Eva", "Nováková", LocalDate.of(1980, 1, 1));
  private static final CaseFiles.Child TOM =
      Centre.child("tom", "Tomáš", "Malý", LocalDate.of(2018, 5, 5), BEGAN);

  /** Ten days before the new law, thirty under it; made longer by a month under the new one. */
  private record Law(Term later) implements RuleSet {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Rule> rules() {
      return List.of(
          new DeadlineRule(
              "test.answer",
              text("answer"),
              EnumSet.of(Duties.SubjectKind.CARER, Duties.SubjectKind.CHILD),
              ASKED,
              ANSWERED,
              PROLONGED,
              List.of(
                  parameter(Term.days(10), LocalDate.of(2020, 1, 1), NEW_LAW.minusDays(1), "§ 1"),
                  parameter(later, NEW_LAW, null, "§ 2")),
              List.of(parameter(Period.ofMonths(1), NEW_LAW, null, "§ 3")),
              new DeadlineRule.Reasons("test", "running", "soon", "overdue", "unknown")));
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return day.getDayOfWeek().getValue() < 6;
    }

    private static <T> Parameter<T> parameter(
        T value, LocalDate from, LocalDate until, String paragraph) {
      return new Parameter<>(value, from, until, paragraph, text("source"), Trust.SECONDARY);
    }

    private static Text text(String key) {
      return Text.of("test", key);
    }
  }

  private static Centre centre(Term later, LocalDate movedIn) {
    return new Centre()
        .with(new Law(later))
        .agreement("1/24", BEGAN, null, movedIn, Centre.WORKER, List.of(EVA), List.of(TOM));
  }

  private static Centre asked(Term later, LocalDate on) {
    return centre(later, null).proved(ASKED, "1/24", EVA.person(), on, null, "a");
  }

  private static List<Line> lines(Centre centre, LocalDate day) {
    return centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
        .filter(line -> line.rule().equals("test.answer"))
        .toList();
  }

  private static List<Line> lines(Centre centre) {
    return lines(centre, TODAY);
  }

  private static Line only(Centre centre, LocalDate day) {
    List<Line> lines = lines(centre, day);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private static Line only(Centre centre) {
    return only(centre, TODAY);
  }

  @Test
  void whatNothingHasFollowedStandsInTheListWithTheFigureOfItsDay() {
    Line line = only(asked(Term.days(30), LocalDate.of(2026, 10, 30)));
    assertEquals(LocalDate.of(2026, 11, 29), line.due());
    assertEquals(LocalDate.of(2026, 11, 27), line.doBy(), "a Friday");
    assertEquals(Status.OK, line.status());
    assertEquals("running", line.why().key());
    assertEquals(
        List.<Object>of(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 29), 27L, "§ 2"),
        line.why().arguments());
    assertEquals("§ 2", line.paragraph());
    assertEquals(Trust.SECONDARY, line.trust());
    assertEquals("test 1", line.ruleSet());
    assertEquals(Duties.SubjectKind.CARER, line.subjectKind());
    assertEquals(EVA.person(), line.subject());
    assertEquals("a", line.ref());

    Line soon = only(asked(Term.days(30), LocalDate.of(2026, 10, 17)));
    assertEquals(Status.DUE_SOON, soon.status());
    Line before = only(asked(Term.days(30), NEW_LAW.minusDays(1)));
    assertEquals(LocalDate.of(2026, 1, 10), before.due(), "the law of the day it was asked");
    assertEquals("§ 1", before.paragraph());
    assertEquals(Status.OVERDUE, before.status());
    assertEquals("overdue", before.why().key());
  }

  @Test
  void whatWasDoneIsNoDutyAnyMoreAndOnlyItsOwnAnswerDoesIt() {
    Centre centre = asked(Term.days(30), LocalDate.of(2026, 10, 1));
    centre.proved(ASKED, "1/24", EVA.person(), LocalDate.of(2026, 10, 5), null, "b");
    centre.proved(ANSWERED, "1/24", EVA.person(), LocalDate.of(2026, 10, 20), null, "a");
    assertEquals("b", only(centre).ref());
    centre.proved(ANSWERED, "1/24", EVA.person(), LocalDate.of(2026, 10, 4), null, "b");
    assertEquals("b", only(centre).ref(), "no answer is given before the question");
    centre.proved(ANSWERED, "1/24", EVA.person(), TODAY, null, "b");
    assertTrue(lines(centre).isEmpty());
  }

  @Test
  void whatNothingTiesToTheEventIsNoAnswerToIt() {
    Centre centre =
        centre(Term.days(30), null)
            .proved(ASKED, "1/24", EVA.person(), LocalDate.of(2026, 10, 1), null, null)
            .proved(ANSWERED, "1/24", EVA.person(), LocalDate.of(2026, 10, 5), null, null);
    assertEquals(LocalDate.of(2026, 10, 31), only(centre).due(), "two nulls are not the same");
  }

  @Test
  void severalOfOnePersonAreToldApart() {
    Centre centre = asked(Term.days(30), LocalDate.of(2026, 10, 1));
    centre.proved(ASKED, "1/24", EVA.person(), LocalDate.of(2026, 10, 1), null, "b");
    centre.proved(ASKED, "1/24", TOM.person(), LocalDate.of(2026, 10, 1), null, "c");
    centre.proved(ASKED, "1/24", EVA.person(), LocalDate.of(2026, 10, 1), null, null);
    List<Line> lines = lines(centre);
    assertEquals(4, lines.size());
    assertEquals(4, lines.stream().map(Line::ref).collect(Collectors.toSet()).size());
    assertEquals(
        Set.of(Duties.SubjectKind.CARER, Duties.SubjectKind.CHILD),
        lines.stream().map(Line::subjectKind).collect(Collectors.toSet()));
    assertEquals(
        lines,
        centre.duties(true).list(DIRECTOR, TODAY).stream()
            .filter(line -> line.rule().equals("test.answer"))
            .toList(),
        "always in the same order");
  }

  @Test
  void itMayBeMadeLongerInTimeOnly() {
    Centre centre = asked(Term.days(30), LocalDate.of(2026, 9, 10));
    assertEquals(LocalDate.of(2026, 10, 10), only(centre).due());
    centre.proved(PROLONGED, "1/24", EVA.person(), LocalDate.of(2026, 10, 10), null, "a");
    assertEquals(LocalDate.of(2026, 11, 10), only(centre).due());
    Centre late = asked(Term.days(30), LocalDate.of(2026, 9, 10));
    late.proved(PROLONGED, "1/24", EVA.person(), LocalDate.of(2026, 10, 11), null, "a");
    assertEquals(LocalDate.of(2026, 10, 10), only(late).due());
  }

  @Test
  void everyTermOfALawIsCounted() {
    LocalDate on = LocalDate.of(2026, 1, 31);
    assertEquals(LocalDate.of(2026, 2, 28), only(asked(Term.months(1), on)).due());
    assertEquals(LocalDate.of(2026, 2, 15), only(asked(Term.dayOfNextMonth(15), on)).due());
    assertEquals(
        LocalDate.of(2027, 6, 30), only(asked(Term.dayOfNextYear(MonthDay.of(6, 30)), on)).due());
    assertTrue(lines(asked(Term.stated(), on)).isEmpty(), "nobody set a date");
    Centre stated =
        centre(Term.stated(), null)
            .proved(ASKED, "1/24", EVA.person(), on, LocalDate.of(2026, 3, 3), "a");
    assertEquals(LocalDate.of(2026, 3, 3), only(stated).due());
  }

  @Test
  void nobodyCallsMissedWhatMayHaveBeenDoneBeforeTheFileCame() {
    LocalDate moved = LocalDate.of(2026, 6, 1);
    Centre centre =
        centre(Term.days(30), moved)
            .proved(ASKED, "1/24", EVA.person(), LocalDate.of(2026, 3, 1), null, "a");
    Line line = only(centre);
    assertEquals(Status.NOT_ASSESSED, line.status());
    assertNull(line.due());
    assertEquals("unknown", line.why().key());
    centre.proved(ASKED, "1/24", EVA.person(), moved, null, "b");
    assertEquals(
        Set.of(Status.NOT_ASSESSED, Status.OVERDUE),
        lines(centre).stream().map(Line::status).collect(Collectors.toSet()));
  }

  @Test
  void oneQuestionAnswersAllFilesAndNoneIsAskedWithoutARule() {
    Centre none = new Centre();
    Centre ruled = new Centre().with(new Law(Term.days(30)));
    for (Centre centre : List.of(none, ruled)) {
      for (String number : List.of("1/24", "2/24", "3/24")) {
        centre
            .agreement(number, BEGAN, null, null, Centre.WORKER, List.of(EVA), List.of())
            .proved(ASKED, number, EVA.person(), TODAY, null, number);
      }
      centre.duties(true).list(DIRECTOR, TODAY);
    }
    assertEquals(none.questions() + 1, ruled.questions(), "one for all of them");
    assertEquals(3, lines(ruled).size());
  }

  @Test
  void whatIsOwedIsNotAssessedWhileNobodyCanWriteDownThatItWasDone() {
    LocalDate gone = LocalDate.of(2026, 10, 20);
    Centre centre = asked(Term.days(30), LocalDate.of(2026, 9, 1));
    centre.proved(ASKED, "1/24", TOM.person(), LocalDate.of(2026, 10, 5), null, "b");
    centre.without(gone, ASKED, ANSWERED, PROLONGED);
    assertEquals(
        List.of(Status.OVERDUE, Status.OK),
        lines(centre, gone.minusDays(1)).stream().map(Line::status).toList());
    for (LocalDate day : List.of(gone, TODAY, TODAY.plusYears(1))) {
      List<Line> lines = lines(centre, day);
      assertEquals(2, lines.size());
      for (Line line : lines) {
        assertEquals(Status.NOT_ASSESSED, line.status(), day.toString());
        assertNull(line.due());
        assertEquals("unknown", line.why().key());
      }
    }
  }

  @Test
  void whatCouldHaveBeenDoneDuringAnAbsenceIsNeverCalledMissed() {
    LocalDate left = LocalDate.of(2026, 9, 10);
    LocalDate back = LocalDate.of(2026, 9, 20);
    Centre centre = asked(Term.days(30), LocalDate.of(2026, 9, 1)).away(left, back);
    assertEquals(Status.OK, only(centre, left.minusDays(1)).status());
    assertEquals(Status.DUE_SOON, only(centre, back).status(), "there is time left");
    assertEquals(LocalDate.of(2026, 10, 1), only(centre, back).due());
    assertEquals(Status.NOT_ASSESSED, only(centre).status());
    centre.proved(ASKED, "1/24", EVA.person(), back, null, "b");
    Line after =
        lines(centre).stream().filter(line -> line.ref().equals("b")).findFirst().orElseThrow();
    assertEquals(Status.OVERDUE, after.status(), "what was asked after its return is counted");
    assertEquals(back.plusDays(30), after.due());
    centre.proved(ANSWERED, "1/24", EVA.person(), left, null, "a");
    assertEquals("b", only(centre).ref(), "who knows better writes the day down");
    assertEquals(
        Status.OVERDUE,
        only(asked(Term.days(30), LocalDate.of(2026, 9, 1)).away(left, left)).status(),
        "exchanged within a day it was never away");
  }
}
