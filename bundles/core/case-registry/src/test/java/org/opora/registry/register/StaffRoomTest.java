package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.module.spi.Module;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.Takers;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.files.domain.HandoverPart;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.AbsencePlan;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffLine;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.StaffPosts.Which;
import org.opora.registry.staff.application.TimeSheets;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.Competence;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.TrainingDuty.Status;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.OnEveryDatabase;

/** Posts, hand-overs, absences, training, papers and conflicts of the staff. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffRoomTest {
  /** What the bundle of the duties gives the two roles. */
  private static final Module DUTIES =
      new Module() {
        @Override
        public String id() {
          return "duties";
        }

        @Override
        public int order() {
          return 200;
        }

        @Override
        public List<Permission> permissions() {
          return List.of(
              new Permission(
                  Duties.READ,
                  DataClass.DUTIES,
                  Map.of("director", Reach.ALL, "key-worker", Reach.OWN)));
        }
      };

  @Parameter TestDatabase.Product product;
  private Register register;
  private StaffRoomHouse room;
  private Viewer director;
  private int accounts;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = register.room;
    register.access.grants().add(new CaseRegistryModule());
    accounts = 0;
    director = register.viewer("director", DUTIES);
    account(director, "director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  // Posts ---------------------------------------------------------------------------------------

  @Test
  void aPostHoldsFromDayToDayAndItsShareIsDated() {
    Viewer worker = colleague();
    UUID post = room.posts.add(director, worker.staff(), employed(TODAY.minusYears(2), 100));
    StaffPosts.Seen seen = room.posts.view(director, post);
    assertEquals(100, seen.post().hundredths());
    assertTrue(seen.now());
    LocalDate half = TODAY.plusDays(10);
    room.posts.amend(
        director, post, seen.version(), share(employed(TODAY.minusYears(2), 50), half));
    assertEquals(100, room.posts.view(director, post).post().hundredths(), "not yet");
    assertEquals(
        List.of(50, 100),
        room.posts.view(director, post).shares().stream().map(one -> one.hundredths()).toList());
    assertThrows(
        Stale.class,
        () -> room.posts.amend(director, post, seen.version(), employed(TODAY.minusYears(2), 80)));
    // The first day is corrected: the share before goes along with it.
    long version = room.posts.view(director, post).version();
    room.posts.amend(director, post, version, share(employed(TODAY.minusYears(1), 50), half));
    assertEquals(
        List.of(half, TODAY.minusYears(1)),
        room.posts.view(director, post).shares().stream().map(one -> one.since()).toList());
  }

  @Test
  void aPostThatCannotBeIsRefusedBesideItsField() {
    StaffId staff = colleague().staff();
    assertEquals("share", field(() -> room.posts.add(director, staff, employed(TODAY, null))));
    assertEquals("share", field(() -> room.posts.add(director, staff, employed(TODAY, 9))));
    assertEquals("share", field(() -> room.posts.add(director, staff, employed(TODAY, 101))));
    assertEquals(
        "until",
        field(
            () ->
                room.posts.add(
                    director,
                    staff,
                    new NewPost(
                        PostCode.OFFICE,
                        null,
                        EmploymentKind.EXTERNAL,
                        null,
                        TODAY,
                        TODAY.minusDays(1),
                        null,
                        false,
                        null,
                        null))));
    assertEquals(
        "shareFrom",
        field(
            () -> room.posts.add(director, staff, share(employed(TODAY, 50), TODAY.minusDays(1)))));
    assertEquals(List.of(), room.posts.of(director, staff));
  }

  @Test
  void theListTellsWhoIsHereAndWhoWasAndColleaguesSeeLittle() {
    Viewer here = colleague();
    Viewer gone = colleague();
    room.posts.add(director, here.staff(), employed(TODAY.minusYears(1), 80));
    room.posts.add(
        director, gone.staff(), until(employed(TODAY.minusYears(3), 100), TODAY.minusDays(1)));
    assertTrue(ids(director, Which.PRESENT).contains(here.staff()));
    assertFalse(ids(director, Which.PRESENT).contains(gone.staff()));
    assertTrue(ids(director, Which.FORMER).contains(gone.staff()));
    assertFalse(ids(director, Which.FORMER).contains(here.staff()));
    assertTrue(ids(director, Which.ALL).containsAll(Set.of(here.staff(), gone.staff())));
    StaffLine known = room.posts.line(director, gone.staff());
    assertEquals(TODAY.minusDays(1), known.until());
    assertEquals(80, room.posts.line(director, here.staff()).hundredths());

    Viewer other = colleague();
    StaffLine seen = room.posts.line(other, here.staff());
    assertEquals(PostCode.KEY_WORKER, seen.posts().get(0).code());
    assertEquals("Pobočka Sever", seen.posts().get(0).workplace());
    assertNull(seen.posts().get(0).kind());
    assertNull(seen.hundredths());
    assertNull(seen.since());
    assertFalse(ids(other, Which.FORMER).contains(gone.staff()), "colleagues see who is here");
    assertThrows(NotAllowed.class, () -> room.posts.of(other, here.staff()));
    assertEquals(1, room.posts.of(here, here.staff()).size(), "one's own sheet");
    assertThrows(NotAllowed.class, () -> room.posts.add(here, here.staff(), employed(TODAY, 100)));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> room.posts.list(it, Which.PRESENT, null, 10));
    assertThrows(NotAllowed.class, () -> room.posts.line(it, here.staff()));
  }

  @Test
  void theListIsPagedByKey() {
    colleague();
    colleague();
    List<StaffId> all = new ArrayList<>();
    String after = null;
    do {
      Page<StaffLine> page = room.posts.list(director, Which.ALL, after, 2);
      assertTrue(page.items().size() <= 2);
      page.items().forEach(line -> all.add(line.id()));
      after = page.next();
    } while (after != null);
    assertEquals(ids(director, Which.ALL), all);
    assertEquals(all.size(), Set.copyOf(all).size());
  }

  private List<StaffId> ids(Viewer viewer, Which which) {
    return room.posts.list(viewer, which, null, 100).items().stream().map(StaffLine::id).toList();
  }

  @Test
  void whoMaySignWhatIsDatedAndGivenOnce() {
    StaffId staff = colleague().staff();
    UUID first =
        room.competences.give(director, staff, Competence.REPORT, TODAY.minusDays(9), null);
    assertEquals(
        "competence",
        field(() -> room.competences.give(director, staff, Competence.REPORT, TODAY, null)));
    room.competences.give(director, staff, Competence.CHEQUE, TODAY, TODAY.plusDays(5));
    long version =
        room.competences.of(director, staff).stream()
            .filter(one -> one.id().equals(first))
            .findFirst()
            .orElseThrow()
            .version();
    room.competences.end(director, first, version, TODAY.minusDays(1));
    assertEquals(
        List.of(Competence.CHEQUE),
        room.competences.of(director, staff).stream()
            .filter(one -> one.now())
            .map(one -> one.kind())
            .toList());
    Viewer other = colleague();
    assertThrows(NotAllowed.class, () -> room.competences.of(other, staff));
  }

  // Hand-over -----------------------------------------------------------------------------------

  @Test
  void oneFileIsHandedOverWithAProtocolThatTheTakerConfirms() {
    Viewer giver = colleague();
    Viewer taker = colleague();
    Family family = register.family(director, giver, "Předávaná");
    register.safety.raise(
        giver,
        family.child(),
        new Safety.NewNotice(
            Safety.Kind.ALLERGY, "Arašídy", null, "Volat 155", TODAY.minusDays(5), null));
    due(family, TODAY.plusDays(20));
    task(giver, family, giver, TODAY.plusDays(3));

    UUID handover =
        room.handovers.handOver(
            giver, family.file(), taker.staff(), TODAY, "Slíbili jsme pomoc s poradnou.");
    HandoverDesk.Protocol paper = room.handovers.view(taker, handover);
    assertEquals(1, paper.parts().get(HandoverPart.SAFETY).size());
    assertTrue(paper.parts().get(HandoverPart.SAFETY).get(0).contains("Arašídy"));
    assertTrue(paper.parts().get(HandoverPart.AGREEMENT).size() >= 3, "agreement, carer, child");
    assertEquals(1, paper.parts().get(HandoverPart.DUE).size());
    assertEquals(1, paper.parts().get(HandoverPart.TASK).size());
    assertEquals("Slíbili jsme pomoc s poradnou.", paper.promises());
    assertEquals(1, paper.tasksMoved());
    assertTrue(paper.mine());

    // Access follows at once, and the task has gone along.
    assertThrows(NotFound.class, () -> register.files.header(giver, family.file()));
    assertEquals(taker.staff(), register.files.header(taker, family.file()).keyWorker());
    assertEquals(1, tasks(taker).size());
    assertEquals(0, tasks(giver).size());
    assertEquals(1, register.inbox.unread(taker));

    assertEquals(1, room.handovers.waiting(taker).size());
    assertThrows(NotFound.class, () -> room.handovers.confirm(director, handover, 1, null));
    assertThrows(NotFound.class, () -> room.handovers.confirm(giver, handover, 1, null));
    assertThrows(Stale.class, () -> room.handovers.confirm(taker, handover, 9, null));
    room.handovers.confirm(taker, handover, paper.version(), "Vše sedí");
    assertEquals(TODAY, room.handovers.view(director, handover).confirmedOn());
    assertEquals("Vše sedí", room.handovers.view(director, handover).remark());
    assertEquals(List.of(), room.handovers.waiting(taker));
    assertThrows(
        Refused.class, () -> room.handovers.confirm(taker, handover, paper.version(), null));
    // The words are sealed.
    List<HandoverLine> lines =
        register.tx.read(
            em ->
                em.createQuery("SELECT l FROM HandoverLine l", HandoverLine.class).getResultList());
    assertFalse(lines.isEmpty());
    lines.forEach(
        line ->
            assertFalse(
                new String(line.words(), StandardCharsets.UTF_8).contains("Arašídy"), "sealed"));
  }

  @Test
  void aHandOverInTheFutureChangesNothingBefore() {
    Viewer giver = colleague();
    Viewer taker = colleague();
    Family family = register.family(director, giver, "Budoucí");
    task(giver, family, giver, TODAY.plusDays(3));
    task(giver, family, giver, TODAY.plusDays(30));
    room.handovers.handOver(giver, family.file(), taker.staff(), TODAY.plusDays(10), null);
    assertEquals(giver.staff(), register.files.header(giver, family.file()).keyWorker());
    assertThrows(NotFound.class, () -> register.files.header(taker, family.file()));
    assertEquals(List.of(), room.handovers.waiting(taker), "nothing to confirm before");
    assertEquals(1, tasks(giver).size(), "what is due before stays");
    assertEquals(
        "from",
        field(
            () ->
                room.handovers.handOver(
                    director, family.file(), giver.staff(), TODAY.minusDays(1), null)));
  }

  @Test
  void whoeverAWallKeepsAwayCannotTakeTheFamilyAndNobodyIsToldWhy() {
    Viewer giver = colleague();
    Viewer walled = colleague();
    Viewer stranger = colleague();
    Family family = register.family(director, giver, "Zazděná");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    Takers.Choice takers = room.handovers.takers(giver, family.file());
    assertTrue(takers.can().stream().noneMatch(one -> one.staff().equals(walled.staff())));
    assertTrue(takers.can().stream().noneMatch(one -> one.staff().equals(giver.staff())));
    assertEquals(1, takers.cannot().size());
    Refused refused =
        assertThrows(
            Refused.class,
            () -> room.handovers.handOver(giver, family.file(), walled.staff(), TODAY, null));
    assertEquals("taker", refused.field());
    assertEquals("refused.cannot-take", refused.text().key());
    assertEquals(
        "staff",
        field(() -> room.coWorkers.add(giver, family.file(), walled.staff(), TODAY, null)));
    assertThrows(NotFound.class, () -> room.handovers.takers(stranger, family.file()));
    assertThrows(
        NotFound.class,
        () -> room.handovers.handOver(stranger, family.file(), stranger.staff(), TODAY, null));
    Viewer it = register.viewer("it-administrator");
    account(it, "it-administrator");
    assertEquals(
        "taker",
        field(() -> room.handovers.handOver(giver, family.file(), it.staff(), TODAY, null)));
    assertThrows(NotAllowed.class, () -> room.handovers.takers(it, family.file()));
  }

  @Test
  void aLeavingWorkerHandsEverythingOverAtOnce() {
    Viewer leaver = colleague();
    Viewer one = colleague();
    Viewer two = colleague();
    Family first = register.family(director, leaver, "První");
    Family second = register.family(director, leaver, "Druhá");
    Family beside = register.family(director, one, "Vedlejší");
    register.files.assign(director, beside.file(), one.staff(), leaver.staff(), TODAY);
    task(leaver, first, leaver, TODAY.plusDays(2));
    register.desk.add(
        leaver, new NewTask(About.NOBODY, null, "Objednat čaj", leaver.staff(), null));
    FarewellDesk.Holding holding = room.farewell.holding(director, leaver.staff());
    assertEquals(2, holding.families().size());
    assertEquals(List.of(beside.file()), holding.beside());
    assertEquals(2, holding.tasks());

    Map<CaseFileId, StaffId> takers = new LinkedHashMap<>();
    takers.put(first.file(), one.staff());
    takers.put(second.file(), two.staff());
    FarewellDesk.Done done =
        room.farewell.handOver(director, leaver.staff(), TODAY, takers, two.staff());
    assertEquals(new FarewellDesk.Done(2, 2, 0), done);
    // The leaving worker sees nothing any more; the takers see theirs, and only theirs.
    for (Family family : List.of(first, second, beside)) {
      assertThrows(NotFound.class, () -> register.files.header(leaver, family.file()));
      assertThrows(NotFound.class, () -> register.people.view(leaver, family.child()));
    }
    assertEquals(one.staff(), register.files.header(one, first.file()).keyWorker());
    assertEquals(two.staff(), register.files.header(two, second.file()).keyWorker());
    assertThrows(NotFound.class, () -> register.files.header(two, first.file()));
    assertEquals(List.of("Zavolat do školy"), tasks(one).stream().map(TaskLine::what).toList());
    assertEquals(List.of("Objednat čaj"), tasks(two).stream().map(TaskLine::what).toList());
    assertEquals(1, room.handovers.waiting(one).size());
    assertEquals(1, room.handovers.waiting(two).size());
    FarewellDesk.Holding after = room.farewell.holding(director, leaver.staff());
    assertEquals(List.of(), after.families());
    assertEquals(List.of(), after.beside());
    assertThrows(NotAllowed.class, () -> room.farewell.holding(one, leaver.staff()));
  }

  @Test
  void aHandOverOfAllIsAllOrNothing() {
    Viewer leaver = colleague();
    Viewer one = colleague();
    Viewer walled = colleague();
    Family first = register.family(director, leaver, "Celá");
    Family second = register.family(director, leaver, "Necelá");
    task(leaver, first, leaver, null);
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(second.file()), Ground.EXCLUSION);
    Map<CaseFileId, StaffId> takers = new LinkedHashMap<>();
    takers.put(first.file(), one.staff());
    takers.put(second.file(), walled.staff());
    assertEquals(
        FarewellDesk.field(second.file()),
        field(() -> room.farewell.handOver(director, leaver.staff(), TODAY, takers, null)));
    assertEquals(leaver.staff(), register.files.header(director, first.file()).keyWorker());
    assertEquals(leaver.staff(), register.files.header(leaver, first.file()).keyWorker());
    assertThrows(NotFound.class, () -> register.files.header(one, first.file()));
    assertEquals(1, tasks(leaver).size());
    assertEquals(List.of(), room.handovers.of(director, first.file()));
    takers.remove(second.file());
    Refused changed =
        assertThrows(
            Refused.class,
            () -> room.farewell.handOver(director, leaver.staff(), TODAY, takers, null));
    assertEquals("refused.handover-changed", changed.text().key());
  }

  @Test
  void theLoadIsReckonedByWeightAgainstTheGuidanceForTheShare() {
    Viewer worker = colleague();
    room.posts.add(director, worker.staff(), employed(TODAY.minusYears(1), 50));
    Family heavy = register.family(director, worker, "Těžká");
    register.family(director, worker, "Lehká");
    room.loads.weigh(worker, heavy.file(), 4);
    Workloads.Load load =
        room.loads.of(director).stream()
            .filter(one -> one.staff().equals(worker.staff()))
            .findFirst()
            .orElseThrow();
    assertEquals(2, load.families());
    assertEquals(6, load.halves(), "two and one");
    assertEquals(50, load.hundredths());
    assertEquals(9, load.least());
    assertEquals(11, load.most());
    assertEquals("below", load.standing());
    assertThrows(NotAllowed.class, () -> room.loads.of(worker));
    assertEquals("weight", field(() -> room.loads.weigh(worker, heavy.file(), 0)));
    assertThrows(NotFound.class, () -> room.loads.weigh(colleague(), heavy.file(), 2));
  }

  @Test
  void aCoWorkerSeesTheFamilyForTheirTime() {
    Viewer worker = colleague();
    Viewer beside = colleague();
    Family family = register.family(director, worker, "Společná");
    room.coWorkers.add(worker, family.file(), beside.staff(), TODAY, TODAY.plusDays(5));
    CaseFiles.Header header = register.files.header(beside, family.file());
    assertEquals(worker.staff(), header.keyWorker());
    assertNull(header.deputy(), "a co-worker is no deputy");
    assertEquals(
        "staff",
        field(
            () ->
                room.coWorkers.add(
                    worker, family.file(), beside.staff(), TODAY.plusDays(5), null)));
    UUID row = room.coWorkers.of(worker, family.file()).get(0).id();
    room.coWorkers.end(worker, family.file(), row);
    assertThrows(NotFound.class, () -> register.files.header(beside, family.file()));
    assertEquals(List.of(), room.coWorkers.of(worker, family.file()));
  }

  // Absences ------------------------------------------------------------------------------------

  @Test
  void theDeputySeesTheFamiliesForThatTimeAndNotLonger() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    Family family = register.family(director, away, "Zastupovaná");
    Family walled = register.family(director, away, "Oddělená");
    register
        .access
        .walls()
        .raise(director, deputy.staff(), Subject.of(walled.carer()), Ground.CONFLICT_OF_INTEREST);
    due(family, TODAY.plusDays(4));
    due(family, TODAY.plusDays(40));
    task(away, family, away, TODAY.plusDays(5));
    task(away, family, away, TODAY.plusDays(50));
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(AbsenceKind.HOLIDAY, TODAY, TODAY.plusDays(9), deputy.staff()));
    AbsenceSeen seen = room.absences.view(away, absence);
    AbsencePlan.Plan plan = room.plan.of(away, seen);
    assertEquals(
        List.of(family.file()), plan.covered().stream().map(CaseFiles.Header::id).toList());
    assertEquals(
        List.of(walled.file()), plan.uncovered().stream().map(CaseFiles.Header::id).toList());
    assertEquals(1, plan.duties().orElseThrow().size(), "only what is due by then");
    assertEquals(1, plan.tasks().size());
    assertThrows(NotFound.class, () -> register.files.header(deputy, family.file()), "not yet");
    assertThrows(NotFound.class, () -> room.absences.view(deputy, absence));

    assertEquals(1, room.absences.confirm(away, absence, seen.version()));
    assertEquals(away.staff(), register.files.header(deputy, family.file()).keyWorker());
    assertThrows(NotFound.class, () -> register.files.header(deputy, walled.file()));
    assertEquals(1, room.absences.mine(deputy).size(), "on Today of the deputy");
    assertNull(room.absences.mine(deputy).get(0).kind(), "why is not the deputy's business");
    assertEquals(1, room.absences.mine(away).size(), "on Today of the colleague");
    assertEquals(1, register.inbox.unread(deputy));
    assertEquals(1, room.plan.of(deputy, room.absences.view(deputy, absence)).covered().size());

    // A child that comes meanwhile is seen, too.
    PersonId child = register.person(director, "Nová", "Zastupovaná", LocalDate.of(2020, 1, 1));
    register.placements.place(director, family.file(), child, TODAY, null);
    assertTrue(register.people.view(deputy, child) != null);

    // Back earlier: the access ends.
    room.absences.back(away, absence, room.absences.view(away, absence).version(), TODAY);
    assertThrows(NotFound.class, () -> register.files.header(deputy, family.file()));
    assertThrows(NotFound.class, () -> register.people.view(deputy, child));
    assertThrows(NotFound.class, () -> room.absences.view(away, absence), "it never was");
  }

  @Test
  void aChangedAbsenceIsGivenToTheDeputyAnew() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    Viewer other = colleague();
    Family family = register.family(director, away, "Změněná");
    UUID absence =
        room.absences.record(
            director,
            away.staff(),
            new NewAbsence(
                AbsenceKind.SICK, TODAY.minusDays(3), TODAY.plusDays(9), deputy.staff()));
    room.absences.confirm(director, absence, room.absences.view(director, absence).version());
    assertTrue(register.files.header(deputy, family.file()) != null);
    room.absences.amend(
        director,
        absence,
        room.absences.view(director, absence).version(),
        new NewAbsence(AbsenceKind.SICK, TODAY.minusDays(3), TODAY.plusDays(20), other.staff()));
    assertThrows(NotFound.class, () -> register.files.header(deputy, family.file()));
    AbsenceSeen now = room.absences.view(director, absence);
    assertNull(now.confirmedOn());
    room.absences.confirm(director, absence, now.version());
    assertTrue(register.files.header(other, family.file()) != null);
    AbsenceSeen last = room.absences.view(director, absence);
    assertThrows(
        Refused.class, () -> room.absences.confirm(director, absence, last.version()), "twice");
    room.absences.back(director, absence, last.version(), TODAY.plusDays(2));
    assertEquals(TODAY.plusDays(1), room.absences.view(director, absence).until());
    assertTrue(register.files.header(other, family.file()) != null, "until the eve");
  }

  @Test
  void anAbsenceThatCannotBeIsRefusedBesideItsField() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    assertEquals("deputy", absent(away, TODAY, TODAY, away));
    assertEquals("until", absent(away, TODAY, TODAY.minusDays(1), null));
    room.absences.record(
        deputy, deputy.staff(), new NewAbsence(AbsenceKind.OTHER, TODAY, TODAY.plusDays(2), null));
    assertEquals("deputy", absent(away, TODAY.plusDays(2), TODAY.plusDays(4), deputy));
    assertEquals("since", absent(deputy, TODAY.plusDays(2), TODAY.plusDays(4), null));
    Viewer stranger = colleague();
    assertThrows(
        NotAllowed.class,
        () ->
            room.absences.record(
                stranger, away.staff(), new NewAbsence(AbsenceKind.SICK, TODAY, TODAY, null)));
    assertThrows(NotAllowed.class, () -> room.absences.of(stranger, away.staff()));
  }

  private String absent(Viewer who, LocalDate since, LocalDate until, Viewer deputy) {
    return field(
        () ->
            room.absences.record(
                who,
                who.staff(),
                new NewAbsence(
                    AbsenceKind.HOLIDAY, since, until, deputy == null ? null : deputy.staff())));
  }

  // Training ------------------------------------------------------------------------------------

  @Test
  void theTrainingAccountIsReckonedAndExplained() {
    Viewer worker = colleague();
    assertEquals(Status.NOT_ASSESSED, room.training.year(worker, worker.staff(), 2026).status());
    room.posts.add(director, worker.staff(), employed(LocalDate.of(2026, 3, 1), 100));
    room.absences.record(
        director,
        worker.staff(),
        new NewAbsence(AbsenceKind.SICK, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 2), null));
    UUID entry = train(worker, worker, TrainingKind.TRAINING, 900);
    train(worker, worker, TrainingKind.SUPERVISION, 13 * 60);
    TrainingBook.Year year = room.training.year(worker, worker.staff(), 2026);
    // Ten months from March on, two of them away: 24 * 8 / 12.
    assertEquals(8, year.account().months());
    assertEquals(16 * 60, year.account().owed());
    assertEquals(Status.OPEN, year.status());
    assertEquals("training.why.OPEN", year.why().key());
    assertEquals(List.of(15.0, 16.0, 8, 1.0), year.why().arguments().subList(0, 4));
    assertEquals("training.supervision.above", year.supervision().key());
    TrainingBook.Seen seen = room.training.view(director, entry);
    room.training.amend(
        director,
        entry,
        seen.version(),
        new NewTraining(
            TrainingKind.TRAINING, TODAY.minusDays(30), "Krizová intervence", 960, null, null));
    assertEquals(Status.FULFILLED, room.training.year(worker, worker.staff(), 2026).status());
    assertThrows(Stale.class, () -> room.training.remove(worker, entry, seen.version()));
    room.training.remove(worker, entry, room.training.view(worker, entry).version());
    assertEquals(1, room.training.year(worker, worker.staff(), 2026).entries().size());
    Viewer other = colleague();
    assertThrows(NotAllowed.class, () -> room.training.year(other, worker.staff(), 2026));
    assertThrows(NotAllowed.class, () -> train(other, worker, TrainingKind.TRAINING, 60));
    assertEquals("hours", field(() -> train(worker, worker, TrainingKind.TRAINING, 0)));
  }

  private UUID train(Viewer viewer, Viewer whose, TrainingKind kind, int minutes) {
    return room.training.add(
        viewer,
        whose.staff(),
        new NewTraining(
            kind, TODAY.minusDays(30), "Krizová intervence", minutes, "Akademie", "12/2026"));
  }

  // Papers --------------------------------------------------------------------------------------

  @Test
  void aPaperThatRunsOutIsRemindedOfAheadAndTheNewerOneCounts() {
    Viewer worker = colleague();
    UUID old = paper(worker, CheckKind.HEALTH, TODAY.minusYears(2), TODAY.plusDays(60));
    paper(worker, CheckKind.FIRST_AID, TODAY.minusYears(1), TODAY.plusDays(61));
    paper(worker, CheckKind.QUALIFICATION, TODAY.minusYears(9), null);
    List<StaffChecks.Seen> reminders = reminders(director, worker);
    assertEquals(List.of(old), reminders.stream().map(StaffChecks.Seen::id).toList());
    assertEquals(StaffChecks.Standing.SOON, reminders.get(0).standing());
    assertEquals(1, reminders(worker, worker).size(), "one's own");
    assertEquals(List.of(), room.checks.reminders(colleague()), "nobody else's");
    StaffCheck row = register.tx.read(em -> em.find(StaffCheck.class, old));
    assertFalse(new String(row.document(), StandardCharsets.UTF_8).contains("šanon"), "sealed");
    assertEquals("šanon 3", room.checks.view(worker, old).check().document());

    paper(worker, CheckKind.HEALTH, TODAY, TODAY.plusYears(2));
    assertEquals(List.of(), reminders(director, worker));
    assertEquals(StaffChecks.Standing.REPLACED, room.checks.view(director, old).standing());
    Viewer other = colleague();
    assertThrows(NotAllowed.class, () -> room.checks.of(other, worker.staff()));
    assertThrows(
        NotAllowed.class, () -> paper(worker, worker, CheckKind.HEALTH, TODAY, TODAY.plusYears(1)));
    room.posts.add(
        director, other.staff(), until(employed(TODAY.minusYears(3), 100), TODAY.minusDays(1)));
    paper(other, CheckKind.HEALTH, TODAY.minusYears(2), TODAY.minusDays(3));
    assertEquals(List.of(), reminders(director, other), "who left is not reminded of");
  }

  private List<StaffChecks.Seen> reminders(Viewer viewer, Viewer whose) {
    return room.checks.reminders(viewer).stream()
        .filter(one -> one.staff().equals(whose.staff()))
        .toList();
  }

  private UUID paper(Viewer whose, CheckKind kind, LocalDate issued, LocalDate until) {
    return paper(director, whose, kind, issued, until);
  }

  private UUID paper(
      Viewer viewer, Viewer whose, CheckKind kind, LocalDate issued, LocalDate until) {
    return room.checks.add(viewer, whose.staff(), new NewCheck(kind, issued, until, "šanon 3"));
  }

  // Conflicts -----------------------------------------------------------------------------------

  @Test
  void aDeclaredConflictBecomesAWallWhenTheDirectorSaysSo() {
    Viewer worker = colleague();
    Family family = register.family(director, worker, "Příbuzná");
    UUID conflict =
        room.conflicts.declare(worker, worker.staff(), "rodina Příbuzných", "sestřenice");
    ConflictOfInterest row = register.tx.read(em -> em.find(ConflictOfInterest.class, conflict));
    assertFalse(new String(row.relation(), StandardCharsets.UTF_8).contains("sestř"), "sealed");
    Viewer other = colleague();
    assertThrows(NotAllowed.class, () -> room.conflicts.of(other, worker.staff()));
    assertThrows(NotAllowed.class, () -> room.conflicts.all(worker));
    assertThrows(NotAllowed.class, () -> room.conflicts.wall(worker, conflict, 1, "1"));
    assertEquals("number", field(() -> room.conflicts.wall(director, conflict, 1, "nic takového")));
    String number = register.files.header(director, family.file()).number();
    room.conflicts.wall(director, conflict, 1, number);
    assertThrows(NotFound.class, () -> register.files.header(worker, family.file()));
    assertThrows(NotFound.class, () -> register.people.view(worker, family.child()));
    assertNull(room.conflicts.of(worker, worker.staff()).get(0).walledOn());
    assertEquals(TODAY, room.conflicts.of(director, worker.staff()).get(0).walledOn());
    long version = room.conflicts.of(director, worker.staff()).get(0).version();
    room.conflicts.end(director, conflict, version);
    assertTrue(register.files.header(worker, family.file()) != null);
    assertTrue(register.people.view(worker, family.child()) != null);
  }

  // Time ----------------------------------------------------------------------------------------

  @Test
  void theTimeSheetIsSummedFromTheVisits() {
    Viewer worker = colleague();
    Family family = register.family(director, worker, "Časová");
    visit(worker, family, TODAY, 90);
    visit(worker, family, TODAY.minusDays(1), null);
    visit(worker, family, TODAY.minusMonths(1), 45);
    var gone = way(worker, family, 200, 300);
    register.care.moves.withdraw(worker, gone, 1, "Nebyl jsem tam.");
    TimeSheets.Sheet sheet = room.times.of(worker, worker.staff(), YearMonth.from(TODAY));
    assertEquals(90, sheet.minutes());
    assertEquals(1, sheet.untimed());
    assertEquals(2, sheet.lines().size());
    assertEquals("Časová", sheet.lines().get(0).familyName());
    assertEquals(
        List.of(new TimeSheets.Sum(worker.staff(), "Mgr. Jana Testová", 2, 90, 0, 0, 1)),
        room.times.all(director, YearMonth.from(TODAY)).stream()
            .filter(sum -> sum.staff().equals(worker.staff()))
            .toList());
    assertThrows(
        NotAllowed.class, () -> room.times.all(worker, YearMonth.from(TODAY)), "the director only");
    way(worker, family, 40, 27);
    way(worker, family, 20, null);
    TimeSheets.Sheet travelled = room.times.of(worker, worker.staff(), YearMonth.from(TODAY));
    assertEquals(60, travelled.travel());
    assertEquals(27, travelled.kilometres());
    assertEquals(
        List.of(new TimeSheets.Sum(worker.staff(), "Mgr. Jana Testová", 4, 90, 60, 27, 3)),
        room.times.all(director, YearMonth.from(TODAY)).stream()
            .filter(sum -> sum.staff().equals(worker.staff()))
            .toList());
    register.files.assign(director, family.file(), null, null, TODAY);
    TimeSheets.Sheet later = room.times.of(worker, worker.staff(), YearMonth.from(TODAY));
    assertEquals(90, later.minutes(), "the time stays");
    assertNull(later.lines().get(0).familyName(), "the name does not");
    Viewer other = colleague();
    assertThrows(
        NotAllowed.class, () -> room.times.of(other, worker.staff(), YearMonth.from(TODAY)));
  }

  private VisitId way(Viewer worker, Family family, Integer travel, Integer kilometres) {
    return register.visits.record(
        worker,
        family.file(),
        new Visits.NewVisit(
            TODAY,
            null,
            null,
            true,
            Visits.Place.HOME,
            Set.of(family.carer()),
            List.of(),
            null,
            travel,
            kilometres));
  }

  private void visit(Viewer worker, Family family, LocalDate day, Integer minutes) {
    register.visits.record(
        worker,
        family.file(),
        new Visits.NewVisit(
            day, null, minutes, true, Visits.Place.HOME, Set.of(family.carer()), List.of(), null));
  }

  // ---------------------------------------------------------------------------------------------

  private static NewPost employed(LocalDate since, Integer hundredths) {
    return new NewPost(
        PostCode.KEY_WORKER,
        null,
        EmploymentKind.EMPLOYMENT,
        "Pobočka Sever",
        since,
        null,
        null,
        true,
        hundredths,
        null);
  }

  private static NewPost share(NewPost post, LocalDate from) {
    return new NewPost(
        post.code(),
        post.wording(),
        post.kind(),
        post.workplace(),
        post.since(),
        post.until(),
        post.probationUntil(),
        post.socialWorker(),
        post.hundredths(),
        from);
  }

  private static NewPost until(NewPost post, LocalDate lastDay) {
    return new NewPost(
        post.code(),
        post.wording(),
        post.kind(),
        post.workplace(),
        post.since(),
        lastDay,
        post.probationUntil(),
        post.socialWorker(),
        post.hundredths(),
        post.shareFrom());
  }

  private void due(Family family, LocalDate day) {
    CaseFiles.Header header = register.files.header(director, family.file());
    room.due.add(
        new Duties.Line(
            "cz.visit",
            "cz 1",
            family.file(),
            header.number(),
            header.familyName(),
            Duties.SubjectKind.CHILD,
            family.child(),
            new PersonName("Ema", header.familyName()),
            null,
            day,
            null,
            Duties.Status.DUE_SOON,
            Words.of("load.title"),
            Words.of("load.title"),
            "§ 47b",
            Trust.VERIFIED));
  }

  private void task(Viewer author, Family family, Viewer doer, LocalDate due) {
    register.desk.add(
        author,
        new NewTask(About.file(family.file()), null, "Zavolat do školy", doer.staff(), due));
  }

  private List<TaskLine> tasks(Viewer doer) {
    return register.desk.list(doer, doer.staff(), false, null, 50).items();
  }

  private static String field(Executable action) {
    return assertThrows(Refused.class, action).field();
  }

  private Viewer colleague() {
    Viewer viewer = register.viewer("key-worker", DUTIES);
    account(viewer, "key-worker");
    return viewer;
  }

  private void account(Viewer who, String role) {
    String code =
        register.access.accounts().invite(director, who.staff(), "Mgr. Jana Testová", Set.of(role));
    accounts++;
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(
                "Mgr. Jana Testová",
                "pracovnice" + accounts,
                "modrý kámen u řeky".toCharArray(),
                "cs"));
  }
}
