package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.WallEntry;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Raises and lifts walls. They hold from the commit on: every decision and every list asks the
 * table.
 */
@Component
public final class WallsService implements Walls {
  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;

  @Activate
  public WallsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
  }

  @Override
  public void raise(Viewer viewer, StaffId staff, Subject subject, Ground ground) {
    access.require(viewer, MANAGE);
    tx.run(em -> raise(em, viewer, staff, subject, ground.name()));
  }

  @Override
  public void follow(Viewer viewer, StaffId staff, Subject walled, Subject newcomer) {
    tx.run(
        em ->
            standing(em, staff, walled, viewer.today()).stream()
                .findFirst()
                .ifPresent(wall -> raise(em, viewer, staff, newcomer, wall.ground())));
  }

  private void raise(
      EntityManager em, Viewer viewer, StaffId staff, Subject subject, String ground) {
    if (standing(em, staff, subject, viewer.today()).isEmpty()) {
      WallEntry wall =
          new WallEntry(Ids.next(), staff.value(), subject.kind().name(), subject.id(), ground);
      wall.raised(viewer.staff().value(), viewer.today());
      em.persist(wall);
      audit.wrote(
          viewer, "access.wall-raised", List.of(subject), "staff=" + staff + ";ground=" + ground);
    }
  }

  @Override
  public void lift(Viewer viewer, StaffId staff, Subject subject) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          List<WallEntry> walls = unlifted(em, staff, subject);
          walls.forEach(wall -> wall.lifted(viewer.staff().value(), viewer.today()));
          if (!walls.isEmpty()) {
            audit.wrote(
                viewer,
                "access.wall-lifted",
                List.of(subject),
                "staff=" + staff + ";ground=" + grounds(walls));
          }
        });
  }

  @Override
  public void until(Viewer viewer, StaffId staff, Subject subject, LocalDate lastDay) {
    access.require(viewer, MANAGE);
    stand(viewer, staff, subject, lastDay, wall -> !Objects.equals(wall.until(), lastDay));
  }

  @Override
  public void longer(Viewer viewer, StaffId staff, Subject subject, LocalDate lastDay) {
    stand(
        viewer,
        staff,
        subject,
        lastDay,
        wall -> wall.until() != null && (lastDay == null || wall.until().isBefore(lastDay)));
  }

  private void stand(
      Viewer viewer,
      StaffId staff,
      Subject subject,
      LocalDate lastDay,
      Predicate<WallEntry> otherwise) {
    tx.run(
        em -> {
          List<WallEntry> walls =
              standing(em, staff, subject, viewer.today()).stream().filter(otherwise).toList();
          walls.forEach(wall -> wall.stands(lastDay));
          if (!walls.isEmpty()) {
            audit.wrote(
                viewer,
                "access.wall-until",
                List.of(subject),
                "staff=" + staff + ";ground=" + grounds(walls) + ";until=" + lastDay);
          }
        });
  }

  /** On what grounds they stood, as the trail says it of one that is raised. */
  private static String grounds(List<WallEntry> walls) {
    return walls.stream()
        .map(WallEntry::ground)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static List<WallEntry> standing(
      EntityManager em, StaffId staff, Subject subject, LocalDate day) {
    return unlifted(em, staff, subject).stream()
        .filter(wall -> wall.until() == null || !wall.until().isBefore(day))
        .toList();
  }

  private static List<WallEntry> unlifted(EntityManager em, StaffId staff, Subject subject) {
    return em.createQuery(
            "SELECT w FROM WallEntry w WHERE w.staff = :staff AND w.subject = :subject"
                + " AND w.liftedOn IS NULL",
            WallEntry.class)
        .setParameter("staff", staff.value())
        .setParameter("subject", subject.id())
        .getResultList();
  }
}
