package org.opora.registry.inspections.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.inspections.persistence.InspectionQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who looked into a case file, got a copy, borrowed it or was refused (standard 13), as far as the
 * viewer may see the file.
 */
@Component(service = InspectionDesk.class)
public final class InspectionDesk {
  /** Permission to see it. */
  public static final String READ = "registry.inspection.read";

  /** Permission to write it down. */
  public static final String WRITE = "registry.inspection.write";

  private static final int LONGEST_PAGE = 100;
  private static final int LONGEST_REASON = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final InspectionNews news;
  private final InspectionCheck check;
  private final InspectionSeals seals;
  private final InspectionLines lines;

  @Activate
  public InspectionDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference InspectionNews news) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.news = news;
    this.check = new InspectionCheck(colleagues);
    this.seals = new InspectionSeals(keys);
    this.lines = new InspectionLines(tx, access, staff, seals);
  }

  /**
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID record(Viewer viewer, CaseFileId file, Deed deed, NewInspection inspection) {
    access.require(viewer, WRITE, Subject.of(file));
    NewInspection checked = check.checked(viewer, file, deed, inspection, null);
    return tx.required(
        em -> {
          Held.load(em, CaseFile.class, file.value());
          Inspection row = new Inspection(Ids.next(), file, deed, viewer.staff());
          seals.write(row, checked);
          news.task(viewer, row, false);
          em.persist(row);
          news.story(viewer, row);
          wrote(viewer, "inspection.recorded", row);
          return row.id();
        });
  }

  /**
   * Corrects it. File and deed stay.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is struck out, or a rule says no
   */
  public void amend(Viewer viewer, UUID inspection, long version, NewInspection now) {
    change(
        viewer,
        inspection,
        version,
        "inspection.amended",
        row -> {
          NewInspection checked = check.checked(viewer, row.file(), row.deed(), now, row);
          StaffId before = row.supervisor();
          seals.write(row, checked);
          news.task(viewer, row, row.lentOut() && !row.supervisor().equals(before));
          news.story(viewer, row);
        });
  }

  /**
   * What was lent came back to the viewer.
   *
   * @throws org.opora.api.faults.Refused when nothing is out, or the day is wrong
   */
  public void returned(Viewer viewer, UUID inspection, long version, LocalDate on) {
    change(
        viewer,
        inspection,
        version,
        "inspection.returned",
        row -> {
          if (!row.lentOut()) {
            throw Refusals.refused(null, "inspection.refused.not-out");
          }
          row.returned(InspectionCheck.returned(viewer, row, on), viewer.staff());
          news.returned(viewer, row);
        });
  }

  /** It did not come back after all. */
  public void notReturned(Viewer viewer, UUID inspection, long version) {
    change(
        viewer,
        inspection,
        version,
        "inspection.not-returned",
        row -> {
          if (row.returnedOn() == null) {
            throw Refusals.refused(null, "inspection.refused.out");
          }
          row.notReturned();
          news.task(viewer, row, false);
        });
  }

  /** Strikes out what was written by mistake. */
  public void strikeOut(Viewer viewer, UUID inspection, long version, String reason) {
    String why = Refusals.line("reason", reason, LONGEST_REASON);
    change(
        viewer,
        inspection,
        version,
        "inspection.struck-out",
        row -> {
          row.strikeOut(viewer.today(), viewer.staff(), seals.voidReason(row, why));
          news.task(viewer, row, false);
          news.story(viewer, row);
        });
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public InspectionLine view(Viewer viewer, UUID inspection) {
    return tx.read(
        em -> {
          Inspection row = Held.load(em, Inspection.class, inspection);
          access.require(viewer, READ, Subject.of(row.file()));
          return lines.of(viewer, List.of(row)).get(0);
        });
  }

  /**
   * As far as the viewer may see the files, the newest first.
   *
   * @param deed null for all
   * @param lentOut only loans that have not come back
   * @param file null for all
   * @param limit at most 100
   */
  public Page<InspectionLine> list(
      Viewer viewer, Deed deed, boolean lentOut, CaseFileId file, String after, int limit) {
    if (file == null) {
      access.require(viewer, READ);
    } else {
      access.require(viewer, READ, Subject.of(file));
    }
    return tx.read(
        em -> {
          Page<Inspection> rows =
              new InspectionQueries(em)
                  .page(
                      access.scope(viewer, READ),
                      deed,
                      lentOut,
                      file,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines.of(viewer, rows.items()), rows.next());
        });
  }

  /** Colleagues who could have been there, or have decided: those who may see it. */
  public Set<StaffId> colleagues(Viewer viewer, CaseFileId file) {
    return check.colleagues(viewer, file);
  }

  private void change(
      Viewer viewer, UUID inspection, long version, String action, Consumer<Inspection> change) {
    CaseFileId file = tx.read(em -> Held.load(em, Inspection.class, inspection).file());
    access.require(viewer, WRITE, Subject.of(file));
    tx.run(
        em -> {
          Inspection row = Held.hold(em, Inspection.class, inspection);
          Refusals.fresh(row.version(), version);
          if (row.struckOut()) {
            throw Refusals.refused(null, "inspection.refused.void", row.voidOn());
          }
          change.accept(row);
          wrote(viewer, action, row);
        });
  }

  private void wrote(Viewer viewer, String action, Inspection row) {
    audit.wrote(viewer, action, List.of(Subject.of(row.file())), "inspection=" + row.id());
  }
}
