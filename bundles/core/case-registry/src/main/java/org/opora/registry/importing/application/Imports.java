package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.importing.application.sheets.Sheet;
import org.opora.registry.importing.application.sheets.UnreadableSheet;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.ColumnMapping;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Importing a centre's register: read, look, write, take back. Every act needs {@value
 * Arrivals#PERMISSION}.
 */
@Component(service = Imports.class)
public final class Imports {
  /** Largest file that is read. */
  public static final int LARGEST = 32 * 1024 * 1024;

  private final Transactions tx;
  private final Keys keys;
  private final Access access;
  private final AuditTrail audit;
  private final ImportWorker worker;
  private final Applying applying;

  @Activate
  public Imports(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference ImportWorker worker,
      @Reference Applying applying) {
    this.tx = tx;
    this.keys = keys;
    this.access = access;
    this.audit = audit;
    this.worker = worker;
    this.applying = applying;
  }

  /**
   * An import and the work on it that has begun; failures are in the journal, never thrown here.
   */
  public record Started(UUID run, CompletableFuture<Void> work) {}

  /**
   * Begins to read a file. Nothing is written to the register.
   *
   * @throws org.opora.api.faults.Refused when the file is no table
   */
  public Started read(Viewer viewer, String fileName, byte[] content) {
    access.require(viewer, Arrivals.PERMISSION);
    Sheet sheet = open(content);
    UUID run = Ids.next();
    Sheet known = remembered(sheet);
    tx.run(
        em -> {
          idle(em);
          em.persist(journal(viewer, run, fileName, known));
          audit.wrote(viewer, "import.read", List.of());
        });
    return new Started(run, worker.read(viewer, run, known));
  }

  /** The meaning a person once gave to these headers, else what is recognised. */
  private Sheet remembered(Sheet sheet) {
    String mark = mark(sheet.columns().headers());
    ColumnMapping mapping = tx.read(em -> new ImportStore(em).mapping(mark));
    return mapping == null
        ? sheet
        : sheet.mapped(byPlace(sheet.columns().headers(), mapping.mapping()));
  }

  private String mark(List<String> headers) {
    return new Snapshots(keys).mark("headers:" + Columns.key(headers));
  }

  /**
   * The mapping is remembered by header, not by place, because the columns may stand in another
   * order.
   */
  private static Map<Column, Integer> byPlace(List<String> headers, String mapping) {
    Map<Column, Integer> places = new java.util.EnumMap<>(Column.class);
    List<String> parts = Packed.list(mapping);
    for (int i = 0; i < parts.size(); i += 2) {
      int place = headers.indexOf(parts.get(i + 1));
      if (place >= 0) {
        places.put(Column.valueOf(parts.get(i)), place);
      }
    }
    return places;
  }

  private static Sheet open(byte[] content) {
    try {
      if (content.length > LARGEST) {
        throw new UnreadableSheet("too-long");
      }
      return Sheet.open(content);
    } catch (UnreadableSheet unreadable) {
      throw Refusals.refused(
          "file", "importing.unreadable." + unreadable.reason(), unreadable.arguments().toArray());
    } catch (IOException fault) {
      throw Refusals.refused("file", "importing.unreadable.no-table");
    }
  }

  private ImportRun journal(Viewer viewer, UUID run, String fileName, Sheet sheet) {
    Drawer drawer = new Drawer(keys, run);
    Sheet.Facts facts = sheet.facts();
    return new ImportRun(
        run,
        drawer.seal(
            "IMPORT_RUN.FILE_NAME",
            run,
            fileName == null || fileName.isBlank() ? "?" : shortened(fileName)),
        facts.format(),
        facts.encoding(),
        facts.separator(),
        sheet.header(),
        drawer.seal("IMPORT_RUN.HEADERS", run, Packed.list(sheet.columns().headers())),
        Packed.places(sheet.columns().places()),
        viewer.today(),
        viewer.staff().value(),
        viewer.now(),
        viewer.zone().getId(),
        viewer.locale().toLanguageTag());
  }

  private static String shortened(String name) {
    return name.length() <= 200 ? name : name.substring(0, 200);
  }

