package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** Days of respite in the list of duties, with the figures of story S1 (c). */
class EntitlementLinesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 25);
  private static final CaseFiles.Carer MARIE = Centre.carer("Marie", "Horáková", null);
  private static final CaseFiles.Carer JANA = Centre.carer("Jana", "Nováková", null);
  private static final CaseFiles.Carer PETR = Centre.carer("Petr", "Novák", null);
  private static final CaseFiles.Child TOMAS =
      Centre.child("tomas", "Tomáš", "Malý", LocalDate.of(2023, 6, 12), LocalDate.of(2026, 8, 4));
  private static final CaseFiles.Child BABY =
      Centre.child("baby", "Ema", "Malá", LocalDate.of(2025, 6, 12), LocalDate.of(2026, 8, 4));

  private static Centre centre() {
    return new Centre()
        .agreement(
            "1/25", LocalDate.of(2025, 3, 15), null, null, Centre.WORKER, List.of(MARIE), List.of())
        .agreement(
            "2/26",
            LocalDate.of(2026, 8, 20),
            null,
            null,
            Centre.WORKER,
            List.of(JANA, PETR),
            List.of(TOMAS))
        .bringing(Kinds.RESPITE);
  }

  private static NewFact stay(CaseFileId file, PersonId person, LocalDate from, int days) {
    return NewFact.of(Kinds.RESPITE, About.person(file, person), from)
        .until(from.plusDays(days - 1L));
  }

  /** Six days with Tomáš in May, when he lived with Marie Horáková. */
  private static Centre used() {
    Centre centre = centre();
    LocalDate may = LocalDate.of(2026, 5, 4);
    CaseFileId file = Centre.file("1/25");
    return centre
        .stayed("1/25", TOMAS, LocalDate.of(2026, 2, 4), LocalDate.of(2026, 8, 4))
        .proved(Centre.key("stay"), stay(file, MARIE.person(), may, 6))
        .proved(Centre.key("stay"), stay(file, TOMAS.person(), may, 6));
  }

  private static List<Line> lines(Centre centre, PersonId who, LocalDate day) {
    return centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
        .filter(line -> line.rule().startsWith("cz.respite"))
        .filter(line -> who.equals(line.subject()))
        .toList();
  }

  private static List<Line> lines(Centre centre, PersonId who) {
    return lines(centre, who, DAY);
  }

  private static Line only(Centre centre, PersonId who, LocalDate day) {
    List<Line> lines = lines(centre, who, day);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private static Line only(Centre centre, PersonId who) {
    return only(centre, who, DAY);
  }

  private static List<Integer> used(Line line) {
    Duties.Ledger ledger = assertInstanceOf(Duties.Ledger.class, line.detail());
    return List.of(ledger.amount(), ledger.used(), ledger.left());
  }

  @Test
  void daysStayWithWhoHadThemAndGoAlongWithTheChild() {
    Centre centre = used();
    assertEquals(List.of(14, 0, 14), used(only(centre, JANA.person())));
    assertEquals(List.of(14, 0, 14), used(only(centre, PETR.person())));
    Line tomas = only(centre, TOMAS.person());
    assertEquals("cz.respite-child", tomas.rule());
    assertEquals(List.of(14, 6, 8), used(tomas));
    assertEquals(Status.OK, tomas.status());
    assertNull(tomas.due(), "a right is never due");
    assertEquals("respite.open", tomas.why().key());
    assertEquals(
        List.<Object>of(
            "2026",
            14,
            6,
            8,
            0,
            "Instrukce MPSV č. 3/2025 k § 47a odst. 2 písm. b), zákon č. 359/1999 Sb."),
        tomas.why().arguments());
    Line marie = only(centre, MARIE.person());
    assertEquals(14 - 6, used(marie).get(2), "the six are on her ledger");
    assertEquals("respite.not-now", marie.why().key(), "no child is with her now");
  }

  @Test
  void whatWasUsedUnderTheAgreementBeforeStaysOnTheLedgerOfTheChild() {
    CaseFiles.Child child =
        Centre.child("eva", "Eva", "Malá", LocalDate.of(2018, 1, 1), LocalDate.of(2025, 3, 15));
    CaseFileId file = Centre.file("4/25");
    LocalDate ended = LocalDate.of(2026, 6, 30);
    Centre centre =
        new Centre()
            .agreement(
                "4/25",
                LocalDate.of(2025, 3, 15),
                ended,
                null,
                Centre.WORKER,
                List.of(JANA),
                List.of(child))
            .agreement(
                "4/25", ended.plusDays(1), null, null, Centre.WORKER, List.of(JANA), List.of(child))
            .proved(Centre.key("ski"), stay(file, child.person(), LocalDate.of(2026, 2, 2), 10));
    Line line = only(centre, child.person());
    assertEquals(List.of(14, 10, 4), used(line));
    assertEquals(Trust.SECONDARY, line.trust());
  }

  @Test
  void whatWasReckonedByAReadingIsAReading() {
    Line before = only(centre(), JANA.person());
    assertEquals(Trust.VERIFIED, before.trust(), "no day was used, so how it counts says nothing");
    Centre centre = centre();
    centre.proved(
        Centre.key("weekend"),
        stay(Centre.file("2/26"), JANA.person(), LocalDate.of(2026, 8, 21), 2));
    assertEquals(Trust.SECONDARY, only(centre, JANA.person()).trust(), "a begun day is a day");
    centre.confirmed("cz.respite.begun-day", LocalDate.of(2025, 1, 1));
    assertEquals(Trust.VERIFIED, only(centre, JANA.person()).trust());
    centre.proved(
        Centre.key("opening"),
        NewFact.of(
                Kinds.RESPITE,
                About.person(Centre.file("2/26"), JANA.person()),
                LocalDate.of(2026, 8, 20))
            .amounting(new BigDecimal("13"), "d")
            .takenOver());
    assertEquals(
        Trust.SECONDARY, only(centre, JANA.person()).trust(), "that more needs a reason is one");
  }

  @Test
  void noChildOldEnoughNoRight() {
    Centre centre =
        new Centre()
            .agreement(
                "3/26",
                LocalDate.of(2026, 8, 4),
                null,
                null,
                Centre.WORKER,
                List.of(JANA),
                List.of(BABY))
            .bringing(Kinds.RESPITE);
    assertTrue(lines(centre, JANA.person()).isEmpty());
    assertTrue(lines(centre, BABY.person()).isEmpty());
  }

  @Test
  void whatWasOverTheRightIsNotForgottenWithTheYear() {
    Centre centre = centre();
    CaseFileId file = Centre.file("2/26");
    centre.proved(Centre.key("camp"), stay(file, JANA.person(), LocalDate.of(2026, 9, 1), 16));
    centre.proved(Centre.key("more"), stay(file, PETR.person(), LocalDate.of(2026, 9, 1), 14));
    LocalDate day = LocalDate.of(2027, 1, 1);
    List<Line> lines =
        centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
            .filter(line -> line.rule().equals("cz.respite"))
            .filter(line -> JANA.person().equals(line.subject()))
            .toList();
    assertEquals(List.of(Status.OVERDUE, Status.OK), lines.stream().map(Line::status).toList());
    assertEquals(Arrays.asList("2026", null), lines.stream().map(Line::ref).toList());
    assertEquals(List.of(14, 16, 0), used(lines.get(0)));
    assertEquals(List.of(14, 0, 14), used(lines.get(1)), "the new year is another one");
    assertEquals(1, lines.get(0).evidence().size());
    assertEquals(List.of(), lines.get(1).evidence());
    assertEquals(
        lines.get(0),
        centre
            .duties(true)
            .one(
                Centre.viewer(Reach.ALL, day),
                file,
                "cz.respite",
                JANA.person().value(),
                "2026",
                day)
            .orElseThrow());
    assertEquals(
        1,
        centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
            .filter(line -> line.rule().equals("cz.respite"))
            .filter(line -> PETR.person().equals(line.subject()))
            .count(),
        "all that he had a right to");
  }

  @Test
  void daysWithoutARightAreSaidNotToCount() {
    Centre centre = centre();
    CaseFileId file = Centre.file("2/26");
    centre.proved(Centre.key("before"), stay(file, JANA.person(), LocalDate.of(2026, 8, 18), 4));
    Duties.Ledger ledger =
        assertInstanceOf(Duties.Ledger.class, only(centre, JANA.person()).detail());
    assertEquals(List.of(2, 2), List.of(ledger.used(), ledger.outside()), "agreed on the 20th");
  }

  @Test
  void whatAnInfantUsedElsewhereDoesNotCount() {
    CaseFiles.Child child =
        Centre.child("ema", "Ema", "Malá", LocalDate.of(2024, 5, 6), LocalDate.of(2026, 8, 20));
    Centre centre =
        new Centre()
            .agreement(
                "5/26",
                LocalDate.of(2026, 8, 20),
                null,
                null,
                Centre.WORKER,
                List.of(JANA),
                List.of(child))
            .bringing(Kinds.RESPITE)
            .proved(
                Centre.key("stay"),
                stay(Centre.file("9/25"), child.person(), LocalDate.of(2026, 5, 4), 6));
    Duties.Ledger ledger =
        assertInstanceOf(Duties.Ledger.class, only(centre, child.person()).detail());
    assertEquals(List.of(4, 2), List.of(ledger.used(), ledger.outside()), "two on the 6th");
  }

  @Test
  void whatIsInTheOpeningBalanceIsNoProofBesides() {
    Centre centre = centre();
    CaseFileId file = Centre.file("2/26");
    centre.proved(Centre.key("before"), stay(file, JANA.person(), LocalDate.of(2026, 8, 20), 1));
    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.RESPITE, About.person(file, JANA.person()), LocalDate.of(2026, 8, 22))
            .amounting(new BigDecimal("3"), "d")
            .takenOver());
    centre.proved(Centre.key("camp"), stay(file, JANA.person(), LocalDate.of(2026, 8, 23), 2));
    Line line = only(centre, JANA.person());
    assertEquals(List.of(14, 5, 9), used(line));
    assertEquals(
        List.of(Centre.key("opening"), Centre.key("camp")),
        line.evidence().stream().map(Fact::source).toList());
  }

  @Test
  void moreThanTheRightNeedsAReason() {
    Centre centre = centre();
    CaseFileId file = Centre.file("2/26");
    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.RESPITE, About.person(file, JANA.person()), LocalDate.of(2026, 8, 20))
            .amounting(new BigDecimal("13"), "d")
            .takenOver());
    centre.proved(Centre.key("camp"), stay(file, JANA.person(), LocalDate.of(2026, 8, 21), 3));
    Line over = only(centre, JANA.person());
    assertEquals(Status.OVERDUE, over.status());
    assertEquals("respite.over", over.why().key());
    assertEquals(List.of(14, 16, 0), used(over));
    Centre justified = centre();
    justified.proved(
        Centre.key("long"),
        stay(file, JANA.person(), LocalDate.of(2026, 8, 20), 6).formed(Kinds.JUSTIFIED));
    justified.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.RESPITE, About.person(file, JANA.person()), LocalDate.of(2026, 8, 20))
            .amounting(new BigDecimal("13"), "d")
            .takenOver());
    Line line = only(justified, JANA.person());
    assertEquals(Status.JUSTIFIED, line.status());
    assertEquals(5, assertInstanceOf(Duties.Ledger.class, line.detail()).justified());
  }

  @Test
  void daysAreNotAssessedWhileNobodyCanWriteThemDown() {
    LocalDate gone = LocalDate.of(2026, 8, 22);
    Centre centre = used().without(gone, Kinds.RESPITE);
    for (PersonId who : List.of(JANA.person(), TOMAS.person())) {
      assertEquals(Status.OK, only(centre, who, gone.minusDays(1)).status());
      for (LocalDate day : List.of(gone, DAY, LocalDate.of(2027, 1, 1))) {
        Line line = only(centre, who, day);
        assertEquals(Status.NOT_ASSESSED, line.status(), day.toString());
        assertEquals("respite.unknown", line.why().key());
      }
    }
    assertEquals(
        List.of(14, 6, 8), used(only(centre, TOMAS.person())), "what is known stays known");
    assertEquals(
        "respite.not-now",
        only(centre, MARIE.person()).why().key(),
        "her right was over before, and nothing of it can have been used");
  }

  @Test
  void whatIsOverTheRightIsOverWhateverElseMayHaveBeenUsed() {
    Centre centre = centre();
    CaseFileId file = Centre.file("2/26");
    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.RESPITE, About.person(file, JANA.person()), LocalDate.of(2026, 8, 20))
            .amounting(new BigDecimal("13"), "d")
            .takenOver());
    centre.proved(Centre.key("camp"), stay(file, JANA.person(), LocalDate.of(2026, 8, 21), 3));
    centre.without(LocalDate.of(2026, 8, 24), Kinds.RESPITE);
    assertEquals(Status.OVERDUE, only(centre, JANA.person()).status());
  }

  @Test
  void daysAreCountedAgainFromTheYearAfterTheirReturn() {
    LocalDate left = LocalDate.of(2026, 8, 22);
    LocalDate back = left.plusDays(2);
    Centre centre = used().away(left, back);
    assertEquals(Status.NOT_ASSESSED, only(centre, JANA.person()).status());
    LocalDate silvester = LocalDate.of(2026, 12, 31);
    assertEquals(Status.NOT_ASSESSED, only(centre, JANA.person(), silvester).status());
    Line year = only(centre, JANA.person(), silvester.plusDays(1));
    assertEquals(Status.OK, year.status());
    assertEquals("respite.open", year.why().key());
    assertEquals(List.of(14, 0, 14), used(year));

    centre.proved(
        Centre.key("opening"),
        NewFact.of(Kinds.RESPITE, About.person(Centre.file("2/26"), JANA.person()), back)
            .amounting(new BigDecimal("3"), "d")
            .takenOver());
    Line said = only(centre, JANA.person());
    assertEquals(Status.OK, said.status(), "somebody said how the ledger stood");
    assertEquals(List.of(14, 3, 11), used(said));
    assertEquals(
        Status.OK,
        only(used().away(left, left), JANA.person()).status(),
        "exchanged within a day it was never away");
  }
}
