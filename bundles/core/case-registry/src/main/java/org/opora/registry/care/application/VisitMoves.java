package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.TaskMoves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Visits that were written down by mistake: withdrawn where they are, or moved into the file they
 * belong to. Both leave a trace; what they proved follows at once.
 */
@Component(service = VisitMoves.class)
public final class VisitMoves {
  private static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final TaskMoves tasks;
  private final Scans scans;
  private final VisitSeals seals;
  private final VisitWriter writer;
  private final VersionMoves versions;

  @Activate
  public VisitMoves(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference StaffTime time,
      @Reference Staff staff,
      @Reference TaskMoves tasks,
      @Reference VisitPapers papers,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.tasks = tasks;
    this.scans = papers.scans();
    this.seals = new VisitSeals(keys);
    this.writer = new VisitWriter(timeline, evidence, time, messages, seals);
    this.versions = new VersionMoves(keys);
  }

  /**
   * What a visit says about its own mistakes.
   *
   * @param goneOn null while it counts, as {@code goneBy} and {@code why} are
   * @param why opened reason
   * @param moved whether it stands in another file now
   * @param to where it stands now; null when the viewer may not see that file
   * @param arrivedOn when it came from another file, or null
   * @param from where it came from; null when the viewer may not see that file
   * @param openTasks set from it
   */
  public record Trace(
      LocalDate goneOn,
      String goneBy,
      String why,
      boolean moved,
      Place to,
      LocalDate arrivedOn,
      String arrivedBy,
      Place from,
      long openTasks) {}

  /** A visit in another file. */
  public record Place(CaseFileId file, VisitId visit) {}

