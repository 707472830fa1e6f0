package org.opora.registry.files.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.house.Confirmations;
import org.opora.api.house.Readings;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.files.contributions.AgreedEndReading;
import org.opora.testkit.BundleTexts;

/** Last days and sentences under Czech law; story S3 with every date. */
class EndingRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate SIGNED = LocalDate.of(2025, 3, 3);
  private final EndingRules rules = rules(new CzechLaw());
  private final BundleTexts texts = new BundleTexts(CzechLaw.class, "org.opora.law-czech");

  @Test
  void noticeThirtyTwoDaysBeforeEndsInJune() {
    Outlook end = notice("2026-05-29", null);
    assertEquals(LocalDate.of(2026, 6, 30), end.lastDay());
    assertEquals(
        "Notice is delivered on May 29, 2026, that is 32 days before the half-year ends on"
            + " Jun 30, 2026. The law asks for at least 30 days, so the agreement ends on"
            + " Jun 30, 2026 (§ 47c odst. 5 a 6, zákon č. 359/1999 Sb.).",
        spoken(end.why()));
    List<String> follow = end.followUps().stream().map(this::spoken).toList();
    assertEquals(6, follow.size());
    assertTrue(follow.get(0).startsWith("Remind the carer that whoever gave notice informs"));
    assertTrue(follow.get(1).contains("that the agreement ends on Jun 30, 2026"), follow.get(1));
    assertTrue(follow.get(2).contains("to the Labour Office by Jul 15, 2026"), follow.get(2));
    assertTrue(follow.get(3).contains("deliver it within 15 days to the carer"), follow.get(3));
    assertTrue(follow.get(4).contains("certificates and the statement"), follow.get(4));
    assertTrue(follow.get(5).contains("new agreement by Jul 30, 2026"), follow.get(5));
  }

  @Test
  void noticeFifteenDaysBeforeEndsInDecemberAndSaysWhy() {
    Outlook end = notice("2026-06-15", null);
    assertEquals(LocalDate.of(2026, 12, 31), end.lastDay());
    assertEquals(
        "Notice is delivered on Jun 15, 2026, that is only 15 days before the half-year ends on"
            + " Jun 30, 2026. The law asks for at least 30 days, so the agreement ends only with"
            + " the next half-year, on Dec 31, 2026 (§ 47c odst. 5 a 6, zákon č. 359/1999 Sb.).",
        spoken(end.why()));
    Refused june = assertThrows(Refused.class, () -> notice("2026-06-15", "2026-06-30"));
    assertEquals("lastDay", june.field());
    assertEquals(
        "The agreement cannot end on Jun 30, 2026. Notice delivered on Jun 15, 2026 ends it on"
            + " Dec 31, 2026: 15 days are left until the half-year ends on Jun 30, 2026, and the"
            + " law asks for at least 30 days (§ 47c odst. 5 a 6, zákon č. 359/1999 Sb.).",
        spoken(june.text()));
  }

  /** Whole days between the delivery and the half-year, and the last day that follows. */
  @ParameterizedTest
  @CsvSource({
    "2025-05-30, 31, 2025-06-30",
    "2025-05-31, 30, 2025-06-30",
    "2025-06-01, 29, 2025-12-31",
    "2025-12-01, 30, 2025-12-31",
    "2025-12-02, 29, 2026-06-30",
    "2026-05-30, 31, 2026-06-30",
    "2026-05-31, 30, 2026-06-30",
    "2026-06-01, 29, 2026-12-31",
    "2026-06-30, 0, 2026-12-31",
    "2026-07-01, 183, 2026-12-31",
    "2026-12-01, 30, 2026-12-31",
    "2026-12-02, 29, 2027-06-30",
    "2026-12-31, 0, 2027-06-30",
    "2027-01-01, 180, 2027-06-30",
    "2027-12-02, 29, 2028-06-30",
    "2028-02-29, 122, 2028-06-30",
    "2028-05-30, 31, 2028-06-30",
    "2028-05-31, 30, 2028-06-30",
    "2028-06-01, 29, 2028-12-31",
    "2028-12-01, 30, 2028-12-31",
    "2028-12-02, 29, 2029-06-30"
  })
  void theBoundaryOfTheHalfYear(LocalDate delivered, int days, LocalDate lastDay) {
    for (EndingWay way : List.of(EndingWay.CARER_NOTICE, EndingWay.CENTRE_NOTICE)) {
      Outlook end = delivered(way, delivered, null);
      assertEquals(lastDay, end.lastDay(), way.name());
      assertEquals(days, end.why().arguments().get(2));
      assertEquals(days < 30 ? "agreement.late" : "agreement.in-time", end.why().key());
      assertEquals(lastDay, delivered(way, delivered, lastDay).lastDay(), "typed is as computed");
      for (LocalDate other : List.of(lastDay.minusDays(1), lastDay.plusDays(1))) {
        Refused refused =
            assertThrows(Refused.class, () -> delivered(way, delivered, other), way.name());
        assertEquals("lastDay", refused.field());
      }
    }
  }

  private Outlook delivered(EndingWay way, LocalDate on, LocalDate typed) {
    String ground = way == EndingWay.CENTRE_NOTICE ? "cz.breach" : null;
    return rules.decide(
        CareKind.LONG_TERM, null, SIGNED, new NewEnding(way, on, ground, typed, null), on);
  }

  @ParameterizedTest
  @CsvSource({"2026-05-29, 2026-06-29", "2026-05-29, 2026-05-31", "2026-05-29, 2026-12-31"})
  void afterNoticeNoOtherDayIsPossible(String delivered, String typed) {
    assertEquals("lastDay", assertThrows(Refused.class, () -> notice(delivered, typed)).field());
  }

  @Test
  void theCentreNeedsAGroundOfTheLaw() {
    assertEquals(
        "ground", assertThrows(Refused.class, () -> centre(CareKind.LONG_TERM, null)).field());
    assertEquals(
        "ground",
        assertThrows(Refused.class, () -> centre(CareKind.LONG_TERM, "cz.refusal")).field(),
        "only a temporary carer can refuse a child");
    assertEquals(LocalDate.of(2026, 6, 30), centre(CareKind.TEMPORARY, "cz.refusal").lastDay());
    assertTrue(
        centre(CareKind.LONG_TERM, "cz.breach").followUps().stream()
            .map(this::spoken)
            .anyMatch(one -> one.startsWith("Inform the carer's child-protection authority of")));
  }

  @Test
  void anAgreedEndFallsOnAHalfYearUnlessThereIsAReason() {
    assertEquals(LocalDate.of(2026, 6, 30), agreed("2026-06-15", null, null).lastDay());
    assertEquals(LocalDate.of(2026, 12, 31), agreed("2026-06-15", "2026-12-31", null).lastDay());
    Refused other = assertThrows(Refused.class, () -> agreed("2026-06-15", "2026-07-15", null));
    assertEquals("reason", other.field());
    assertTrue(spoken(other.text()).contains("If it is to end on Jul 15, 2026"));
    Outlook reasoned = agreed("2026-06-15", "2026-07-15", "The family moves abroad.");
    assertEquals(LocalDate.of(2026, 7, 15), reasoned.lastDay());
    assertTrue(spoken(reasoned.why()).startsWith("Both parties agreed on Jun 15, 2026"));
    assertEquals(
        "lastDay",
        assertThrows(Refused.class, () -> agreed("2026-06-15", "2026-06-14", "Before.")).field());
  }

  /** On which half-year an end falls that was agreed on that day; no days lie between. */
  @ParameterizedTest
  @CsvSource({
    "2025-05-31, 2025-06-30",
    "2026-05-31, 2026-06-30",
    "2026-06-01, 2026-06-30",
    "2026-06-29, 2026-06-30",
    "2026-06-30, 2026-06-30",
    "2026-07-01, 2026-12-31",
    "2026-12-01, 2026-12-31",
    "2026-12-02, 2026-12-31",
    "2026-12-31, 2026-12-31",
    "2027-01-01, 2027-06-30",
    "2028-02-28, 2028-06-30",
    "2028-02-29, 2028-06-30"
  })
  void anAgreedEndUnderBothReadings(LocalDate on, LocalDate halfYear) {
    assertEquals(halfYear, arranged(rules, on, null, null).lastDay());
    assertEquals(halfYear, arranged(rules, on, halfYear, null).lastDay());
    LocalDate next = halfYear.plusDays(1).plusMonths(6).minusDays(1);
    assertEquals(next, arranged(rules, on, next, null).lastDay(), "or the half-year after");
    LawBook book =
        new LawBook(List.of(new CzechLaw()))
            .with(new Chosen(new TreeMap<>(Map.of(LocalDate.of(2025, 1, 1), LawBook.ANY_DAY))));
    EndingRules free = new EndingRules(book.agreements());
    for (LocalDate any : List.of(on, on.plusDays(1), halfYear.plusDays(1), halfYear)) {
      assertEquals(any, arranged(free, on, any, null).lastDay());
      if (!any.equals(halfYear)) {
        assertEquals(
            "reason",
            assertThrows(Refused.class, () -> arranged(rules, on, any, null)).field(),
            () -> "not on " + any);
        assertEquals(any, arranged(rules, on, any, "Rodina se stěhuje.").lastDay());
      }
    }
    for (EndingRules either : List.of(rules, free)) {
      assertEquals(
          "lastDay",
          assertThrows(Refused.class, () -> arranged(either, on, on.minusDays(1), "Dřív."))
              .field());
    }
    assertEquals(
        "lastDay", assertThrows(Refused.class, () -> arranged(free, on, null, null)).field());
  }

  private static Outlook arranged(
      EndingRules reading, LocalDate on, LocalDate typed, String reason) {
    return reading.decide(
        CareKind.LONG_TERM,
        null,
        SIGNED,
        new NewEnding(EndingWay.AGREED, on, null, typed, reason),
        on);
  }

  @Test
  void inTheOtherReadingAnAgreedEndIsFree() {
    EndingRules free = rules(new FreeEnd());
    NewEnding any =
        new NewEnding(
            EndingWay.AGREED, LocalDate.of(2026, 6, 15), null, LocalDate.of(2026, 7, 15), null);
    assertEquals(
        LocalDate.of(2026, 7, 15),
        free.decide(CareKind.KINSHIP, null, SIGNED, any, TODAY).lastDay());
    NewEnding none = new NewEnding(EndingWay.AGREED, LocalDate.of(2026, 6, 15), null, null, null);
    assertEquals(
        "lastDay",
        assertThrows(Refused.class, () -> free.decide(CareKind.KINSHIP, null, SIGNED, none, TODAY))
            .field());
  }

  @Test
  void theCentreChoosesWhetherAnAgreedEndIsFree() {
    LocalDate decided = LocalDate.of(2026, 6, 15);
    LawBook book =
        new LawBook(List.of(new CzechLaw()))
            .with(new Chosen(new TreeMap<>(Map.of(decided, LawBook.ANY_DAY))));
    EndingRules chosen = new EndingRules(book.agreements());
    assertTrue(chosen.computes(EndingWay.AGREED, SIGNED, decided.minusDays(1)), "not yet");
    assertFalse(chosen.computes(EndingWay.AGREED, SIGNED, decided));
    assertTrue(chosen.computes(EndingWay.CARER_NOTICE, SIGNED, decided), "notice is bound");
    NewEnding any = new NewEnding(EndingWay.AGREED, decided, null, LocalDate.of(2026, 7, 15), null);
    assertEquals(
        LocalDate.of(2026, 7, 15),
        chosen.decide(CareKind.KINSHIP, null, SIGNED, any, TODAY).lastDay());
    AgreedEndReading reading = new AgreedEndReading(book, Set::of);
    assertEquals("§ 47c odst. 5, zákon č. 359/1999 Sb.", reading.source().paragraph());
    assertEquals(LawBook.HALF_YEAR, reading.options().get(0).code(), "the stricter one first");
    assertNotEquals(Trust.CONFIRMED, reading.source().trust());
    Set<Confirmations.Figure> confirmed =
        new CzechLaw()
            .figures().stream()
                .filter(one -> one.id().equals("cz.agreement.agreed"))
                .map(one -> new Confirmations.Figure(one.id(), one.dated().from()))
                .collect(Collectors.toSet());
    assertEquals(Trust.CONFIRMED, new AgreedEndReading(book, () -> confirmed).source().trust());
  }

  private record Chosen(NavigableMap<LocalDate, String> options) implements Readings {
    @Override
    public Optional<String> chosen(String reading, LocalDate day) {
      return Optional.ofNullable(choices(reading).floorEntry(day)).map(Map.Entry::getValue);
    }

    @Override
    public NavigableMap<LocalDate, String> choices(String reading) {
      return LawBook.AGREED_END.equals(reading) ? options : new TreeMap<>();
    }
  }

  @Test
  void anEndByLawIsImmediate() {
    NewEnding left =
        new NewEnding(EndingWay.BY_LAW, LocalDate.of(2026, 3, 17), "cz.last-child", null, null);
    Outlook end = rules.decide(CareKind.LONG_TERM, null, SIGNED, left, TODAY);
    assertEquals(LocalDate.of(2026, 3, 17), end.lastDay());
    assertTrue(spoken(end.why()).startsWith("The agreement ends by law at once"));
    assertTrue(
        end.followUps().stream().map(this::spoken).noneMatch(one -> one.contains("new agreement")));
    assertThrows(
        Refused.class,
        () -> rules.decide(CareKind.TEMPORARY, null, SIGNED, left, TODAY),
        "a temporary carer's agreement does not hang on a child");
  }

  @Test
  void theLastDayOfAnAgreementOfBeforeIsTyped() {
    LocalDate before = LocalDate.of(2024, 12, 31);
    LocalDate delivered = LocalDate.of(2026, 6, 15);
    for (EndingWay way : List.of(EndingWay.CARER_NOTICE, EndingWay.AGREED)) {
      assertFalse(rules.computes(way, before, delivered));
      assertTrue(rules.computes(way, before.plusDays(1), delivered));
      Refused empty =
          assertThrows(Refused.class, () -> former(way, before, delivered, null), way.name());
      assertEquals("lastDay", empty.field());
      assertTrue(spoken(empty.text()).startsWith("The agreement was concluded by Dec 31, 2024"));
      for (LocalDate typed : List.of(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 12, 31))) {
        Outlook end = former(way, before, delivered, typed);
        assertEquals(typed, end.lastDay());
        assertNull(end.why(), "no sentence of the present law explains that day");
        assertNull(end.source(), "and none of its figures is behind it");
        assertFalse(end.followUps().isEmpty());
      }
      assertEquals(
          "lastDay",
          assertThrows(Refused.class, () -> former(way, before, delivered, delivered.minusDays(1)))
              .field());
    }
    assertNull(rules.former(before.plusDays(1), delivered));
    assertThrows(
        Refused.class,
        () ->
            former(
                EndingWay.CARER_NOTICE, before.plusDays(1), delivered, LocalDate.of(2026, 7, 15)),
        "under the present rules no other day is possible");
    NewEnding left = new NewEnding(EndingWay.BY_LAW, delivered, "cz.last-child", null, null);
    assertNotNull(rules.decide(CareKind.KINSHIP, null, before, left, TODAY).why());
  }

  @Test
  void theDayOfTheSignatureTellsWhichRulesItKeeps() {
    LocalDate signed = LocalDate.of(2024, 12, 20);
    LocalDate from = LocalDate.of(2025, 1, 15);
    LocalDate delivered = LocalDate.of(2026, 6, 15);
    LocalDate typed = LocalDate.of(2026, 7, 15);
    NewEnding notice = new NewEnding(EndingWay.CARER_NOTICE, delivered, null, typed, null);
    Outlook end = rules.decide(CareKind.KINSHIP, signed, from, notice, TODAY);
    assertEquals(typed, end.lastDay(), "concluded before 2025, whenever it begins");
    assertNull(end.why());
    assertNull(rules.outlook(EndingWay.CARER_NOTICE, signed, from, delivered, typed).why());
    assertThrows(Refused.class, () -> rules.decide(CareKind.KINSHIP, null, from, notice, TODAY));
    assertThrows(
        Refused.class,
        () -> rules.decide(CareKind.KINSHIP, signed.plusDays(12), from, notice, TODAY));
  }

  private Outlook former(
      EndingWay way, LocalDate concludedOn, LocalDate delivered, LocalDate typed) {
    return rules.decide(
        CareKind.KINSHIP,
        null,
        concludedOn,
        new NewEnding(way, delivered, null, typed, null),
        TODAY);
  }

  @Test
  void beforeItsFirstDayItEndsByArrangementOrByLawAndNeverBegins() {
    LocalDate signed = LocalDate.of(2026, 10, 20);
    LocalDate from = LocalDate.of(2026, 11, 20);
    LocalDate on = LocalDate.of(2026, 10, 30);
    for (EndingWay way : List.of(EndingWay.AGREED, EndingWay.BY_LAW)) {
      String ground = way == EndingWay.BY_LAW ? "cz.death" : null;
      NewEnding ending = new NewEnding(way, on, ground, null, null);
      Outlook end = rules.decide(CareKind.KINSHIP, signed, from, ending, TODAY);
      assertEquals(on, end.lastDay());
      assertEquals("ending.never-begun", end.why().key());
      assertEquals(List.of(), end.followUps(), "nothing follows from what never was");
      NewEnding early = new NewEnding(way, signed.minusDays(1), ground, null, null);
      assertEquals(
          "on",
          assertThrows(
                  Refused.class, () -> rules.decide(CareKind.KINSHIP, signed, from, early, TODAY))
              .field(),
          "not before it was signed");
      assertThrows(
          Refused.class,
          () -> rules.decide(CareKind.KINSHIP, null, from, ending, TODAY),
          "what was taken over is in force");
    }
    NewEnding notice = new NewEnding(EndingWay.CARER_NOTICE, on, null, null, null);
    assertEquals(
        LocalDate.of(2026, 12, 31),
        rules.decide(CareKind.KINSHIP, signed, from, notice, TODAY).lastDay(),
        "notice between the signature and the first day");
    LocalDate late = LocalDate.of(2027, 1, 15);
    Outlook never = rules.decide(CareKind.KINSHIP, signed, late, notice, TODAY);
    assertEquals(LocalDate.of(2026, 12, 31), never.lastDay());
    assertEquals("ending.never-begun", never.why().key());
    NewEnding later = new NewEnding(EndingWay.AGREED, on, null, LocalDate.of(2026, 12, 31), null);
    assertEquals(
        LocalDate.of(2026, 12, 31),
        rules.decide(CareKind.KINSHIP, signed, from, later, TODAY).lastDay(),
        "or it is agreed to be in force for some time");
  }

  @Test
  void aGroundKeepsItsWordsWhateverTheCareIsNow() {
    assertTrue(rules.ground(EndingWay.BY_LAW, "cz.list").isPresent());
    assertTrue(rules.ground(EndingWay.BY_LAW, "cz.last-child").isPresent());
    assertTrue(rules.ground(EndingWay.BY_LAW, "pl.other").isEmpty());
  }

  @Test
  void beforeTheRuleHeldAndWithoutALawTheDayIsTyped() {
    EndingRules none = new EndingRules(new LawBook().agreements());
    for (EndingRules some : List.of(none, rules)) {
      NewEnding old =
          new NewEnding(
              EndingWay.CARER_NOTICE,
              LocalDate.of(2024, 5, 2),
              null,
              LocalDate.of(2024, 6, 2),
              null);
      LocalDate concluded = LocalDate.of(2020, 1, 1);
      Outlook end = some.decide(CareKind.KINSHIP, null, concluded, old, TODAY);
      assertEquals(LocalDate.of(2024, 6, 2), end.lastDay());
      assertNull(end.why());
      NewEnding empty =
          new NewEnding(EndingWay.CARER_NOTICE, LocalDate.of(2024, 5, 2), null, null, null);
      assertEquals(
          "lastDay",
          assertThrows(
                  Refused.class, () -> some.decide(CareKind.KINSHIP, null, concluded, empty, TODAY))
              .field());
    }
  }

  @Test
  void noticeComesNeitherBeforeTheAgreementNorInTheFuture() {
    Refused before = assertThrows(Refused.class, () -> notice("2025-03-02", null));
    assertEquals("on", before.field());
    assertEquals("refused.agreement-not-begun", before.text().key());
    assertEquals("on", assertThrows(Refused.class, () -> notice("2026-11-03", null)).field());
    assertEquals(LocalDate.of(2026, 12, 31), notice("2026-11-02", null).lastDay());
  }

  private Outlook notice(String delivered, String typed) {
    return rules.decide(
        CareKind.LONG_TERM,
        null,
        SIGNED,
        new NewEnding(
            EndingWay.CARER_NOTICE,
            LocalDate.parse(delivered),
            null,
            typed == null ? null : LocalDate.parse(typed),
            null),
        TODAY);
  }

  private Outlook centre(CareKind kind, String ground) {
    return rules.decide(
        kind,
        null,
        SIGNED,
        new NewEnding(EndingWay.CENTRE_NOTICE, LocalDate.of(2026, 5, 4), ground, null, null),
        TODAY);
  }

  private Outlook agreed(String on, String typed, String reason) {
    return rules.decide(
        CareKind.LONG_TERM,
        null,
        SIGNED,
        new NewEnding(
            EndingWay.AGREED,
            LocalDate.parse(on),
            null,
            typed == null ? null : LocalDate.parse(typed),
            reason),
        TODAY);
  }

  private String spoken(Text text) {
    return texts.text(Locale.ENGLISH, text.key(), days(text.arguments()));
  }

  private static Object[] days(List<Object> arguments) {
    var style = java.time.format.DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    return arguments.stream()
        .map(one -> one instanceof LocalDate day ? style.format(day) : one)
        .toArray();
  }

  private static EndingRules rules(RuleSet set) {
    return new EndingRules(new LawBook(List.of(set)).agreements());
  }

  /** Czech law in the reading that leaves an agreed end to the parties. */
  private static final class FreeEnd implements RuleSet {
    private final CzechLaw law = new CzechLaw();

    @Override
    public String id() {
      return "cz";
    }

    @Override
    public String version() {
      return "free";
    }

    @Override
    public List<Rule> rules() {
      return law.rules().stream()
          .filter(AgreementRule.class::isInstance)
          .map(AgreementRule.class::cast)
          .<Rule>map(
              rule ->
                  new AgreementRule(
                      rule.id(),
                      rule.title(),
                      rule.consent(),
                      rule.single(),
                      rule.apart(),
                      rule.concludeWithin(),
                      rule.notice(),
                      List.of(
                          new Parameter<>(
                              false,
                              LocalDate.of(2025, 1, 1),
                              null,
                              "§ 47c",
                              Text.of("x", "y"),
                              Trust.SECONDARY)),
                      rule.formerRules(),
                      rule.centreGrounds(),
                      rule.lawGrounds(),
                      rule.followUps(),
                      rule.reasons()))
          .toList();
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return law.workingDay(day);
    }
  }
}
