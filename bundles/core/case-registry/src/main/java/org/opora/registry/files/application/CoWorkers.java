package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Colleagues who work with a family beside its key worker and deputy. */
@Component(service = CoWorkers.class)
public final class CoWorkers {
  private final Transactions tx;
  private final Access access;
  private final Colleagues colleagues;
  private final Staff staff;
  private final FileChange change;

  @Activate
  public CoWorkers(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference FileChange change) {
    this.tx = tx;
    this.access = access;
    this.colleagues = colleagues;
    this.staff = staff;
    this.change = change;
  }

  /** Whether the viewer chooses who works with the family. */
  public boolean leads(Viewer viewer, CaseFileId file) {
    return change.leads(viewer, file);
  }

  /**
   * @throws org.opora.api.faults.NotAllowed when the viewer does not lead the family
   */
  public Takers.Choice choices(Viewer viewer, CaseFileId file) {
    change.requireLeading(viewer, file);
    return tx.read(
        em ->
            new Takers(em, viewer, colleagues, staff)
                .of(List.of(file), null, viewer.today())
                .get(file));
  }

  /** Those whose time is not over, by their first day. */
  public List<Seen> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          List<Assignment> rows =
              new Assignments(em, file)
                  .rows(RelationKind.CO_WORKER).stream()
                      .filter(row -> row.until() == null || !row.until().isBefore(viewer.today()))
                      .sorted(Comparator.comparing(Assignment::since))
                      .toList();
          Map<StaffId, String> names =
              staff.names(rows.stream().map(Assignment::staff).collect(Collectors.toSet()));
          return rows.stream()
              .map(row -> new Seen(row.id(), names.get(row.staff()), row.since(), row.until()))
              .toList();
        });
  }

  /**
   * @param until last day; null while it lasts
   */
  public void add(
      Viewer viewer, CaseFileId file, StaffId colleague, LocalDate from, LocalDate until) {
    change.requireLeading(viewer, file);
    Refusals.inOrder("until", Refusals.day("from", from), until);
    change.in(
        viewer,
        file,
        "file.co-worker-added",
        (em, row) -> {
          new Takers(em, viewer, colleagues, staff).require(file, colleague, null, from, "staff");
          Assignments assignments = new Assignments(em, file);
          boolean already =
              assignments.rows(RelationKind.CO_WORKER).stream()
                  .anyMatch(
                      one ->
                          one.staff().equals(colleague)
                              && (one.until() == null || !one.until().isBefore(from))
                              && (until == null || !one.since().isAfter(until)));
          if (already) {
            throw Refusals.refused("staff", "refused.co-worker-already");
          }
          assignments.beside(RelationKind.CO_WORKER, colleague, from, until);
          return null;
        });
  }

  /** From today on they work with the family no more. */
  public void end(Viewer viewer, CaseFileId file, UUID assignment) {
    change.requireLeading(viewer, file);
    change.in(
        viewer,
        file,
        "file.co-worker-ended",
        (em, row) -> {
          Assignments assignments = new Assignments(em, file);
          Assignment one =
              assignments.rows(RelationKind.CO_WORKER).stream()
                  .filter(known -> known.id().equals(assignment))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          assignments.end(one, viewer.today().minusDays(1));
          return null;
        });
  }

  /**
   * @param until last day; null while it lasts
   */
  public record Seen(UUID id, String name, LocalDate from, LocalDate until) {}
}
