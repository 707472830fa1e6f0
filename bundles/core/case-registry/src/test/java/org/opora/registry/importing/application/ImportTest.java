package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.care.Visits;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotAllowed;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonView;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.Samples;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.testkit.OnEveryDatabase;

/** The sample register comes in, is read again, and breaks off, on real databases. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest extends ImportCase {
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
}
