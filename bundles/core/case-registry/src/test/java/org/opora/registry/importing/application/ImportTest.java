package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.care.Visits;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileStatus;
import org.opora.api.files.LeavingWay;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.safety.Safety;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.Samples;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.registry.people.application.Addresses;
import org.opora.registry.people.application.FormerNames;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/**
 * The sample register comes in, comes in again, changes, breaks off and is taken back, on real
 * databases.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  @Parameter TestDatabase.Product product;
  private ImportBench bench;

  @BeforeAll
  void open() {
    bench = new ImportBench(product);
  }

  @BeforeEach
  void empty() {
    bench.empty();
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void thePreviewWritesNothingAndTheImportLosesNoRow() {
    Map<String, Long> before = bench.rows();
    UUID run = bench.read(Samples.register());
    ImportRun preview = bench.run(run);
    assertEquals(State.PREVIEW, preview.state());
    assertEquals(new Counts(100, 0, 0), counts(preview));
    assertEquals(60, preview.families());
    assertEquals(before, bench.rows());

    ImportBench.done(bench.imports.apply(bench.director, run));
    ImportRun done = bench.run(run);
    assertEquals(State.DONE, done.state());
    assertEquals(new Counts(100, 0, 0), counts(done));
    Map<String, Long> rows = bench.rows();
    assertEquals(60, rows.get("CASE_FILE"));
    assertEquals(60, rows.get("AGREEMENT"));
    assertEquals(100, rows.get("PLACEMENT"));
    // Four children stand in two files; they stay two people until somebody decides.
    assertEquals(100, rows.get("CHILD_FILE"));
    assertEquals(100 + carers(), rows.get("PERSON"));
  }

  @Test
  void everyPlantedFaultIsKeptWithItsRow() {
    UUID run = bench.bring(Samples.register()).id();
    Set<String> planted =
        Samples.records(Samples.resource("/data/evidence-dohod.findings.csv")).stream()
            .skip(1)
            .map(cells -> String.join(" ", cells))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        bench.findings(run).stream()
            .filter(
                one ->
                    Set.of("possible-duplicate", "national-id-checksum", "invalid-date")
                        .contains(one.row().code()))
            .map(ImportBench.Kept::line)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(planted, found);
  }

  @Test
  void findingsArePagedByKey() {
    UUID run = bench.bring(Samples.register()).id();
    List<UUID> kept = bench.findings(run).stream().map(one -> one.row().id()).toList();
    List<UUID> listed = new ArrayList<>();
    List<UUID> open = new ArrayList<>();
    String after = null;
    do {
      Page<FindingView> page = bench.views.findings(bench.director, run, false, after, 7);
      page.items().forEach(one -> listed.add(one.id()));
      after = page.next();
    } while (after != null);
    assertEquals(kept, listed);
    ImportViews.Tally tally = bench.views.tally(bench.director, run);
    assertEquals(kept.size(), tally.total());
    assertEquals(0, tally.settled());
    bench.imports.settle(bench.director, run, firstDoubt(run).id(), true);
    do {
      Page<FindingView> page = bench.views.findings(bench.director, run, true, after, 7);
      page.items().forEach(one -> open.add(one.id()));
      after = page.next();
    } while (after != null);
    assertEquals(tally.doubts() - 1, open.size());
    assertEquals(
        new ImportViews.Tally(tally.total(), tally.doubts(), 1),
        bench.views.tally(bench.director, run));
  }

  private FindingView firstDoubt(UUID run) {
    return bench.views.findings(bench.director, run, true, null, 1).items().get(0);
  }

  @Test
  void familiesAreWhatTheFileSays() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    CaseFiles.Cover cover = bench.files.cover(bench.director, file);
    assertEquals("Konečný", cover.header().familyName());
    assertEquals(bench.director.today(), cover.movedIn());
    assertEquals(2, cover.header().carers().size());
    assertEquals(FileStatus.OPEN, cover.header().status());
    assertEquals(
        Set.of("Bc. Šimon Ryba, DiS."),
        Set.copyOf(bench.staff.names(List.of(cover.header().keyWorker())).values()));
    Agreements.Agreement agreement = bench.agreements.of(bench.director, file).get(0);
    assertEquals(CareKind.KINSHIP, agreement.kind());
    assertFalse(agreement.mediated());
    assertEquals(LocalDate.of(2015, 2, 2), agreement.concludedOn());
    assertEquals("OSPOD Nový Jičín", agreement.authority());
    Placements.Stay stay = bench.placements.of(bench.director, file).get(0);
    assertEquals(LocalDate.of(2017, 4, 17), stay.from());
    assertEquals(LocalDate.of(2017, 4, 12), stay.birthDate());
    assertEquals("35 P 143/2017", stay.courtReference());
    PersonView mother = carer(file, "Zdeňka");
    assertEquals("zdenka.konecna@example.org", mother.email());
    assertEquals("+420 727 232 646", mother.phone());
    assertEquals(
        new NewPerson.Address("Nádražní 702/46", "Nový Jičín", "741 01"), mother.address());
    assertEquals("175412/2304", bench.people.view(bench.director, stay.child()).nationalId());
    assertEquals(4, bench.rows().get("STAFF_MEMBER") - 1);
  }

  @Test
  void anEndedAgreementWindsTheFileDown() {
    bench.bring(Samples.register());
    CaseFileId file = file("034/2020");
    assertEquals(FileStatus.WINDING_DOWN, bench.files.header(bench.director, file).status());
    assertEquals(
        LocalDate.of(2024, 1, 3), bench.agreements.of(bench.director, file).get(0).endedOn());
    assertTrue(
        bench.placements.of(bench.director, file).stream()
            .allMatch(stay -> LocalDate.of(2024, 1, 3).equals(stay.until())));
  }

  @Test
  void lastContactsAreEvidenceForThoseWhoWereThere() {
    bench.bring(Samples.register());
    CaseFileId open = file("001/2015");
    CaseFileId ended = file("032/2019");
    Map<Evidence.Key, Evidence.Last> last =
        bench.evidence.last(Visits.EVIDENCE, List.of(open, ended), LocalDate.of(2026, 11, 1));
    List<Evidence.Last> here =
        last.entrySet().stream()
            .filter(one -> one.getKey().file().equals(open))
            .map(Map.Entry::getValue)
            .toList();
    assertEquals(3, here.size());
    assertTrue(
        here.stream()
            .allMatch(one -> one.openingBalance() && one.on().equals(LocalDate.of(2026, 9, 18))));
    // The second child of 032/2019 came after the last contact.
    assertEquals(2, last.keySet().stream().filter(key -> key.file().equals(ended)).count());
  }

  @Test
  void anAddressToBeKeptSecretIsKeptSecretAtOnce() {
    bench.bring(Samples.register());
    assertTrue(bench.files.header(bench.director, file("002/2023")).undisclosed());
    assertFalse(bench.files.header(bench.director, file("001/2015")).undisclosed());
  }

  @Test
  void theSameFileAgainChangesNothing() {
    bench.bring(Samples.register());
    Map<String, Long> before = bench.rows();
    ImportRun again = bench.bring(Samples.register());
    assertEquals(new Counts(0, 0, 100), counts(again));
    assertEquals(before, bench.rows());
    assertEquals(
        new Counts(0, 0, 100),
        counts(
            bench.run(
                bench.read(
                    Samples.csv(
                        Samples.records(Samples.register()),
                        ',',
                        java.nio.charset.StandardCharsets.UTF_8,
                        true)))));
    assertEquals(
        new Counts(0, 0, 100),
        counts(bench.run(bench.read(Samples.workbook(Samples.records(Samples.register()), true)))));
  }

  @Test
  void aChangedRowUpdatesAndANewOneIsCreated() {
    bench.bring(Samples.register());
    List<List<String>> records = changed("001/2015", 10, "+420 111 222 333");
    records = replaced(records, row -> row.get(0).equals("005/2021"), 17, "99 P 9/2021");
    List<String> child = new ArrayList<>(records.get(1));
    child.set(13, "Nová");
    child.set(14, "Ema");
    child.set(15, "");
    child.set(16, "1. 10. 2026");
    child.set(10, "+420 111 222 333");
    records.add(child);
    ImportRun run = bench.bring(Samples.csv(records));
    assertEquals(State.DONE, run.state());
    assertEquals(new Counts(1, 2, 98), counts(run));
    CaseFileId file = file("001/2015");
    assertEquals("+420 111 222 333", carer(file, "Zdeňka").phone());
    assertEquals(2, bench.placements.of(bench.director, file).size());
    assertEquals(
        "99 P 9/2021",
        bench.placements.of(bench.director, file("005/2021")).get(0).courtReference());
    assertEquals(new Counts(0, 0, 101), counts(bench.run(bench.read(Samples.csv(records)))));
  }

  @Test
  void anAgreementThatEndedInTheFileEndsHere() {
    bench.bring(Samples.register());
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 20, "30. 9. 2026")));
    assertEquals(new Counts(0, 1, 99), counts(run));
    CaseFileId file = file("001/2015");
    assertEquals(FileStatus.WINDING_DOWN, bench.files.header(bench.director, file).status());
    assertEquals(
        LocalDate.of(2026, 9, 30), bench.placements.of(bench.director, file).get(0).until());
  }

  @Test
  void anotherKeyWorkerFollows() {
    bench.bring(Samples.register());
    bench.bring(Samples.csv(changed("001/2015", 21, "Mgr. Nová Pracovnice")));
    CaseFiles.Header header = bench.files.header(bench.director, file("001/2015"));
    assertEquals(
        "Mgr. Nová Pracovnice",
        bench.staff.names(List.of(header.keyWorker())).get(header.keyWorker()));
  }

  @Test
  void whoLedTheFamilyHandsItOverWhenTheFileNamesSomebodyElse() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    StaffId before = bench.files.header(bench.director, file).keyWorker();
    UUID task = task(file, before);
    UUID run = bench.bring(Samples.csv(changed("001/2015", 21, "Mgr. Nová Pracovnice"))).id();
    StaffId now = bench.files.header(bench.director, file).keyWorker();
    assertNotEquals(before, now);
    assertEquals(now, doer(task), "what is to be done goes along");
    Handover protocol = handovers(file).get(0);
    assertEquals(List.of(before, now), List.of(protocol.giver(), protocol.taker()));
    assertEquals(1, protocol.tasksMoved());

    ImportBench.done(bench.imports.undo(bench.director, run));
    assertEquals(before, bench.files.header(bench.director, file).keyWorker());
    assertEquals(before, doer(task), "and comes back");
    assertNotNull(handovers(file).get(0).withdrawnOn());
  }

  @Test
  void aHandOverThatTheTakerHasConfirmedIsNotTakenBack() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    UUID run = bench.bring(Samples.csv(changed("001/2015", 21, "Mgr. Nová Pracovnice"))).id();
    UUID protocol = handovers(file).get(0).id();
    bench.tx.run(em -> em.find(Handover.class, protocol).confirm(bench.director.today(), null));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void aDeputyWhomTheFileNamesLeavesAPlannedHandOverAsItIs() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    StaffId before = bench.files.header(bench.director, file).keyWorker();
    StaffId later = bench.files.header(bench.director, file("005/2021")).keyWorker();
    assertNotEquals(before, later);
    bench.files.assign(bench.director, file, later, null, bench.director.today().plusDays(40));
    List<List<String>> records = new ArrayList<>();
    for (List<String> record : Samples.records(Samples.register())) {
      List<String> longer = new ArrayList<>(record);
      longer.add(
          records.isEmpty()
              ? "Zástup"
              : record.get(0).equals("001/2015") ? "Mgr. Nová Zástupkyně" : "");
      records.add(longer);
    }
    bench.bring(Samples.csv(records));
    assertNotNull(bench.files.header(bench.director, file).deputy());
    assertEquals(before, bench.files.header(bench.director, file).keyWorker());
    assertEquals(
        Set.of(before, later),
        bench.tx.read(
            em ->
                em.createQuery(
                        "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind",
                        Assignment.class)
                    .setParameter("file", file.value())
                    .setParameter("kind", RelationKind.KEY_WORKER)
                    .getResultStream()
                    .map(Assignment::staff)
                    .collect(Collectors.toSet())));
    assertTrue(handovers(file).isEmpty());
  }

  private UUID task(CaseFileId file, StaffId doer) {
    UUID id = Ids.next();
    bench.tx.run(
        em -> {
          Task row =
              new Task(
                  id,
                  About.file(file),
                  new Origin("case-registry", id, null, Tasks.Tie.LOOSE),
                  bench.director.staff(),
                  bench.director.today(),
                  doer);
          row.says(new Title("Zavolat", "Zadzwonić", "Call"), null);
          em.persist(row);
        });
    return id;
  }

  private StaffId doer(UUID task) {
    return bench.tx.read(em -> em.find(Task.class, task).doer());
  }

  private List<Handover> handovers(CaseFileId file) {
    return bench.tx.read(
        em ->
            em.createQuery("SELECT h FROM Handover h WHERE h.file = :file", Handover.class)
                .setParameter("file", file.value())
                .getResultList());
  }

  @Test
  void aCellChangedOnBothSidesStaysAndIsSaid() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    PersonView mother = carer(file, "Zdeňka");
    NewPerson now =
        new NewPerson(
            mother.name(),
            mother.birthDate(),
            mother.nationalId(),
            "+420 700 000 000",
            mother.email(),
            mother.address(),
            false);
    bench.people.amend(bench.director, mother.id(), mother.version(), now);
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 10, "+420 111 222 333")));
    assertEquals(List.of("2 changed-both +420 111 222 333"), bench.lines(run.id(), "changed-both"));
    assertEquals("+420 700 000 000", carer(file, "Zdeňka").phone());
    assertEquals(new Counts(0, 0, 100), counts(run));
  }

  /** Findings are shown, saved as a file and printed. */
  @Test
  void whereSomebodyHiddenLivesStandsInNoFinding() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    PersonView mother = carer(file, "Zdeňka");
    NewPerson now =
        new NewPerson(
            mother.name(),
            mother.birthDate(),
            mother.nationalId(),
            "+420 700 000 000",
            mother.email(),
            mother.address(),
            true);
    bench.people.amend(bench.director, mother.id(), mother.version(), now);
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 10, "+420 111 222 333")));
    List<ImportBench.Kept> said =
        bench.findings(run.id()).stream()
            .filter(one -> one.row().code().equals("changed-both"))
            .toList();
    assertEquals(1, said.size());
    assertEquals("changed-both.kept", said.get(0).row().sentence());
    assertEquals("", said.get(0).value());
    assertTrue(bench.findings(run.id()).stream().noneMatch(one -> one.line().contains("111 222")));
    assertEquals(mother.id().value(), said.get(0).row().otherPerson(), "it leads to the person");
    assertEquals("+420 700 000 000", carer(file, "Zdeňka").phone());
  }

  @Test
  void whatOnlyWeChangedStays() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    PersonView mother = carer(file, "Zdeňka");
    NewPerson now =
        new NewPerson(
            mother.name(),
            mother.birthDate(),
            mother.nationalId(),
            "+420 700 000 000",
            mother.email(),
            mother.address(),
            false);
    bench.people.amend(bench.director, mother.id(), mother.version(), now);
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 18, "OSPOD Ostrava")));
    assertEquals(new Counts(0, 1, 99), counts(run));
    assertEquals(List.of(), bench.lines(run.id(), "changed-both"));
    assertEquals("+420 700 000 000", carer(file, "Zdeňka").phone());
    assertEquals("OSPOD Ostrava", bench.agreements.of(bench.director, file).get(0).authority());
  }

  @Test
  void aTakenBackImportLeavesTheRegisterAsItWas() {
    bench.people.register(
        bench.director,
        new NewPerson(
            new org.opora.api.people.PersonName("Žofie", "Urbanová"),
            null,
            "1754122304",
            "+420 700 000 000",
            null,
            null,
            false));
    Map<String, List<String>> before = bench.contents();
    UUID run = bench.bring(Samples.register()).id();
    assertNotEquals(before, bench.contents());
    ImportBench.done(bench.imports.undo(bench.director, run));
    assertEquals(State.UNDONE, bench.run(run).state());
    assertTrue(
        bench.views.families(bench.director, run, 0, 100).stream()
            .allMatch(one -> one.file() == null),
        "what was taken back leads nowhere");
    same(before, bench.contents());
    assertEquals(new Counts(100, 0, 0), counts(bench.bring(Samples.register())));
  }

  @Test
  void aTakenBackUpdateLeavesTheRegisterAsItWas() {
    bench.bring(Samples.register());
    Map<String, List<String>> before = bench.contents();
    List<List<String>> records = changed("001/2015", 10, "+420 111 222 333");
    records = replaced(records, row -> row.get(0).equals("001/2015"), 20, "30. 9. 2026");
    records = replaced(records, row -> row.get(0).equals("005/2021"), 16, "1. 8. 2021");
    List<String> child = new ArrayList<>(records.get(2));
    child.set(13, "Nová");
    child.set(14, "Ema");
    child.set(15, "");
    records.add(child);
    UUID run = bench.bring(Samples.csv(records)).id();
    ImportBench.done(bench.imports.undo(bench.director, run));
    same(before, bench.contents());
    CaseFileId file = file("001/2015");
    assertEquals("+420 727 232 646", carer(file, "Zdeňka").phone());
    assertNull(bench.agreements.of(bench.director, file).get(0).endedOn());
    assertNull(bench.placements.of(bench.director, file).get(0).until());
    assertEquals(new Counts(0, 0, 100), counts(bench.run(bench.read(Samples.register()))));
  }

  @Test
  void whatSomebodyWorksWithIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    PersonView mother = carer(file, "Zdeňka");
    bench.visits.record(
        bench.director,
        file,
        new Visits.NewVisit(
            bench.director.today(),
            null,
            null,
            true,
            Visits.Place.HOME,
            Set.of(mother.id()),
            List.of(),
            null));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
  }

  @Test
  void whomASafetyNoticeIsAboutIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    warn(carer(file("001/2015"), "Zdeňka").id());
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
    same(before, bench.contents());
  }

  @Test
  void ofWhomMoreWasWrittenDownIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    bench
        .record
        .names()
        .add(
            bench.director,
            carer(file("001/2015"), "Zdeňka").id(),
            new FormerNames.NewName(NameKind.MAIDEN, new PersonName("", "Rozená"), null));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    same(before, bench.contents());
  }

  @Test
  void whoMovedSinceTheFileCameIsNotTakenBack() {
    bench.bring(Samples.register());
    UUID run = bench.bring(Samples.csv(changed("001/2015", 10, "+420 111 222 333"))).id();
    bench
        .record
        .addresses()
        .add(
            bench.director,
            carer(file("001/2015"), "Zdeňka").id(),
            new Addresses.NewAddress(
                AddressKind.LIVES,
                new NewPerson.Address("Nová 1", "Opava", "746 01"),
                new Period(bench.director.today(), null),
                false));
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void aChildWhoCameLaterIsNotTakenBackEither() {
    bench.bring(Samples.register());
    List<List<String>> records = changed("001/2015", 10, "+420 111 222 333");
    List<String> child = new ArrayList<>(records.get(2));
    child.set(13, "Nová");
    child.set(14, "Ema");
    child.set(15, "");
    records.add(child);
    UUID run = bench.bring(Samples.csv(records)).id();
    warn(bench.people.search(bench.director, "nova ema", null, 5).items().get(0).id());
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(State.DONE, bench.run(run).state());
  }

  private void warn(PersonId person) {
    bench.safety.raise(
        bench.director,
        person,
        new Safety.NewNotice(
            Safety.Kind.values()[0],
            "Alergie na ořechy",
            null,
            null,
            bench.director.today(),
            null));
  }

  @Test
  void whatSomebodyCorrectedIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    PersonView mother = carer(file("001/2015"), "Zdeňka");
    NewPerson now =
        new NewPerson(
            mother.name(),
            mother.birthDate(),
            mother.nationalId(),
            "+420 700 000 000",
            mother.email(),
            mother.address(),
            false);
    bench.people.amend(bench.director, mother.id(), mother.version(), now);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
  }

  @Test
  void anEndRecordedSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    end(file);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    assertEquals(LAST_DAY, bench.agreements.of(bench.director, file).get(0).endedOn());
  }

  @Test
  void aCarerWhoHasLeftSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("001/2015");
    dies(file, carer(file, "Zdeňka"));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.worked-with", refused.text().key());
    same(before, bench.contents());
  }

  @Test
  void norIsACarerWhoCameIntoAFileOfBefore() {
    bench.bring(Samples.register());
    List<List<String>> records = changed("002/2023", 4, "Pospíšilová");
    records = replaced(records, row -> row.get(0).equals("002/2023"), 5, "Ludmila");
    records = replaced(records, row -> row.get(0).equals("002/2023"), 6, "1. 2. 1968");
    UUID run = bench.bring(Samples.csv(records)).id();
    CaseFileId file = file("002/2023");
    dies(file, carer(file, "Ludmila"));
    Map<String, List<String>> before = bench.contents();
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    same(before, bench.contents());
  }

  private void dies(CaseFileId file, PersonView carer) {
    bench.files.endCarer(
        bench.director,
        file,
        carer.id(),
        new CaseFiles.Leaving(LeavingWay.DEATH, bench.director.today(), null, null));
  }

  @Test
  void anAgreementWrittenDownSinceIsNotTakenBack() {
    UUID run = bench.bring(Samples.register()).id();
    CaseFileId file = file("034/2020");
    bench.agreements.conclude(bench.director, file, next());
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    assertEquals(2, bench.agreements.of(bench.director, file).size());
  }

  @Test
  void theEndOfAnAgreementThatCameLaterIsNotTakenBackEither() {
    bench.bring(Samples.csv(changed("001/2015", 19, "")));
    CaseFileId file = file("001/2015");
    assertEquals(List.of(), bench.agreements.of(bench.director, file));
    UUID run = bench.bring(Samples.register()).id();
    assertEquals(1, bench.agreements.of(bench.director, file).size());
    end(file);
    Refused refused = assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run));
    assertEquals("importing.refused.changed-since", refused.text().key());
    var agreement = bench.agreements.of(bench.director, file).get(0);
    assertEquals(LAST_DAY, agreement.endedOn());
    bench.endings.takeBack(bench.director, agreement.id(), agreement.version());
    assertEquals(
        "importing.refused.changed-since",
        assertThrows(Refused.class, () -> bench.imports.undo(bench.director, run)).text().key(),
        "somebody has worked with it");
  }

  @Test
  void theFileSpeaksOfItsOwnAgreementNotOfTheNextOne() {
    bench.bring(Samples.register());
    CaseFileId file = file("001/2015");
    end(file);
    bench.agreements.conclude(bench.director, file, next());
    assertEquals(new Counts(0, 0, 100), counts(bench.bring(Samples.register())));
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 18, "OSPOD Ostrava")));
    assertEquals(new Counts(0, 1, 99), counts(run));
    assertEquals(List.of(), bench.lines(run.id(), "changed-both"));
    List<Agreements.Agreement> both = bench.agreements.of(bench.director, file);
    assertEquals("OSPOD Opava", both.get(0).authority(), "the next one is left alone");
    assertEquals(LocalDate.of(2015, 2, 2), both.get(1).concludedOn());
    assertEquals("OSPOD Ostrava", both.get(1).authority());
    assertEquals(LAST_DAY, both.get(1).endedOn(), "as it was written down here");
  }

  @Test
  void whatTheFileSaysOfTwoAgreementsIsNotRefusedButSaidInBothFiles() {
    bench.bring(Samples.csv(changed("001/2015", 20, "30. 6. 2026")));
    CaseFileId file = file("001/2015");
    CaseFileId other =
        bench.files.open(
            bench.director, new CaseFiles.NewFile(null, "Jinde", LAST_DAY.plusDays(1)));
    bench.files.addCarer(bench.director, other, carer(file, "Zdeňka").id(), LAST_DAY.plusDays(1));
    bench.agreements.conclude(bench.director, other, next());
    assertEquals(List.of(), doubts(file));
    ImportRun run = bench.bring(Samples.csv(changed("001/2015", 20, "31. 8. 2026")));
    assertEquals(State.DONE, run.state());
    assertEquals(
        LocalDate.of(2026, 8, 31), bench.agreements.of(bench.director, file).get(0).endedOn());
    assertEquals(List.of("two-agreements"), doubts(file));
    assertEquals(List.of("two-agreements"), doubts(other));
    ImportBench.done(bench.imports.undo(bench.director, run.id()));
    assertEquals(List.of(), doubts(file));
    assertEquals(List.of(), doubts(other));
  }

  private List<String> doubts(CaseFileId file) {
    return bench.files.cover(bench.director, file).doubts().stream()
        .map(CaseFiles.Doubt::kind)
        .toList();
  }

  /** Concluded before 2025: its last day is typed. */
  private void end(CaseFileId file) {
    Agreements.Agreement agreement = bench.agreements.of(bench.director, file).get(0);
    bench.endings.end(
        bench.director,
        agreement.id(),
        agreement.version(),
        new NewEnding(EndingWay.CARER_NOTICE, LocalDate.of(2026, 5, 4), null, LAST_DAY, null));
  }

  private static Agreements.NewAgreement next() {
    return new Agreements.NewAgreement(
        CareKind.KINSHIP, false, LAST_DAY.plusDays(1), "OSPOD Opava");
  }

  @Test
  void anInterruptedImportGoesOn() {
    UUID run = bench.read(Samples.register());
    bench.tx.run(em -> em.find(ImportRun.class, run).step(State.APPLYING, 0));
    int[] asked = {0};
    bench.applying.apply(ImportWorker.able(bench.director), run, () -> ++asked[0] > 3);
    assertEquals(State.APPLYING, bench.run(run).state());
    assertEquals(30, bench.rows().get("CASE_FILE"));
    goOn();
    assertEquals(State.DONE, bench.run(run).state());
    assertEquals(new Counts(100, 0, 0), counts(bench.run(run)));
    assertEquals(60, bench.rows().get("CASE_FILE"));
    assertEquals(100 + carers(), bench.rows().get("PERSON"));
  }

  @Test
  void anInterruptedTakingBackGoesOn() {
    Map<String, Long> before = bench.rows();
    UUID run = bench.bring(Samples.register()).id();
    bench.tx.run(em -> em.find(ImportRun.class, run).step(State.UNDOING, 60));
    int[] asked = {0};
    bench.applying.undo(ImportWorker.able(bench.director), run, () -> ++asked[0] > 2);
    assertEquals(40, bench.rows().get("CASE_FILE"));
    goOn();
    assertEquals(State.UNDONE, bench.run(run).state());
    assertEquals(before, bench.rows());
  }

  @Test
  void whatHadOnlyBeenReadIsThrownAway() {
    UUID run = bench.read(Samples.register());
    bench.tx.run(em -> em.find(ImportRun.class, run).means(bench.run(run).mapping()));
    goOn();
    assertNull(bench.tx.read(em -> em.find(ImportRun.class, run)));
    assertEquals(List.of(), bench.tx.read(em -> new ImportStore(em).rows(run, 0, 1000)));
  }

  @Test
  void childrenWhoAreHereAlreadyAreShownAndNotMerged() {
    bench.people.register(
        bench.director,
        new NewPerson(
            new org.opora.api.people.PersonName("Žofie", "Urbanová"),
            null,
            "1754122304",
            null,
            null,
            null,
            false));
    UUID run = bench.bring(Samples.register()).id();
    ImportBench.Kept kept =
        bench.findings(run).stream()
            .filter(one -> one.row().row() == 2 && one.row().code().equals("possible-duplicate"))
            .findFirst()
            .orElseThrow();
    assertNotNull(kept.row().otherPerson());
    assertEquals("possible-duplicate.here", kept.row().sentence());
    assertEquals(100 + carers() + 1, bench.rows().get("PERSON"));
  }

  @Test
  void openingBalancesWaitToBeConfirmed() {
    bench.bring(Samples.register());
    CaseFileId file = file("003/2023");
    List<String> lines =
        bench.tx.read(em -> new ImportStore(em).balances(file.value())).stream()
            .map(
                one ->
                    one.kind()
                        + " "
                        + one.quantity()
                        + " "
                        + new Balances(bench.house.keys()).note(one)
                        + " "
                        + one.confirmedOn())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "EDUCATION_HOURS 26.50 null null",
            "EDUCATION_HOURS 26.50 null null",
            "NOTE null =HYPERLINK(\"evil\") null",
            "RESPITE_DAYS 0.00 null null"),
        lines);
  }

  @Test
  void onlyWhoMayImportImports() {
    var keyWorker = bench.house.viewer("key-worker", new org.opora.registry.CaseRegistryModule());
    assertThrows(
        NotAllowed.class, () -> bench.imports.read(keyWorker, "x.csv", Samples.register()));
  }

  @Test
  void anUnknownHeaderIsMappedByHandAndRemembered() {
    List<List<String>> records = new ArrayList<>(Samples.records(Samples.register()));
    List<String> header = new ArrayList<>(records.get(0));
    header.set(1, "Kdo");
    header.set(4, "Kdo jiný");
    header.set(13, "Potomek");
    header.set(0, "Značka");
    records.set(0, header);
    UUID run = bench.read(Samples.csv(records));
    assertEquals(State.COLUMNS, bench.run(run).state());
    Map<org.opora.registry.importing.domain.Column, Integer> places =
        new java.util.EnumMap<>(
            org.opora.registry.importing.domain.Packed.placesOf(bench.run(run).mapping()));
    places.put(org.opora.registry.importing.domain.Column.FILE_NUMBER, 0);
    places.put(org.opora.registry.importing.domain.Column.CARER1_FAMILY, 1);
    places.put(org.opora.registry.importing.domain.Column.CARER2_FAMILY, 4);
    places.put(org.opora.registry.importing.domain.Column.CHILD_FAMILY, 13);
    ImportBench.done(bench.imports.map(bench.director, run, places));
    assertEquals(State.PREVIEW, bench.run(run).state());
    assertEquals(60, bench.run(run).families());
    bench.imports.discard(bench.director, run);
    UUID again = bench.read(Samples.csv(records));
    assertEquals(State.PREVIEW, bench.run(again).state());
    assertEquals(new Counts(100, 0, 0), counts(bench.run(again)));
  }

  /** Says only what differs: the tables hold hundreds of rows. */
  private static void same(Map<String, List<String>> before, Map<String, List<String>> after) {
    assertEquals(before.keySet(), after.keySet());
    List<String> differences = new ArrayList<>();
    before.forEach(
        (table, rows) -> {
          List<String> gone = new ArrayList<>(rows);
          List<String> added = new ArrayList<>(after.get(table));
          rows.stream().filter(added::remove).forEach(gone::remove);
          gone.forEach(row -> differences.add("gone " + table + " " + row));
          added.forEach(row -> differences.add("left " + table + " " + row));
        });
    assertEquals("", String.join("\n", differences));
  }

  private void goOn() {
    ImportWorker next =
        new ImportWorker(
            bench.tx, bench.house.keys(), bench.planner, bench.applying, bench.house.clock());
    try {
      next.after(() -> {}).get();
      next.stop();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static long carers() {
    return Samples.read(Samples.register()).families().stream()
        .mapToInt(family -> family.carers().size())
        .sum();
  }

  private static Counts counts(ImportRun run) {
    return new Counts(run.created(), run.updated(), run.unchanged());
  }

  private CaseFileId file(String number) {
    return bench.files.find(bench.director, number).orElseThrow();
  }

  private PersonView carer(CaseFileId file, String given) {
    return bench.files.header(bench.director, file).carers().stream()
        .filter(carer -> carer.name().given().equals(given))
        .map(carer -> bench.people.view(bench.director, carer.person()))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> changed(String number, int column, String value) {
    return replaced(
        Samples.records(Samples.register()), row -> row.get(0).equals(number), column, value);
  }

  private static List<List<String>> replaced(
      List<List<String>> records,
      java.util.function.Predicate<List<String>> which,
      int column,
      String value) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> record : records) {
      List<String> copy = new ArrayList<>(record);
      if (which.test(record)) {
        copy.set(column, value);
      }
      all.add(copy);
    }
    return all;
  }
}
