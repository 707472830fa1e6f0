package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.About;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;

/** Hours of training in the list of duties, with the figures of story S8. */
class QuotaLinesTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 5, 1);
  private static final LocalDate SEMINAR = LocalDate.of(2026, 4, 24);
  private static final CaseFiles.Carer PETR = Centre.carer("Petr", "Novák", null);
  private static final CaseFiles.Carer JANA = Centre.carer("Jana", "Nováková", null);

  private static Centre novaks() {
    return new Centre()
        .agreement("1/25", SIGNED, null, null, Centre.WORKER, List.of(PETR, JANA), List.of())
        .bringing(Kinds.EDUCATION);
  }

  private static Centre alone(Centre.Care care, LocalDate signed, LocalDate ends) {
    return new Centre()
        .agreement("1/25", care, signed, ends, null, Centre.WORKER, List.of(PETR), List.of())
        .bringing(Kinds.EDUCATION);
  }

  private static Centre trained(
      Centre centre, CaseFiles.Carer who, LocalDate on, double hours, String form) {
    NewFact fact =
        NewFact.of(Kinds.EDUCATION, About.person(Centre.file("1/25"), who.person()), on)
            .amounting(BigDecimal.valueOf(Math.round(hours * 60)), Evidence.MINUTES);
    return centre.proved(
        Centre.key(who.person() + " " + on + " " + hours + form),
        form == null ? fact : fact.formed(form));
  }

  private static List<Line> lines(Centre centre, CaseFiles.Carer who, LocalDate day) {
    return centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
        .filter(line -> line.rule().equals("cz.education") || line.rule().equals("capped.hours"))
        .filter(line -> who.person().equals(line.subject()))
        .toList();
  }

  private static Line only(Centre centre, CaseFiles.Carer who, LocalDate day) {
    List<Line> lines = lines(centre, who, day);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  /** The period that runs. */
  private static Line running(Centre centre, CaseFiles.Carer who, LocalDate day) {
    return lines(centre, who, day).stream()
        .filter(line -> line.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private static Duties.Account account(Line line) {
    return assertInstanceOf(Duties.Account.class, line.detail());
  }

  private static int minutes(double hours) {
    return (int) Math.round(hours * 60);
  }

  @Test
  void whoLeftAfterTheFirstBlockIsCountedWhatTheyWereThere() {
    Centre centre = novaks();
    trained(centre, PETR, LocalDate.of(2025, 10, 1), 17.5, null);
    trained(centre, PETR, SEMINAR, 3, null);
    trained(centre, JANA, LocalDate.of(2025, 10, 1), 21, null);
    trained(centre, JANA, SEMINAR, 6, null);

    Line petr = only(centre, PETR, SEMINAR);
    assertEquals(minutes(20.5), account(petr).counted());
    assertEquals(minutes(3.5), account(petr).missing());
    assertEquals(Status.DUE_SOON, petr.status());
    assertEquals(LocalDate.of(2026, 4, 30), petr.due());
    assertEquals("education.ending", petr.why().key());
    assertEquals(
        List.<Object>of(
            SIGNED,
            LocalDate.of(2026, 4, 30),
            new BigDecimal("24"),
            new BigDecimal("20.5"),
            new BigDecimal("3.5"),
            new BigDecimal("0"),
            new BigDecimal("0"),
            new BigDecimal("0"),
            6L,
            "§ 47a, zákon č. 359/1999 Sb."),
        petr.why().arguments());
    assertEquals(2, petr.evidence().size());
    assertEquals(Trust.VERIFIED, petr.trust());

    Line jana = only(centre, JANA, SEMINAR);
    assertEquals(Status.OK, jana.status());
    assertNull(jana.due(), "nothing is due any more");
    assertEquals(minutes(3), account(jana).carriedOut());
    assertEquals("education.fulfilled", jana.why().key());
    Duties.Account next = account(only(centre, JANA, LocalDate.of(2026, 5, 1)));
    assertEquals(minutes(3), next.carriedIn());
    assertEquals(minutes(21), next.missing());
    assertEquals(LocalDate.of(2027, 4, 30), next.until());
    assertEquals(
        0, account(running(centre, JANA, LocalDate.of(2027, 5, 1))).carriedIn(), "it expired");
  }

  /** Nothing is owed by a calendar year; people who think in them see what each has brought. */
  @Test
  void theCalendarYearsOfThePeriodAreShownBesideIt() {
    Centre centre = novaks();
    trained(centre, PETR, LocalDate.of(2025, 3, 1), 4, null);
    trained(centre, PETR, LocalDate.of(2025, 10, 1), 17.5, null);
    trained(centre, PETR, SEMINAR, 3, null);
    trained(centre, PETR, LocalDate.of(2026, 4, 28), 2, null);
    assertEquals(
        List.of(
            new Duties.CalendarYear(Year.of(2025), minutes(21.5), minutes(17.5)),
            new Duties.CalendarYear(Year.of(2026), minutes(3), minutes(3))),
        account(only(centre, PETR, SEMINAR)).years(),
        "what is still to come is not there yet");
    assertEquals(
        List.of(new Duties.CalendarYear(Year.of(2025), minutes(21.5), minutes(17.5))),
        account(only(centre, PETR, LocalDate.of(2025, 12, 31))).years());
  }

  /** The law of the country says nothing of forms; a centre may. */
  private record Capped() implements RuleSet {
    @Override
    public String id() {
      return "capped";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Rule> rules() {
      QuotaRule rule =
          new CzechLaw()
              .rules().stream()
                  .filter(QuotaRule.class::isInstance)
                  .map(QuotaRule.class::cast)
                  .findFirst()
                  .orElseThrow();
      return List.of(
          new QuotaRule(
              "capped.hours",
              rule.title(),
              rule.evidence(),
              rule.spell(),
              rule.asked(),
              rule.formerRules(),
              Map.of(
                  "e-learning",
                  List.of(
                      new Parameter<>(
                          6,
                          LocalDate.of(2025, 1, 1),
                          null,
                          "§",
                          Text.of("test", "source"),
                          Trust.SECONDARY))),
              rule.carries(),
              rule.reasons()));
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return true;
    }
  }

  @Test
  void aFormCountsUpToItsCap() {
    Centre centre = novaks().with(new Capped());
    trained(centre, PETR, LocalDate.of(2025, 10, 1), 20.5, null);
    trained(centre, PETR, LocalDate.of(2026, 4, 28), 8, "e-learning");
    Duties.Account account =
        account(
            lines(centre, PETR, LocalDate.of(2026, 4, 28)).stream()
                .filter(line -> line.rule().equals("capped.hours"))
                .findFirst()
                .orElseThrow());
    assertEquals(minutes(26.5), account.counted());
    assertEquals(minutes(2), account.over());
    assertEquals(minutes(2.5), account.carriedOut());
  }

  @Test
  void theCentreMayCapAFormOfWhichTheLawSaysNothing() {
    Centre centre = novaks();
    LocalDate day = LocalDate.of(2026, 4, 28);
    trained(centre, PETR, LocalDate.of(2025, 10, 1), 17, null);
    trained(centre, PETR, day, 8, EducationForm.E_LEARNING.code());
    trained(centre, JANA, day, 8, EducationForm.IN_PERSON.code());
    Duties.Account free = account(only(centre, PETR, day));
    assertEquals(List.of(minutes(25), 0), List.of(free.counted(), free.over()));
    Viewer viewer = Centre.viewer(Reach.ALL, day);
    EducationForm form = EducationForm.E_LEARNING;
    Reading.Effect effect = centre.duties(true).ifHoursCapped(viewer, form, "6", SIGNED, day, 5);
    assertEquals(1, effect.moved());
    assertNull(effect.first().get(0).before(), "it was met");
    assertEquals(LocalDate.of(2026, 4, 30), effect.first().get(0).after());
    assertEquals(
        0,
        centre.duties(true).ifHoursCapped(viewer, form, "6", SIGNED.plusDays(1), day, 5).moved(),
        "a period that runs is not moved");

    centre.choosing(HoursCaps.reading(form), "6");
    Duties.Account capped = account(only(centre, PETR, day));
    assertEquals(
        List.of(minutes(23), minutes(2), minutes(1)),
        List.of(capped.counted(), capped.over(), capped.missing()));
    assertEquals(minutes(8), account(only(centre, JANA, day)).counted(), "another form");
    centre.choosing(HoursCaps.reading(form), HoursCaps.NONE);
    assertEquals(minutes(25), account(only(centre, PETR, day)).counted());
  }

  @Test
  void careThatWasNotMediatedNeedsLessAndATemporaryCarerNever() {
    Centre.Care kinship = new Centre.Care(CareKind.KINSHIP, false, null);
    Centre grandmother = trained(alone(kinship, SIGNED, null), PETR, SEMINAR, 18.5, null);
    Line line = only(grandmother, PETR, SEMINAR);
    assertEquals(minutes(18), account(line).need());
    assertEquals(minutes(0.5), account(line).carriedOut());
    assertEquals(Trust.SECONDARY, line.trust(), "18 hours are one reading");
    Centre.Care temporary = new Centre.Care(CareKind.TEMPORARY, false, null);
    assertEquals(minutes(24), account(only(alone(temporary, SIGNED, null), PETR, SEMINAR)).need());
  }

  @Test
  void anAgreementOfBeforeKeepsTheFormerFigureUntilItsPartiesChoose() {
    LocalDate signed = LocalDate.of(2024, 3, 1);
    LocalDate day = LocalDate.of(2026, 6, 1);
    Centre.Care kept = new Centre.Care(CareKind.KINSHIP, false, null);
    assertEquals(minutes(24), account(running(alone(kept, signed, null), PETR, day)).need());
    Centre.Care chose = new Centre.Care(CareKind.KINSHIP, false, LocalDate.of(2025, 9, 1));
    Centre centre = alone(chose, signed, null);
    assertEquals(
        minutes(24),
        account(running(centre, PETR, LocalDate.of(2025, 12, 1))).need(),
        "the period that was running stays as it is");
    List<Line> now = lines(centre, PETR, day);
    assertEquals(
        List.of(minutes(24), minutes(18)),
        now.stream().map(line -> account(line).need()).sorted((a, b) -> b - a).toList(),
        "what was missed before, and the period that runs");
  }

  @Test
  void aSurplusUnderTheRulesOfBeforeGoesNowhere() {
    LocalDate signed = LocalDate.of(2024, 3, 1);
    LocalDate day = LocalDate.of(2026, 6, 1);
    Centre.Care kept = new Centre.Care(CareKind.LONG_TERM, true, null);
    Centre centre = trained(alone(kept, signed, null), PETR, LocalDate.of(2025, 6, 1), 30, null);
    Line line = only(centre, PETR, day);
    assertEquals(0, account(line).carriedIn());
    assertEquals(Trust.SECONDARY, line.trust(), "that it keeps them is a reading");
    Centre.Care chose = new Centre.Care(CareKind.LONG_TERM, true, LocalDate.of(2025, 3, 1));
    Centre now = trained(alone(chose, signed, null), PETR, LocalDate.of(2025, 6, 1), 30, null);
    assertEquals(minutes(6), account(only(now, PETR, day)).carriedIn());
    assertEquals(Trust.SECONDARY, only(now, PETR, day).trust(), "that it counts is a reading");
    now.confirmed("cz.education.mediated", LocalDate.of(2013, 1, 1));
    assertEquals(Trust.SECONDARY, only(now, PETR, day).trust(), "the weakest of them");
    now.confirmed("cz.education.carry", LocalDate.of(2025, 1, 1));
    assertEquals(Trust.CONFIRMED, only(now, PETR, day).trust());
  }

  @Test
  void whoConfirmedOneFigureHasNotConfirmedAnotherThatSaysTheSame() {
    Centre mediated = alone(new Centre.Care(CareKind.LONG_TERM, true, null), SIGNED, null);
    mediated.confirmed("cz.education.temporary", LocalDate.of(2013, 1, 1));
    assertEquals(Trust.VERIFIED, only(mediated, PETR, SEMINAR).trust());
    mediated.confirmed("cz.education.mediated", LocalDate.of(2013, 1, 1));
    assertEquals(Trust.CONFIRMED, only(mediated, PETR, SEMINAR).trust());
  }

  @Test
  void aGapBetweenAgreementsOverTheFirstDayOfAPeriodIsNoPeriodWithoutADuty() {
    LocalDate again = LocalDate.of(2026, 5, 20);
    Centre centre =
        trained(
            alone(
                new Centre.Care(CareKind.LONG_TERM, true, null), SIGNED, LocalDate.of(2026, 4, 20)),
            PETR,
            LocalDate.of(2025, 8, 1),
            24,
            null);
    centre.agreement("1/25", again, null, null, Centre.WORKER, List.of(PETR), List.of());
    centre.choosing(QuotaRule.TRAVELS, DutiesService.TRAVEL);
    Duties.Account account = account(only(centre, PETR, LocalDate.of(2026, 6, 1)));
    assertEquals(LocalDate.of(2026, 5, 1), account.from());
    assertEquals(minutes(24), account.need());
  }

  @Test
  void aPeriodThatWasMissedIsShownBesideTheOneThatRuns() {
    Centre centre = trained(novaks(), PETR, SEMINAR, 3, null);
    LocalDate day = LocalDate.of(2026, 6, 1);
    List<Line> lines = lines(centre, PETR, day);
    assertEquals(2, lines.size());
    Line missed = lines.get(0);
    assertEquals(Status.OVERDUE, missed.status());
    assertEquals("education.missed", missed.why().key());
    assertEquals(SIGNED.toString(), missed.ref());
    assertEquals(minutes(21), account(missed).missing());
    assertNull(lines.get(1).ref());
    centre.proved(
        Centre.key("illness"),
        NewFact.of(
                Excuses.JUSTIFIED,
                About.person(Centre.file("1/25"), PETR.person()),
                LocalDate.of(2026, 3, 1))
            .until(LocalDate.of(2026, 5, 31))
            .tiedTo("cz.education"));
    Line excused =
        lines(centre, PETR, day).stream()
            .filter(line -> line.status() == Status.JUSTIFIED)
            .findFirst()
            .orElseThrow();
    assertEquals("education.excused", excused.why().key(), "no breach where a reason counts");
    assertEquals(
        1,
        lines(centre, JANA, day).stream().filter(l -> l.status() == Status.OVERDUE).count(),
        "the reason is his, not hers");
  }

  @Test
  void whatDoesNotApplyAnyMoreWasMissedInThePeriodBefore() {
    Centre centre = trained(novaks(), PETR, SEMINAR, 3, null);
    centre.proved(
        Centre.key("abroad"),
        NewFact.of(
            Excuses.NOT_APPLICABLE, About.file(Centre.file("1/25")), LocalDate.of(2026, 5, 1)));
    List<Line> lines = lines(centre, PETR, LocalDate.of(2026, 6, 1));
    assertEquals(
        List.of(Status.OVERDUE, Status.NOT_APPLICABLE), lines.stream().map(Line::status).toList());
    assertEquals(SIGNED.toString(), lines.get(0).ref());
  }

  @Test
  void aReasonOnTheLastDayIsSaidWhileThePeriodRuns() {
    Centre centre = trained(novaks(), PETR, LocalDate.of(2025, 10, 1), 3, null);
    centre.proved(
        Centre.key("illness"),
        NewFact.of(
                Excuses.JUSTIFIED,
                About.person(Centre.file("1/25"), PETR.person()),
                LocalDate.of(2026, 4, 20))
            .tiedTo("cz.education"));
    Line line = only(centre, PETR, SEMINAR);
    assertEquals(Status.JUSTIFIED, line.status());
    assertEquals("education.excused", line.why().key(), "why nothing is asked");
  }

  @Test
  void hoursTravelWhereTheCentreSaysSo() {
    LocalDate again = LocalDate.of(2026, 1, 1);
    Centre centre =
        trained(
            alone(new Centre.Care(CareKind.LONG_TERM, true, null), SIGNED, again.minusDays(1)),
            PETR,
            LocalDate.of(2025, 8, 1),
            10,
            null);
    centre.agreement("2/26", again, null, null, Centre.WORKER, List.of(PETR), List.of());
    LocalDate day = LocalDate.of(2026, 2, 1);
    Duties.Account anew = account(only(centre, PETR, day));
    assertEquals(again, anew.from());
    assertEquals(minutes(24), anew.missing());
    centre.choosing(QuotaRule.TRAVELS, DutiesService.TRAVEL);
    Duties.Account travelled = account(only(centre, PETR, day));
    assertEquals(SIGNED, travelled.from());
    assertEquals(minutes(14), travelled.missing());
  }

  /** The worker of the second family sees only that one; the account is the same. */
  @Test
  void whoSeesOnlyOneOfTheFamiliesIsToldTheSame() {
    StaffId other = new StaffId(Centre.key("other worker"));
    LocalDate again = LocalDate.of(2026, 1, 1);
    Centre centre =
        trained(
            alone(new Centre.Care(CareKind.LONG_TERM, true, null), SIGNED, again.minusDays(1)),
            PETR,
            LocalDate.of(2025, 8, 1),
            10,
            null);
    centre.agreement("2/26", again, null, null, other, List.of(PETR), List.of());
    centre.choosing(QuotaRule.TRAVELS, DutiesService.TRAVEL);
    LocalDate day = LocalDate.of(2026, 2, 1);
    List<Line> own =
        centre.duties(true).list(Centre.viewer(Reach.OWN, day, other), day).stream()
            .filter(line -> line.rule().equals("cz.education"))
            .toList();
    assertEquals(1, own.size());
    assertEquals(account(only(centre, PETR, day)), account(own.get(0)));
    assertEquals(SIGNED, account(own.get(0)).from());
  }

  @Test
  void whoStandsUnderTwoKeysIsOneAndHasOneAccount() {
    CaseFiles.Carer again = Centre.carer("Petr", "Novák", LocalDate.of(1980, 1, 1));
    Centre centre =
        new Centre()
            .agreement("1/25", SIGNED, null, null, Centre.WORKER, List.of(PETR, again), List.of())
            .same(PETR.person(), again.person());
    for (CaseFiles.Carer key : List.of(PETR, again)) {
      centre.proved(
          Centre.key("seminar"),
          NewFact.of(Kinds.EDUCATION, About.person(Centre.file("1/25"), key.person()), SEMINAR)
              .amounting(new BigDecimal("6"), Evidence.HOURS));
    }
    trained(centre, again, LocalDate.of(2025, 9, 1), 2, null);
    assertTrue(lines(centre, again, SEMINAR).isEmpty(), "he is there once");
    assertEquals(minutes(8), account(only(centre, PETR, SEMINAR)).counted());
    long visits =
        centre.duties(true).list(Centre.viewer(Reach.ALL, SEMINAR), SEMINAR).stream()
            .filter(line -> line.rule().equals("cz.visit"))
            .count();
    assertEquals(1, visits);
  }

  @Test
  void anOpeningBalanceAnswersForWhatWasBefore() {
    Centre centre = novaks();
    About petr = About.person(Centre.file("1/25"), PETR.person());
    LocalDate moved = LocalDate.of(2026, 1, 1);
    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.EDUCATION, petr, moved)
            .amounting(new BigDecimal("10"), Evidence.HOURS)
            .takenOver());
    centre.proved(
        Centre.key("carried"),
        NewFact.of(Kinds.EDUCATION, petr, moved)
            .amounting(new BigDecimal("2.5"), Evidence.HOURS)
            .formed(QuotaRule.CARRIED)
            .takenOver());
    trained(centre, PETR, LocalDate.of(2025, 9, 1), 5, null);
    trained(centre, PETR, LocalDate.of(2026, 2, 1), 1, null);
    Line line = only(centre, PETR, SEMINAR);
    assertEquals(3, line.evidence().size(), "the balance and what came after it");
    Duties.Account account = account(line);
    assertEquals(minutes(11), account.counted(), "what was before is in the ten");
    assertEquals(minutes(2.5), account.carriedIn());
    assertEquals(minutes(10.5), account.missing());
  }

  private static Centre threeHours() {
    return trained(novaks(), PETR, LocalDate.of(2025, 10, 1), 3, null);
  }

  @Test
  void hoursAreNotAssessedWhileNobodyCanWriteThemDown() {
    LocalDate gone = LocalDate.of(2026, 1, 10);
    Centre centre = threeHours();
    trained(centre, JANA, LocalDate.of(2025, 10, 1), 24, null);
    centre.without(gone, Kinds.EDUCATION);
    assertEquals("education.open", only(centre, PETR, gone.minusDays(1)).why().key());
    for (LocalDate day : List.of(gone, SEMINAR, LocalDate.of(2026, 4, 30))) {
      Line line = only(centre, PETR, day);
      assertEquals(Status.NOT_ASSESSED, line.status(), day.toString());
      assertNull(line.due());
      assertEquals("education.unknown", line.why().key());
      assertEquals(minutes(3), account(line).counted(), "what is known stays known");
    }
    assertEquals(Status.OK, only(centre, JANA, SEMINAR).status(), "24 hours are 24 hours");
    LocalDate next = LocalDate.of(2026, 6, 1);
    assertEquals(Status.NOT_ASSESSED, only(centre, PETR, next).status(), "and nothing was missed");
  }

  @Test
  void hoursAreAskedForAgainWithThePeriodAfterTheirReturn() {
    LocalDate left = LocalDate.of(2026, 1, 10);
    Centre centre = threeHours().away(left, LocalDate.of(2026, 2, 10));
    assertEquals(Status.OK, only(centre, PETR, left.minusDays(1)).status());
    assertEquals(Status.NOT_ASSESSED, only(centre, PETR, SEMINAR).status());
    Line next = only(centre, PETR, LocalDate.of(2026, 6, 1));
    assertEquals("education.open", next.why().key());
    assertEquals(LocalDate.of(2026, 5, 1), account(next).from());
    assertEquals(minutes(24), account(next).missing());
    assertEquals(
        List.of(Status.OVERDUE, Status.OK),
        lines(centre, PETR, LocalDate.of(2027, 6, 1)).stream().map(Line::status).toList(),
        "a whole period went by with it");

    About petr = About.person(Centre.file("1/25"), PETR.person());
    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.EDUCATION, petr, LocalDate.of(2026, 3, 1))
            .amounting(new BigDecimal("10"), Evidence.HOURS)
            .takenOver());
    Line said = only(centre, PETR, SEMINAR);
    assertEquals(Status.DUE_SOON, said.status(), "somebody said how the account stood");
    assertEquals(minutes(14), account(said).missing());
    assertEquals(
        Status.DUE_SOON,
        only(threeHours().away(left, left), PETR, SEMINAR).status(),
        "exchanged within a day it was never away");
  }

  @Test
  void oneQuestionEachHoweverManyFiles() {
    Centre centre = new Centre().bringing(Kinds.EDUCATION);
    for (String number : List.of("1/25", "2/25", "3/25")) {
      centre.agreement(
          number,
          SIGNED,
          null,
          null,
          Centre.WORKER,
          List.of(Centre.carer("Eva", number, null)),
          List.of());
    }
    int before = centre.questions();
    centre.duties(true).list(Centre.viewer(Reach.ALL, SEMINAR), SEMINAR);
    assertEquals(2, centre.questions() - before, "the visits, and all other facts");
    assertEquals(1, centre.histories());
  }
}
