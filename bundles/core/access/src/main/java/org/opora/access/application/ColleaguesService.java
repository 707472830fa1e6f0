package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.domain.Account;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks for all colleagues at once what is otherwise decided for one: three queries at most. */
@Component
public final class ColleaguesService implements Colleagues {
  private final Transactions tx;
  private final Access access;
  private final Grants grants;
  private final Clock clock;

  @Activate
  public ColleaguesService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference Grants grants) {
    this(tx, access, grants, Clock.systemUTC());
  }

  public ColleaguesService(Transactions tx, Access access, Grants grants, Clock clock) {
    this.tx = tx;
    this.access = access;
    this.grants = grants;
    this.clock = clock;
  }

  @Override
  public Set<StaffId> holding(
      Viewer viewer, String permission, Subject subject, Collection<Subject> around) {
    if (subject == null) {
      access.require(viewer, permission);
      return tx.read(em -> staff(reaches(em, permission).keySet()));
    }
    access.require(viewer, permission, subject);
    return able(permission, subject, around, viewer.today());
  }

  @Override
  public Set<StaffId> able(
      String permission, Subject subject, Collection<Subject> around, LocalDate day) {
    return tx.read(
        em -> {
          Map<UUID, Reach> reaches = reaches(em, permission);
          Set<UUID> related = related(em, subject, day);
          Set<UUID> holding =
              reaches.entrySet().stream()
                  .filter(one -> one.getValue() == Reach.ALL || related.contains(one.getKey()))
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toSet());
          Set<UUID> closing = around.stream().map(Subject::id).collect(Collectors.toSet());
          closing.add(subject.id());
          holding.removeAll(walled(em, closing, day));
          return staff(holding);
        });
  }

  @Override
  public Set<StaffId> overseeing(String permission, Collection<Subject> closing) {
    return tx.read(
        em -> {
          Set<UUID> overseeing =
              reaches(em, permission).entrySet().stream()
                  .filter(one -> one.getValue() == Reach.ALL)
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toSet());
          if (!closing.isEmpty()) {
            overseeing.removeAll(
                walled(
                    em,
                    closing.stream().map(Subject::id).collect(Collectors.toSet()),
                    LocalDate.now(clock)));
          }
          return staff(overseeing);
        });
  }

  @Override
  public Set<StaffId> having(String role) {
    return tx.read(
        em ->
            staff(
                Set.copyOf(
                    em.createQuery(
                            "SELECT a.staff FROM Account a JOIN a.roles r"
                                + " WHERE a.standing = :active AND r = :role",
                            UUID.class)
                        .setParameter("active", Account.Standing.ACTIVE)
                        .setParameter("role", role)
                        .getResultList())));
  }

  @Override
  public boolean alone(Viewer viewer, String permission) {
    return tx.read(
        em ->
            !RoleRules.anybodyElse(
                em, grants, permission, Set.of(viewer.staff().value()), viewer.now()));
  }

  /** How far the permission carries for everybody who can sign in; who has none is left out. */
  private Map<UUID, Reach> reaches(EntityManager em, String permission) {
    Map<UUID, Set<String>> roles = new HashMap<>();
    em.createQuery(
            "SELECT a.staff, r FROM Account a JOIN a.roles r WHERE a.standing = :active",
            Object[].class)
        .setParameter("active", Account.Standing.ACTIVE)
        .getResultList()
        .forEach(
            row ->
                roles
                    .computeIfAbsent((UUID) row[0], first -> new HashSet<>())
                    .add((String) row[1]));
    Map<UUID, Reach> reaches = new HashMap<>();
    roles.forEach(
        (staff, held) -> {
          Reach reach = grants.of(held).getOrDefault(permission, Reach.NONE);
          if (reach != Reach.NONE) {
            reaches.put(staff, reach);
          }
        });
    return reaches;
  }

  /** Nothing is handed to whoever only reads a file in an emergency or for an inspection. */
  private static Set<UUID> related(EntityManager em, Subject subject, LocalDate today) {
    return em.createQuery(
            "SELECT r.staff FROM RelationEntry r WHERE r.subject = :subject AND r.since <= :today"
                + " AND (r.until IS NULL OR r.until >= :today) AND r.expires IS NULL",
            UUID.class)
        .setParameter("subject", subject.id())
        .setParameter("today", today)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private static Set<UUID> walled(EntityManager em, Set<UUID> subjects, LocalDate today) {
    return em.createQuery(
            "SELECT w.staff FROM WallEntry w WHERE w.liftedOn IS NULL"
                + " AND (w.until IS NULL OR w.until >= :today) AND (w.subject IN :subjects"
                + " OR w.subject IN (SELECT k.other FROM OtherKey k WHERE k.person IN :subjects))",
            UUID.class)
        .setParameter("today", today)
        .setParameter("subjects", subjects)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private static Set<StaffId> staff(Set<UUID> keys) {
    return keys.stream().map(StaffId::new).collect(Collectors.toUnmodifiableSet());
  }
}
