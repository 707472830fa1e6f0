package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.Competence;
import org.opora.registry.staff.domain.StaffCompetence;
import org.opora.registry.staff.domain.StaffMember;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may sign what for the centre. */
@Component(service = Competences.class)
public final class Competences {
  private final Transactions tx;
  private final AuditTrail audit;
  private final StaffDoor door;

  @Activate
  public Competences(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.audit = audit;
    this.door = new StaffDoor(access);
  }

  /** Those that last first, then the newest. */
  public List<Seen> of(Viewer viewer, StaffId staff) {
    door.sheet(viewer, staff);
    return tx.read(em -> rows(em, staff)).stream()
        .sorted(
            Comparator.comparing((StaffCompetence row) -> !row.on(viewer.today()))
                .thenComparing(StaffCompetence::since, Comparator.reverseOrder())
                .thenComparing(StaffCompetence::kind))
        .map(
            row ->
                new Seen(
                    row.id(),
                    row.version(),
                    row.kind(),
                    row.since(),
                    row.until(),
                    row.on(viewer.today())))
        .toList();
  }

  /**
   * @param until last day; null while it lasts
   * @throws org.opora.api.faults.Refused also when this person may sign it at that time already
   */
  public UUID give(
      Viewer viewer, StaffId staff, Competence kind, LocalDate since, LocalDate until) {
    door.leads(viewer);
    if (kind == null) {
      throw Refusals.refused("competence", "refused.required");
    }
    Refusals.inOrder("until", Refusals.day("since", since), until);
    return tx.required(
        em -> {
          Held.hold(em, StaffMember.class, staff.value());
          boolean already =
              rows(em, staff).stream()
                  .anyMatch(
                      row ->
                          row.kind() == kind
                              && (row.until() == null || !row.until().isBefore(since))
                              && (until == null || !row.since().isAfter(until)));
          if (already) {
            throw Refusals.refused("competence", "refused.competence-already");
          }
          StaffCompetence row = new StaffCompetence(Ids.next(), staff, kind, since);
          row.lasts(until);
          em.persist(row);
          audit.wrote(
              viewer, "staff.competence-given", List.of(), "staff=" + staff + ";kind=" + kind);
          return row.id();
        });
  }

  /**
   * @param lastDay last day on which it holds
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void end(Viewer viewer, UUID competence, long version, LocalDate lastDay) {
    door.leads(viewer);
    Refusals.day("until", lastDay);
    tx.run(
        em -> {
          StaffCompetence row = Held.hold(em, StaffCompetence.class, competence);
          Refusals.fresh(row.version(), version);
          Refusals.inOrder("until", row.since(), lastDay);
          row.lasts(lastDay);
          audit.wrote(
              viewer,
              "staff.competence-ended",
              List.of(),
              "staff=" + row.staff() + ";kind=" + row.kind());
        });
  }

  private static List<StaffCompetence> rows(EntityManager em, StaffId staff) {
    return em.createQuery(
            "SELECT c FROM StaffCompetence c WHERE c.staff = :staff", StaffCompetence.class)
        .setParameter("staff", staff.value())
        .getResultList();
  }

  /**
   * @param now whether it holds today
   */
  public record Seen(
      UUID id, long version, Competence kind, LocalDate since, LocalDate until, boolean now) {}
}
