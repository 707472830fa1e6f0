package org.opora.course.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.course.domain.CareReport;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every use case of reports works with. */
@Component(service = ReportTools.class)
public final class ReportTools {
  private final Transactions tx;
  private final ReportDoor door;
  private final ReportSeals seals;
  private final AuditTrail audit;
  private final Staff staff;

  @Activate
  public ReportTools(
      @Reference(target = "(opora.unit=course)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.door = new ReportDoor(access, audit, people, files);
    this.seals = new ReportSeals(keys);
    this.audit = audit;
    this.staff = staff;
  }

  Transactions tx() {
    return tx;
  }

  ReportDoor door() {
    return door;
  }

  ReportSeals seals() {
    return seals;
  }

  Staff staff() {
    return staff;
  }

  <T> T read(Function<ReportQueries, T> asked) {
    return tx.read(em -> asked.apply(new ReportQueries(em)));
  }

  /**
   * The report, when the viewer may have to do with it.
   *
   * @throws NotFound when there is none, or the viewer may not know of it
   */
  CareReport open(Viewer viewer, String permission, UUID report) {
    CareReport row = read(queries -> queries.find(report)).orElseThrow(NotFound::new);
    door.file(viewer, permission, row.file());
    return row;
  }

  /**
   * A change of a report that others wait for; whoever may is asked again within.
   *
   * @param version that was seen; null where what is changed has a version of its own; the report
   *     has another one afterwards
   * @param act how the trail calls it
   * @throws Stale when it has another version by now
   */
  <T> T change(
      Viewer viewer,
      String permission,
      UUID report,
      Long version,
      String act,
      BiFunction<EntityManager, CareReport, T> change) {
    open(viewer, permission, report);
    return tx.required(
        em -> {
          CareReport row = new ReportQueries(em).hold(report).orElseThrow(NotFound::new);
          door.change(viewer, permission, row.file());
          if (version != null && row.version() != version) {
            throw new Stale();
          }
          if (version == null) {
            // Whoever closes or approves what they saw has not seen this.
            em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          }
          T made = change.apply(em, row);
          wrote(viewer, em, row, act);
          return made;
        });
  }

  /** With the family, and every child of whom the report tells. */
  void wrote(Viewer viewer, EntityManager em, CareReport row, String act) {
    List<Subject> subjects = new ArrayList<>(List.of(Subject.of(row.file())));
    new ReportQueries(em)
        .parts(row.id()).stream()
            .filter(part -> part.child() != null)
            .forEach(part -> subjects.add(Subject.of(part.childFile())));
    audit.wrote(viewer, "course-report." + act, subjects, "report=" + row.id());
  }
}
