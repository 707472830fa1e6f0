package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.importing.application.sheets.Sheet;
import org.opora.registry.importing.domain.Analysis;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.ImportFamily;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRow;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.domain.SheetRow;
import org.opora.registry.importing.persistence.ImportStore;

/**
 * Stages the rows of a file and plans what would become of each family. Nothing of it touches the
 * register. Lives for one import; only a few words of each row are held in memory.
 */
final class Reading {
  private static final int ROWS_AT_ONCE = 250;
  private static final int FAMILIES_AT_ONCE = 50;
  private final Transactions tx;
  private final Planner planner;
  private final Viewer viewer;
  private final UUID run;
  private final Columns columns;
  private final Analysis analysis;
  private final Drawer drawer;
  private final Map<String, Integer> families = new HashMap<>();
  private int rows;

  Reading(
      Transactions tx, Keys keys, Planner planner, Viewer viewer, ImportRun run, Columns columns) {
    this.tx = tx;
    this.planner = planner;
    this.viewer = viewer;
    this.run = run.id();
    this.columns = columns;
    this.analysis = new Analysis(columns, run.readOn());
    this.drawer = new Drawer(keys, run.id());
  }

  /** Reads the file into the staging table. */
  void stage(Sheet sheet, BooleanSupplier stopped) throws IOException {
    List<SheetRow> buffer = new ArrayList<>();
    sheet.rows(
        row -> {
          buffer.add(row);
          if (buffer.size() == ROWS_AT_ONCE) {
            store(buffer);
          }
          return !stopped.getAsBoolean();
        });
    store(buffer);
  }

  private void store(List<SheetRow> buffer) {
    List<SheetRow> some = List.copyOf(buffer);
    buffer.clear();
    Map<SheetRow, Integer> numbers = new LinkedHashMap<>();
    some.forEach(row -> numbers.put(row, family(row)));
    rows += some.size();
    tx.run(
        em -> {
          numbers.forEach(
              (row, family) -> {
                UUID id = Ids.next();
                em.persist(
                    new ImportRow(id, run, family, row.number(), drawer.cells(id, row.cells())));
              });
          em.find(ImportRun.class, run).read(rows);
        });
  }

  private int family(SheetRow row) {
    analysis.index(row);
    return families.computeIfAbsent(analysis.key(row), none -> families.size() + 1);
  }

  /** Reads the staged rows again, after a person has given the columns another meaning. */
  void restage() {
    int last = 0;
    for (List<ImportRow> some = after(last); !some.isEmpty(); some = after(last)) {
      last = some.get(some.size() - 1).row();
      Map<UUID, Integer> numbers = new LinkedHashMap<>();
      for (ImportRow row : some) {
        numbers.put(row.id(), family(sheetRow(row)));
      }
      rows += some.size();
      tx.run(em -> numbers.forEach((id, family) -> em.find(ImportRow.class, id).belongs(family)));
    }
  }

  private List<ImportRow> after(int row) {
    return tx.read(em -> new ImportStore(em).rowsAfter(run, row, ROWS_AT_ONCE));
  }

  SheetRow sheetRow(ImportRow row) {
    return new SheetRow(
        row.row(),
        drawer.cells(row.id(), row.cells()).stream()
            .map(cell -> cell == null ? "" : cell)
            .toList());
  }

  /** Plans every family; ends with the preview. */
  void plan(BooleanSupplier stopped) {
    boolean lookAround = tx.read(em -> new ImportStore(em).people()) > 0;
    tx.run(em -> analysis.aboutColumns().forEach(finding -> note(em, 0, finding, null)));
    Counts[] all = {Counts.NONE};
    for (int first = 1;
        first <= families.size() && !stopped.getAsBoolean();
        first += FAMILIES_AT_ONCE) {
      int from = first;
      Counts some = tx.required(em -> plan(em, from, from + FAMILIES_AT_ONCE - 1, lookAround));
      all[0] = all[0].plus(some);
    }
    if (!stopped.getAsBoolean()) {
      tx.run(em -> em.find(ImportRun.class, run).planned(rows, families.size(), all[0]));
    }
  }

  private Counts plan(EntityManager em, int first, int last, boolean lookAround) {
    Map<Integer, List<SheetRow>> byFamily = new LinkedHashMap<>();
    for (ImportRow row : new ImportStore(em).rows(run, first, last)) {
      byFamily.computeIfAbsent(row.family(), none -> new ArrayList<>()).add(sheetRow(row));
    }
    // The staged rows have been read; their sealed cells need not stay in memory until the commit.
    em.clear();
    Map<Integer, Family> families = new LinkedHashMap<>();
    byFamily.forEach((number, rows) -> families.put(number, analysis.family(rows)));
    Set<String> known = planner.known(em, families.values());
    Counts counts = Counts.NONE;
    for (Map.Entry<Integer, Family> entry : families.entrySet()) {
      Family family = entry.getValue();
      Plan plan =
          planner.plan(em, viewer, columns, family, known.contains(family.key()), lookAround);
      store(em, entry.getKey(), family, plan);
      counts = counts.plus(plan.counts());
    }
    return counts;
  }

  private void store(EntityManager em, int number, Family family, Plan plan) {
    UUID id = Ids.next();
    String label =
        Packed.list(
            List.of(family.number(), family.coverName(), String.valueOf(family.children().size())));
    ImportFamily row =
        new ImportFamily(id, run, number, drawer.seal("IMPORT_FAMILY.LABEL", id, label));
    row.plan(plan.outcome().name(), plan.counts());
    em.persist(row);
    family.findings().forEach(finding -> note(em, number, finding, null));
    plan.findings().forEach(doubted -> note(em, number, doubted.finding(), doubted.person()));
  }

  private void note(EntityManager em, int family, Finding finding, UUID otherPerson) {
    em.persist(finding(drawer, run, family, finding, otherPerson));
  }

  static ImportFinding finding(
      Drawer drawer, UUID run, int family, Finding finding, UUID otherPerson) {
    UUID id = Ids.next();
    return new ImportFinding(
        id,
        run,
        family,
        finding.row(),
        finding.code(),
        finding.text(),
        finding.severity(),
        drawer.content(id, finding),
        finding.otherRow(),
        otherPerson);
  }
}
