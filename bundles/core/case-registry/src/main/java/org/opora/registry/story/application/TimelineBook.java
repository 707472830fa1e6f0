package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;
import org.opora.registry.shared.application.FileDoor;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.FileInScope;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.TimelineEntry;
import org.opora.registry.story.persistence.RecentRow;
import org.opora.registry.story.persistence.TimelineQueries;
import org.opora.registry.story.persistence.TimelineRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The chronology: written by everybody, read with the eyes of the viewer. */
@Component(service = {Timeline.class, TimelineBook.class})
public final class TimelineBook implements Timeline {
  private static final int LONGEST_PAGE = 100;

  /** "What happened in my families" is about now: nobody looks there for last year. */
  private static final int RECENT_DAYS = 90;

  /** In a whole centre a fortnight brings more than anybody reads. */
  private static final Duration WRITTEN_LATELY = Duration.ofDays(14);

  private final Transactions tx;
  private final Access access;
  private final Staff staff;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> modules = List.of();

  @Activate
  public TimelineBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Staff staff) {
    this.tx = tx;
    this.access = access;
    this.staff = staff;
  }

  @Override
  public void put(Viewer viewer, NewEntry entry) {
    tx.run(
        em -> {
          remove(em, entry.origin(), entry.source());
          em.persist(
              new TimelineEntry(
                      Ids.next(),
                      new Source(entry.origin(), entry.kind(), entry.source()),
                      entry.subject().kind(),
                      entry.subject().id(),
                      entry.on(),
                      entry.permission(),
                      entry.dataClass(),
                      entry.title(),
                      viewer.staff(),
                      entry.href())
                  .behind(entry.person(), entry.writtenIn()));
        });
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(em -> remove(em, origin, source));
  }

  /**
   * A statement, not a removal by the unit: the new entry of the same source is written after it.
   */
  private static void remove(EntityManager em, String origin, UUID source) {
    em.createQuery(
            "DELETE FROM TimelineEntry t WHERE t.source.origin = :origin AND t.source.record ="
                + " :source")
        .setParameter("origin", origin)
        .setParameter("source", source)
        .executeUpdate();
  }

  @Override
  public Page<Entry> of(Viewer viewer, CaseFileId file, String after, int limit) {
    return tx.read(
        em ->
            of(
                em,
                viewer,
                new FileDoor(em, access).require(viewer, CaseFiles.READ, file),
                after,
                limit));
  }

  @Override
  public Map<UUID, Entry> behind(Viewer viewer, CaseFileId file, Collection<UUID> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          FileInScope in = new FileDoor(em, access).require(viewer, CaseFiles.READ, file);
          Map<UUID, Entry> found = new HashMap<>();
          new TimelineQueries(em)
              .behind(in, permissions(viewer, file), records)
              .forEach((record, row) -> found.put(record, entry(row, row.writer())));
          return found;
        });
  }

  /** The same for whoever has let the viewer in with {@link CaseFiles#READ}. */
  public Page<Entry> of(EntityManager em, Viewer viewer, FileInScope in, String after, int limit) {
    return new TimelineQueries(em)
        .page(in, permissions(viewer, in.file()), after, Cursors.within(limit, LONGEST_PAGE))
        .map(row -> entry(row, row.writer()));
  }

  /**
   * What the viewer holds for this file: permissions for all files, and those for their own files
   * when it is one. Whoever reads only their own files and was let in is related to this one.
   */
  private Set<String> permissions(Viewer viewer, CaseFileId file) {
    Set<String> held = new TreeSet<>(viewer.permissions(Reach.ALL));
    List<String> own = viewer.permissions(Reach.OWN);
    if (viewer.reach(CaseFiles.READ) == Reach.OWN
        || !own.isEmpty() && access.decide(viewer, own.get(0), Subject.of(file)).allowed()) {
      held.addAll(own);
    }
    return held;
  }

  @Override
  public List<Recent> recent(Viewer viewer, int limit) {
    if (!viewer.may(CaseFiles.READ)) {
      return List.of();
    }
    List<String> everywhere = viewer.permissions(Reach.ALL);
    Set<String> permissions = new TreeSet<>(everywhere);
    permissions.addAll(viewer.permissions(Reach.OWN));
    Scope own = new Scope(Reach.OWN, viewer.staff(), viewer.today());
    LocalDate from = viewer.today().minusDays(RECENT_DAYS);
    int most = Cursors.within(limit, LONGEST_PAGE);
    return tx.read(
        em -> {
          TimelineQueries queries = new TimelineQueries(em);
          List<RecentRow> rows = new ArrayList<>(queries.recent(own, permissions, from, most));
          Scope all = access.scope(viewer, CaseFiles.READ);
          if (rows.isEmpty() && all.reach() == Reach.ALL) {
            UUID since = Ids.within(WRITTEN_LATELY);
            rows.addAll(queries.written(all, everywhere, from, since, most));
          }
          rows.sort(
              Comparator.comparing((RecentRow row) -> row.entry().day())
                  .thenComparing(row -> row.entry().id())
                  .reversed());
          Map<StaffId, String> names = writers(rows.stream().map(RecentRow::entry));
          return rows.stream()
              .limit(most)
              .map(
                  row ->
                      new Recent(
                          new CaseFileId(row.file()),
                          row.number(),
                          row.familyName(),
                          entry(row.entry(), names.get(new StaffId(row.entry().by())))))
              .toList();
        });
  }

  private Map<StaffId, String> writers(Stream<TimelineRow> rows) {
    return staff.names(rows.map(row -> new StaffId(row.by())).collect(Collectors.toSet()));
  }

  /** A page of a bundle that is not here now cannot be opened. */
  private Entry entry(TimelineRow row, String writer) {
    boolean here =
        row.href() != null && modules.stream().anyMatch(module -> module.id().equals(row.origin()));
    return new Entry(
        row.id(),
        row.origin(),
        row.kind(),
        row.source(),
        row.day(),
        new Title(row.cs(), row.pl(), row.en()),
        writer,
        here ? row.href() : null);
  }
}
