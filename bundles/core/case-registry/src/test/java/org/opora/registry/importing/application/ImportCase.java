package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.PersonView;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Samples;

/** An empty register on a real database into which the sample register can come, for each test. */
abstract class ImportCase {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  @Parameter TestDatabase.Product product;
  ImportBench bench;

  @BeforeParameterizedClassInvocation
  void open() {
    bench = new ImportBench(product);
  }

  @BeforeEach
  void empty() {
    bench.empty();
  }

  @AfterParameterizedClassInvocation
  void close() {
    bench.close();
  }

  List<Handover> handovers(CaseFileId file) {
    return bench.tx.read(
        em ->
            em.createQuery("SELECT h FROM Handover h WHERE h.file = :file", Handover.class)
                .setParameter("file", file.value())
                .getResultList());
  }

  /** Concluded before 2025: its last day is typed. */
  void end(CaseFileId file) {
    Agreements.Agreement agreement = bench.agreements.of(bench.director, file).get(0);
    bench.endings.end(
        bench.director,
        agreement.id(),
        agreement.version(),
        new NewEnding(EndingWay.CARER_NOTICE, LocalDate.of(2026, 5, 4), null, LAST_DAY, null));
  }

  static Agreements.NewAgreement next() {
    return new Agreements.NewAgreement(
        CareKind.KINSHIP, false, LAST_DAY.plusDays(1), "OSPOD Opava");
  }

  /** Says only what differs: the tables hold hundreds of rows. */
  static void same(Map<String, List<String>> before, Map<String, List<String>> after) {
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

  void goOn() {
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

  static long carers() {
    return Samples.read(Samples.register()).families().stream()
        .mapToInt(family -> family.carers().size())
        .sum();
  }

  static Counts counts(ImportRun run) {
    return new Counts(run.created(), run.updated(), run.unchanged());
  }

  CaseFileId file(String number) {
    return bench.files.find(bench.director, number).orElseThrow();
  }

  PersonView carer(CaseFileId file, String given) {
    return bench.files.header(bench.director, file).carers().stream()
        .filter(carer -> carer.name().given().equals(given))
        .map(carer -> bench.people.view(bench.director, carer.person()))
        .findFirst()
        .orElseThrow();
  }

  static List<List<String>> changed(String number, int column, String value) {
    return replaced(
        Samples.records(Samples.register()), row -> row.get(0).equals(number), column, value);
  }

  static List<List<String>> replaced(
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