  /** Two imports at once would see each other half done. */
  private static void idle(EntityManager em) {
    boolean busy =
        !new ImportStore(em)
            .runsIn(List.of(State.READING, State.APPLYING, State.UNDOING))
            .isEmpty();
    if (busy) {
      throw Refusals.refused("file", "importing.refused.busy");
    }
  }

  /** Gives the columns a meaning, which is remembered for this set of headers, and plans anew. */
  public Started map(Viewer viewer, UUID run, Map<Column, Integer> places) {
    access.require(viewer, Arrivals.PERMISSION);
    tx.run(
        em -> {
          ImportRun row = hold(em, run, State.PREVIEW, State.COLUMNS);
          List<String> headers = Applying.columns(new Drawer(keys, run), row).headers();
          if (!new Columns(headers, places).sufficient()) {
            throw Refusals.refused(null, "importing.refused.columns");
          }
          remember(em, headers, places);
          row.means(Packed.places(places));
        });
    return new Started(run, worker.plan(viewer, run));
  }

  private void remember(EntityManager em, List<String> headers, Map<Column, Integer> places) {
    List<String> parts = new java.util.ArrayList<>();
    places.forEach(
        (column, place) -> {
          parts.add(column.name());
          parts.add(headers.get(place));
        });
    String mark = mark(headers);
    ColumnMapping known = new ImportStore(em).mapping(mark);
    if (known == null) {
      em.persist(new ColumnMapping(Ids.next(), mark, Packed.list(parts)));
    } else {
      known.means(Packed.list(parts));
    }
  }

  /** Begins to write. */
  public Started apply(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    tx.run(
        em -> {
          idle(em);
          hold(em, run, State.PREVIEW, State.FAILED).step(State.APPLYING, 0);
          audit.wrote(viewer, "import.begun", List.of());
        });
    return new Started(run, worker.apply(viewer, run));
  }

  /**
   * Begins to take an import back.
   *
   * @throws org.opora.api.faults.Refused when a later import or somebody's work depends on it
   */
  public Started undo(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    ImportRun known = tx.read(em -> hold(em, run));
    if (tx.read(em -> new ImportStore(em).finishedAfter(known)) > 0) {
      throw Refusals.refused(null, "importing.refused.later-import");
    }
    String hindrance = applying.hindrance(ImportWorker.able(viewer), run);
    if (hindrance != null) {
      throw Refusals.refused(null, "importing.refused." + hindrance);
    }
    tx.run(
        em -> {
          idle(em);
          ImportRun row = hold(em, run, State.DONE, State.FAILED);
          row.step(State.UNDOING, row.families());
          audit.wrote(viewer, "import.undo", List.of());
        });
    return new Started(run, worker.undo(viewer, run));
  }

  /** Throws away an import that has written nothing. */
  public void discard(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    tx.run(
        em -> {
          hold(em, run, State.PREVIEW, State.COLUMNS, State.FAILED);
          if (!new ImportStore(em).familyNumbers(run, true).isEmpty()) {
            throw Refusals.refused(null, "importing.refused.written");
          }
          new ImportStore(em).forget(run);
          audit.wrote(viewer, "import.discarded", List.of());
        });
  }

  /** Ticks a finding as looked into, or takes the tick away. */
  public void settle(Viewer viewer, UUID run, UUID finding, boolean settled) {
    access.require(viewer, Arrivals.PERMISSION);
    tx.run(
        em -> {
          ImportFinding row = em.find(ImportFinding.class, finding);
          if (row == null || !row.run().equals(run)) {
            throw new NotFound();
          }
          row.settle(settled ? viewer.today() : null, viewer.staff().value());
          audit.wrote(viewer, "import.finding", List.of());
        });
  }

  private static ImportRun hold(EntityManager em, UUID run, State... states) {
    ImportRun row = em.find(ImportRun.class, run);
    if (row == null) {
      throw new NotFound();
    }
    if (states.length > 0 && !List.of(states).contains(row.state())) {
      throw Refusals.refused(null, "importing.refused.state");
    }
    return row;
  }
}
