package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.duties.Duties;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.contributions.DemoAims;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.authorities.application.AuthorityDesk;
import org.opora.registry.authorities.contributions.DemoAuthorities;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.contributions.DemoArchive;
import org.opora.registry.kin.application.KinRhythms.OfChild;
import org.opora.registry.kin.contributions.DemoRhythms;
import org.opora.registry.ledgers.contributions.DemoLedgers;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.contributions.DemoFurtherPlans;
import org.opora.registry.plans.contributions.DemoPlans;
import org.opora.registry.plans.domain.Answer;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.application.Said;
import org.opora.registry.views.contributions.DemoViews;
import org.opora.registry.views.domain.Circle;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** What the made-up centre shows on pages that would otherwise be empty. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoChaptersTest {
  private static final String WHY = "Ukázka pro kolegy";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    director = register.viewer("director");
    worker = register.viewer("key-worker", new DutiesModule());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private DemoCast cast(List<Family> families) {
    List<InForce> inForce =
        families.stream()
            .flatMap(
                one ->
                    register
                        .facts
                        .inForce(director, CaseFiles.READ, Register.TODAY, one.file())
                        .stream())
            .toList();
    return new DemoCast(director, List.of(worker), inForce);
  }

  private List<Family> families(String... names) {
    return Stream.of(names).map(name -> register.family(director, worker, name)).toList();
  }

  @Test
  void filesArePutAwayOneMayGoAndOneWasTakenBack() {
    ArchiveDesk archive =
        new ArchiveDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            Set::of,
            register.change,
            new FileStory(
                register.timeline,
                register.search,
                new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)),
            register.law,
            register.house.keys());
    new DemoArchive(register.people, register.files, register.placements, archive)
        .write(cast(List.of()));
    CaseFileId old = archive.find(director, "Dvorsk", WHY).lines().get(0).file();
    CaseFileId kept = archive.find(director, "Ryb", WHY).lines().get(0).file();
    List<CaseFileId> due =
        archive.due(director, Register.TODAY.getYear(), null, 50).items().stream()
            .map(ArchiveDesk.Line::file)
            .toList();
    assertTrue(due.contains(old), "its years are over");
    assertFalse(due.contains(kept), "it has to stay");
    assertTrue(archive.find(director, "Kubát", WHY).lines().isEmpty());
    CaseFileId back =
        register.files.list(director, FileKind.FAMILY, FileStatus.CLOSED, null, 50).items().stream()
            .filter(one -> one.familyName().equals("Kubátovi"))
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals(1, archive.stay(director, back).orElseThrow().past().size());
  }

  @Test
  void theOfficeOfSomeIsInTheDirectoryOfSomeNotAndOfOneNotKnown() {
    AuthorityRoom room = new AuthorityRoom(register);
    BodyId here = room.authority("Městský úřad Příkladov, OSPOD");
    List<Family> families = families("První", "Druhá", "Třetí", "Čtvrtá");
    new DemoAuthorities(room.desk, room.bodies).write(cast(families));
    assertEquals(here, lines(room, families.get(0)).get(0).body());
    assertNull(lines(room, families.get(1)).get(0).body());
    assertEquals(List.of(), lines(room, families.get(3)));
  }

  @Test
  void aFamilyHasAnAimViewsAndPlansOfBothKinds() {
    CaseRooms rooms = new CaseRooms(register);
    Family family = register.family(director, worker, "Plánující");
    new DemoPlans(rooms.aims, rooms.views, rooms.plans, rooms.planPapers)
        .write(cast(List.of(family)));
    AimView aim = rooms.aims.of(worker, family.file()).get(0);
    assertEquals(2, aim.now().goals().size());
    assertEquals(
        List.of(Whose.BOTH),
        aim.now().steps().stream()
            .filter(step -> step.doneOn() != null)
            .map(AimView.Step::whose)
            .toList());
    assertEquals(
        List.of(true, false),
        rooms.views.of(director, family.file()).stream().map(Said::kept).toList(),
        "the child keeps from the director what it said last");
    assertEquals(1, rooms.views.as(worker, family.file(), Circle.CARERS).size());
    assertEquals(
        Map.of(PlanKind.STAY, Answer.SIGNED, PlanKind.EDUCATION, Answer.NONE),
        rooms.plans.of(worker, family.file()).stream()
            .collect(Collectors.toMap(PlanView::kind, PlanView::answer)));
  }

  @Test
  void furtherFamiliesHaveViewsAimsAndPlansThatStandWhereTheyMay() {
    CaseRooms rooms = new CaseRooms(register);
    List<Family> families = families("Dvanáctá", "Třináctá", "Čtrnáctá", "Patnáctá", "Šestnáctá");
    DemoCast cast = cast(families);
    // As the made-up centre does: everything in one transaction.
    Stream.of(
            new DemoViews(rooms.views),
            new DemoAims(rooms.aims),
            new DemoFurtherPlans(rooms.plans, rooms.planPapers))
        .forEach(chapter -> register.tx.run(em -> chapter.write(cast)));
    assertEquals(
        List.of(1, 1, 1, 0, 1),
        families.stream().map(one -> rooms.views.of(worker, one.file()).size()).toList(),
        "that of another chapter is left alone");
    List<AimView> aims =
        families.stream().flatMap(one -> rooms.aims.of(worker, one.file()).stream()).toList();
    assertEquals(
        List.of(AimResult.PARTLY),
        aims.stream().flatMap(one -> one.reviews().stream()).map(AimView.Review::result).toList());
    assertEquals(
        1,
        aims.stream().filter(one -> one.reviewOn().isBefore(Register.TODAY)).count(),
        "one should have been looked at by now");
    assertTrue(
        aims.stream()
            .flatMap(one -> one.now().goals().stream())
            .allMatch(goal -> goal.target().equals(YearMonth.of(2027, 2))));
    List<PlanView> plans =
        families.stream().flatMap(one -> rooms.plans.of(worker, one.file()).stream()).toList();
    assertEquals(
        Map.of(
            PlanKind.STAY, List.of(Answer.SIGNED, Answer.NONE, Answer.SIGNED, Answer.SIGNED),
            PlanKind.EDUCATION, List.of(Answer.SIGNED, Answer.SIGNED, Answer.NONE)),
        plans.stream()
            .collect(
                Collectors.groupingBy(
                    PlanView::kind, Collectors.mapping(PlanView::answer, Collectors.toList()))));
    assertEquals(2, plans.stream().filter(one -> !one.reviews().isEmpty()).count());
  }

  private List<AuthorityDesk.Line> lines(AuthorityRoom room, Family family) {
    return room.desk.of(director, family.file(), family.child()).lines();
  }

  @Test
  void hoursAreWrittenDownForThePeriodThatIsOverAndForTheOneThatRuns() {
    LedgerRooms rooms = new LedgerRooms(register);
    List<Family> families = families("Sedmá", "Osmá", "Devátá", "Desátá", "Jedenáctá");
    DemoCast cast = cast(families);
    DemoLedgers chapter =
        new DemoLedgers(rooms.education, rooms.help, rooms.respite, rooms.excuses);
    for (int number = 0; number < families.size(); number++) {
      chapter.write(cast, cast.family(number), number);
    }
    assertEquals(
        List.of(0, 4, 4, 1, 3),
        families.stream().map(one -> hours(rooms, one)).toList(),
        "the agreements are of this year");
    assertEquals(
        List.of(24 * 60, 0),
        Stream.of(0, 1).map(one -> missing(rooms, families.get(one))).toList(),
        "one family has nothing yet, another all of it");
    for (int rested : List.of(0, 2)) {
      assertEquals(
          3,
          rooms
              .respite
              .page(worker, families.get(rested).file(), null, 10)
              .items()
              .get(0)
              .text()
              .days());
    }
    assertEquals(
        ExcuseKind.JUSTIFIED,
        rooms.excuses.page(worker, families.get(4).file(), null, 10).items().get(0).text().kind());
  }

  private int hours(LedgerRooms rooms, Family family) {
    return rooms.education.page(worker, family.file(), null, 10).items().size();
  }

  /** Minutes that the carer still needs in the period that runs. */
  private int missing(LedgerRooms rooms, Family family) {
    return rooms.duties.service.of(worker, family.file(), Register.TODAY).stream()
        .filter(line -> line.rule().equals("cz.education"))
        .map(line -> ((Duties.Account) line.detail()).missing())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void siblingsInTwoFamiliesSeeEachOther() {
    List<Family> families = families("Pátá", "Šestá");
    new DemoRhythms(register.kin).write(cast(families));
    for (Family family : families) {
      List<OfChild> today = register.kin.rhythms().today(director, List.of(family.child()));
      assertEquals(List.of(4), today.stream().map(one -> one.rhythm().weeks()).toList());
    }
  }
}
