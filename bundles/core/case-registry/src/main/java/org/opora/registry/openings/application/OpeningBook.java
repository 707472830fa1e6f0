package org.opora.registry.openings.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.openings.domain.OpenedFile;
import org.opora.registry.openings.domain.Opening;
import org.opora.registry.openings.domain.State;
import org.opora.registry.openings.persistence.OpeningQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is and was open for inspections: to whoever opens files, and to those who work with one. */
@Component(service = OpeningBook.class)
public final class OpeningBook {
  private static final int LONGEST_PAGE = 100;
  private static final int OF_FILE = 20;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;

  @Activate
  public OpeningBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
  }

  /**
   * @param who name of the inspector
   * @param reference null without one
   * @param by name of whoever opened the files
   * @param state of the file that stands longest
   * @param files those that the viewer may know of, by their number
   */
  public record Line(
      UUID id,
      String who,
      String inspection,
      String reference,
      LocalDate since,
      LocalDate until,
      String by,
      Instant at,
      State state,
      List<Part> files) {
    /** Whether there is something left to close. */
    public boolean stands() {
      return files.stream().anyMatch(Part::stands);
    }

    /** How many of the files are open, or will be. */
    public long standing() {
      return files.stream().filter(Part::stands).count();
    }
  }

  /**
   * One of the files.
   *
   * @param closedAt null when nobody closed it before its time
   * @param closedBy name; null when nobody did
   */
  public record Part(FileLabel file, State state, Instant closedAt, String closedBy) {
    public boolean stands() {
      return state == State.OPEN || state == State.COMING;
    }
  }

  /**
   * What one file was opened for.
   *
   * @param closedAt null when nobody closed it before its time
   */
  public record Seen(
      UUID opening,
      String who,
      String inspection,
      String reference,
      LocalDate since,
      LocalDate until,
      State state,
      Instant closedAt) {}

  /**
   * The newest first.
   *
   * @param standing whether what is open or will be, or what is over
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> list(Viewer viewer, boolean standing, String after, int limit) {
    access.require(viewer, OpeningDesk.MANAGE);
    Scope scope = access.scope(viewer, OpeningDesk.MANAGE);
    return tx.read(
        em -> {
          Page<Opening> page =
              new OpeningQueries(em)
                  .page(
                      scope, standing, viewer.today(), after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(em, viewer, scope, page.items()), page.next());
        });
  }

  /**
   * @throws NotFound also when the viewer may know of none of its files
   */
  public Line one(Viewer viewer, UUID id) {
    access.require(viewer, OpeningDesk.MANAGE);
    Scope scope = access.scope(viewer, OpeningDesk.MANAGE);
    return tx.read(
        em -> {
          Line line = lines(em, viewer, scope, List.of(Held.load(em, Opening.class, id))).get(0);
          if (line.files().isEmpty()) {
            audit.denied(
                viewer,
                OpeningDesk.MANAGE,
                files(em, List.of(id)).map(one -> Subject.of(one.file())).toList(),
                "wall");
            throw new NotFound();
          }
          return line;
        });
  }

  private static Stream<OpenedFile> files(EntityManager em, Collection<UUID> openings) {
    return new OpeningQueries(em).files(openings).values().stream().flatMap(List::stream);
  }

  private List<Line> lines(EntityManager em, Viewer viewer, Scope scope, List<Opening> openings) {
    Map<UUID, List<OpenedFile>> files =
        new OpeningQueries(em).files(openings.stream().map(Opening::id).toList());
    Set<CaseFileId> all =
        files.values().stream()
            .flatMap(List::stream)
            .map(OpenedFile::file)
            .collect(Collectors.toSet());
    Map<CaseFileId, FileLabel> labels =
        all.isEmpty() ? Map.of() : new LabelQueries(em).files(scope, all);
    Map<StaffId, String> names = staff.names(named(openings, files.values()));
    return openings.stream()
        .map(one -> line(viewer, one, files.getOrDefault(one.id(), List.of()), labels, names))
        .toList();
  }

  private static Set<StaffId> named(
      Collection<Opening> openings, Collection<List<OpenedFile>> files) {
    return Stream.concat(
            openings.stream().flatMap(one -> Stream.of(one.staff(), one.openedBy())),
            files.stream().flatMap(List::stream).map(OpenedFile::closedBy).filter(Objects::nonNull))
        .collect(Collectors.toSet());
  }

  private static Line line(
      Viewer viewer,
      Opening one,
      List<OpenedFile> files,
      Map<CaseFileId, FileLabel> labels,
      Map<StaffId, String> names) {
    List<Part> parts =
        files.stream()
            .filter(file -> labels.containsKey(file.file()))
            .map(
                file ->
                    new Part(
                        labels.get(file.file()),
                        file.state(viewer.today()),
                        file.closedAt(),
                        file.closedBy() == null ? null : names.get(file.closedBy())))
            .sorted(Comparator.comparing(part -> part.file().number()))
            .toList();
    return new Line(
        one.id(),
        names.get(one.staff()),
        one.inspection(),
        one.reference(),
        one.since(),
        one.until(),
        names.get(one.openedBy()),
        one.openedAt(),
        state(parts),
        parts);
  }

  /** What goes on longest says how all of it stands. */
  private static State state(List<Part> parts) {
    return Stream.of(State.OPEN, State.COMING, State.OVER)
        .filter(state -> parts.stream().anyMatch(part -> part.state() == state))
        .findFirst()
        .orElse(State.CLOSED);
  }

  /** Of one file, for whoever works with it: what was opened last first. */
  public List<Seen> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          OpeningQueries queries = new OpeningQueries(em);
          List<OpenedFile> rows = queries.of(file, OF_FILE);
          Map<UUID, Opening> openings =
              queries.openings(rows.stream().map(OpenedFile::opening).toList());
          Map<StaffId, String> names =
              staff.names(rows.stream().map(OpenedFile::staff).collect(Collectors.toSet()));
          return rows.stream()
              .map(row -> seen(viewer, row, openings.get(row.opening()), names))
              .toList();
        });
  }

  private static Seen seen(
      Viewer viewer, OpenedFile row, Opening opening, Map<StaffId, String> names) {
    return new Seen(
        opening.id(),
        names.get(row.staff()),
        opening.inspection(),
        opening.reference(),
        row.since(),
        row.until(),
        row.state(viewer.today()),
        row.closedAt());
  }

  /**
   * Until when the viewer reads the file for an inspection, and by nothing that lasts; null when
   * they do not. Whoever has nothing of the kind is answered from memory.
   */
  public LocalDate readsUntil(Viewer viewer, CaseFileId file) {
    if (access.lent(viewer, List.of(file.value())).isEmpty()) {
      return null;
    }
    return tx.read(em -> new OpeningQueries(em).of(file, OF_FILE)).stream()
        .filter(row -> row.staff().equals(viewer.staff()))
        .filter(row -> row.state(viewer.today()) == State.OPEN)
        .map(OpenedFile::until)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
