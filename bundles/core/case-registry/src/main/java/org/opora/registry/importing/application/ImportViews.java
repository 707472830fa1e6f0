package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.Counts;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.ImportFamily;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRow;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import looks like to whoever may import. */
@Component(service = ImportViews.class)
public final class ImportViews {
  private static final int LATEST = 20;
  private static final int SAMPLES = 200;
  private final Transactions tx;
  private final Keys keys;
  private final Access access;
  private final People people;

  @Activate
  public ImportViews(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people) {
    this.tx = tx;
    this.keys = keys;
    this.access = access;
    this.people = people;
  }

  /** {@code done} of {@code families} are written; {@code failure} is a code or null. */
  public record RunView(
      UUID id,
      ImportRun.State state,
      boolean busy,
      String fileName,
      String format,
      String encoding,
      String separator,
      int rows,
      Counts counts,
      int families,
      int done,
      Instant startedAt,
      String failure) {
    public int percent() {
      return families == 0 ? 0 : (int) (100L * done / families);
    }
  }

  /** {@code meaning} is null when nobody knows; {@code sample} is a cell of that column. */
  public record ColumnView(int place, String header, Column meaning, String sample) {}

  /** {@code outcome} as planned, or LEFT_OUT; {@code file} is null before it is written. */
  public record FamilyView(
      int number, String fileNumber, String name, int children, String outcome, CaseFileId file) {}

  /**
   * A finding, with where it leads.
   *
   * @param person whom it is about; null when it is about the agreement or nothing is written yet
   * @param comparable whether there is somebody to be shown beside
   */
  public record FindingView(
      UUID id,
      int row,
      String column,
      String code,
      boolean doubt,
      String value,
      Text text,
      int otherRow,
      CaseFileId file,
      String fileNumber,
      PersonId person,
      PersonName name,
      boolean comparable,
      LocalDate settledOn) {}

  /**
   * One side of a comparison.
   *
   * @param row of the file; 0 when only the register has this side
   * @param known what is known here of the person; null before it is written
   * @param cells under their headers as the file has them; empty once it is written
   */
  public record Side(
      int row,
      CaseFileId file,
      String fileNumber,
      PersonId person,
      Known known,
      Map<String, String> cells) {}

  /** A person as the register has them; {@code birth} and {@code nationalId} may be null. */
  public record Known(PersonName name, LocalDate birth, String nationalId) {}

