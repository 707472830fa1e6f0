package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.RelationKind;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonView;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.Samples;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/**
 * The sample register is here and its file comes in again with something changed, on real
 * databases.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportAgainTest extends ImportCase {
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
}
