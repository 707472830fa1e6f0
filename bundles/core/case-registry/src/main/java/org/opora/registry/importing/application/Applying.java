package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the families of an import into the register, or takes them back, some in each transaction.
 * The mark that a family is done commits together with what it wrote, so whatever happens between
 * two transactions, going on does nothing twice.
 */
@Component(service = Applying.class)
public final class Applying {
  private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
  private static final int FAMILIES_AT_ONCE = 10;
  private final Transactions tx;
  private final Keys keys;
  private final Planner planner;
  private final NewFamilyWriter newFamilies;
  private final ChangedFamilyWriter changedFamilies;
  private final Undoer undoer;
  private final AuditTrail audit;

  @Activate
  public Applying(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Planner planner,
      @Reference NewFamilyWriter newFamilies,
      @Reference ChangedFamilyWriter changedFamilies,
      @Reference Undoer undoer,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.keys = keys;
    this.planner = planner;
    this.newFamilies = newFamilies;
    this.changedFamilies = changedFamilies;
    this.undoer = undoer;
    this.audit = audit;
  }

  /** Writes every family that is not written yet. Stops between two transactions when told to. */
  void apply(Viewer viewer, UUID run, BooleanSupplier stopped) {
    ImportRun journal = tx.read(em -> em.find(ImportRun.class, run));
    List<Integer> waiting = tx.read(em -> new ImportStore(em).familyNumbers(run, false));
    int done = journal.families() - waiting.size();
    boolean whole = true;
    for (int at = 0; at < waiting.size(); at += FAMILIES_AT_ONCE) {
      if (stopped.getAsBoolean()) {
        return;
      }
      List<Integer> some = waiting.subList(at, Math.min(waiting.size(), at + FAMILIES_AT_ONCE));
      done += some.size();
      whole &= write(viewer, journal, some, done);
    }
    finish(viewer, run, whole);
  }

  private void finish(Viewer viewer, UUID run, boolean whole) {
    tx.run(
        em -> {
          ImportRun row = em.find(ImportRun.class, run);
          ImportStore store = new ImportStore(em);
          Object[] sums = store.counts(run);
          row.count(new Counts(number(sums[0]), number(sums[1]), number(sums[2])));
          row.finish(
              whole ? ImportRun.State.DONE : ImportRun.State.FAILED,
              viewer.now(),
              whole ? null : "families-left-out");
          if (whole) {
            store.wipeCells(run);
          }
          audit.wrote(viewer, whole ? "import.done" : "import.incomplete", List.of());
        });
  }

  private static int number(Object sum) {
    return ((Number) sum).intValue();
  }

  /**
   * A family that cannot be written must not keep the others out: then each gets a transaction of
   * its own.
   */
  private boolean write(Viewer viewer, ImportRun run, List<Integer> families, int done) {
    try {
      tx.run(em -> write(em, viewer, run, families, done));
      return true;
    } catch (RuntimeException refused) {
      if (families.size() > 1) {
        boolean whole = true;
        for (Integer family : families) {
          whole &= write(viewer, run, List.of(family), done);
        }
        return whole;
      }
      LOG.warn(
          "Family {} of import {} could not be written: {}",
          families.get(0),
          run.id(),
          refused.toString());
      tx.run(em -> leaveOut(em, run, families.get(0), done));
      return false;
    }
  }

  private void leaveOut(EntityManager em, ImportRun run, int family, int done) {
    ImportStore store = new ImportStore(em);
    int first = store.rows(run.id(), family, family).get(0).row();
    Finding finding = Finding.doubt(first, "", "not-written", "");
    em.persist(Reading.finding(new Drawer(keys, run.id()), run.id(), family, finding, null));
    store.families(run.id(), family, family).forEach(row -> row.plan("LEFT_OUT", Counts.NONE));
    em.find(ImportRun.class, run.id()).step(ImportRun.State.APPLYING, done);
  }

  private void write(
      EntityManager em, Viewer viewer, ImportRun run, List<Integer> families, int done) {
    ImportStore store = new ImportStore(em);
    Columns columns = columns(new Drawer(keys, run.id()), run);
    Map<Integer, Family> read = read(em, run, columns, families);
    Set<String> known = planner.known(em, read.values());
    em.clear();
    for (Integer number : families) {
      Family family = read.get(number);
      for (ImportFamily row : store.families(run.id(), number, number)) {
        if (!row.applied()) {
          Plan plan =
              planner.plan(em, viewer, columns, family, known.contains(family.key()), false);
          write(em, viewer, run, row, plan);
        }
      }
      // What is written need not be looked through again for changes at every step that follows.
      em.flush();
      em.clear();
    }
    em.find(ImportRun.class, run.id()).step(ImportRun.State.APPLYING, done);
  }

