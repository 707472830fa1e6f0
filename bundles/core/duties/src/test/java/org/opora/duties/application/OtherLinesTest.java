package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;

/** What expires, what the house owes, and what a record in the file says of a duty. */
class OtherLinesTest {
  private static final LocalDate BEGAN = LocalDate.of(2024, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final String CHECK = "check";
  private static final CaseFiles.Carer EVA = Centre.carer("Eva", "Nováková", null);
  private static final CaseFiles.Child TOM =
      Centre.child("tom", "Tomáš", "Malý", LocalDate.of(2018, 5, 5), BEGAN);
  private static final About ABOUT_EVA = About.person(Centre.file("1/24"), EVA.person());

  /** Carers need a check, valid for two years unless it says so itself. */
  private record Checks() implements RuleSet {
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
          new ExpiryRule(
              "test.check",
              Text.of("test", "check"),
              CHECK,
              EnumSet.of(Duties.SubjectKind.CARER),
              false,
              List.of(parameter(Period.ofYears(2), "§ 1")),
              List.of(parameter(true, "§ 2")),
              new ExpiryRule.Reasons(
                  "test", "valid", "expiring", "missing", "lasting", "unknown")));
    }

    private static <T> Parameter<T> parameter(T value, String paragraph) {
      return new Parameter<>(
          value,
          LocalDate.of(2020, 1, 1),
          null,
          paragraph,
          Text.of("test", "source"),
          Trust.SECONDARY);
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return day.getDayOfWeek().getValue() < 6;
    }
  }

  private static Centre centre(LocalDate movedIn) {
    return new Centre()
        .with(new Checks())
        .agreement("1/24", BEGAN, null, movedIn, Centre.WORKER, List.of(EVA), List.of(TOM));
  }

  private static List<Line> lines(Centre centre, Reach reach, String rule) {
    return centre.duties(true).list(Centre.viewer(reach, TODAY), TODAY).stream()
        .filter(line -> line.rule().equals(rule))
        .toList();
  }

  private static Line check(Centre centre) {
    List<Line> lines = lines(centre, Reach.ALL, "test.check");
    assertEquals(1, lines.size(), "carers only");
    return lines.get(0);
  }

  /** Article II(3): who keeps the rules of before has a right to help every six months. */
  @Test
  void expertHelpGoesOnUnderAgreementsThatKeepTheRulesOfBefore() {
    Centre kept = centre(null).bringing(Kinds.EXPERT_HELP);
    Line line = lines(kept, Reach.ALL, "cz.expert-help").get(0);
    assertEquals(Status.OVERDUE, line.status());
    assertEquals(BEGAN.plusMonths(6), line.due());
    assertEquals(Trust.SECONDARY, line.trust(), "that it keeps them is a reading");
    Centre chose =
        new Centre()
            .agreement(
                "1/24",
                new Centre.Care(CareKind.LONG_TERM, true, LocalDate.of(2026, 3, 1)),
                BEGAN,
                null,
                null,
                Centre.WORKER,
                List.of(EVA),
                List.of())
            .bringing(Kinds.EXPERT_HELP);
    assertTrue(lines(chose, Reach.ALL, "cz.expert-help").isEmpty(), "the law sets no time now");
    LocalDate before = LocalDate.of(2026, 2, 28);
    assertEquals(
        1,
        chose.duties(true).list(Centre.viewer(Reach.ALL, before), before).stream()
            .filter(one -> one.rule().equals("cz.expert-help"))
            .count(),
        "and did until they chose");
    Centre later =
        new Centre()
            .agreement(
                "1/25",
                LocalDate.of(2025, 1, 1),
                null,
                null,
                Centre.WORKER,
                List.of(EVA),
                List.of())
            .bringing(Kinds.EXPERT_HELP);
    assertTrue(lines(later, Reach.ALL, "cz.expert-help").isEmpty());
  }

  @Test
  void whatAnAgreementPromisesIsOwedWhereTheLawSetsNoTime() {
    LocalDate concluded = LocalDate.of(2026, 2, 1);
    Centre centre =
        new Centre()
            .agreement("1/26", concluded, null, null, Centre.WORKER, List.of(EVA), List.of())
            .bringing(Kinds.EXPERT_HELP);
    About agreement = About.agreement(Centre.file("1/26"), Centre.agreementOf("1/26", concluded));
    centre.proved(
        Centre.key("promise"),
        NewFact.of(Kinds.EXPERT_HELP_PROMISED, agreement, concluded)
            .amounting(BigDecimal.valueOf(6), Kinds.MONTHS));
    Line line = lines(centre, Reach.ALL, "cz.expert-help").get(0);
    assertEquals(Status.OVERDUE, line.status());
    assertEquals(LocalDate.of(2026, 8, 1), line.due());
    assertEquals("expert-help.first", line.why().key());
    assertEquals(Trust.SECONDARY, line.trust());
    assertTrue(line.paragraph().contains("dohoda"), line.paragraph());
    centre.proved(
        Centre.key("promise"),
        NewFact.of(Kinds.EXPERT_HELP_PROMISED, agreement, concluded)
            .amounting(BigDecimal.valueOf(12), Kinds.MONTHS));
    assertEquals(LocalDate.of(2027, 2, 1), lines(centre, Reach.ALL, "cz.expert-help").get(0).due());
    centre.proved(
        Centre.key("promise"),
        NewFact.of(Kinds.EXPERT_HELP_PROMISED, agreement, concluded)
            .until(TODAY.minusDays(1))
            .amounting(BigDecimal.valueOf(12), Kinds.MONTHS));
    assertTrue(lines(centre, Reach.ALL, "cz.expert-help").isEmpty(), "it promises no more");
  }

  /** Who keeps the rules of before is owed what they say, whatever else is promised. */
  @Test
  void theLawGoesBeforeAPromise() {
    Centre centre = centre(null).bringing(Kinds.EXPERT_HELP);
    centre.proved(
        Centre.key("promise"),
        NewFact.of(
                Kinds.EXPERT_HELP_PROMISED,
                About.agreement(Centre.file("1/24"), Centre.agreementOf("1/24", BEGAN)),
                BEGAN)
            .amounting(BigDecimal.valueOf(12), Kinds.MONTHS));
    assertEquals(BEGAN.plusMonths(6), lines(centre, Reach.ALL, "cz.expert-help").get(0).due());
  }

  @Test
  void aPaperIsToBeRenewedBeforeItIsOver() {
    Centre centre = centre(null).bringing(CHECK);
    Line none = check(centre);
    assertEquals(Status.OVERDUE, none.status());
    assertEquals(BEGAN, none.due(), "needed since the agreement");
    assertEquals("missing", none.why().key());

    centre.proved(Centre.key("first"), NewFact.of(CHECK, ABOUT_EVA, LocalDate.of(2024, 11, 10)));
    Line soon = check(centre);
    assertEquals(Status.DUE_SOON, soon.status());
    assertEquals(LocalDate.of(2026, 11, 10), soon.due());
    assertEquals(List.<Object>of(LocalDate.of(2026, 11, 10), 8L, "§ 2"), soon.why().arguments());
    assertEquals(Duties.SubjectKind.CARER, soon.subjectKind());

    centre.proved(
        Centre.key("second"),
        NewFact.of(CHECK, ABOUT_EVA, LocalDate.of(2026, 10, 30)).until(LocalDate.of(2027, 10, 30)));
    Line renewed = check(centre);
    assertEquals(Status.OK, renewed.status());
    assertEquals(LocalDate.of(2027, 10, 30), renewed.due(), "the day it names itself");
    assertEquals("valid", renewed.why().key());
    assertEquals(2, renewed.evidence().size());
  }

  @Test
  void aPaperMayHaveBeenThereBeforeTheFileCame() {
    Line line = check(centre(LocalDate.of(2026, 6, 1)).bringing(CHECK));
    assertEquals(Status.NOT_ASSESSED, line.status());
    assertNull(line.due());
  }

  @Test
  void whatTheRegionAsksForIsOwedByTheHouse() {
    Centre centre =
        centre(null)
            .proved(
                Centre.key("counts"),
                NewFact.of(Kinds.COUNTS_ASKED, About.centre(), LocalDate.of(2026, 10, 28))
                    .tiedTo("counts"));
    Line line = lines(centre, Reach.ALL, "cz.counts").get(0);
    assertEquals(LocalDate.of(2026, 11, 5), line.due(), "eight days");
    assertEquals(Duties.SubjectKind.CENTRE, line.subjectKind());
    assertNull(line.file());
    assertNull(line.name());
    assertTrue(
        lines(centre, Reach.OWN, "cz.counts").isEmpty(), "only for who sees the whole centre");
    assertTrue(
        centre.duties(true).of(Centre.viewer(Reach.ALL, TODAY), Centre.file("1/24"), TODAY).stream()
            .noneMatch(one -> one.rule().equals("cz.counts")),
        "it stands in no file");
    centre.proved(
        Centre.key("answered"),
        NewFact.of(Kinds.COUNTS_ANSWERED, About.centre(), TODAY).tiedTo("counts"));
    assertTrue(lines(centre, Reach.ALL, "cz.counts").isEmpty());
  }

  @Test
  void papersOfTheStaffRunOutForWhoHasHadOne() {
    About worker = About.staff(Centre.WORKER);
    Centre centre =
        new Centre()
            .bringing(Kinds.STAFF_RECORD)
            .working(Centre.WORKER, "Jana Tichá", LocalDate.of(2025, 6, 1));
    String rule = "cz.staff-record";
    assertTrue(lines(centre, Reach.ALL, rule).isEmpty(), "nobody knows who else needs one");
    centre.proved(
        Centre.key("first"),
        NewFact.of(Kinds.STAFF_RECORD, worker, LocalDate.of(2025, 1, 1))
            .until(LocalDate.of(2026, 11, 10)));
    Line soon = lines(centre, Reach.ALL, rule).get(0);
    assertEquals(Status.DUE_SOON, soon.status());
    assertEquals(LocalDate.of(2026, 11, 10), soon.due());
    assertEquals(Duties.SubjectKind.STAFF, soon.subjectKind());
    assertEquals(Centre.WORKER.value(), soon.whom().key());
    assertEquals("Jana Tichá", soon.name().spoken());
    assertEquals(1, soon.evidence().size());
    assertNull(soon.file());
    assertTrue(lines(centre, Reach.OWN, rule).isEmpty(), "only for who sees the whole centre");
    centre.proved(
        Centre.key("second"), NewFact.of(Kinds.STAFF_RECORD, worker, LocalDate.of(2026, 11, 1)));
    assertEquals("paper.lasting", lines(centre, Reach.ALL, rule).get(0).why().key());
    Centre left =
        new Centre()
            .proved(
                Centre.key("first"),
                NewFact.of(Kinds.STAFF_RECORD, worker, LocalDate.of(2025, 1, 1))
                    .until(LocalDate.of(2026, 10, 1)));
    assertTrue(lines(left, Reach.ALL, rule).isEmpty(), "who is not here renews nothing");
  }

  @Test
  void theMandateOfTheHouseRunsOut() {
    Centre centre =
        new Centre()
            .proved(
                Centre.key("mandate"),
                NewFact.of(Kinds.MANDATE, About.centre(), LocalDate.of(2023, 2, 1))
                    .until(LocalDate.of(2026, 10, 31)));
    Line line = lines(centre, Reach.ALL, "cz.mandate-valid").get(0);
    assertEquals(Status.OVERDUE, line.status());
    assertEquals(LocalDate.of(2026, 11, 1), line.due(), "the first day without one");
    assertEquals(Duties.SubjectKind.CENTRE, line.subjectKind());
    assertTrue(
        lines(centre, Reach.OWN, "cz.mandate-valid").isEmpty(),
        "only for who sees the whole centre");
  }

  @Test
  void anAgreementIsOwedBeforeThereIsOne() {
    LocalDate force = LocalDate.of(2026, 10, 2);
    About owed = About.agreement(Centre.file("9/26"), Centre.agreementOf("9/26", LocalDate.MIN));
    Centre centre =
        new Centre()
            .prepares("9/26", "Nová", null)
            .proved(
                Centre.key("owed"), NewFact.of(Kinds.AGREEMENT_OWED, owed, force).tiedTo("9/26"));
    Line line = lines(centre, Reach.ALL, "cz.conclude").get(0);
    assertEquals(LocalDate.of(2026, 11, 1), line.due());
    assertEquals(Status.OVERDUE, line.status());
    assertEquals("Nová", line.familyName());
    assertEquals(Duties.SubjectKind.AGREEMENT, line.subjectKind());
    assertEquals(
        List.of(line),
        centre.duties(true).of(Centre.viewer(Reach.ALL, TODAY), Centre.file("9/26"), TODAY));
    centre.proved(
        Centre.key("settled"), NewFact.of(Kinds.AGREEMENT_SETTLED, owed, TODAY).tiedTo("9/26"));
    assertTrue(lines(centre, Reach.ALL, "cz.conclude").isEmpty());
    Centre moved =
        new Centre()
            .prepares("9/26", "Nová", TODAY)
            .proved(
                Centre.key("owed"), NewFact.of(Kinds.AGREEMENT_OWED, owed, force).tiedTo("9/26"));
    assertEquals(Status.NOT_ASSESSED, lines(moved, Reach.ALL, "cz.conclude").get(0).status());
  }

  @Test
  void aMonthForPersonalDataAndTwoMoreWhenSaidInTime() {
    Centre centre =
        centre(null)
            .proved(
                Centre.key("data"),
                NewFact.of(Kinds.DATA_ASKED, About.centre(), LocalDate.of(2026, 9, 30))
                    .tiedTo("data"));
    Line line = lines(centre, Reach.ALL, "cz.personal-data").get(0);
    assertEquals(LocalDate.of(2026, 10, 30), line.due());
    assertEquals(Trust.UNVERIFIED, line.trust());
    centre.proved(
        Centre.key("later"),
        NewFact.of(Kinds.DATA_EXTENDED, About.centre(), LocalDate.of(2026, 10, 30)).tiedTo("data"));
    assertEquals(
        LocalDate.of(2026, 12, 30), lines(centre, Reach.ALL, "cz.personal-data").get(0).due());
  }

  @Test
  void expertHelpWasCountedWhileTheLawAskedEverybodyForIt() {
    Centre centre = centre(null).bringing(Kinds.EXPERT_HELP);
    LocalDate then = LocalDate.of(2024, 9, 1);
    List<Line> lines =
        centre.duties(true).list(Centre.viewer(Reach.ALL, then), then).stream()
            .filter(line -> line.rule().equals("cz.expert-help"))
            .toList();
    assertEquals(1, lines.size(), "the carer's right");
    assertEquals(LocalDate.of(2024, 7, 1), lines.get(0).due());
  }

  @Test
  void aReasonInTheFileJustifiesWhatWasNotDone() {
    Centre centre = centre(null);
    LocalDate due = LocalDate.of(2026, 9, 1);
    centre.saw("1/24", EVA.person(), LocalDate.of(2026, 7, 1));
    centre.saw("1/24", TOM.person(), LocalDate.of(2026, 7, 1));
    About tom = About.person(Centre.file("1/24"), TOM.person());
    centre.proved(
        Centre.key("hospital"),
        NewFact.of(Excuses.JUSTIFIED, tom, LocalDate.of(2026, 8, 20)).tiedTo("cz.visit"));
    assertEquals(
        List.of(Status.OVERDUE, Status.JUSTIFIED),
        lines(centre, Reach.ALL, "cz.visit").stream().map(Line::status).toList());
    assertEquals(
        List.of(due, due),
        lines(centre, Reach.ALL, "cz.visit").stream().map(Line::due).toList(),
        "the clock runs on");
    Centre other = centre(null);
    other.saw("1/24", TOM.person(), LocalDate.of(2026, 7, 1));
    other.proved(
        Centre.key("hospital"),
        NewFact.of(Excuses.JUSTIFIED, tom, LocalDate.of(2026, 8, 20)).tiedTo("cz.other"));
    assertTrue(
        lines(other, Reach.ALL, "cz.visit").stream()
            .allMatch(line -> line.status() == Status.OVERDUE),
        "a reason for another duty is none for this one");
  }

  @Test
  void whatDoesNotApplyIsSaidWithTheRecordThatSaysSo() {
    Centre centre = centre(null);
    centre.proved(
        Centre.key("abroad"),
        NewFact.of(
            Excuses.NOT_APPLICABLE, About.file(Centre.file("1/24")), LocalDate.of(2026, 10, 1)));
    centre.saw("1/24", EVA.person(), LocalDate.of(2026, 8, 20));
    centre.saw("1/24", TOM.person(), LocalDate.of(2026, 8, 1));
    List<Line> lines = lines(centre, Reach.ALL, "cz.visit");
    assertEquals(2, lines.size(), "about the file: for everybody in it");
    for (Line line : lines) {
      assertEquals(Status.NOT_APPLICABLE, line.status());
      assertNull(line.due());
      assertEquals("why.not-applicable", line.why().key());
      assertEquals(Excuses.NOT_APPLICABLE, line.evidence().get(line.evidence().size() - 1).kind());
    }
    LocalDate before = LocalDate.of(2026, 9, 30);
    assertTrue(
        centre.duties(true).list(Centre.viewer(Reach.ALL, before), before).stream()
            .noneMatch(line -> line.status() == Status.NOT_APPLICABLE));
  }

  @Test
  void whatWasMissedBeforeItStoppedToApplyIsMissed() {
    Centre centre = centre(null);
    centre.saw("1/24", EVA.person(), LocalDate.of(2026, 8, 1));
    centre.saw("1/24", TOM.person(), LocalDate.of(2026, 7, 30));
    centre.proved(
        Centre.key("abroad"),
        NewFact.of(
            Excuses.NOT_APPLICABLE, About.file(Centre.file("1/24")), LocalDate.of(2026, 10, 1)));
    List<Line> lines = lines(centre, Reach.ALL, "cz.visit");
    assertEquals(
        List.of(Status.OVERDUE, Status.NOT_APPLICABLE), lines.stream().map(Line::status).toList());
    assertEquals(LocalDate.of(2026, 9, 30), lines.get(0).due(), "the day before");
  }

  @Test
  void aVisitThatNobodyCanWriteDownIsNotAssessed() {
    Centre centre = centre(null);
    centre.proved(Centre.key("v"), NewFact.of(Visits.EVIDENCE, ABOUT_EVA, BEGAN));
    centre.saw("1/24", EVA.person(), LocalDate.of(2026, 9, 20));
    centre.saw("1/24", TOM.person(), LocalDate.of(2026, 9, 20));
    centre.without(LocalDate.of(2026, 10, 1), Visits.EVIDENCE);
    for (Line line : lines(centre, Reach.ALL, "cz.visit")) {
      assertEquals(Status.NOT_ASSESSED, line.status());
      assertNull(line.due());
    }
  }
}
