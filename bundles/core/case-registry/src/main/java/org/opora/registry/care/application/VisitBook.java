package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.persistence.ChildRow;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.care.persistence.VisitRow;
import org.opora.registry.shared.application.ChildDoor;
import org.opora.registry.shared.application.FileDoor;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.FileInScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Visits: one save writes the visit, what it proves for everybody who was there, the time it took,
 * and one entry of the chronology.
 */
@Component(service = {Visits.class, VisitBook.class})
public final class VisitBook implements Visits {
  private static final int LONGEST_PAGE = 100;
  private static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final VisitLock lock;
  private final VisitVersions versions;
  private final VisitSeals seals;
  private final VisitWriter writer;

  @Activate
  public VisitBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference StaffTime time,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference VisitLock lock,
      @Reference VisitVersions versions) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.lock = lock;
    this.versions = versions;
    this.seals = new VisitSeals(keys);
    this.writer = new VisitWriter(timeline, evidence, time, messages, seals);
  }

  @Override
  public VisitId record(Viewer viewer, CaseFileId file, NewVisit visit) {
    access.require(viewer, WRITE, Subject.of(file));
    return tx.required(
        em -> {
          Map<UUID, UUID> children =
              new VisitCheck(access, viewer, file, visit).pass(em, VisitSight.EVERYTHING);
          VisitId id = VisitId.next();
          Visit row =
              new Visit(
                  id.value(),
                  file,
                  visit.on(),
                  visit.start(),
                  visit.minutes(),
                  visit.announced(),
                  visit.place(),
                  seals.note(
                      file, id.value(), Refusals.optional("note", visit.note(), Integer.MAX_VALUE)),
                  viewer.staff(),
                  viewer.now());
          row.travelled(visit.travelMinutes(), visit.kilometres());
          row.openUntil(lock.promise(viewer));
          em.persist(row);
          em.flush();
          writer.people(em, viewer, row, visit, children, Set.of());
          audit.wrote(viewer, "visit.recorded", List.of(Subject.of(file)));
          return id;
        });
  }

  @Override
  public void amend(Viewer viewer, VisitId visit, long version, NewVisit now, String why) {
    CaseFileId file = fileOf(visit);
    access.require(viewer, WRITE, Subject.of(file));
    Scope scope = access.scope(viewer, WRITE);
    tx.run(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          Refusals.fresh(row.version(), version);
          if (!row.counts()) {
            throw Refusals.refused(null, "refused.visit-gone");
          }
          VisitSight sight = VisitSight.of(em, visit.value(), scope);
          Map<UUID, UUID> children = new VisitCheck(access, viewer, file, now).pass(em, sight);
          boolean locked = VisitLock.locked(viewer, row);
          if (locked) {
            versions.keep(em, viewer, row, reason(why));
          } else if (Prints.onPaper(em, VisitPapers.KIND, row)) {
            versions.keep(em, viewer, row, null);
          }
          row.correct(
              viewer.now(),
              now.on(),
              now.start(),
              now.minutes(),
              now.announced(),
              now.place(),
              seals.note(
                  file, visit.value(), Refusals.optional("note", now.note(), Integer.MAX_VALUE)));
          row.travelled(now.travelMinutes(), now.kilometres());
          Set<PersonId> hidden = sight.hidden();
          VisitWriter.clear(em, visit.value(), Chunks.values(hidden), sight.kept());
          writer.people(em, viewer, row, now, children, hidden);
          audit.wrote(
              viewer, locked ? "visit.amended-locked" : "visit.amended", List.of(Subject.of(file)));
        });
  }

  /** What is locked is changed only with a reason; whoever opened the form earlier gives it now. */
  private static String reason(String why) {
    String reason = Refusals.optional("why", why, LONGEST_REASON);
    if (reason == null) {
      throw Refusals.refused("why", "refused.visit-locked");
    }
    return reason;
  }

  @Override
  public VisitView view(Viewer viewer, VisitId visit) {
    CaseFileId file = fileOf(visit);
    access.require(viewer, READ, Subject.of(file));
    Scope scope = access.scope(viewer, READ);
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          VisitQueries queries = new VisitQueries(em);
          Set<UUID> children = queries.childrenOf(file).keySet();
          StaffId by = row.recordedBy();
          return new VisitView(
              visit,
              row.version(),
              file,
              row.day(),
              row.start(),
              row.minutes(),
              row.announced(),
              row.place(),
              queries.people(visit.value(), scope).stream()
                  .map(
                      met ->
                          new Present(
                              new PersonId(met.person()),
                              met.name(),
                              children.contains(met.person())))
                  .sorted(Comparator.comparing(Present::child))
                  .toList(),
              queries.children(visit.value(), scope).stream().map(seals::open).toList(),
              seals.note(file, visit.value(), row.note()),
              staff.names(Set.of(by)).get(by),
              row.travelMinutes(),
              row.kilometres(),
              VisitLock.lastDay(viewer, row),
              VisitLock.locked(viewer, row),
              row.counts());
        });
  }

  private CaseFileId fileOf(VisitId visit) {
    return tx.read(
        em ->
            em.createQuery("SELECT v.file FROM Visit v WHERE v.id = :id", UUID.class)
                .setParameter("id", visit.value())
                .getResultStream()
                .findFirst()
                .map(CaseFileId::new)
                .orElseThrow(NotFound::new));
  }

  @Override
  public Page<VisitLine> of(Viewer viewer, CaseFileId file, String after, int limit) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(
        em -> {
          VisitQueries queries = new VisitQueries(em);
          Page<VisitRow> rows = queries.page(file, after, Cursors.within(limit, LONGEST_PAGE));
          Map<UUID, Integer> met = queries.met(rows.items().stream().map(VisitRow::id).toList());
          Map<StaffId, String> names = writers(rows.items().stream().map(VisitRow::by));
          return rows.map(
              row ->
                  new VisitLine(
                      new VisitId(row.id()),
                      row.day(),
                      row.start(),
                      row.minutes(),
                      row.announced(),
                      row.place(),
                      met.getOrDefault(row.id(), 0),
                      names.get(new StaffId(row.by())),
                      row.counts()));
        });
  }

  private Map<StaffId, String> writers(Stream<UUID> keys) {
    return staff.names(keys.map(StaffId::new).collect(Collectors.toSet()));
  }

  @Override
  public Page<ChildEntry> ofChild(Viewer viewer, ChildFileId child, String after, int limit) {
    access.require(viewer, READ, Subject.of(child));
    return tx.read(
        em -> {
          new ChildDoor(em, access).require(viewer, READ, child);
          Page<ChildRow> rows =
              new VisitQueries(em).ofChild(child, after, Cursors.within(limit, LONGEST_PAGE));
          Map<StaffId, String> names = writers(rows.items().stream().map(ChildRow::by));
          return rows.map(
              row ->
                  new ChildEntry(
                      new CaseFileId(row.file()),
                      row.day(),
                      seals.open(row),
                      names.get(new StaffId(row.by()))));
        });
  }

  @Override
  public List<ChildSeen> children(Viewer viewer, CaseFileId file) {
    return tx.read(em -> children(em, new FileDoor(em, access).require(viewer, READ, file)));
  }

  /** The same for whoever has let the viewer in with {@link Visits#READ}. */
  public List<ChildSeen> children(EntityManager em, FileInScope in) {
    VisitQueries queries = new VisitQueries(em);
    Map<UUID, UUID> seen = new LinkedHashMap<>();
    Map<UUID, UUID> viewed = new HashMap<>();
    queries.parts(in).stream()
        .sorted()
        .forEach(
            met -> {
              seen.put(met.child(), met.part());
              if (met.viewed()) {
                viewed.put(met.child(), met.part());
              }
            });
    Map<UUID, ChildRow> rows =
        queries
            .children(
                Stream.concat(seen.values().stream(), viewed.values().stream()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(ChildRow::id, Function.identity()));
    return seen.entrySet().stream()
        .filter(last -> rows.containsKey(last.getValue()))
        .map(last -> seen(rows.get(last.getValue()), rows.get(viewed.get(last.getKey()))))
        .toList();
  }

  private ChildSeen seen(ChildRow last, ChildRow viewed) {
    return new ChildSeen(
        new PersonId(last.child()),
        last.day(),
        last.seenAlone(),
        viewed == null ? null : viewed.day(),
        viewed == null ? null : seals.view(viewed),
        viewed == null ? null : viewed.learntBy());
  }
}
