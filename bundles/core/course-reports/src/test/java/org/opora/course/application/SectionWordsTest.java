package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.EducationForm;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewReview;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.intake.application.IntakeFigures;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.testkit.OnEveryDatabase;

/**
 * What each section of a report says, word for word: on March to the middle of June, drafted on 1
 * July, with something before the period and something after it in every record.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SectionWordsTest {
  private static final LocalDate SIGNED = day(1, 10);
  private static final LocalDate FROM = day(3, 1);
  private static final LocalDate UNTIL = day(6, 15);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter Product product;
  private ReportHouse house;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
    house.on(2026, 7, 1);
    new IntakeFigures(
            house.register.tx, house.register.access.access(), house.register.access.audit())
        .set(house.director, FigureKind.REQUEST_DAYS, 10, LocalDate.of(2026, 1, 1));
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private Family family() {
    return house.family("Slovní " + NUMBER.incrementAndGet(), SIGNED);
  }

  private String carer(Family family) {
    return "Marie " + house.register.files.header(house.director, family.file()).familyName();
  }

  private Report report(Family family) {
    return report(family, ReportHouse.CZECH);
  }

  private Report report(Family family, Locale language) {
    UUID id =
        house.desk.begin(
            house.worker, family.file(), new NewReport(Kind.PERIODIC, FROM, UNTIL, language, null));
    ReportView view = house.view(id);
    view.parts().stream()
        .flatMap(part -> part.sections().stream())
        .forEach(section -> assertNull(section.gap(), section.code()));
    return new Report(view);
  }

  private record Report(ReportView view) {
    /** Of the family when there is no child. */
    String says(PersonId child, String code) {
      return view.parts().stream()
          .filter(part -> child == null ? part.child() == null : child.equals(part.child()))
          .flatMap(part -> part.sections().stream())
          .filter(section -> section.code().equals(code))
          .findFirst()
          .orElseThrow()
          .words();
    }

    Set<String> codes(boolean ofChild) {
      return view.parts().stream()
          .filter(part -> (part.child() != null) == ofChild)
          .flatMap(part -> part.sections().stream())
          .map(ReportView.Section::code)
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everySectionOfTheRegisterStandsInItsPartAndIsEmptyWhereNothingWasRecorded() {
    Family family = family();
    Report report = report(family);
    assertEquals(
        Set.of("visits", "education", "learning-plan", "aims", "requests", "conclusion"),
        report.codes(false));
    Set<String> ofChild =
        Set.of(
            "child-met",
            "child-view",
            "child-view-carers",
            "child-view-authority",
            "stay-plan",
            "respite",
            "conclusion");
    assertEquals(ofChild, report.codes(true));
    report.codes(false).forEach(code -> assertNull(report.says(null, code), code));
    ofChild.forEach(code -> assertNull(report.says(family.child(), code), code));
  }

  private VisitId visit(
      Family family, LocalDate on, boolean announced, Place place, List<ChildPart> children) {
    Set<PersonId> present = new HashSet<>(Set.of(family.carer()));
    children.forEach(child -> present.add(child.child()));
    return house.register.visits.record(
        house.worker,
        family.file(),
        new NewVisit(on, null, 60, announced, place, present, children, "Mluvili jsme o rozvodu."));
  }

  private static ChildPart alone(PersonId child) {
    return new ChildPart(child, true, null, "Chci kolo.", ViewLearntBy.CONVERSATION);
  }

  private static ChildPart notAlone(PersonId child) {
    return new ChildPart(child, false, "Nechtěla sama.", null, ViewLearntBy.NOT_LEARNT);
  }

  private Family visited() {
    Family family = family();
    visit(family, day(2, 27), false, Place.HOME, List.of(alone(family.child())));
    visit(family, FROM, true, Place.HOME, List.of(alone(family.child())));
    visit(family, day(5, 5), false, Place.SCHOOL, List.of(notAlone(family.child())));
    visit(family, UNTIL, true, Place.CENTRE, List.of());
    visit(family, day(6, 16), true, Place.OUTDOORS, List.of(alone(family.child())));
    VisitId mistaken = visit(family, day(6, 1), true, Place.OTHER, List.of(alone(family.child())));
    house.register.care.moves.withdraw(
        house.worker,
        mistaken,
        house.register.visits.view(house.worker, mistaken).version(),
        "Omyl");
    return family;
  }

  @Test
  void visitsAreToldByDayAndPlaceAndNothingOfWhatWasSaid() {
    Family family = visited();
    Report report = report(family);
    assertEquals(
        """
        V období proběhla 3 setkání, z toho jedno neohlášené.

        - 1. 3. 2026 – Doma
        - 5. 5. 2026 – Ve škole, neohlášeně
        - 15. 6. 2026 – V centru""",
        report.says(null, "visits"));
    assertEquals(
        """
        V období proběhla 2 setkání s dítětem, jednou o samotě.

        - 1. 3. 2026
        - 5. 5. 2026""",
        report.says(family.child(), "child-met"));
    assertNull(report.says(family.child(), "child-view"), "what it said there has its readers");
  }

  @Test
  void itIsToldInTheLanguageOfTheReport() {
    Family family = visited();
    Report polish = report(family, Locale.forLanguageTag("pl"));
    assertEquals(
        """
        W okresie odbyły się 3 spotkania, w tym jedno bez zapowiedzi.

        - 1.03.2026 – W domu
        - 5.05.2026 – W szkole, bez zapowiedzi
        - 15.06.2026 – W ośrodku""",
        polish.says(null, "visits"));
  }

  @Test
  void nobodyIsSaidToHaveBeenMetInAFamilyBeforeTheyCameThere() {
    Family family = family();
    PersonId tom = house.child(family.file(), "Tomáš", "Pozdní", day(4, 20));
    visit(family, day(4, 1), true, Place.HOME, List.of(alone(family.child())));
    visit(family, day(5, 5), true, Place.HOME, List.of(notAlone(family.child()), notAlone(tom)));
    Report report = report(family);
    assertEquals(
        """
        V období proběhlo jedno setkání s dítětem, nikdy o samotě.

        - 5. 5. 2026""",
        report.says(tom, "child-met"));
    assertEquals(
        """
        V období proběhla 2 setkání s dítětem, jednou o samotě.

        - 1. 4. 2026
        - 5. 5. 2026""",
        report.says(family.child(), "child-met"));
  }

  private UUID agree(Family family, LocalDate on, String aim, String why, String... goals) {
    return house.rooms.aims.agree(
        house.worker,
        family.file(),
        new NewAim(
            on,
            aim,
            "Zkusíme to takhle.",
            on.plusDays(20),
            List.of(goals).stream().map(goal -> new NewGoal(goal, null, null)).toList(),
            List.of(),
            "Máma nechce odklad školy.",
            null,
            why == null ? Map.of() : Map.of(family.child(), why)));
  }

  /**
   * @param nextOn null when the aim ends with it
   */
  private void look(
      Family family,
      UUID aim,
      LocalDate on,
      AimResult result,
      String words,
      LocalDate nextOn,
      AimResult... goals) {
    AimView view = house.rooms.aims.find(house.worker, family.file(), aim);
    Map<UUID, AimResult> reached = new java.util.HashMap<>();
    for (int i = 0; i < goals.length; i++) {
      reached.put(view.now().goals().get(i).id(), goals[i]);
    }
    house.rooms.aims.review(
        house.worker,
        family.file(),
        aim,
        view.version(),
        new NewReview(on, result, words, nextOn, reached));
  }

  @Test
  void anAimIsToldAsFarAsItHadComeInThePeriod() {
    Family family = family();
    UUID before = agree(family, day(1, 15), "Zvyknout si.", null);
    look(family, before, day(2, 20), AimResult.MET, "Hotovo.", null);
    UUID mornings =
        agree(
            family,
            day(2, 10),
            "Aby ráno nebyl křik.",
            "Klid ráno potřebuje nejvíc.",
            "Chodí do školy.",
            "Spí ve svém.");
    look(
        family,
        mornings,
        day(6, 1),
        AimResult.PARTLY,
        "Jde to líp.",
        day(6, 20),
        AimResult.MET,
        AimResult.NOT_MET);
    look(
        family,
        mornings,
        day(6, 20),
        AimResult.EXCEEDED,
        "Ráno je klid.",
        null,
        AimResult.MET,
        AimResult.MET);
    agree(family, day(6, 16), "Nová zakázka.", "Později.");
    Report report = report(family);
    assertEquals(
        """
        Dohodnuto 10. 2. 2026: Aby ráno nebyl křik.

        - Chodí do školy. – Naplněno
        - Spí ve svém. – Nenaplněno

        Společné vyhodnocení 1. 6. 2026: Naplněno zčásti. Jde to líp.""",
        report.says(null, "aims"));
    assertEquals(
        "Proč je to pro dítě nejlepší: Klid ráno potřebuje nejvíc.",
        report.says(family.child(), "stay-plan"));
  }

  @Test
  void anAimThatEndedInThePeriodSaysSo() {
    Family family = family();
    UUID aim = agree(family, day(3, 10), "Naučit se plavat.", null, "Uplave bazén.");
    look(family, aim, day(5, 4), AimResult.MET, "Umí to.", null, AimResult.MET);
    assertEquals(
        """
        Dohodnuto 10. 3. 2026: Naučit se plavat.

        - Uplave bazén. – Naplněno

        Společné vyhodnocení 4. 5. 2026: Naplněno. Umí to.

        Zakázka skončila 4. 5. 2026.""",
        report(family).says(null, "aims"));
  }

  private static PlanTerms terms(LocalDate first, LocalDate last) {
    return new PlanTerms(first, first, last, first.plusDays(5));
  }

  private UUID draw(
      Family family, PlanKind kind, PersonId whose, PlanTerms terms, NewLine... lines) {
    return house.rooms.plans.draw(
        house.worker,
        family.file(),
        kind,
        whose,
        new NewPlan(terms, "Z čeho vychází.", List.of(lines)));
  }

  private void look(Family family, UUID plan, LocalDate on, String words) {
    house.rooms.plans.review(
        house.worker,
        family.file(),
        plan,
        house.rooms.plans.find(house.worker, family.file(), plan).version(),
        on,
        words,
        on.plusDays(30));
  }

  @Test
  void thePlanOfAStayIsToldInThePartOfItsChild() {
    Family family = family();
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    NewLine games = new NewLine(Area.FRIENDS, "Chodí na kroužek.", null, null, null);
    draw(family, PlanKind.STAY, family.child(), terms(day(1, 12), day(2, 28)), games);
    UUID plan =
        draw(
            family,
            PlanKind.STAY,
            family.child(),
            terms(FROM, day(8, 31)),
            new NewLine(Area.HEALTH, "Nebojí se zubaře.", "Pěstounka objedná.", day(4, 10), null),
            new NewLine(Area.SCHOOL, "Čte si sama.", null, null, null));
    look(family, plan, day(6, 1), "Zubař dobrý, čtení drhne.");
    look(family, plan, day(6, 20), "Čte.");
    draw(family, PlanKind.STAY, tom, terms(day(6, 15), day(9, 1)), games);
    draw(family, PlanKind.STAY, tom, terms(day(6, 16), day(9, 2)), games);
    Report report = report(family);
    assertEquals(
        """
        Plán na 1. 3. 2026 – 31. 8. 2026.

        - Zdraví: Nebojí se zubaře.
        - Škola a učení: Čte si sama.

        Vyhodnocení 1. 6. 2026: Zubař dobrý, čtení drhne.""",
        report.says(family.child(), "stay-plan"));
    assertEquals(
        """
        Plán na 15. 6. 2026 – 1. 9. 2026.

        - Kamarádi a volný čas: Chodí na kroužek.""",
        report.says(tom, "stay-plan"));
  }

  @Test
  void thePlanOfEducationIsToldWithItsHours() {
    Family family = family();
    NewLine law = new NewLine(null, "Právo", null, null, 3);
    draw(family, PlanKind.EDUCATION, family.carer(), terms(day(1, 12), day(2, 28)), law);
    draw(
        family,
        PlanKind.EDUCATION,
        family.carer(),
        terms(day(3, 10), day(9, 10)),
        new NewLine(null, "Jak zvládat vztek", "Centrum", day(5, 1), 6),
        law);
    assertEquals(
        carer(family)
            + """
            : plán na 10. 3. 2026 – 10. 9. 2026, 9 hodin.

            - Jak zvládat vztek
            - Právo""",
        report(family).says(null, "learning-plan"));
  }

  @Test
  void educationAndRespiteAreToldWithEachEntry() {
    Family family = family();
    for (LocalDate on : List.of(day(2, 28), day(6, 2), day(4, 8), day(6, 16))) {
      house.ledgers.education.add(
          house.worker,
          family.file(),
          new NewEducation(family.carer(), on, 210, EducationForm.ONLINE, "Vzdor", null, null));
    }
    for (LocalDate first : List.of(day(2, 1), day(4, 1), day(6, 20))) {
      house.ledgers.respite.add(
          house.worker,
          family.file(),
          List.of(family.child()),
          new NewRespite(
              family.child(), Set.of(family.carer()), first, first.plusDays(2), null, null));
    }
    Report report = report(family);
    assertEquals(
        carer(family)
            + """
            : 7 h vzdělávání v období.

            - 8. 4. 2026 – Vzdor (3,5 h, na dálku s lektorem)
            - 2. 6. 2026 – Vzdor (3,5 h, na dálku s lektorem)""",
        report.says(null, "education"));
    assertEquals(
        """
        3 dny v období.

        - 1. 4. 2026 – 3. 4. 2026 (3 dny)""",
        report.says(family.child(), "respite"));
  }

  private UUID ask(Family family, LocalDate on, String right) {
    return house.requests.record(
        house.worker,
        family.file(),
        new Asked(on, family.carer(), right, "Chtěla bych to pro Emu."));
  }

  private void answer(Family family, UUID request, LocalDate on, Outcome outcome) {
    house.requests.answer(
        house.worker,
        request,
        house.requests.view(house.worker, family.file(), request).version(),
        new Answer("Nabídka pro Emu", on, outcome, on, "Důvod"));
  }

  @Test
  void requestsAreToldOpenProvidedAndRefusedAsTheyStoodAtTheEndOfThePeriod() {
    Family family = family();
    answer(family, ask(family, day(1, 12), "cz.47a.d"), day(1, 20), Outcome.PROVIDED);
    ask(family, day(6, 16), "cz.47a.d");
    ask(family, day(6, 1), "cz.47a.b");
    answer(family, ask(family, day(6, 5), "cz.47a.f"), day(6, 20), Outcome.PROVIDED);
    answer(family, ask(family, day(2, 27), "cz.47a.c"), day(3, 16), Outcome.PROVIDED);
    answer(family, ask(family, day(4, 2), "cz.47a.a"), day(4, 9), Outcome.NOT_POSSIBLE);
    answer(family, ask(family, day(4, 3), "cz.47a.e"), day(4, 9), Outcome.NOT_NEEDED);
    assertEquals(
        """
        - 27. 2. 2026 – odborná pomoc, například psychologická nebo terapeutická: Poskytnuto, 16. 3. 2026
        - 2. 4. 2026 – krátkodobá péče o dítě (hlídání): Není možné, 9. 4. 2026
        - 3. 4. 2026 – pomoc s kontaktem dítěte s blízkými, místo a přítomnost při něm: Už není třeba, 9. 4. 2026
        - 1. 6. 2026 – celodenní péče o dítě (respit): zatím bez odpovědi, odpovědět do 15. 6. 2026
        - 5. 6. 2026 – zvyšování znalostí a dovedností (vzdělávání): zatím bez odpovědi, odpovědět do 19. 6. 2026""",
        report(family).says(null, "requests"));
  }
}
