package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.ArchiveSearch;
import org.opora.registry.files.domain.ArchivedFile;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Retention;
import org.opora.registry.files.persistence.ArchiveQueries;
import org.opora.registry.files.persistence.ArchiveQueries.Left;
import org.opora.registry.files.persistence.ArchiveQueries.Ripe;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Mark;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What becomes of a closed file: how long it stays, that it is put away from everyday work and
 * taken back, and which files may go in a year. Nothing is destroyed here.
 */
@Component(service = ArchiveDesk.class)
public final class ArchiveDesk {
  /** To put files away, to look for them there, and to see what may go. */
  public static final String USE = "registry.archive";

  private static final int WHY = 500;
  private static final int LINE = 200;
  private static final int MOST_FOUND = 50;
  private static final int LONGEST_PAGE = 100;

  /** Pages without a file that may go are passed over, so many at once. */
  private static final int MOST_PASSED = 20;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Staff staff;
  private final Confirmations confirmations;
  private final FileChange change;
  private final FileStory story;
  private final LawBook law;
  private final ArchiveSeals seals;

  @Activate
  public ArchiveDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Confirmations confirmations,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawBook law,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.staff = staff;
    this.confirmations = confirmations;
    this.change = change;
    this.story = story;
    this.law = law;
    this.seals = new ArchiveSeals(keys);
  }

  /**
   * How long a closed file stays.
   *
   * @param version for the forms
   * @param code of its class; null when no law pack says
   * @param title null when the pack is away
   * @param through last day on which it must be there; null when it cannot be reckoned
   * @param disposal first year in which it may go; null when it cannot be reckoned
   * @param birthMissing whether a child counts whose day of birth is not known
   * @param figures by which it was reckoned
   * @param longer years by the plan of the centre; null when those of the law pack hold
   * @param archivedOn null while it is in everyday lists
   * @param may whether the viewer may put it away or take it back
   * @param past how often it was taken back before, the last time first
   */
  public record Stay(
      long version,
      LocalDate closedOn,
      String code,
      Text title,
      LocalDate through,
      Integer disposal,
      boolean birthMissing,
      List<Figure> figures,
      Integer longer,
      LocalDate archivedOn,
      boolean may,
      List<Back> past) {}

  /**
   * @param kind {@code years} or {@code childAge}
   */
  public record Figure(String kind, int value, String paragraph, Mark mark) {}

  /** A file was taken back. */
  public record Back(LocalDate archivedOn, LocalDate backOn, String by, String why) {}

  /**
   * By what is reckoned today.
   *
   * @param title of the class of files
   * @param longer years by the plan of the centre; null when those of the law pack hold
   */
  public record Rule(Text title, List<Figure> figures, Integer longer) {}

  /** By what the files of each class are kept; empty while no pack says. */
  public List<Rule> rules(Viewer viewer) {
    access.require(viewer, USE);
    KeepingPlan plan = KeepingPlan.of(law);
    return law.retention().stream()
        .map(
            one ->
                new Rule(
                    one.title(),
                    figures(one, viewer.today()),
                    plan.longer(one, viewer.today()).orElse(null)))
        .toList();
  }

  /** A class of files that can be chosen. */
  public record Choice(String code, Text title) {}

  /** Empty while the file is open. */
  public Optional<Stay> stay(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    boolean may = access.decide(viewer, USE, Subject.of(file)).allowed();
    return tx.read(
        em -> {
          CaseFile row = Held.load(em, CaseFile.class, file.value());
          return row.closedOn() == null || row.archivedOn() != null && !may
              ? Optional.empty()
              : Optional.of(stay(em, row, may));
        });
  }

  private Stay stay(EntityManager em, CaseFile row, boolean may) {
    Optional<RetentionLaw.Kept> kept = kept(row.retention(), row.kind());
    List<LocalDate> births =
        births(em, List.of(row.id().value())).getOrDefault(row.id().value(), List.of());
    KeepingPlan plan = KeepingPlan.of(law);
    Optional<Retention> retention = kept.flatMap(one -> plan.retention(one, row.closedOn()));
    LocalDate through = retention.flatMap(one -> one.through(row.closedOn(), births)).orElse(null);
    return new Stay(
        row.version(),
        row.closedOn(),
        kept.map(RetentionLaw.Kept::code).orElse(row.retention()),
        kept.map(RetentionLaw.Kept::title).orElse(null),
        through,
        through == null ? null : Retention.disposal(through),
        retention.isPresent() && through == null,
        kept.map(one -> figures(one, row.closedOn())).orElse(List.of()),
        kept.flatMap(one -> plan.longer(one, row.closedOn())).orElse(null),
        row.archivedOn(),
        may,
        past(em, row.id()));
  }

  private Optional<RetentionLaw.Kept> kept(String code, FileKind kind) {
    return code == null
        ? law.retentionOf(kind)
        : law.retention().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  private List<Figure> figures(RetentionLaw.Kept kept, LocalDate day) {
    Marks marks = Marks.now(confirmations);
    return Stream.concat(
            LawBook.Entry.on(kept.years(), day).stream().map(one -> figure(marks, "years", one)),
            LawBook.Entry.on(kept.childAge(), day).stream()
                .map(one -> figure(marks, "childAge", one)))
        .toList();
  }

  private Figure figure(Marks marks, String kind, Parameter<Integer> one) {
    return new Figure(kind, one.value(), one.paragraph(), marks.mark(law.figures(), one));
  }

  /**
   * When the children who ever were in these files were born, the latest day that any of their
   * entries says; null among them where none says.
   */
  private Map<UUID, List<LocalDate>> births(EntityManager em, List<UUID> files) {
    List<ArchiveQueries.Placed> placed = ArchiveQueries.children(em, files);
    Map<PersonId, Set<PersonId>> known =
        aliases.idsOf(placed.stream().map(one -> new PersonId(one.child())).toList());
    Map<UUID, LocalDate> said =
        ArchiveQueries.births(
            em, known.values().stream().flatMap(Set::stream).map(PersonId::value).toList());
    Map<UUID, List<LocalDate>> births = new HashMap<>();
    for (ArchiveQueries.Placed one : placed) {
      PersonId child = new PersonId(one.child());
      births
          .computeIfAbsent(one.file(), file -> new ArrayList<>())
          .add(
              Stream.concat(
                      known.getOrDefault(child, Set.of(child)).stream()
                          .map(entry -> said.get(entry.value())),
                      Stream.of(one).map(ArchiveDesk::latest))
                  .filter(Objects::nonNull)
                  .max(LocalDate::compareTo)
                  .orElse(null));
    }
    return births;
  }

  /** Of an erased child only the year is known: the last day of it lets nothing go too soon. */
  private static LocalDate latest(ArchiveQueries.Placed one) {
    return one.bornIn() == null ? null : LocalDate.of(one.bornIn(), Month.DECEMBER, 31);
  }

  private List<Back> past(EntityManager em, CaseFileId file) {
    List<ArchivedFile> rows =
        ArchiveQueries.archived(em, file.value()).stream()
            .filter(row -> row.backOn() != null)
            .toList();
    Map<StaffId, String> names =
        staff.names(rows.stream().map(ArchivedFile::backBy).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Back(row.archivedOn(), row.backOn(), names.get(row.backBy()), seals.back(row)))
        .toList();
  }

  /** Classes to choose from; empty while no pack says how long files are kept. */
  public List<Choice> classes(Viewer viewer) {
    access.require(viewer, USE);
    return law.retention().stream().map(one -> new Choice(one.code(), one.title())).toList();
  }

  /**
   * Puts a closed file away: who worked with it keeps no relation to it, and it is found in the
   * archive only.
   *
   * @param code class by which it is kept
   * @throws org.opora.api.faults.Refused when it is open or archived, somebody still has something
   *     to do in it, or the class is none
   */
  public void archive(Viewer viewer, CaseFileId file, long version, String code) {
    access.require(viewer, USE, Subject.of(file));
    tx.run(
        em -> {
          CaseFile row = Held.hold(em, CaseFile.class, file.value());
          if (row.closedOn() == null) {
            throw Refusals.refused(null, "refused.archive-open");
          }
          if (row.archivedOn() != null) {
            throw Refusals.refused(null, "refused.file-archived", row.archivedOn());
          }
          Refusals.fresh(row.version(), version);
          if (law.retention().stream().noneMatch(one -> one.code().equals(code))) {
            throw Refusals.refused("class", "refused.archive-class");
          }
          finished(em, file);
          row.keep(code);
          row.archive(viewer.today());
          em.persist(new ArchivedFile(Ids.next(), file, viewer.today(), viewer.staff()));
          story.notFindable(file);
          story.happened(
              viewer,
              file,
              "file-archived",
              FileStory.source("archived-" + viewer.today(), file.value()),
              viewer.today());
          change.followed(em, viewer, file, "file.archived");
        });
  }

  /**
   * Whoever has something to do in an archived file would neither see it nor be able to finish it.
   * Records come before tasks, because most tasks are done by settling the record.
   */
  private void finished(EntityManager em, CaseFileId file) {
    for (Left left : Left.values()) {
      refuse(left.name(), ArchiveQueries.left(em, file.value(), left));
    }
    refuse("TASKS", ArchiveQueries.openTasks(em, file.value(), onlyHere(em, file)));
  }

  private static void refuse(String what, long left) {
    if (left > 0) {
      throw Refusals.refused(null, "refused.archive-" + what.toLowerCase(Locale.ROOT), left);
    }
  }

  /** Keys of those whom the centre meets in no other file. */
  private List<UUID> onlyHere(EntityManager em, CaseFileId file) {
    List<PersonId> people =
        ArchiveQueries.people(em, file.value()).stream().map(PersonId::new).toList();
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(people);
    List<UUID> keys =
        known.values().stream().flatMap(Set::stream).map(PersonId::value).distinct().toList();
    Set<UUID> elsewhere = ArchiveQueries.elsewhere(em, file.value(), keys);
    return known.values().stream()
        .filter(one -> one.stream().noneMatch(key -> elsewhere.contains(key.value())))
        .flatMap(Set::stream)
        .map(PersonId::value)
        .distinct()
        .toList();
  }

  /**
   * Takes an archived file back among closed ones: who worked with it sees it again.
   *
   * @throws org.opora.api.faults.Refused when it is not archived, or without a reason
   */
  public void bringBack(Viewer viewer, CaseFileId file, long version, String why) {
    access.require(viewer, USE, Subject.of(file));
    String reason = Refusals.line("why", why, WHY);
    tx.run(
        em -> {
          CaseFile row = Held.hold(em, CaseFile.class, file.value());
          if (row.archivedOn() == null) {
            throw Refusals.refused(null, "refused.archive-not");
          }
          Refusals.fresh(row.version(), version);
          ArchivedFile away =
              ArchiveQueries.archived(em, file.value()).stream()
                  .filter(one -> one.backOn() == null)
                  .findFirst()
                  .orElseThrow();
          away.back(viewer.today(), viewer.staff(), seals.back(away, reason));
          row.takeBack();
          story.findable(row);
          story.happened(
              viewer,
              file,
              "file-unarchived",
              FileStory.source("unarchived-" + viewer.today(), file.value()),
              viewer.today());
          change.followed(em, viewer, file, "file.unarchived");
        });
  }

  /**
   * A file in a list of the archive.
   *
   * @param familyName null where nobody has said why they look for an archived file
   * @param title of its class; null when the pack is away
   * @param archivedOn null while it is only closed
   */
  public record Line(
      CaseFileId file,
      String number,
      String familyName,
      LocalDate closedOn,
      Text title,
      LocalDate archivedOn) {}

  /**
   * What was found.
   *
   * @param more whether others fit that are not among them
   */
  public record Found(List<Line> lines, boolean more) {
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Archived files by their number or the beginning of the family name. That somebody looked, and
   * why, is written down whatever is found.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public Found find(Viewer viewer, String words, String why) {
    Scope scope = require(viewer);
    String asked = Refusals.line("words", words, LINE);
    if (Fold.fold(asked).isEmpty()) {
      throw Refusals.refused("words", "refused.archive-words");
    }
    String reason = Refusals.line("why", why, WHY);
    return tx.required(
        em -> {
          List<CaseFile> rows = new ArchiveQueries(em, scope).find(asked, MOST_FOUND + 1);
          List<Line> found = rows.stream().limit(MOST_FOUND).map(row -> line(row, true)).toList();
          UUID id = Ids.next();
          em.persist(
              new ArchiveSearch(
                  id,
                  viewer.today(),
                  viewer.staff(),
                  found.size(),
                  seals.search(viewer.staff(), id, reason)));
          audit.wrote(
              viewer,
              "archive.searched",
              found.stream().map(line -> Subject.of(line.file())).toList(),
              "search=" + id);
          return new Found(found, rows.size() > MOST_FOUND);
        });
  }

  private Scope require(Viewer viewer) {
    access.require(viewer, USE);
    return access.scope(viewer, USE);
  }

  private Line line(CaseFile row, boolean named) {
    return new Line(
        row.id(),
        row.number(),
        named ? row.familyName() : null,
        row.closedOn(),
        kept(row.retention(), row.kind()).map(RetentionLaw.Kept::title).orElse(null),
        row.archivedOn());
  }

  /**
   * Closed files that may go in the year, also those that might have gone before; by the day of
   * their closing. Who counts a child without a day of birth is not among them. Of archived ones it
   * says the number alone: whose they are is found with a reason only.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> due(Viewer viewer, int year, String after, int limit) {
    Scope scope = require(viewer);
    KeepingPlan plan = KeepingPlan.of(law);
    List<Ripe> ripe = plan.ripe(year);
    if (ripe.isEmpty() || scope.empty()) {
      return Page.last(List.of());
    }
    int most = Cursors.within(limit, LONGEST_PAGE);
    return tx.read(
        em -> {
          ArchiveQueries queries = new ArchiveQueries(em, scope);
          Page<CaseFile> page = queries.due(ripe, after, most);
          List<CaseFile> going = going(em, plan, page.items(), year);
          // A page on which every file still stays would read as if none might go.
          for (int i = 0; i < MOST_PASSED && going.isEmpty() && page.next() != null; i++) {
            page = queries.due(ripe, page.next(), most);
            going = going(em, plan, page.items(), year);
          }
          return new Page<>(
              going.stream().map(row -> line(row, row.archivedOn() == null)).toList(), page.next());
        });
  }

  private List<CaseFile> going(EntityManager em, KeepingPlan plan, List<CaseFile> rows, int year) {
    Map<UUID, Integer> disposals = disposals(em, plan, rows);
    return rows.stream()
        .filter(row -> disposals.getOrDefault(row.id().value(), Integer.MAX_VALUE) <= year)
        .toList();
  }

  /**
   * The first year in which each may go; those of which it cannot be reckoned are left out. Another
   * entry of a child may say that they are younger.
   */
  private Map<UUID, Integer> disposals(EntityManager em, KeepingPlan plan, List<CaseFile> rows) {
    Map<UUID, List<LocalDate>> births =
        births(em, rows.stream().map(row -> row.id().value()).toList());
    Map<UUID, Integer> years = new HashMap<>();
    for (CaseFile row : rows) {
      kept(row.retention(), row.kind())
          .flatMap(one -> plan.retention(one, row.closedOn()))
          .flatMap(
              one -> one.through(row.closedOn(), births.getOrDefault(row.id().value(), List.of())))
          .ifPresent(through -> years.put(row.id().value(), Retention.disposal(through)));
    }
    return years;
  }

  /**
   * A closed file that may go in another year.
   *
   * @param familyName null of an archived one
   */
  public record Moved(CaseFileId file, String number, String familyName, int before, int after) {}

  /**
   * @param moved how many files, of those the viewer may see
   * @param first some of them, by the day of their closing
   */
  public record Moves(int moved, List<Moved> first) {}

  /**
   * What would change if the centre kept files of a class so many years from a day on. It changes
   * nothing.
   *
   * @param most how many files are listed at most; all are counted
   */
  public Moves moves(Viewer viewer, String code, LocalDate from, int years, int most) {
    Scope scope = require(viewer);
    Optional<RetentionLaw.Kept> kept =
        law.retention().stream().filter(one -> one.code().equals(code)).findFirst();
    if (kept.isEmpty() || scope.empty()) {
      return new Moves(0, List.of());
    }
    KeepingPlan now = KeepingPlan.of(law);
    KeepingPlan then = now.with(code, from, years);
    return tx.read(
        em -> {
          List<CaseFile> rows =
              new ArchiveQueries(em, scope).closedSince(code, kept.get().kinds(), from);
          Map<UUID, Integer> before = disposals(em, now, rows);
          Map<UUID, Integer> after = disposals(em, then, rows);
          List<CaseFile> moved =
              rows.stream()
                  .filter(row -> after.containsKey(row.id().value()))
                  .filter(row -> !after.get(row.id().value()).equals(before.get(row.id().value())))
                  .toList();
          return new Moves(
              moved.size(),
              moved.stream()
                  .limit(most)
                  .map(
                      row ->
                          new Moved(
                              row.id(),
                              row.number(),
                              row.archivedOn() == null ? row.familyName() : null,
                              before.get(row.id().value()),
                              after.get(row.id().value())))
                  .toList());
        });
  }
}