  /** The families as the staged rows have them. */
  private Map<Integer, Family> read(
      EntityManager em, ImportRun run, Columns columns, List<Integer> families) {
    Drawer drawer = new Drawer(keys, run.id());
    Map<Integer, List<SheetRow>> rows = new LinkedHashMap<>();
    for (ImportRow one : new ImportStore(em).rowsOf(run.id(), families)) {
      List<String> cells =
          drawer.cells(one.id(), one.cells()).stream().map(c -> c == null ? "" : c).toList();
      rows.computeIfAbsent(one.family(), none -> new ArrayList<>())
          .add(new SheetRow(one.row(), cells));
    }
    Analysis analysis = new Analysis(columns, run.readOn());
    Map<Integer, Family> read = new LinkedHashMap<>();
    rows.forEach((number, some) -> read.put(number, analysis.family(some)));
    return read;
  }

  private void write(EntityManager em, Viewer viewer, ImportRun run, ImportFamily row, Plan plan) {
    Drawer drawer = new Drawer(keys, run.id());
    Family family = plan.family();
    Journal journal = new Journal(em, drawer, run.id(), row.family());
    if (plan.existing() == Planner.SAME) {
      same(row, plan);
      return;
    }
    Written written =
        plan.existing() == null
            ? newFamilies.write(em, viewer, family, journal)
            : changedFamilies.write(em, viewer, plan, journal);
    if (plan.existing() != null) {
      conflicts(em, drawer, run.id(), row.family(), plan);
    }
    for (ImportRow one : new ImportStore(em).rows(run.id(), row.family(), row.family())) {
      one.became(written.children().get(one.row()));
    }
    row.apply(
        plan.counts(), written.file().value(), written.carers().get(1), written.carers().get(2));
  }

  /** Nothing is written; the links of the findings still lead somewhere. */
  private static void same(ImportFamily row, Plan plan) {
    row.apply(plan.counts(), null, null, null);
  }

  /** What both sides changed between the preview and now replaces what the preview said of it. */
  private static void conflicts(EntityManager em, Drawer drawer, UUID run, int family, Plan plan) {
    em.createQuery(
            "DELETE FROM ImportFinding f WHERE f.run = :run AND f.family = :family AND f.code ="
                + " 'changed-both'")
        .setParameter("run", run)
        .setParameter("family", family)
        .executeUpdate();
    for (Plan.Doubted doubted : plan.findings()) {
      if (doubted.finding().code().equals("changed-both")) {
        ImportFinding finding =
            Reading.finding(drawer, run, family, doubted.finding(), doubted.person());
        em.persist(finding);
      }
    }
  }

  static Columns columns(Drawer drawer, ImportRun run) {
    List<String> headers = Packed.list(drawer.open("IMPORT_RUN.HEADERS", run.id(), run.headers()));
    return new Columns(headers, Packed.placesOf(run.mapping()));
  }

  /** Why the import cannot be taken back; null when it can. */
  String hindrance(Viewer viewer, UUID run) {
    List<Integer> families = tx.read(em -> new ImportStore(em).familyNumbers(run, true));
    for (Integer family : families) {
      String reason = tx.read(em -> undoer.hindrance(em, viewer, run, family));
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /** Takes every family back that is still written, the last one first. */
  void undo(Viewer viewer, UUID run, BooleanSupplier stopped) {
    List<Integer> families =
        new ArrayList<>(tx.read(em -> new ImportStore(em).familyNumbers(run, true)));
    java.util.Collections.reverse(families);
    for (int at = 0; at < families.size(); at += FAMILIES_AT_ONCE) {
      if (stopped.getAsBoolean()) {
        return;
      }
      List<Integer> some = families.subList(at, Math.min(families.size(), at + FAMILIES_AT_ONCE));
      int left = families.size() - at - some.size();
      tx.run(
          em -> {
            for (Integer family : some) {
              undoer.takeBack(em, viewer, run, family);
              new ImportStore(em).families(run, family, family).forEach(ImportFamily::takeBack);
              em.flush();
              em.clear();
            }
            em.find(ImportRun.class, run).step(ImportRun.State.UNDOING, left);
          });
    }
    tx.run(
        em -> {
          em.find(ImportRun.class, run).finish(ImportRun.State.UNDONE, viewer.now(), null);
          new ImportStore(em).wipeCells(run);
          audit.wrote(viewer, "import.undone", List.of());
        });
  }
}
