package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.HandWall;
import org.opora.access.domain.WallEntry;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
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
  private final Grants grants;

  @Activate
  public WallsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference Grants grants) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.grants = grants;
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
      grants.took(staff.value());
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

  @Override
  public Set<StaffId> keptAway(Viewer viewer, Keeps keeps, Set<StaffId> named) {
    access.require(viewer, MANAGE);
    return tx.read(em -> staff(new HandWalls(em, audit, grants).away(keeps, keys(named))));
  }

  @Override
  public void close(Viewer viewer, Closure closure, Collection<Subject> subjects) {
    access.require(viewer, MANAGE);
    tx.run(
        em -> {
          RoleRules.inTurn(em);
          HandWalls walls = new HandWalls(em, audit, grants);
          Set<UUID> named = keys(closure.named());
          Set<UUID> away = walls.away(closure.keeps(), named);
          if (away.contains(viewer.staff().value())) {
            throw refused("wall.own");
          }
          if (away.isEmpty()) {
            throw refused("wall.nobody");
          }
          HandWall wall = new HandWall(closure.id(), closure.ground(), closure.keeps());
          wall.lasts(closure.until());
          walls.raise(viewer, wall, named, subjects, away);
        });
  }

  @Override
  public Widened widen(Viewer viewer, UUID closure, Collection<Subject> newcomers) {
    return tx.required(
        em -> {
          HandWall wall = em.find(HandWall.class, closure);
          if (wall == null || !wall.stands(viewer.today())) {
            return Widened.NOT;
          }
          RoleRules.inTurn(em);
          HandWalls walls = new HandWalls(em, audit, grants);
          Set<UUID> away = walls.widen(viewer, wall, newcomers);
          Set<UUID> told = new HashSet<>(away.isEmpty() ? Set.of() : walls.managing());
          told.removeAll(away);
          return new Widened(staff(away), staff(told));
        });
  }

  @Override
  public void open(Viewer viewer, UUID closure) {
    requireLifting(viewer);
    tx.run(
        em -> {
          HandWall wall = em.find(HandWall.class, closure);
          if (wall == null || wall.liftedOn() != null) {
            throw new NotFound();
          }
          new HandWalls(em, audit, grants).lift(viewer, wall);
        });
  }

  @Override
  public Map<UUID, Closed> closed(Viewer viewer, Collection<UUID> closures) {
    requireLifting(viewer);
    if (closures.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          HandWalls walls = new HandWalls(em, audit, grants);
          Map<UUID, Set<UUID>> named = walls.named(closures);
          Map<UUID, Set<UUID>> away = walls.standing(closures, viewer.today());
          return em.createQuery("SELECT w FROM HandWall w WHERE w.id IN :walls", HandWall.class)
              .setParameter("walls", closures)
              .getResultStream()
              .collect(
                  Collectors.toMap(
                      HandWall::id,
                      wall ->
                          new Closed(
                              wall.keeps(),
                              staff(named.getOrDefault(wall.id(), Set.of())),
                              staff(away.getOrDefault(wall.id(), Set.of())))));
        });
  }

  private void requireLifting(Viewer viewer) {
    access.require(viewer, viewer.may(CONFIRM) ? CONFIRM : MANAGE);
  }

  private static Set<UUID> keys(Collection<StaffId> staff) {
    return staff.stream().map(StaffId::value).collect(Collectors.toSet());
  }

  private static Set<StaffId> staff(Collection<UUID> keys) {
    return keys.stream().map(StaffId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static Refused refused(String key) {
    return new Refused("named", Text.of(AccessModule.ORIGIN, key));
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
            // One that was raised by hand stands and falls by itself.
            "SELECT w FROM WallEntry w WHERE w.staff = :staff AND w.subject = :subject"
                + " AND w.liftedOn IS NULL AND w.origin IS NULL",
            WallEntry.class)
        .setParameter("staff", staff.value())
        .setParameter("subject", subject.id())
        .getResultList();
  }
}
