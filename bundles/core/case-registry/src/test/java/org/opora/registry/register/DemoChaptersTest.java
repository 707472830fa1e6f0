package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.aims.application.AimView;
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
import org.opora.registry.plans.contributions.DemoPlans;
import org.opora.registry.plans.domain.Answer;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.application.Said;
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
    worker = register.viewer("key-worker");
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

  private List<AuthorityDesk.Line> lines(AuthorityRoom room, Family family) {
    return room.desk.of(director, family.file(), family.child()).lines();
  }

  @Test
  void hoursAreWrittenDownForThePeriodThatIsOverAndForTheOneThatRuns() {
    LedgerRooms rooms = new LedgerRooms(register);
    List<Family> families = families("Sedmá", "Osmá", "Devátá", "Desátá", "Jedenáctá");
    new DemoLedgers(rooms.education, rooms.help, rooms.respite, rooms.excuses)
        .write(cast(families));
    CaseFileId second = families.get(1).file();
    assertEquals(
        List.of(360),
        rooms.education.page(worker, second, null, 10).items().stream()
            .map(one -> one.text().minutes())
            .toList(),
        "the agreement is of this year");
    assertEquals(
        List.of(),
        rooms.education.page(worker, families.get(0).file(), null, 10).items(),
        "one family has nothing yet");
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
