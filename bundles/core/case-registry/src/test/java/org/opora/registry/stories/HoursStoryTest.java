package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.EducationForm;
import org.opora.api.files.CareKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.duties.application.HoursCaps;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.register.Doors;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.OnEveryDatabase;

/** Story S8, what of it is the register's: a training attended partly, written down by hand. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoursStoryTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 5, 1);
  private static final LocalDate END = LocalDate.of(2026, 4, 30);
  private static final LocalDate SEMINAR = LocalDate.of(2026, 4, 24);
  private static final LocalDate ALONE = LocalDate.of(2026, 4, 28);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private Viewer worker;
  private CaseFileId file;
  private PersonId petr;
  private PersonId jana;
  private PersonId grandmother;
  private CaseFileId kin;
  private UUID certificate;

  @BeforeParameterizedClassInvocation
  void aYear() {
    house = new StoryHouse(product);
    worker = house.viewer("key-worker");
    house.on(2025, 4, 1);
    String cap = HoursCaps.reading(EducationForm.E_LEARNING);
    house.readings.choose(
        house.director,
        cap,
        house.readings.one(house.director, cap).version(),
        "6",
        SIGNED,
        "Rozhodnutí porady");
    house.on(2026, 4, 1);
    jana = house.person("Jana", "Nováková", LocalDate.of(1984, 1, 2));
    petr = house.person("Petr", "Novák", LocalDate.of(1982, 3, 4));
    file = house.file(worker, "Novákovi", SIGNED, jana, petr);
    house.takenOver(file, CareKind.LONG_TERM, true, SIGNED, "Městský úřad Turnov");
    grandmother = house.person("Božena", "Veselá", LocalDate.of(1956, 9, 10));
    kin = house.file(worker, "Veselá", SIGNED, grandmother);
    house.takenOver(kin, CareKind.LONG_TERM, false, SIGNED, "Městský úřad Turnov");

    LocalDate autumn = LocalDate.of(2025, 10, 1);
    held(file, petr, autumn, 1050, EducationForm.IN_PERSON);
    held(file, jana, autumn, 1260, EducationForm.IN_PERSON);
    held(kin, grandmother, autumn, 1110, EducationForm.IN_PERSON);
    house.on(2026, 4, 24);
    certificate = held(file, petr, SEMINAR, 180, EducationForm.IN_PERSON);
    held(file, jana, SEMINAR, 360, EducationForm.IN_PERSON);
    house.on(2026, 4, 28);
    held(file, petr, ALONE, 480, EducationForm.E_LEARNING);
  }

  private UUID held(CaseFileId where, PersonId who, LocalDate on, int minutes, EducationForm form) {
    return house.ledgers.education.add(
        worker, where, new NewEducation(who, on, minutes, form, "Vztah a hranice", null, null));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Duties.Line line(CaseFileId where, PersonId who, LocalDate asOf) {
    return house.duties.of(worker, where, asOf).stream()
        .filter(one -> one.rule().equals("cz.education") && who.equals(one.subject()))
        .filter(one -> one.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private Duties.Account account(CaseFileId where, PersonId who, LocalDate asOf) {
    return (Duties.Account) line(where, who, asOf).detail();
  }

  /** The sentence as its reader has it. */
  private static String said(Duties.Line line, String language) {
    return new PageHouse(SEMINAR).text(Locale.forLanguageTag(language), line.why());
  }

  /** What stands on the paper, word for word. */
  private static String paper(String page) {
    String paper = page.substring(page.indexOf("<section class=\"paper\">"));
    return paper
        .substring(0, paper.indexOf("</section>"))
        .replace("</dt><dd>", ": ")
        .replace("</dd>", ". ")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static int h(double hours) {
    return (int) Math.round(hours * 60);
  }

  @Test
  void whoeverLeftEarlyHasThreeHoursAndThreeAndAHalfAreMissing() {
    Duties.Account account = account(file, petr, SEMINAR);
    assertEquals(SIGNED, account.from());
    assertEquals(END, account.until());
    assertEquals(
        List.of(h(24), h(20.5), h(3.5)),
        List.of(account.need(), account.counted(), account.missing()));
    Duties.Line line = line(file, petr, SEMINAR);
    assertEquals(END, line.due());
    assertEquals(Duties.Status.DUE_SOON, line.status());
    assertEquals(
        "Od 1. 5. 2025 do 30. 4. 2026 je potřeba 24 hodin vzdělávání, započteno 20,5."
            + " Chybí 3,5, zbývá 6 dní (§ 47a, zákon č. 359/1999 Sb.).",
        said(line, "cs"));
    Doors doors =
        new Doors(house.register, house.ledgers.routes(new PageHouse(house.director.today())));
    String page =
        doors.open(worker, "/files/" + file + "/ledgers/education/" + certificate + "/print");
    assertTrue(page.contains("<h1>Potvrzení o vzdělávání</h1>"), page);
    assertEquals(
        "Potvrzujeme, že ve spisu je zapsáno toto vzdělávání osoby pečující."
            + " Kdo: Petr Novák. Den: 24. 4. 2026. Hodiny: 3 h."
            + " Jak probíhalo: osobně (kurz, seminář, konference). Téma: Vztah a hranice."
            + " zapsáno 24. 4. 2026 10:00, Mgr. Jana Testová Vytiskl(a): Jana Testová",
        paper(page));
  }

  @Test
  void whoeverHasMoreCarriesItIntoTheNextPeriodAndNotFurther() {
    Duties.Account met = account(file, jana, SEMINAR);
    assertEquals(List.of(h(27), 0, h(3)), List.of(met.counted(), met.missing(), met.carriedOut()));
    Duties.Line line = line(file, jana, SEMINAR);
    assertNull(line.due());
    assertEquals(
        "Povinnost vzdělávání od 1. 5. 2025 do 30. 4. 2026 je splněna: započteno 27 z 24 hodin."
            + " Do dalšího období zbývají 3 hodiny (§ 47a, zákon č. 359/1999 Sb.).",
        said(line, "cs"),
        "computed, not typed");
    assertEquals(
        "Obowiązek szkoleń od 1.05.2025 do 30.04.2026 jest spełniony: zaliczono 27 z 24 godzin."
            + " Na następny okres zostają 3 godziny (§ 47a, zákon č. 359/1999 Sb.).",
        said(line, "pl"));
    assertEquals(
        "The duty of training from 1 May 2025 to 30 Apr 2026 is met: 27 of 24 hours count."
            + " For the next period 3 hours are left over (§ 47a, zákon č. 359/1999 Sb.).",
        said(line, "en"));
    assertEquals(
        "Od 1. 5. 2026 do 30. 4. 2027 je potřeba 24 hodin vzdělávání, započteno 3."
            + " Chybí 21 (§ 47a, zákon č. 359/1999 Sb.).",
        said(line(file, jana, LocalDate.of(2026, 5, 1)), "cs"));
    Duties.Account next = account(file, jana, LocalDate.of(2026, 5, 1));
    assertEquals(LocalDate.of(2026, 5, 1), next.from());
    assertEquals(LocalDate.of(2027, 4, 30), next.until());
    assertEquals(List.of(h(3), h(21)), List.of(next.carriedIn(), next.missing()));
    assertEquals(0, account(file, jana, LocalDate.of(2027, 5, 1)).carriedIn(), "it expired");
  }

  @Test
  void aGrandmotherOwesEighteenAndCarriesHalfAnHour() {
    Duties.Account account = account(kin, grandmother, SEMINAR);
    assertEquals(
        List.of(h(18), h(18.5), 0, h(0.5)),
        List.of(account.need(), account.counted(), account.missing(), account.carriedOut()));
    assertEquals(
        "Povinnost vzdělávání od 1. 5. 2025 do 30. 4. 2026 je splněna: započteno 18,5 z 18 hodin."
            + " Do dalšího období zbývá 0,5 hodiny (§ 47a, zákon č. 359/1999 Sb.).",
        said(line(kin, grandmother, SEMINAR), "cs"));
  }

  @Test
  void hoursAloneCountUpToTheLimitOfTheCentre() {
    Duties.Account account = account(file, petr, ALONE);
    assertEquals(
        List.of(h(26.5), h(2), 0, h(2.5)),
        List.of(account.counted(), account.over(), account.missing(), account.carriedOut()));
    String met =
        "Povinnost vzdělávání od 1. 5. 2025 do 30. 4. 2026 je splněna: započteno 26,5 z 24 hodin."
            + " Do dalšího období zbývá 2,5 hodiny (§ 47a, zákon č. 359/1999 Sb.).";
    assertEquals(met, said(line(file, petr, ALONE), "cs"));
    Doors doors =
        new Doors(house.register, house.ledgers.routes(new PageHouse(house.director.today())));
    String tab = doors.open(worker, "/files/" + file + "/ledgers");
    assertTrue(tab.contains("26,5 h") && tab.contains("nad limit 2 h"), tab);
    assertTrue(tab.contains("<strong>Petr Novák:</strong> " + met), tab);
    assertTrue(tab.contains("/duties/files/" + file + "/cz.education/" + petr), tab);
    assertFalse(tab.contains("nejde teď říct"), tab);
  }
}