  public List<RunView> latest(Viewer viewer) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(em -> new ImportStore(em).latest(LATEST).stream().map(this::view).toList());
  }

  public RunView run(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    return view(tx.read(em -> load(em, run)));
  }

  private static ImportRun load(EntityManager em, UUID run) {
    ImportRun row = em.find(ImportRun.class, run);
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  private RunView view(ImportRun row) {
    return new RunView(
        row.id(),
        row.state(),
        row.busy(),
        new Drawer(keys, row.id()).open("IMPORT_RUN.FILE_NAME", row.id(), row.fileName()),
        row.format(),
        row.encoding(),
        row.separator(),
        row.rows(),
        new Counts(row.created(), row.updated(), row.unchanged()),
        row.families(),
        row.familiesDone(),
        row.startedAt(),
        row.failure());
  }

  public List<ColumnView> columns(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(
        em -> {
          Drawer drawer = new Drawer(keys, run);
          Columns columns = Applying.columns(drawer, load(em, run));
          List<List<String>> cells =
              new ImportStore(em)
                  .rowsAfter(run, 0, SAMPLES).stream()
                      .map(row -> drawer.cells(row.id(), row.cells()))
                      .toList();
          List<ColumnView> views = new ArrayList<>();
          for (int place = 0; place < columns.headers().size(); place++) {
            views.add(
                new ColumnView(
                    place, columns.headers().get(place), columns.at(place), sample(cells, place)));
          }
          return views;
        });
  }

  private static String sample(List<List<String>> rows, int place) {
    return rows.stream()
        .filter(
            cells ->
                place < cells.size() && cells.get(place) != null && !cells.get(place).isBlank())
        .map(cells -> cells.get(place))
        .findFirst()
        .orElse("");
  }

  /** Families after this number, at most {@code limit}. */
  public List<FamilyView> families(Viewer viewer, UUID run, int after, int limit) {
    access.require(viewer, Arrivals.PERMISSION);
    Drawer drawer = new Drawer(keys, run);
    return tx.read(em -> new ImportStore(em).families(run, after + 1, after + limit)).stream()
        .map(row -> view(drawer, row))
        .toList();
  }

  private static FamilyView view(Drawer drawer, ImportFamily row) {
    List<String> label = Packed.list(drawer.open("IMPORT_FAMILY.LABEL", row.id(), row.label()));
    return new FamilyView(
        row.family(),
        label.get(0),
        label.get(1),
        Integer.parseInt(label.get(2)),
        row.planned(),
        row.caseFile() == null ? null : new CaseFileId(row.caseFile()));
  }

  /** Every finding, by row. */
  public List<FindingView> findings(Viewer viewer, UUID run) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(em -> views(em, viewer, run, new ImportStore(em).findings(run)));
  }

  private List<FindingView> views(
      EntityManager em, Viewer viewer, UUID run, List<ImportFinding> findings) {
    Drawer drawer = new Drawer(keys, run);
    ImportStore store = new ImportStore(em);
    Columns columns = Applying.columns(drawer, load(em, run));
    Map<Integer, ImportRow> rows = new HashMap<>();
    Map<Integer, ImportFamily> families = new HashMap<>();
    List<Integer> rowNumbers = findings.stream().map(ImportFinding::row).distinct().toList();
    List<Integer> familyNumbers = findings.stream().map(ImportFinding::family).distinct().toList();
    chunked(rowNumbers)
        .forEach(some -> store.rowsNumbered(run, some).forEach(row -> rows.put(row.row(), row)));
    chunked(familyNumbers)
        .forEach(
            some ->
                store.familiesNumbered(run, some).forEach(one -> families.put(one.family(), one)));
    Map<ImportFinding, PersonId> about = new LinkedHashMap<>();
    Set<PersonId> named = new LinkedHashSet<>();
    for (ImportFinding finding : findings) {
      PersonId person =
          person(drawer, columns, finding, rows.get(finding.row()), families.get(finding.family()));
      about.put(finding, person);
      if (person != null) {
        named.add(person);
      }
    }
    Map<PersonId, PersonName> names = people.names(viewer, named);
    return findings.stream()
        .map(
            finding ->
                view(drawer, finding, families.get(finding.family()), about.get(finding), names))
        .toList();
  }

  private static <T> List<List<T>> chunked(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int at = 0; at < all.size(); at += 500) {
      chunks.add(all.subList(at, Math.min(all.size(), at + 500)));
    }
    return chunks;
  }

  private static PersonId person(
      Drawer drawer, Columns columns, ImportFinding finding, ImportRow row, ImportFamily family) {
    String header = drawer.content(finding.id(), finding.content()).get(0);
    Column column = columns.at(columns.headers().indexOf(header));
    if (column == null || family == null) {
      return null;
    }
    UUID person =
        switch (column) {
          case CARER1_FAMILY, CARER1_GIVEN, CARER1_BIRTH, CARER1_NATIONAL_ID -> family.carer1();
          case CARER2_FAMILY, CARER2_GIVEN, CARER2_BIRTH, CARER2_NATIONAL_ID -> family.carer2();
          default -> column.level() == Column.Level.CHILD && row != null ? row.child() : null;
        };
    return person == null ? null : new PersonId(person);
  }

  private static FindingView view(
      Drawer drawer,
      ImportFinding row,
      ImportFamily family,
      PersonId person,
      Map<PersonId, PersonName> names) {
    List<String> content = drawer.content(row.id(), row.content());
    List<Object> arguments = Packed.argumentsOf(content.subList(2, content.size()));
    boolean written = family != null && family.caseFile() != null;
    PersonName name = person == null ? null : names.get(person);
    return new FindingView(
        row.id(),
        row.row(),
        content.get(0),
        row.code(),
        row.severity() == Finding.Severity.DOUBT,
        content.get(1),
        sentence(row.sentence(), arguments),
        row.otherRow(),
        written ? new CaseFileId(family.caseFile()) : null,
        family == null ? "" : view(drawer, family).fileNumber(),
        name == null ? null : person,
        name,
        row.otherRow() > 0 || row.otherPerson() != null,
        row.settledOn());
  }

  static Text sentence(String sentence, List<Object> arguments) {
    return Refusals.text("importing.finding." + sentence, arguments.toArray());
  }

  /**
   * Two rows, or a row and somebody who is here, side by side; both as the file and the register
   * have them.
   */
  public List<Side> compare(Viewer viewer, UUID run, UUID finding) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(
        em -> {
          ImportFinding row = em.find(ImportFinding.class, finding);
          if (row == null || !row.run().equals(run)) {
            throw new NotFound();
          }
          List<Side> sides = new ArrayList<>(List.of(side(em, viewer, run, row.row(), row)));
          if (row.otherPerson() != null) {
            sides.add(here(viewer, new PersonId(row.otherPerson())));
          } else if (row.otherRow() > 0) {
            sides.add(side(em, viewer, run, row.otherRow(), row));
          }
          return sides;
        });
  }

  private Side side(EntityManager em, Viewer viewer, UUID run, int number, ImportFinding finding) {
    ImportStore store = new ImportStore(em);
    Drawer drawer = new Drawer(keys, run);
    Columns columns = Applying.columns(drawer, load(em, run));
    ImportRow row =
        store.rowsNumbered(run, List.of(number)).stream().findFirst().orElseThrow(NotFound::new);
    ImportFamily family =
        store.families(run, row.family(), row.family()).stream()
            .findFirst()
            .orElseThrow(NotFound::new);
    PersonId person = person(drawer, columns, finding, row, family);
    PersonId shown = person == null ? anybody(row, family) : person;
    if (row.cells() == null && shown != null) {
      Side here = here(viewer, shown);
      return new Side(number, here.file(), here.fileNumber(), person, here.known(), Map.of());
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> cells = drawer.cells(row.id(), row.cells());
    for (int place = 0; place < Math.min(cells.size(), columns.headers().size()); place++) {
      values.put(columns.headers().get(place), cells.get(place) == null ? "" : cells.get(place));
    }
    CaseFileId file = family.caseFile() == null ? null : new CaseFileId(family.caseFile());
    return new Side(number, file, view(drawer, family).fileNumber(), person, null, values);
  }

  /** Once written, the file's own cells are gone: then the family is shown by one of its people. */
  private static PersonId anybody(ImportRow row, ImportFamily family) {
    return Stream.of(family.carer1(), family.carer2(), row.child())
        .filter(Objects::nonNull)
        .findFirst()
        .map(PersonId::new)
        .orElse(null);
  }

  private Side here(Viewer viewer, PersonId person) {
    var view = people.view(viewer, person);
    Known known = new Known(view.name(), view.birthDate(), view.nationalId());
    var ref = view.files().isEmpty() ? null : view.files().get(0);
    return new Side(
        0,
        ref == null ? null : ref.file(),
        ref == null ? "" : ref.number(),
        person,
        known,
        Map.of());
  }
}
