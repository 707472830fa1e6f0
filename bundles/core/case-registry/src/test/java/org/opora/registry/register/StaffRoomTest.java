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
import java.util.stream.Collectors;
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
import org.opora.api.access.RelationKind;
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
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.files.Placements;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.kin.Role;
import org.opora.api.module.spi.Module;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.safety.Safety;
import org.opora.api.staff.spi.StaffLaw;
import org.opora.api.standards.InternalRules;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.RegistrySchema;
import org.opora.registry.files.application.CareFactsReader;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.NewFamily;
import org.opora.registry.files.application.OwnData;
import org.opora.registry.files.application.Participant;
import org.opora.registry.files.application.Takers;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.files.domain.HandoverPart;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.persistence.Footprints;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.people.persistence.AroundQueries;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Mark;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.AbsencePlan;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.Conflicts;
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
import org.opora.registry.staff.domain.ConflictWall;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.TrainingDuty.Status;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.domain.Improvement;
import org.opora.registry.standards.domain.InternalRule;
import org.opora.registry.standards.domain.RuleReader;
import org.opora.registry.standards.domain.RuleVersion;
import org.opora.registry.story.domain.TimelineEntry;
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
  void aPlannedShareStaysWhenSomethingElseIsCorrected() {
    Viewer worker = colleague();
    LocalDate half = TODAY.plusDays(40);
    UUID post = room.posts.add(director, worker.staff(), employed(TODAY.minusYears(1), 100));
    long version = room.posts.view(director, post).version();
    room.posts.amend(director, post, version, share(employed(TODAY.minusYears(1), 50), half));
    StaffPosts.Seen seen = room.posts.view(director, post);
    room.posts.amend(
        director,
        post,
        seen.version(),
        new NewPost(
            seen.post().code(),
            "Koordinátorka",
            seen.post().kind(),
            "Pobočka Jih",
            seen.post().since(),
            seen.post().until(),
            seen.post().probationUntil(),
            seen.post().socialWorker(),
            seen.post().hundredths(),
            seen.post().shareFrom()));
    assertEquals(
        List.of(half, TODAY.minusYears(1)),
        room.posts.view(director, post).shares().stream().map(one -> one.since()).toList());
    // Another share from today on takes nothing from the planned one either.
    room.posts.amend(
        director,
        post,
        room.posts.view(director, post).version(),
        share(employed(TODAY.minusYears(1), 80), TODAY));
    assertEquals(
        List.of(50, 80, 100),
        room.posts.view(director, post).shares().stream().map(one -> one.hundredths()).toList());
  }

  @Test
  void aPostWrittenDownByMistakeIsStruckOut() {
    Viewer worker = colleague();
    UUID post =
        room.posts.add(
            director, worker.staff(), until(employed(TODAY.minusDays(9), 100), TODAY.minusDays(1)));
    assertFalse(ids(director, Which.PRESENT).contains(worker.staff()));
    assertThrows(NotAllowed.class, () -> room.posts.remove(worker, post, 1));
    assertThrows(Stale.class, () -> room.posts.remove(director, post, 9));
    room.posts.remove(director, post, room.posts.view(director, post).version());
    assertTrue(ids(director, Which.PRESENT).contains(worker.staff()), "as if it had never been");
    assertEquals(List.of(), room.posts.of(director, worker.staff()));
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
    List<PersonDataOwner.Fact> facts =
        new OwnData(register.tx, register.house.keys()).export(Set.of(family.child()));
    assertTrue(
        facts.stream()
            .anyMatch(
                fact ->
                    fact.label().key().equals("handover.fact.SAFETY")
                        && fact.value().equals(TODAY.toString())),
        facts.toString());
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
    Takers.Choice takers = room.handovers.takers(giver, family.file(), TODAY);
    assertTrue(takers.can().stream().noneMatch(one -> one.staff().equals(walled.staff())));
    assertTrue(takers.can().stream().noneMatch(one -> one.staff().equals(giver.staff())));
    assertFalse(takers.toString().contains(walled.staff().toString()), "left out, not named");
    Refused refused =
        assertThrows(
            Refused.class,
            () -> room.handovers.handOver(giver, family.file(), walled.staff(), TODAY, null));
    assertEquals("taker", refused.field());
    assertEquals("refused.cannot-take", refused.text().key());
    assertEquals(
        "staff",
        field(() -> room.coWorkers.add(giver, family.file(), walled.staff(), TODAY, null)));
    assertThrows(NotFound.class, () -> room.handovers.takers(stranger, family.file(), TODAY));
    assertThrows(
        NotFound.class,
        () -> room.handovers.handOver(stranger, family.file(), stranger.staff(), TODAY, null));
    Viewer it = register.viewer("it-administrator");
    account(it, "it-administrator");
    assertEquals(
        "taker",
        field(() -> room.handovers.handOver(giver, family.file(), it.staff(), TODAY, null)));
    assertThrows(NotAllowed.class, () -> room.handovers.takers(it, family.file(), TODAY));
  }

  @Test
  void onlyWhoeverLeadsTheFamilyPassesItOn() {
    Viewer leader = colleague();
    Viewer deputy = colleague();
    Viewer other = colleague();
    Family family = register.family(director, leader, "Vedená");
    CaseFileId file = family.file();
    room.handovers.assign(leader, file, leader.staff(), deputy.staff(), TODAY);
    assertTrue(register.files.header(deputy, file) != null);
    assertThrows(NotAllowed.class, () -> room.handovers.takers(deputy, file, TODAY));
    assertThrows(
        NotAllowed.class, () -> room.handovers.handOver(deputy, file, deputy.staff(), TODAY, null));
    assertThrows(
        NotAllowed.class, () -> room.coWorkers.add(deputy, file, deputy.staff(), TODAY, null));
    assertThrows(
        NotAllowed.class, () -> room.handovers.assign(deputy, file, deputy.staff(), null, TODAY));
    Refused instead =
        assertThrows(
            Refused.class, () -> room.handovers.assign(leader, file, other.staff(), null, TODAY));
    assertEquals("refused.hand-over-instead", instead.text().key());
    assertEquals(leader.staff(), register.files.header(leader, file).keyWorker());
  }

  @Test
  void aLaterHandOverTakesThePlaceOfOneThatHasNotBegun() {
    Viewer anna = colleague();
    Viewer bara = colleague();
    Viewer cyril = colleague();
    Family family = register.family(director, anna, "Dvakrát");
    CaseFileId file = family.file();
    task(anna, family, anna, null);
    task(anna, family, anna, TODAY.plusDays(30));
    UUID first = room.handovers.handOver(anna, file, bara.staff(), TODAY.plusDays(10), null);
    assertEquals(2, doing(bara));
    UUID second = room.handovers.handOver(anna, file, cyril.staff(), TODAY.plusDays(5), null);
    assertEquals(0, doing(bara), "nothing stays with her");
    assertEquals(2, doing(cyril));
    assertEquals(TODAY, room.handovers.view(anna, first).withdrawnOn());
    assertNull(room.handovers.view(anna, second).withdrawnOn());
    // With the same first day the giver is who leads the family until then.
    UUID third = room.handovers.handOver(anna, file, bara.staff(), TODAY.plusDays(5), null);
    assertEquals(3, room.handovers.of(anna, file).size());
    assertEquals(anna.staff(), register.tx.read(em -> em.find(Handover.class, third)).giver());
    // Or it is not handed over at all.
    assertNull(room.handovers.handOver(anna, file, anna.staff(), TODAY.plusDays(1), null));
    assertEquals(TODAY, room.handovers.view(anna, third).withdrawnOn());
    assertEquals(2, tasks(anna).size());
    assertEquals(
        List.of(anna.staff()),
        register.tx.read(
            em ->
                em
                    .createQuery(
                        "SELECT a FROM Assignment a WHERE a.file = :file", Assignment.class)
                    .setParameter("file", file.value())
                    .getResultList()
                    .stream()
                    .filter(row -> row.until() == null)
                    .map(Assignment::staff)
                    .toList()));
  }

  private long doing(Viewer doer) {
    Long sum =
        register.tx.read(
            em ->
                em.createQuery("SELECT COUNT(t.id) FROM Task t WHERE t.doer = :doer", Long.class)
                    .setParameter("doer", doer.staff().value())
                    .getSingleResult());
    return sum;
  }

  @Test
  void aStandInDoesNotOutliveTheKeyWorkerTheyStandInFor() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    Viewer taker = colleague();
    Family family = register.family(director, away, "Předaná při zástupu");
    Family partly = register.family(director, away, "Jen zčásti");
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(60), deputy.staff()));
    room.handovers.handOver(away, partly.file(), taker.staff(), TODAY.plusDays(9), null);
    assertEquals(2, room.absences.confirm(away, absence, 1));
    assertEquals(TODAY.plusDays(8), standsInUntil(partly), "no longer than the family is led");
    assertEquals(TODAY.plusDays(60), standsInUntil(family));
    room.handovers.handOver(director, family.file(), taker.staff(), TODAY, null);
    assertThrows(NotFound.class, () -> register.files.header(deputy, family.file()));
    assertTrue(register.files.header(taker, family.file()) != null);
  }

  private LocalDate standsInUntil(Family family) {
    return register
        .tx
        .read(
            em ->
                em.createQuery(
                        "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind",
                        Assignment.class)
                    .setParameter("file", family.file().value())
                    .setParameter("kind", RelationKind.STAND_IN)
                    .getSingleResult())
        .until();
  }

  @Test
  void aProtocolNamesEveryTask() {
    Viewer giver = colleague();
    Viewer taker = colleague();
    Family family = register.family(director, giver, "Pilná");
    for (int i = 0; i < 101; i++) {
      task(giver, family, giver, null);
    }
    UUID paper = room.handovers.handOver(giver, family.file(), taker.staff(), TODAY, null);
    HandoverDesk.Protocol seen = room.handovers.view(taker, paper);
    assertEquals(101, seen.parts().get(HandoverPart.TASK).size());
    assertEquals(101, seen.tasksMoved());
  }

  @Test
  void theProtocolOfOneFamilyDoesNotReadTheDutiesOfAll() {
    Viewer giver = colleague();
    Viewer taker = colleague();
    Family family = register.family(director, giver, "Levná");
    due(family, TODAY.plusDays(20));
    int before = room.lists;
    UUID paper = room.handovers.handOver(giver, family.file(), taker.staff(), TODAY, null);
    assertEquals(1, room.handovers.view(taker, paper).parts().get(HandoverPart.DUE).size());
    assertEquals(before, room.lists);
  }

  @Test
  void aFamilyThatWasStillToComeStaysWithWhoLeadsIt() {
    Viewer xaver = colleague();
    Viewer anna = colleague();
    Viewer cyril = colleague();
    Family coming = register.family(director, xaver, "Teprve přijde");
    Family ending = register.family(director, anna, "Končící");
    Family beside = register.family(director, xaver, "Vedle");
    task(xaver, coming, xaver, null);
    room.handovers.handOver(xaver, coming.file(), anna.staff(), TODAY.plusDays(40), null);
    room.handovers.handOver(anna, ending.file(), cyril.staff(), TODAY.plusDays(40), null);
    room.coWorkers.add(xaver, beside.file(), anna.staff(), TODAY, TODAY.plusDays(200));
    LocalDate from = TODAY.plusDays(5);
    FarewellDesk.Holding holding = room.farewell.holding(director, anna.staff(), from);
    assertEquals(
        List.of(coming.file()), holding.coming().stream().map(CaseFiles.Header::id).toList());
    assertEquals(
        List.of(ending.file()),
        holding.families().stream().map(one -> one.header().id()).toList(),
        "also when it ends later anyway");
    assertEquals(List.of(beside.file()), holding.beside(), "also what ends by itself");
    room.farewell.handOver(
        director, anna.staff(), from, Map.of(ending.file(), cyril.staff()), null);
    assertEquals(xaver.staff(), register.files.header(xaver, coming.file()).keyWorker());
    assertEquals(1, tasks(xaver).size(), "with its tasks");
    assertEquals(List.of(), room.farewell.holding(director, anna.staff(), from).families());
    assertEquals(List.of(), room.farewell.holding(director, anna.staff(), from).beside());
    Long left =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT COUNT(a.id) FROM Assignment a WHERE a.staff = :anna"
                            + " AND (a.until IS NULL OR a.until >= :from)",
                        Long.class)
                    .setParameter("anna", anna.staff().value())
                    .setParameter("from", from)
                    .getSingleResult());
    assertEquals(0L, left.longValue());
  }

  @Test
  void otherTasksGoFromTheFirstDayAndLettersStayWithTheirRecord() {
    Viewer leaver = colleague();
    Viewer taker = colleague();
    Viewer helper = colleague();
    Family family = register.family(director, leaver, "Úkolová");
    LocalDate from = TODAY.plusDays(30);
    task(leaver, family, leaver, TODAY.plusDays(3));
    own(leaver, "Dřívější", TODAY.plusDays(3));
    own(leaver, "Pozdější", TODAY.plusDays(60));
    UUID ours = register.post.enter(director, letter(family.file(), leaver));
    UUID own = register.post.enter(director, letter(null, leaver));
    FarewellDesk.Done done =
        room.farewell.handOver(
            director, leaver.staff(), from, Map.of(family.file(), taker.staff()), helper.staff());
    assertEquals(new FarewellDesk.Done(1, 2, 3, 1), done);
    assertEquals(List.of("Pozdější"), tasks(helper).stream().map(TaskLine::what).toList());
    assertEquals(1, doing(taker), "the letter of the family goes with it");
    assertEquals(taker.staff(), doer(ours));
    assertEquals(leaver.staff(), doer(own), "one of no family stays with its record");
    FarewellDesk.Holding left = room.farewell.holding(director, leaver.staff(), from);
    assertEquals(1, left.kept().letters());
  }

  @Test
  void aLetterOfAFamilyFollowsWhoLeadsIt() {
    Viewer anna = colleague();
    Viewer cyril = colleague();
    Family family = register.family(director, anna, "Dopisová");
    UUID letter = register.post.enter(anna, letter(family.file(), anna));
    room.handovers.handOver(anna, family.file(), cyril.staff(), TODAY.plusDays(3), null);
    assertEquals(cyril.staff(), doer(letter));
    assertEquals(1, doing(cyril));
    assertEquals(0, doing(anna));
    // Not handed over after all.
    room.handovers.handOver(anna, family.file(), anna.staff(), TODAY.plusDays(1), null);
    assertEquals(anna.staff(), doer(letter));
    assertEquals(0, doing(cyril));
    room.handovers.handOver(anna, family.file(), cyril.staff(), TODAY, null);
    assertEquals(1, tasks(cyril).size(), "in a list");
    assertTrue(register.post.view(cyril, letter) != null);
  }

  @Test
  void theFarewellCountsWhatRecordsKeepAndWhereTheLeaverStandsIn() {
    Viewer leaver = colleague();
    Viewer away = colleague();
    Family family = register.family(director, away, "Zastoupená odcházející");
    FarewellDesk.Holding before = room.farewell.holding(director, leaver.staff(), TODAY);
    assertEquals(0, before.kept().all());
    register.tx.run(
        em -> {
          Inquiry row = new Inquiry(UUID.randomUUID(), TODAY, leaver.staff());
          row.says(TODAY, new byte[] {1}, null, null, leaver.staff());
          em.persist(row);
        });
    UUID rule =
        register.tx.required(
            em -> {
              AssessmentRound round =
                  new AssessmentRound(UUID.randomUUID(), 3, null, TODAY, director.staff());
              round.says("Rok", null);
              em.persist(round);
              em.flush();
              Improvement measure = new Improvement(UUID.randomUUID(), round.id(), null);
              measure.says("Napsat postup", leaver.staff(), TODAY.plusDays(90));
              em.persist(measure);
              InternalRule paper = new InternalRule(UUID.randomUUID());
              paper.says(InternalRules.Kind.ETHICS, "Kodex", "kodex", false);
              em.persist(paper);
              em.flush();
              RuleVersion version =
                  new RuleVersion(
                      UUID.randomUUID(), paper.id(), paper.nextNumber(), director.staff(), TODAY);
              version.says("Slova", null, TODAY, "Rada", TODAY);
              em.persist(version);
              em.flush();
              RuleReader reader = new RuleReader(UUID.randomUUID(), version, leaver.staff());
              reader.handed(TODAY, director.staff(), TODAY.plusDays(14));
              em.persist(reader);
              return paper.id();
            });
    FarewellDesk.Holding improving = room.farewell.holding(director, leaver.staff(), TODAY);
    assertEquals(1, improving.kept().measures());
    assertEquals(1, improving.kept().rules());
    register.tx.run(em -> em.find(InternalRule.class, rule).end(TODAY.minusDays(1), null));
    assertEquals(
        0,
        room.farewell.holding(director, leaver.staff(), TODAY).kept().rules(),
        "nothing of an ended paper is owed");
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(60), leaver.staff()));
    room.absences.confirm(away, absence, 1);
    FarewellDesk.Holding holding =
        room.farewell.holding(director, leaver.staff(), TODAY.plusDays(5));
    assertEquals(1, holding.kept().inquiries());
    assertEquals(absence, holding.standIns().get(0).absence());
    long told = register.inbox.unread(away);
    room.farewell.handOver(director, leaver.staff(), TODAY.plusDays(5), Map.of(), null);
    assertEquals(told + 1, register.inbox.unread(away), "nobody stands in from then on");
    AbsencePlan.Plan plan = room.plan.of(away, room.absences.view(away, absence));
    assertEquals(List.of(), plan.covered());
    assertEquals(
        List.of(family.file()), plan.uncovered().stream().map(CaseFiles.Header::id).toList());
  }

  private StaffId doer(UUID letter) {
    return register.tx.read(em -> em.find(Letter.class, letter)).doer();
  }

  private static NewLetter letter(CaseFileId file, Viewer doer) {
    return new NewLetter(
        Direction.INCOMING,
        TODAY,
        Channel.POST,
        "Okresní soud",
        "Výzva",
        null,
        null,
        file,
        null,
        doer.staff(),
        TODAY.plusDays(40),
        null);
  }

  @Test
  void whoLeadsTheFamilyStaysAsItWasWhenOnlyTheDeputyChanges() {
    Viewer xaver = colleague();
    Viewer anna = colleague();
    Viewer bara = colleague();
    Family family = register.family(director, xaver, "Dějinná");
    CaseFileId file = family.file();
    room.handovers.handOver(xaver, file, anna.staff(), TODAY, null);
    room.handovers.assign(anna, file, anna.staff(), bara.staff(), TODAY.minusDays(100));
    assertEquals(Map.of(xaver.staff(), TODAY.minusDays(1), anna.staff(), LocalDate.MAX), led(file));
    Refused nobody =
        assertThrows(
            Refused.class, () -> room.handovers.assign(anna, file, null, bara.staff(), TODAY));
    assertEquals("keyWorker", nobody.field());
    // Also when somebody is only to come.
    Family open = register.family(director, null, "Čekající");
    room.handovers.handOver(director, open.file(), anna.staff(), TODAY.plusDays(9), null);
    assertEquals(
        "keyWorker",
        field(() -> room.handovers.assign(director, open.file(), bara.staff(), null, TODAY)));
    room.handovers.assign(director, open.file(), null, bara.staff(), TODAY);
    assertEquals(Map.of(anna.staff(), LocalDate.MAX), led(open.file()));
  }

  private Map<StaffId, LocalDate> led(CaseFileId file) {
    Map<StaffId, LocalDate> led = new LinkedHashMap<>();
    assignments(file, RelationKind.KEY_WORKER)
        .forEach(row -> led.put(row.staff(), row.until() == null ? LocalDate.MAX : row.until()));
    return led;
  }

  private List<Assignment> assignments(CaseFileId file, RelationKind kind) {
    return register.tx.read(
        em ->
            em.createQuery(
                    "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind",
                    Assignment.class)
                .setParameter("file", file.value())
                .setParameter("kind", kind)
                .getResultList());
  }

  @Test
  void whatAHandOverEndedComesBackWhenItIsWithdrawn() {
    Viewer anna = colleague();
    Viewer bara = colleague();
    Viewer cyril = colleague();
    Viewer dana = colleague();
    Family family = register.family(director, anna, "Vrácená");
    CaseFileId file = family.file();
    room.handovers.assign(anna, file, anna.staff(), cyril.staff(), TODAY);
    task(anna, family, anna, null);
    task(anna, family, cyril, null);
    UUID away =
        room.absences.record(
            anna,
            anna.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(30), bara.staff()));
    room.absences.confirm(anna, away, 1);
    UUID paper = room.handovers.handOver(anna, file, cyril.staff(), TODAY.plusDays(10), null);
    assertEquals(TODAY.plusDays(9), standsInUntil(family));
    assertEquals(
        List.of(TODAY.plusDays(9)),
        assignments(file, RelationKind.DEPUTY).stream().map(Assignment::until).toList());
    assertEquals(1, happened(file));
    assertNull(room.handovers.handOver(anna, file, anna.staff(), TODAY.plusDays(1), null));
    assertEquals(TODAY.plusDays(30), standsInUntil(family), "who stands in stays");
    assertNull(assignments(file, RelationKind.DEPUTY).get(0).until(), "the deputy stays");
    assertEquals(1, doing(cyril), "what they had as a deputy is theirs still");
    assertEquals(1, doing(anna));
    assertEquals(0, happened(file), "it never was");
    assertFalse(room.handovers.view(anna, paper).replaced());
    assertEquals(
        List.of(file),
        room.plan.of(anna, room.absences.view(anna, away)).covered().stream()
            .map(CaseFiles.Header::id)
            .toList());
    // Whoever was to stand in for somebody who does not come sees nothing.
    UUID second = room.handovers.handOver(anna, file, cyril.staff(), TODAY.plusDays(40), null);
    UUID later =
        room.absences.record(
            cyril,
            cyril.staff(),
            new NewAbsence(
                AbsenceKind.HOLIDAY, TODAY.plusDays(50), TODAY.plusDays(55), dana.staff()));
    assertEquals(1, room.absences.confirm(director, later, 1));
    room.handovers.handOver(anna, file, bara.staff(), TODAY.plusDays(35), null);
    assertTrue(room.handovers.view(anna, second).replaced());
    assertEquals(1, happened(file));
    assertTrue(
        assignments(file, RelationKind.STAND_IN).stream()
            .noneMatch(row -> row.staff().equals(dana.staff())));
  }

  private long happened(CaseFileId file) {
    return register
        .tx
        .read(
            em ->
                em.createQuery(
                        "SELECT t FROM TimelineEntry t WHERE t.subject = :file",
                        TimelineEntry.class)
                    .setParameter("file", file.value())
                    .getResultList())
        .stream()
        .filter(row -> row.title().en().equals("Family handed over to a new key worker"))
        .count();
  }

  @Test
  void whoeverHasLeftByTheFirstDayCannotTakeAFamily() {
    Viewer anna = colleague();
    Viewer dana = colleague();
    Family family = register.family(director, anna, "Brzy sama");
    room.posts.add(
        director, dana.staff(), until(employed(TODAY.minusYears(1), 100), TODAY.plusDays(4)));
    assertEquals(
        "taker",
        field(
            () ->
                room.handovers.handOver(
                    anna, family.file(), dana.staff(), TODAY.plusDays(5), null)));
    assertEquals("deputy", absent(anna, TODAY.plusDays(2), TODAY.plusDays(5), dana));
    assertTrue(
        room.handovers.handOver(anna, family.file(), dana.staff(), TODAY.plusDays(4), null)
            != null);
  }

  @Test
  void whomAWallKeepsFromSomebodyDoesNotComeToLeadThem() {
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family novak = register.family(director, leader, "Nováková");
    Family dvorak = register.family(director, petr, "Dvořáková");
    wall(petr, novak);
    assertEquals(
        "child",
        field(
            () ->
                register.placements.place(
                    director, dvorak.file(), novak.child(), TODAY.plusDays(5), null)));
    assertEquals(
        "carer",
        field(() -> register.files.addCarer(director, dvorak.file(), novak.carer(), TODAY)));
    FamilyIntake intake =
        new FamilyIntake(
            register.tx,
            register.known,
            register.files,
            register.agreements,
            register.placements,
            register.access.colleagues(),
            register.staff);
    assertEquals("keyWorker", field(() -> intake.open(director, with(novak, petr))));
    assertEquals(
        "keyWorker",
        field(() -> intake.open(director, with(novak, register.viewer("key-worker")))));
    assertTrue(
        intake.workers(director, TODAY).stream()
            .anyMatch(one -> one.staff().equals(leader.staff())));
    assertTrue(intake.open(director, with(novak, leader)) != null);
  }

  private static NewFamily with(Family known, Viewer keyWorker) {
    return new NewFamily(
        new CaseFiles.NewFile(null, "Druhá", TODAY),
        List.of(new Participant(known.carer(), null, TODAY, null, "carer1")),
        List.of(),
        null,
        keyWorker.staff(),
        null);
  }

  @Test
  void aWallThatFallsIntoTheFamilyOfTheWalledIsTold() {
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family novak = register.family(director, leader, "Cílová");
    Family dvorak = register.family(director, petr, "Výchozí");
    wall(petr, novak);
    long told = register.inbox.unread(director);
    register.placements.place(director, novak.file(), dvorak.child(), TODAY.plusDays(30), null);
    assertEquals("wall", reason(petr, Subject.of(dvorak.child())));
    assertTrue(register.inbox.unread(director) > told, "somebody has to take it over");
    // It was a mistake: they are not to come, they were there once.
    Placements.Stay stay =
        register.placements.of(director, novak.file()).stream()
            .filter(one -> one.child().equals(dvorak.child()))
            .findFirst()
            .orElseThrow();
    register.placements.amend(
        director, stay.id(), stay.version(), TODAY.minusDays(20), TODAY.minusDays(10), null);
    assertTrue(register.people.view(petr, dvorak.child()) != null, "open again");
  }

  @Test
  void aWallThatFallsIntoTheFamilyOfTheWalledBecauseTwoEntriesAreOnePersonIsTold() {
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family novak = register.family(director, leader, "Dva zápisy");
    Family dvorak = register.family(director, petr, "Druhý zápis");
    Family third = register.family(director, leader, "Třetí zápis");
    wall(petr, novak);
    long told = conflictsTold();
    register.same.declare(director, third.child(), novak.child());
    assertEquals(told, conflictsTold(), "they lead neither family");
    register.same.declare(director, dvorak.child(), novak.child());
    assertEquals("wall", reason(petr, Subject.of(dvorak.child())));
    assertEquals(told + 1, conflictsTold(), "somebody has to take it over");
    register.same.undo(director, dvorak.child());
    assertEquals(told + 1, conflictsTold(), "and nobody when they are two again");
    assertTrue(register.people.view(petr, dvorak.child()) != null);
  }

  private long conflictsTold() {
    return register.inbox.of(director, null, 500).items().stream()
        .filter(message -> message.href().equals("/staff/conflicts"))
        .count();
  }

  @Test
  void tasksAndLettersOfAWalledDeputyGoToTheKeyWorker() {
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family family = register.family(director, leader, "S příbuzným zástupcem");
    room.handovers.assign(leader, family.file(), leader.staff(), petr.staff(), TODAY);
    task(leader, family, petr, TODAY.plusDays(2));
    UUID letter = register.post.enter(leader, letter(family.file(), petr));
    wall(petr, family);
    assertEquals(0, doing(petr));
    assertEquals(2, tasks(leader).size());
    assertEquals(leader.staff(), doer(letter));
    // A family that nobody leads: it is said that they stay.
    Viewer kin = colleague();
    Family alone = register.family(director, null, "Bez klíčového");
    room.handovers.assign(director, alone.file(), null, kin.staff(), TODAY);
    task(director, alone, kin, null);
    UUID conflict = room.conflicts.declare(kin, kin.staff(), "někdo", "příbuzný");
    assertEquals(
        1,
        room.conflicts.wall(
            director, conflict, 1, register.files.header(director, alone.file()).number()));
  }

  @Test
  void aRelativeOfTheFamilyIsBehindItsWallToo() {
    Viewer leader = colleague();
    Viewer second = register.viewer("director", DUTIES);
    account(second, "director");
    Family family = register.family(director, leader, "S babičkou");
    PersonId mother =
        register.person(director, "Matka", "Neobvyklepřišlá", LocalDate.of(1990, 1, 1));
    register.kin.tie(
        director,
        family.child(),
        new NewTie(
            Role.PARENT,
            mother,
            null,
            family.file(),
            new Terms(new Days(null, null), null, null, null)));
    assertTrue(register.people.view(second, mother) != null);
    wall(second, family);
    assertEquals("wall", reason(second, Subject.of(mother)));
    Map<UUID, Set<Subject>> around =
        register.tx.read(em -> new AroundQueries(em).subjects(List.of(mother.value())));
    assertTrue(around.get(mother.value()).contains(Subject.of(family.file())));
  }

  @Test
  void whomAConflictNamesIsNotUntouched() {
    assertTrue(new RegistrySchema().personColumns().contains("STAFF_CONFLICT_WALL.SUBJECT"));
    assertTrue(new RegistrySchema().fileColumns().contains("STAFF_CONFLICT_WALL.SUBJECT"));
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family family = register.family(director, leader, "Dotčená");
    PersonId carer = register.person(director, "Jen", "Dotčený", LocalDate.of(1981, 2, 3));
    UUID conflict = wall(petr, family);
    assertFalse(named(carer));
    register.tx.run(
        em -> em.persist(new ConflictWall(UUID.randomUUID(), conflict, Subject.of(carer))));
    assertTrue(named(carer));
  }

  private boolean named(PersonId person) {
    return register.tx.read(em -> new Footprints(em, new RegistrySchema()).of(List.of(person)));
  }

  @Test
  void aPaperThatIsSetAsideReplacesNoOther() {
    Viewer worker = colleague();
    UUID old = paper(worker, CheckKind.HEALTH, TODAY.minusDays(90), TODAY.plusDays(20));
    UUID now = paper(worker, CheckKind.HEALTH, TODAY.minusDays(30), TODAY.plusDays(10));
    room.checks.amend(
        director,
        now,
        room.checks.view(director, now).version(),
        new NewCheck(CheckKind.HEALTH, TODAY.minusDays(30), TODAY.plusDays(10), null, true));
    assertEquals(
        List.of(old), reminders(director, worker).stream().map(StaffChecks.Seen::id).toList());
  }

  @Test
  void daysThatAreOverAndSingleDaysAwayKeepNobodyFromStandingIn() {
    Viewer anna = colleague();
    Viewer bara = colleague();
    register.family(director, anna, "Dlouho nemocná");
    for (int day : new int[] {-8, 7}) {
      room.absences.record(
          bara,
          bara.staff(),
          new NewAbsence(AbsenceKind.OTHER, TODAY.plusDays(day), TODAY.plusDays(day), null));
    }
    UUID absence =
        room.absences.record(
            anna,
            anna.staff(),
            new NewAbsence(
                AbsenceKind.SICK, TODAY.minusDays(10), TODAY.plusDays(20), bara.staff()));
    assertTrue(room.absences.view(anna, absence).deputyAway(), "it is warned of");
    assertEquals(1, room.absences.confirm(anna, absence, 1));
    room.absences.amend(
        anna,
        absence,
        room.absences.view(anna, absence).version(),
        new NewAbsence(AbsenceKind.SICK, TODAY.minusDays(10), TODAY.plusDays(50), bara.staff()));
    assertEquals(
        1, room.absences.confirm(anna, absence, room.absences.view(anna, absence).version()));
    UUID own =
        room.absences.record(
            bara,
            bara.staff(),
            new NewAbsence(AbsenceKind.OTHER, TODAY.plusDays(9), TODAY.plusDays(9), null));
    assertEquals(
        List.of(absence),
        room.absences.relying(bara, room.absences.view(bara, own)).stream()
            .map(AbsenceSeen::id)
            .toList(),
        "the deputy is told whom she leaves alone");
  }

  @Test
  void whoeverCanTakeNoneOfTheFamiliesDoesNotStandIn() {
    Viewer anna = colleague();
    Viewer bara = colleague();
    Family family = register.family(director, anna, "Nepředatelná");
    register
        .access
        .walls()
        .raise(director, bara.staff(), Subject.of(family.carer()), Ground.CONFLICT_OF_INTEREST);
    UUID absence =
        room.absences.record(
            anna,
            anna.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(20), bara.staff()));
    Refused none = assertThrows(Refused.class, () -> room.absences.confirm(anna, absence, 1));
    assertEquals("refused.stand-in-takes-none", none.text().key());
  }

  private void own(Viewer doer, String what, LocalDate due) {
    register.desk.add(doer, new NewTask(About.NOBODY, null, what, doer.staff(), due));
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
    FarewellDesk.Holding holding = room.farewell.holding(director, leaver.staff(), TODAY);
    assertEquals(2, holding.families().size());
    assertEquals(List.of(beside.file()), holding.beside());
    assertEquals(2, holding.tasks());

    Map<CaseFileId, StaffId> takers = new LinkedHashMap<>();
    takers.put(first.file(), one.staff());
    takers.put(second.file(), two.staff());
    FarewellDesk.Done done =
        room.farewell.handOver(director, leaver.staff(), TODAY, takers, two.staff());
    assertEquals(new FarewellDesk.Done(2, 2, 0, 0), done);
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
    FarewellDesk.Holding after = room.farewell.holding(director, leaver.staff(), TODAY);
    assertEquals(List.of(), after.families());
    assertEquals(List.of(), after.beside());
    assertThrows(NotAllowed.class, () -> room.farewell.holding(one, leaver.staff(), TODAY));
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
    CaseFileId need =
        register.files.open(
            director, new NewFile(FileKind.IN_NEED, null, "Beze jména", LocalDate.of(2026, 1, 10)));
    register.files.assign(director, need, worker.staff(), null, LocalDate.of(2026, 1, 10));
    Workloads.Load load =
        room.loads.of(director).stream()
            .filter(one -> one.staff().equals(worker.staff()))
            .findFirst()
            .orElseThrow();
    assertEquals(2, load.families());
    assertEquals(6, load.halves(), "two and one");
    assertEquals(1, load.others(), "of which the guidance does not speak");
    assertEquals(50, load.hundredths());
    assertEquals(9.0, load.least());
    assertEquals(11.5, load.most());
    assertEquals("below", load.standing());
    for (int i = 0; i < 9; i++) {
      register.family(director, worker, "Další " + i);
    }
    room.loads.weigh(worker, heavy.file(), 3);
    Workloads.Load full = load(worker);
    assertEquals(23, full.halves());
    assertEquals("within", full.standing(), "11.5 is exactly 23 for a full time");
    Viewer idle = colleague();
    room.posts.add(director, idle.staff(), employed(TODAY.minusDays(1), 100));
    assertEquals(0, load(idle).families(), "who has room is there as well");
    assertThrows(NotAllowed.class, () -> room.loads.of(worker));
    assertEquals("weight", field(() -> room.loads.weigh(worker, heavy.file(), 0)));
    assertThrows(NotFound.class, () -> room.loads.weigh(colleague(), heavy.file(), 2));
  }

  private Workloads.Load load(Viewer whose) {
    return room.loads.of(director).stream()
        .filter(one -> one.staff().equals(whose.staff()))
        .findFirst()
        .orElseThrow();
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
  void aConfirmedAbsenceSaysWhenAFamilyIsWithoutAnybodyAllTheSame() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    Family family = register.family(director, away, "Pokrytá");
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(9), deputy.staff()));
    assertFalse(room.absences.view(away, absence).lacking(), "nothing is confirmed yet");
    room.absences.confirm(away, absence, room.absences.view(away, absence).version());
    assertFalse(room.absences.view(away, absence).lacking());
    Family later = register.family(director, away, "Pozdější");
    assertTrue(room.absences.view(away, absence).lacking(), "it came after the confirmation");
    assertTrue(room.absences.mine(away).get(0).lacking(), "on Today of the colleague");
    assertFalse(room.absences.mine(deputy).get(0).lacking(), "not the deputy's business");
    assertTrue(
        room.absences.all(director, null, 100).items().stream()
            .anyMatch(one -> one.id().equals(absence) && one.lacking()));
    room.handovers.handOver(director, later.file(), deputy.staff(), TODAY, null);
    assertFalse(room.absences.view(away, absence).lacking(), "somebody leads it");
    room.handovers.handOver(director, family.file(), colleague().staff(), TODAY.plusDays(5), null);
    assertFalse(room.absences.view(away, absence).lacking(), "until then the deputy, then another");
  }

  @Test
  void aDeputyWhoIsKeptAwayLeavesTheAbsenceWithoutAnybody() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    Family family = register.family(director, away, "Odloučená");
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(AbsenceKind.SICK, TODAY, TODAY.plusDays(9), deputy.staff()));
    room.absences.confirm(away, absence, room.absences.view(away, absence).version());
    wall(deputy, family);
    assertTrue(room.absences.view(away, absence).lacking());
  }

  @Test
  void aStayIsChangedOnlyByWhomNoWallKeepsFromTheChild() {
    Viewer leader = colleague();
    Viewer petr = colleague();
    Family novak = register.family(director, leader, "Pobytová");
    Family dvorak = register.family(director, petr, "Dřívější");
    Placements.Stay there = register.placements.of(director, dvorak.file()).get(0);
    register.placements.end(director, there.id(), TODAY.minusDays(1));
    register.placements.place(director, novak.file(), dvorak.child(), TODAY, null);
    wall(petr, novak);
    Placements.Stay ended = register.placements.find(director, there.id());
    assertEquals(
        "until",
        field(
            () ->
                register.placements.amend(
                    director, ended.id(), ended.version(), ended.from(), null, null)),
        "whom a wall keeps from somebody does not come to lead them");
    assertEquals(
        "until", field(() -> register.placements.end(director, ended.id(), TODAY.plusDays(3))));
    assertThrows(
        NotFound.class,
        () ->
            register.placements.amend(
                petr, ended.id(), ended.version(), ended.from(), ended.until(), "12 Nc 3/2026"));
    assertThrows(
        NotFound.class, () -> register.placements.end(petr, ended.id(), TODAY.minusDays(2)));
    register.placements.amend(
        director, ended.id(), ended.version(), ended.from(), ended.until(), "12 Nc 3/2026");
    assertEquals("12 Nc 3/2026", register.placements.find(director, ended.id()).courtReference());
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
    assertEquals("deputy", absent(away, TODAY.plusDays(1), TODAY.plusDays(2), deputy));
    assertEquals("since", absent(deputy, TODAY.plusDays(2), TODAY.plusDays(4), null));
    Viewer stranger = colleague();
    assertThrows(
        NotAllowed.class,
        () ->
            room.absences.record(
                stranger, away.staff(), new NewAbsence(AbsenceKind.SICK, TODAY, TODAY, null)));
    assertThrows(NotAllowed.class, () -> room.absences.of(stranger, away.staff()));
  }

  @Test
  void aDeputyWhoIsAwayThemselvesIsNoticed() {
    Viewer away = colleague();
    Viewer deputy = colleague();
    register.family(director, away, "Nezastoupená");
    UUID absence =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(
                AbsenceKind.HOLIDAY, TODAY.plusDays(5), TODAY.plusDays(25), deputy.staff()));
    room.absences.confirm(away, absence, 1);
    assertFalse(room.absences.view(away, absence).deputyAway());
    long before = register.inbox.unread(away);
    UUID own =
        room.absences.record(
            deputy,
            deputy.staff(),
            new NewAbsence(AbsenceKind.HOLIDAY, TODAY.plusDays(9), TODAY.plusDays(12), null));
    assertTrue(room.absences.view(away, absence).deputyAway());
    assertEquals(before + 1, register.inbox.unread(away), "told at once");
    assertFalse(room.absences.view(deputy, own).deputyAway());
    List<AbsenceSeen> all = new ArrayList<>();
    String after = null;
    do {
      Page<AbsenceSeen> page = room.absences.all(director, after, 1);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertTrue(
        all.stream().anyMatch(one -> one.id().equals(absence) && one.deputyAway()), "the list");
    assertTrue(all.stream().anyMatch(one -> one.id().equals(own)));
    assertEquals(all.size(), all.stream().map(AbsenceSeen::id).distinct().count());
    assertThrows(NotAllowed.class, () -> room.absences.all(away, null, 10));
    // Chosen first, away then: the families are not given to somebody who is not here.
    UUID later =
        room.absences.record(
            away,
            away.staff(),
            new NewAbsence(
                AbsenceKind.OTHER, TODAY.plusDays(40), TODAY.plusDays(45), deputy.staff()));
    room.absences.record(
        deputy,
        deputy.staff(),
        new NewAbsence(AbsenceKind.OTHER, TODAY.plusDays(38), TODAY.plusDays(46), null));
    Refused refused = assertThrows(Refused.class, () -> room.absences.confirm(away, later, 1));
    assertEquals("refused.deputy-away", refused.text().key());
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
  void whoConfirmedAFigureStandsBesideIt() {
    Viewer worker = colleague();
    TrainingBook.Year before = room.training.year(worker, worker.staff(), 2026);
    assertEquals(new Mark(Trust.SECONDARY, null, null), before.supervisionMark());
    assertEquals(Trust.SECONDARY, room.loads.guidance(director).mark().trust());
    LocalDate from = LocalDate.of(2007, 1, 1);
    LocalDate on = LocalDate.of(2026, 9, 9);
    room.confirmed.put(
        new Confirmations.Figure("cz.staff.12", from), new Confirmations.Said("JUDr. Právo", on));
    room.confirmed.put(
        new Confirmations.Figure("cz.staff." + new StaffLaw.Load(18, 23), from),
        new Confirmations.Said("Krajský úřad", on));
    assertEquals(
        new Mark(Trust.CONFIRMED, "JUDr. Právo", on),
        room.training.year(worker, worker.staff(), 2026).supervisionMark());
    assertEquals(
        new Mark(Trust.CONFIRMED, "Krajský úřad", on), room.loads.guidance(director).mark());
    room.confirmed.clear();
  }

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

  @Test
  void theYearsOfAnAccountBeginWithTheFirstPostOrTraining() {
    Viewer worker = colleague();
    int now = TODAY.getYear();
    assertEquals(now, room.training.firstYear(worker, worker.staff()), "nothing is known yet");
    room.training.add(
        worker,
        worker.staff(),
        new NewTraining(
            TrainingKind.TRAINING, TODAY.minusYears(2), "Attachment", 120, "Centrum", null));
    assertEquals(now - 2, room.training.firstYear(worker, worker.staff()));
    assertTrue(room.training.firstYear(director, null) <= now - 2);
    assertThrows(NotAllowed.class, () -> room.training.firstYear(worker, null));
    assertThrows(NotAllowed.class, () -> room.training.firstYear(colleague(), worker.staff()));
  }

  @Test
  void theNumberOfQuestionsDoesNotGrowWithTheColleagues() {
    List<StaffId> staff = new ArrayList<>();
    List<CaseFileId> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Viewer one = colleague();
      room.posts.add(director, one.staff(), employed(TODAY.minusYears(2), 100));
      train(one, one, TrainingKind.TRAINING, 60 * (i + 1));
      staff.add(one.staff());
      files.add(register.family(director, one, "Počítaná").file());
    }
    int year = TODAY.getYear();
    Statements few = new Statements(register.tx);
    room.trainingOver(few).year(director, staff.get(0), year);
    Statements many = new Statements(register.tx);
    Map<StaffId, TrainingBook.Year> years = room.trainingOver(many).years(director, staff, year);
    assertEquals(few.asked(), many.asked());
    for (StaffId one : staff) {
      assertEquals(
          room.training.year(director, one, year).account().done(),
          years.get(one).account().done());
    }
    assertEquals(120, years.get(staff.get(1)).account().done());
    few = new Statements(register.tx);
    new CareFactsReader(few, register.access.access())
        .inForceIn(director, CaseFiles.READ, TODAY, files.subList(0, 1));
    many = new Statements(register.tx);
    assertEquals(
        Set.copyOf(files),
        new CareFactsReader(many, register.access.access())
            .inForceIn(director, CaseFiles.READ, TODAY, files).stream()
                .map(CareFacts.InForce::file)
                .collect(Collectors.toSet()));
    assertEquals(few.asked(), many.asked());
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

  @Test
  void aPaperWithoutAnEndSilencesNoOther() {
    Viewer worker = colleague();
    UUID old = paper(worker, CheckKind.CRIMINAL_RECORD, TODAY.minusYears(11), null);
    UUID now = paper(worker, CheckKind.CRIMINAL_RECORD, TODAY.minusYears(2), TODAY.plusDays(20));
    paper(worker, CheckKind.QUALIFICATION, TODAY.minusYears(20), null);
    UUID accreditation =
        paper(worker, CheckKind.QUALIFICATION, TODAY.minusYears(3), TODAY.plusDays(30));
    assertEquals(
        List.of(now, accreditation),
        reminders(director, worker).stream().map(StaffChecks.Seen::id).toList());
    assertEquals(StaffChecks.Standing.REPLACED, room.checks.view(director, old).standing());
    assertNull(reminders(director, worker).get(0).check().document(), "not opened for a list");
    room.checks.amend(
        director,
        accreditation,
        room.checks.view(director, accreditation).version(),
        new NewCheck(CheckKind.QUALIFICATION, TODAY.minusYears(3), TODAY.plusDays(30), null, true));
    assertEquals(1, reminders(director, worker).size(), "set aside by hand");
    // Written down by mistake: the one before counts again.
    room.checks.remove(director, now, room.checks.view(director, now).version());
    assertEquals(StaffChecks.Standing.VALID, room.checks.view(director, old).standing());
    assertThrows(NotAllowed.class, () -> room.checks.remove(worker, old, 1));
    assertThrows(NotAllowed.class, () -> room.checks.all(worker, null, 10));
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<StaffChecks.Seen> page = room.checks.all(director, after, 1);
      page.items().forEach(one -> all.add(one.id()));
      after = page.next();
    } while (after != null);
    assertTrue(all.contains(old) && !all.contains(accreditation), all.toString());
    assertEquals(all.size(), Set.copyOf(all).size());
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
    assertThrows(NotAllowed.class, () -> room.conflicts.all(worker, null, 10));
    assertThrows(NotAllowed.class, () -> room.conflicts.wall(worker, conflict, 1, "1"));
    assertEquals("number", field(() -> room.conflicts.wall(director, conflict, 1, "nic takového")));
    String number = register.files.header(director, family.file()).number();
    assertEquals("number", field(() -> room.conflicts.wall(director, conflict, 1, number)));
    assertTrue(register.files.header(worker, family.file()) != null, "handed over first");
    room.handovers.handOver(director, family.file(), other.staff(), TODAY, null);
    room.coWorkers.add(director, family.file(), worker.staff(), TODAY, null);
    room.conflicts.wall(director, conflict, 1, number);
    assertThrows(NotFound.class, () -> register.files.header(worker, family.file()));
    assertThrows(NotFound.class, () -> register.people.view(worker, family.child()));
    assertEquals(List.of(), room.coWorkers.of(director, family.file()), "nor works beside");
    assertNull(room.conflicts.of(worker, worker.staff()).get(0).walledOn());
    assertEquals(TODAY, room.conflicts.of(director, worker.staff()).get(0).walledOn());
    assertEquals(
        "keyWorker",
        field(() -> register.files.assign(director, family.file(), worker.staff(), null, TODAY)));
    assertEquals(
        "deputy",
        field(
            () ->
                room.handovers.assign(other, family.file(), other.staff(), worker.staff(), TODAY)));
    long version = room.conflicts.of(director, worker.staff()).get(0).version();
    assertEquals("why", field(() -> room.conflicts.end(director, conflict, version, " ")));
    assertThrows(NotFound.class, () -> register.files.header(worker, family.file()));
    room.conflicts.end(director, conflict, version, "Spor rodin skončil.");
    assertEquals("Spor rodin skončil.", room.conflicts.of(director, worker.staff()).get(0).why());
    Viewer kept = register.viewer("director", DUTIES);
    account(kept, "director");
    wall(kept, family);
    Conflicts.Seen away = room.conflicts.of(kept, worker.staff()).get(0);
    assertNull(away.why(), "whoever is kept away from the family reads nothing of it");
    assertNull(away.whom());
    assertTrue(
        trail("access.wall-lifted", "staff=" + worker.staff() + ";ground=CONFLICT_OF_INTEREST") > 0,
        "on what ground it stood");
    room.coWorkers.add(director, family.file(), worker.staff(), TODAY, null);
    assertTrue(register.files.header(worker, family.file()) != null);
    assertTrue(register.people.view(worker, family.child()) != null);
  }

  private long trail(String act, String detail) {
    return register.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE ACT = ?1 AND DETAIL ="
                                + " ?2")
                        .setParameter(1, act)
                        .setParameter(2, detail)
                        .getSingleResult())
                .longValue());
  }

  @Test
  void aWallFollowsTheFamilyToItsNewcomers() {
    Viewer leader = colleague();
    Viewer kin = colleague();
    Family family = register.family(director, leader, "Rostoucí");
    Family before = register.family(director, kin, "Původní");
    wall(kin, family);
    // The child lived in a family of the walled worker, and comes to the one they are kept from.
    register.placements.end(
        director, register.placements.of(director, before.file()).get(0).id(), TODAY.minusDays(1));
    register.placements.place(director, family.file(), before.child(), TODAY, null);
    assertEquals("wall", reason(kin, Subject.of(before.child())));
    // Whoever brings them needs no right to raise walls.
    PersonId carer = register.person(leader, "Nový", "Pěstoun", LocalDate.of(1981, 2, 3));
    assertEquals("no-relation", reason(kin, Subject.of(carer)));
    register.files.addCarer(leader, family.file(), carer, TODAY);
    assertTrue(register.people.view(leader, carer) != null);
    assertEquals("wall", reason(kin, Subject.of(carer)), "closed, not only unrelated");
  }

  @Test
  void aWallStandsBeforeRelativesOfWhomOnlyTheFamilyTells() {
    Viewer leader = colleague();
    Viewer boss = register.viewer("director", DUTIES);
    Family family = register.family(director, leader, "Zděná");
    Family other = register.family(director, leader, "Jiná");
    PersonId before = relative(leader, family.child(), family.file(), "Dřívější");
    PersonId both = relative(leader, family.child(), family.file(), "Obojí");
    tie(leader, other.child(), both, other.file());
    wall(boss, family);
    assertEquals("wall", reason(boss, Subject.of(before)));
    assertThrows(NotFound.class, () -> register.people.view(boss, before));
    assertTrue(register.people.view(boss, both) != null, "the other family tells of them, too");
    PersonId later = relative(leader, family.child(), family.file(), "Pozdější");
    assertEquals("wall", reason(boss, Subject.of(later)));
    assertTrue(register.people.view(leader, later) != null);
  }

  /** The relatives of a child go with the child, and the wall goes with them. */
  @Test
  void aWallStandsBeforeTheRelativesOfAChildWhoHasMoved() {
    Viewer leader = colleague();
    Viewer boss = register.viewer("director", DUTIES);
    Family former = register.family(director, leader, "Původní");
    Family family = register.family(director, leader, "Nynější");
    PersonId mother = relative(leader, former.child(), former.file(), "Stěhovaná");
    register.placements.end(
        director, register.placements.of(director, former.file()).get(0).id(), TODAY.minusDays(9));
    register.placements.place(director, family.file(), former.child(), TODAY.minusDays(8), null);
    wall(boss, family);
    assertEquals("wall", reason(boss, Subject.of(mother)));
    assertThrows(NotFound.class, () -> register.people.view(boss, mother));
    assertTrue(
        register
            .tx
            .read(em -> new AroundQueries(em).subjects(List.of(mother.value())))
            .get(mother.value())
            .contains(Subject.of(family.file())),
        "and the search before somebody is written down knows it");
  }

  @Test
  void aWallBeforeARelativeStandsUntilTheDayOnWhichAnotherFamilyKnowsThem() {
    Viewer leader = colleague();
    Viewer kin = colleague();
    Family first = register.family(director, leader, "První");
    Family former = register.family(director, leader, "Dosavadní");
    Family next = register.family(director, leader, "Příští");
    // Written down in the first family, she goes with the child.
    PersonId mother = relative(leader, first.child(), first.file(), "Společná");
    register.placements.end(
        director, register.placements.of(director, first.file()).get(0).id(), TODAY.minusDays(9));
    register.placements.place(director, former.file(), first.child(), TODAY.minusDays(8), null);
    LocalDate comes = TODAY.plusDays(5);
    register.placements.place(director, next.file(), first.child(), comes, null);
    wall(kin, former);
    assertEquals("wall", reason(kin, Subject.of(mother)), "the other family is still to come");
    Viewer dayBefore = IntakeRooms.on(kin, comes.minusDays(1));
    Viewer then = IntakeRooms.on(kin, comes);
    assertEquals("wall", reason(dayBefore, Subject.of(mother)));
    assertEquals("no-relation", reason(then, Subject.of(mother)), "it falls by itself that day");
    assertEquals("wall", reason(then, Subject.of(first.child())), "the child was in the family");
    Viewer boss = register.viewer("director", DUTIES);
    wall(boss, former);
    assertThrows(
        NotFound.class,
        () -> register.record.names().of(IntakeRooms.on(boss, comes.minusDays(1)), mother));
    assertEquals(
        List.of(), register.record.names().of(IntakeRooms.on(boss, comes), mother), "every door");
    touch(former);
    assertEquals("wall", reason(kin, Subject.of(mother)), "whatever is changed meanwhile");
    Viewer eve = IntakeRooms.on(director, comes.minusDays(1));
    PersonId guest = register.person(director, "Jan", "Předvečer", LocalDate.of(1990, 1, 1));
    register.files.addCarer(eve, former.file(), guest, TODAY);
    assertEquals("wall", reason(kin, Subject.of(mother)), "until the day before");
    PersonId later = register.person(director, "Jan", "Ten den", LocalDate.of(1990, 1, 1));
    register.files.addCarer(IntakeRooms.on(director, comes), former.file(), later, TODAY);
    assertEquals("no-relation", reason(kin, Subject.of(mother)), "and not from the day on");
    assertEquals("wall", reason(kin, Subject.of(first.child())), "the child was in the family");
  }

  @Test
  void aWallWithADayStandsForLongerWhenItsReasonDoes() {
    Viewer leader = colleague();
    Viewer other = colleague();
    Viewer kin = colleague();
    Family former = register.family(director, leader, "Trvající");
    Family next = register.family(director, other, "Nejistá");
    // Written down in another family, she goes with the child.
    Family first = register.family(director, leader, "Zapsaná");
    PersonId mother = relative(leader, first.child(), first.file(), "Hlídaná");
    register.placements.end(
        director, register.placements.of(director, first.file()).get(0).id(), TODAY.minusDays(9));
    register.placements.place(director, former.file(), first.child(), TODAY.minusDays(8), null);
    LocalDate comes = TODAY.plusDays(5);
    PlacementId stay = register.placements.place(director, next.file(), first.child(), comes, null);
    UUID conflict = wall(kin, former);
    assertEquals("no-relation", reason(IntakeRooms.on(kin, comes), Subject.of(mother)));
    // The worker of the other family has no right over walls.
    LocalDate later = comes.plusDays(9);
    begins(other, stay, later);
    assertEquals("wall", reason(IntakeRooms.on(kin, later.minusDays(1)), Subject.of(mother)));
    assertEquals("no-relation", reason(IntakeRooms.on(kin, later), Subject.of(mother)));
    begins(other, stay, comes);
    assertEquals(
        "wall", reason(IntakeRooms.on(kin, comes), Subject.of(mother)), "not shortened without");
    // It has fallen, and the child has not come after all.
    LocalDate last = later.plusDays(9);
    begins(IntakeRooms.on(other, later), stay, last);
    assertEquals("wall", reason(IntakeRooms.on(kin, later), Subject.of(mother)), "it is back");
    long known =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT COUNT(w.id) FROM ConflictWall w WHERE w.conflict = :conflict"
                            + " AND w.subject = :mother",
                        Long.class)
                    .setParameter("conflict", conflict)
                    .setParameter("mother", mother.value())
                    .getSingleResult());
    assertEquals(1, known, "and written down once");
    begins(IntakeRooms.on(director, later), stay, last);
    assertEquals("no-relation", reason(IntakeRooms.on(kin, last), Subject.of(mother)));
    // From now on the work with this family tells of her itself.
    tie(leader, former.child(), mother, former.file());
    assertEquals("wall", reason(IntakeRooms.on(kin, last), Subject.of(mother)));
    end(kin, conflict);
    assertEquals("no-relation", reason(kin, Subject.of(mother)), "the end opens all of it");
  }

  private void begins(Viewer viewer, PlacementId stay, LocalDate day) {
    long version = register.tx.read(em -> em.find(Placement.class, stay.value()).version());
    register.placements.amend(viewer, stay, version, day, null, null);
  }

  private void touch(Family family) {
    PersonId carer = register.person(director, "Jan", "Přibyl", LocalDate.of(1990, 1, 1));
    register.files.addCarer(director, family.file(), carer, TODAY);
  }

  /** A family that is handed over again on the very day goes from who has it now. */
  @Test
  void aHandOverThatHasBegunIsNotTakenBackByTheNextOne() {
    Viewer anna = colleague();
    Viewer bara = colleague();
    Viewer cyril = colleague();
    Family family = register.family(director, anna, "Dvakrát týž den");
    task(anna, family, anna, null);
    room.handovers.handOver(anna, family.file(), bara.staff(), TODAY, null);
    assertEquals(1, doing(bara));
    UUID second = room.handovers.handOver(director, family.file(), cyril.staff(), TODAY, null);
    assertEquals(0, doing(anna), "she sees nothing of the family any more");
    assertEquals(1, doing(cyril));
    assertEquals(bara.staff(), register.tx.read(em -> em.find(Handover.class, second)).giver());
  }

  private PersonId relative(Viewer viewer, PersonId child, CaseFileId file, String name) {
    PersonId relative = register.person(viewer, "Jarmila", name, LocalDate.of(1950, 1, 1));
    tie(viewer, child, relative, file);
    return relative;
  }

  private void tie(Viewer viewer, PersonId child, PersonId relative, CaseFileId file) {
    Terms plain = new Terms(new Days(null, null), null, null, null);
    register.kin.tie(viewer, child, new NewTie(Role.GRANDPARENT, relative, null, file, plain));
  }

  @Test
  void whoIsKeptAwayFromAFamilyDoesNotReadHowColleaguesKnowIt() {
    Viewer knowing = colleague();
    Viewer boss = register.viewer("director", DUTIES);
    Family family = register.family(director, null, "Známá");
    UUID conflict = wall(knowing, family);
    assertEquals("příbuzný", declared(boss, conflict).relation());
    wall(boss, family);
    Conflicts.Seen hidden = declared(boss, conflict);
    assertNull(hidden.whom());
    assertNull(hidden.relation());
    assertNull(hidden.family());
    assertEquals(TODAY, hidden.walledOn(), "that it is seen to is no secret");
    assertEquals("příbuzný", declared(director, conflict).relation());
    assertEquals("příbuzný", room.conflicts.of(knowing, knowing.staff()).get(0).relation());
    assertEquals("příbuzný", room.conflicts.of(boss, boss.staff()).get(0).relation(), "their own");
  }

  private Conflicts.Seen declared(Viewer viewer, UUID conflict) {
    return room.conflicts.all(viewer, null, 100).items().stream()
        .filter(one -> one.id().equals(conflict))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theEndOfAConflictOpensWhatItClosedAndNothingElse() {
    Viewer leader = colleague();
    Viewer kin = colleague();
    Family one = register.family(director, leader, "Jedna");
    Family two = register.family(director, leader, "Dvojí");
    PersonId moving = register.person(director, "Ema", "Stěhovavá", LocalDate.of(2015, 1, 1));
    register.placements.place(director, one.file(), moving, TODAY.minusDays(20), null);
    UUID first = wall(kin, one);
    register.placements.end(
        director,
        register.placements.of(director, one.file()).stream()
            .filter(stay -> stay.child().equals(moving))
            .findFirst()
            .orElseThrow()
            .id(),
        TODAY.minusDays(1));
    register.placements.place(director, two.file(), moving, TODAY, null);
    UUID second = wall(kin, two);
    end(kin, first);
    assertEquals("no-relation", reason(kin, Subject.of(one.carer())));
    assertEquals("no-relation", reason(kin, Subject.of(one.file())));
    assertEquals("wall", reason(kin, Subject.of(moving)), "the other conflict still needs it");
    Page<Conflicts.Seen> page = room.conflicts.all(director, null, 1);
    assertEquals(1, page.items().size(), "paged by key");
    assertTrue(
        room.conflicts.all(director, null, 100).items().stream()
            .anyMatch(seen -> seen.id().equals(second)));
    end(kin, second);
    assertEquals("no-relation", reason(kin, Subject.of(moving)), "who left is open again, too");
    // A wall that stood before on other grounds is not the conflict's to take down.
    register.access.walls().raise(director, kin.staff(), Subject.of(two.carer()), Ground.EXCLUSION);
    end(kin, wall(kin, two));
    assertEquals("wall", reason(kin, Subject.of(two.carer())));
    assertEquals("no-relation", reason(kin, Subject.of(two.file())));
  }

  private String reason(Viewer viewer, Subject subject) {
    return register
        .access
        .access()
        .decide(
            viewer, subject.kind() == Subject.Kind.PERSON ? People.READ : CaseFiles.READ, subject)
        .reason();
  }

  private UUID wall(Viewer who, Family family) {
    UUID conflict = room.conflicts.declare(who, who.staff(), "někdo z rodiny", "příbuzný");
    room.conflicts.wall(
        director, conflict, 1, register.files.header(director, family.file()).number());
    return conflict;
  }

  private void end(Viewer who, UUID conflict) {
    room.conflicts.end(
        director,
        conflict,
        room.conflicts.of(director, who.staff()).stream()
            .filter(one -> one.id().equals(conflict))
            .findFirst()
            .orElseThrow()
            .version(),
        "Skončilo.");
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
        List.of(new TimeSheets.Sum(worker.staff(), "Mgr. Jana Testová", 2, 0, 0, 90, 0, 0, 1)),
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
        List.of(new TimeSheets.Sum(worker.staff(), "Mgr. Jana Testová", 4, 0, 0, 90, 60, 27, 3)),
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
    assertThrows(
        NotFound.class, () -> room.times.of(director, StaffId.next(), YearMonth.from(TODAY)));
  }

  @Test
  void aFamilyBehindAWallIsNotCountedByOthers() {
    Viewer worker = colleague();
    Viewer other = register.viewer("director", DUTIES);
    account(other, "director");
    Family open = register.family(director, worker, "Otevřená");
    Family hidden = register.family(director, worker, "Skrytá");
    visit(worker, open, TODAY, 90);
    visit(worker, hidden, TODAY, 45);
    task(worker, open, worker, null);
    task(worker, hidden, worker, null);
    register
        .access
        .walls()
        .raise(director, other.staff(), Subject.of(hidden.file()), Ground.CONFLICT_OF_INTEREST);
    YearMonth month = YearMonth.from(TODAY);
    assertEquals(1, room.times.of(other, worker.staff(), month).lines().size());
    assertEquals(90, room.times.of(other, worker.staff(), month).minutes());
    assertEquals(135, room.times.of(worker, worker.staff(), month).minutes());
    assertEquals(135, room.times.of(director, worker.staff(), month).minutes());
    assertEquals(1, room.farewell.holding(other, worker.staff(), TODAY).tasks());
    assertEquals(2, room.farewell.holding(director, worker.staff(), TODAY).tasks());
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
    register.confirm(who.staff());
  }
}
