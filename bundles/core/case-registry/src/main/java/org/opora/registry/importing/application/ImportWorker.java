package org.opora.registry.importing.application;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.importing.application.sheets.Sheet;
import org.opora.registry.importing.application.sheets.UnreadableSheet;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.persistence.ImportStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the long work of imports, one after the other, on one thread that ends with this component.
 * When it starts it goes on with what an earlier end of the house interrupted, and throws away what
 * had only been read.
 */
@Component(service = ImportWorker.class, immediate = true)
public final class ImportWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final int PATIENCE_SECONDS = 10;
  private final Transactions tx;
  private final Keys keys;
  private final Planner planner;
  private final Applying applying;
  private final Clock clock;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "opora-import");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopped;

  @Activate
  public ImportWorker(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Planner planner,
      @Reference Applying applying) {
    this(tx, keys, planner, applying, Clock.systemUTC());
  }

  ImportWorker(Transactions tx, Keys keys, Planner planner, Applying applying, Clock clock) {
    this.tx = tx;
    this.keys = keys;
    this.planner = planner;
    this.applying = applying;
    this.clock = clock;
    executor.execute(this::goOn);
  }

  @Deactivate
  void stop() throws InterruptedException {
    stopped = true;
    executor.shutdown();
    if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }

  /** Runs on the working thread when everything asked for before this is done. */
  CompletableFuture<Void> after(Runnable action) {
    return CompletableFuture.runAsync(action, executor);
  }

  /** Reads and plans a file. */
  CompletableFuture<Void> read(Viewer viewer, UUID run, Sheet sheet) {
    return start(
        run,
        () -> {
          Reading reading = reading(viewer, run);
          reading.stage(sheet, () -> stopped);
          if (sheet.columns().sufficient()) {
            reading.plan(() -> stopped);
          } else if (!stopped) {
            tx.run(em -> em.find(ImportRun.class, run).step(State.COLUMNS, 0));
          }
        });
  }

  /** Plans staged rows anew. */
  CompletableFuture<Void> plan(Viewer viewer, UUID run) {
    return start(
        run,
        () -> {
          tx.run(em -> new ImportStore(em).forgetPlan(run));
          Reading reading = reading(viewer, run);
          reading.restage();
          reading.plan(() -> stopped);
        });
  }

  CompletableFuture<Void> apply(Viewer viewer, UUID run) {
    return start(run, () -> applying.apply(able(viewer), run, () -> stopped));
  }

  CompletableFuture<Void> undo(Viewer viewer, UUID run) {
    return start(run, () -> applying.undo(able(viewer), run, () -> stopped));
  }

  private Reading reading(Viewer viewer, UUID run) {
    ImportRun journal = tx.read(em -> em.find(ImportRun.class, run));
    Columns columns = Applying.columns(new Drawer(keys, run), journal);
    return new Reading(tx, keys, planner, able(viewer), journal, columns);
  }

  /** Long work that may fail. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private CompletableFuture<Void> start(UUID run, Work work) {
    return CompletableFuture.runAsync(() -> guarded(run, work), executor);
  }

  private void guarded(UUID run, Work work) {
    try {
      work.run();
    } catch (UnreadableSheet unreadable) {
      failed(run, unreadable.reason());
    } catch (Exception fault) {
      if (stopped) {
        LOG.info("Import {} was interrupted and goes on when the house starts again", run);
      } else {
        LOG.error("Import {} could not go on", run, fault);
        failed(run, "fault");
      }
    }
  }

  private void failed(UUID run, String reason) {
    tx.run(em -> em.find(ImportRun.class, run).finish(State.FAILED, clock.instant(), reason));
  }

  /** What an earlier end interrupted. */
  private void goOn() {
    try {
      List<State> open = List.of(State.READING, State.APPLYING, State.UNDOING);
      for (ImportRun run : tx.read(em -> new ImportStore(em).runsIn(open))) {
        goOn(run);
      }
    } catch (RuntimeException fault) {
      LOG.error("Interrupted imports could not be looked for", fault);
    }
  }

  private void goOn(ImportRun run) {
    if (run.state() == State.READING) {
      tx.run(em -> new ImportStore(em).forget(run.id()));
      return;
    }
    Viewer viewer =
        new Viewer(
            new StaffId(run.startedBy()),
            "",
            Map.of(),
            Locale.forLanguageTag(run.language()),
            ZoneId.of(run.zone()),
            clock,
            run.id().toString());
    guarded(
        run.id(),
        () -> {
          if (run.state() == State.APPLYING) {
            applying.apply(able(viewer), run.id(), () -> stopped);
          } else {
            applying.undo(able(viewer), run.id(), () -> stopped);
          }
        });
  }

  /**
   * Whoever may import may have everything written that the file says; who this is was decided when
   * the import was asked for. Walls hold all the same.
   */
  static Viewer able(Viewer viewer) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    for (String permission :
        List.of(
            People.READ,
            People.WRITE,
            People.WHEREABOUTS,
            Visits.READ,
            Staff.READ,
            Staff.WRITE,
            Arrivals.PERMISSION)) {
      grants.put(permission, Reach.ALL);
    }
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }
}