  /**
   * @throws NotFound also when the viewer may not know of the visit
   */
  public Trace trace(Viewer viewer, VisitId visit) {
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          Visit before =
              row.movedFrom() == null ? null : em.find(Visit.class, row.movedFrom().value());
          Visit after = row.movedTo() == null ? null : em.find(Visit.class, row.movedTo().value());
          Map<StaffId, String> names =
              staff.names(
                  Stream.of(row.goneBy(), before == null ? null : before.goneBy())
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          return new Trace(
              row.goneOn(),
              row.goneBy() == null ? null : names.get(row.goneBy()),
              seals.gone(row.file(), row.id(), row.goneWhy()),
              row.movedTo() != null,
              place(viewer, after),
              before == null ? null : before.goneOn(),
              before == null ? null : names.get(before.goneBy()),
              place(viewer, before),
              tasks.open(VisitWriter.page(row)));
        });
  }

  private Place place(Viewer viewer, Visit row) {
    return row != null && access.decide(viewer, Visits.READ, Subject.of(row.file())).allowed()
        ? new Place(row.file(), new VisitId(row.id()))
        : null;
  }

  /**
   * It counts no more; what it says stays readable with the reason.
   *
   * @throws org.opora.api.faults.Refused when it counts no more already, or the reason is missing
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void withdraw(Viewer viewer, VisitId visit, long version, String why) {
    CaseFileId file = writing(viewer, visit);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          Visit row = counting(em, visit, version);
          row.withdraw(viewer.today(), viewer.staff(), seals.gone(file, row.id(), reason));
          writer.tellsNothing(viewer, row, "timeline.visit-withdrawn", "visit-withdrawn");
          wrote(viewer, "visit.withdrawn", visit, file);
        });
  }

  /**
   * Takes a withdrawal back: it counts again as it reads.
   *
   * @throws org.opora.api.faults.Refused when it is not withdrawn, or stands in another file
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void putBack(Viewer viewer, VisitId visit, long version) {
    CaseFileId file = writing(viewer, visit);
    tx.run(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          Refusals.fresh(row.version(), version);
          if (row.counts() || row.movedTo() != null) {
            throw Refusals.refused(null, "refused.visit-not-withdrawn");
          }
          row.putBack();
          writer.tells(
              viewer,
              row,
              em.createQuery(
                      "SELECT p FROM VisitPerson p WHERE p.visit = :visit", VisitPerson.class)
                  .setParameter("visit", row.id())
                  .getResultStream()
                  .map(VisitPerson::person)
                  .toList());
          wrote(viewer, "visit.put-back", visit, file);
        });
  }

  /**
   * Writes the visit down in the file it belongs to, under the name of its writer and on the day it
   * was written; its words hang on the key of that file from now on, those of former versions and
   * of tasks set from it as well. Here the trace stays, who has signed it, because that concerns
   * the carers of this family, and what was said of children who are not in the other family, on
   * the key of their own sub-files.
   *
   * @param there who was met in that family, and what is said of its children
   * @param along scans that go along; the others stay with the trace, because a paper names the
   *     family for which it was printed
   * @throws NotFound also when the viewer may not write in either file
   * @throws org.opora.api.faults.Refused as for a new visit; when it counts no more, or the file is
   *     its own; when anything of it is beyond the viewer's sight, because whoever moves it answers
   *     for what others get to read
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public VisitId move(
      Viewer viewer,
      VisitId visit,
      long version,
      CaseFileId to,
      NewVisit there,
      Set<UUID> along,
      String why) {
    CaseFileId from = writing(viewer, visit);
    access.require(viewer, Visits.WRITE, Subject.of(to));
    if (from.equals(to)) {
      throw Refusals.refused(null, "refused.visit-same-file");
    }
    String reason = Refusals.line("why", why, LONGEST_REASON);
    if (along.isEmpty()) {
      return moved(viewer, visit, version, from, to, there, along, reason);
    }
    return scans.oneAtATime(() -> moved(viewer, visit, version, from, to, there, along, reason));
  }

  private VisitId moved(
      Viewer viewer,
      VisitId visit,
      long version,
      CaseFileId from,
      CaseFileId to,
      NewVisit there,
      Set<UUID> along,
      String reason) {
    return tx.required(
        em -> {
          Visit old = counting(em, visit, version);
          String page = VisitWriter.page(old);
          if (!VisitSight.whole(em, old.id(), access.scope(viewer, Visits.READ))
              || !tasks.sees(viewer, page)) {
            throw Refusals.refused("present", "refused.visit-move-unseen");
          }
          Map<UUID, UUID> children =
              new VisitCheck(access, viewer, to, there).pass(em, VisitSight.EVERYTHING);
          VisitId id = VisitId.next();
          Visit row = successor(viewer, old, id, to, there);
          em.persist(row);
          em.flush();
          Set<PersonId> family = family(em, to, children);
          versions.move(em, viewer, old, row, family, children, reason);
          writer.people(em, viewer, row, there, children, Set.of());
          int promised = tasks.follow(viewer, page, VisitWriter.page(row), to, family);
          scans.follow(em, old, row, along);
          Set<UUID> staying = versions.staying(em, old, children);
          VisitWriter.clear(em, old.id(), staying, staying);
          old.moveTo(id, viewer.today(), viewer.staff(), seals.gone(from, old.id(), reason));
          writer.tellsNothing(viewer, old, "timeline.visit-moved", "visit-moved");
          audit.wrote(
              viewer,
              "visit.moved",
              List.of(Subject.of(from), Subject.of(to)),
              "visit=" + visit + ";to=" + id + ";tasks=" + promised);
          return id;
        });
  }

  private Visit successor(Viewer viewer, Visit old, VisitId id, CaseFileId to, NewVisit there) {
    StaffId by = old.recordedBy();
    Instant at = old.recordedAt();
    Visit row =
        new Visit(
            id.value(),
            to,
            there.on(),
            there.start(),
            there.minutes(),
            there.announced(),
            there.place(),
            seals.note(to, id.value(), Refusals.optional("note", there.note(), Integer.MAX_VALUE)),
            by,
            at);
    row.travelled(there.travelMinutes(), there.kilometres());
    row.openUntil(VisitLock.lastDay(viewer, old));
    row.comesFrom(old, viewer.now());
    if (old.signed()) {
      row.sign();
    }
    return row;
  }

  private static Set<PersonId> family(EntityManager em, CaseFileId file, Map<UUID, UUID> children) {
    Set<PersonId> family = new HashSet<>();
    children.keySet().forEach(child -> family.add(new PersonId(child)));
    new VisitQueries(em).carersOf(file).forEach(carer -> family.add(new PersonId(carer)));
    return family;
  }

  private static Visit counting(EntityManager em, VisitId visit, long version) {
    Visit row = Held.hold(em, Visit.class, visit.value());
    Refusals.fresh(row.version(), version);
    if (!row.counts()) {
      throw Refusals.refused(null, "refused.visit-gone");
    }
    return row;
  }

  private CaseFileId writing(Viewer viewer, VisitId visit) {
    CaseFileId file = tx.read(em -> Held.load(em, Visit.class, visit.value()).file());
    access.require(viewer, Visits.WRITE, Subject.of(file));
    return file;
  }

  private void wrote(Viewer viewer, String action, VisitId visit, CaseFileId file) {
    audit.wrote(viewer, action, List.of(Subject.of(file)), "visit=" + visit);
  }
}
