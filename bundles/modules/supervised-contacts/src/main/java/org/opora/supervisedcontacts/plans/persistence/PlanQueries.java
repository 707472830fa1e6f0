package org.opora.supervisedcontacts.plans.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Scope;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPlace;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;
import org.opora.supervisedcontacts.plans.domain.PlanVersionPerson;
import org.opora.supervisedcontacts.plans.domain.TogetherChild;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** What is asked of plans and of the people they name. */
public final class PlanQueries {
  private static final String PLAN_ROW =
      "NEW org.opora.supervisedcontacts.plans.persistence.PlanRow(p.id, p.version, p.caseFile,"
          + " p.childFile, p.child, p.basis, p.basisReference, p.validFrom, p.validUntil, p.form,"
          + " p.everyWeeks, p.minutes, p.decision, p.reviewOn, p.wording)";

  private PlanQueries() {}

  /** Plans of these sub-files, newest first. */
  public static List<PlanRow> plans(EntityManager em, Scope scope, Collection<UUID> childFiles) {
    if (scope.empty() || childFiles.isEmpty()) {
      return List.of();
    }
    TypedQuery<PlanRow> query =
        em.createQuery(
            "SELECT DISTINCT "
                + PLAN_ROW
                + " FROM "
                + scope.from("ContactPlan", "p", "childFile")
                + " WHERE "
                + ChildScope.where(scope, "p")
                + " AND p.childFile IN :files ORDER BY p.validFrom DESC, p.id",
            PlanRow.class);
    return scope.bind(query).setParameter("files", childFiles).getResultList();
  }

  /** Keys of those of these plans that the scope reaches. */
  public static List<UUID> reached(EntityManager em, Scope scope, Collection<UUID> plans) {
    return scope.empty() || plans.isEmpty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT p.id FROM "
                        + scope.from("ContactPlan", "p", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "p")
                        + " AND p.id IN :plans",
                    UUID.class))
            .setParameter("plans", plans)
            .getResultList();
  }

  public static PlanRow plan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT " + PLAN_ROW + " FROM ContactPlan p WHERE p.id = :id", PlanRow.class)
        .setParameter("id", plan)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** The plans themselves, for their sealed words. */
  public static Map<UUID, ContactPlan> byKey(EntityManager em, Collection<UUID> plans) {
    return plans.isEmpty()
        ? Map.of()
        : em.createQuery("SELECT p FROM ContactPlan p WHERE p.id IN :plans", ContactPlan.class)
            .setParameter("plans", plans)
            .getResultStream()
            .collect(Collectors.toMap(plan -> plan.id().value(), plan -> plan));
  }

  public static List<PlanPerson> people(EntityManager em, Collection<UUID> plans) {
    if (plans.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "SELECT p FROM PlanPerson p WHERE p.plan IN :plans ORDER BY p.id", PlanPerson.class)
        .setParameter("plans", plans)
        .getResultList();
  }

  /** The children of these groups, by the key of the group. */
  public static Map<UUID, Set<PersonId>> together(EntityManager em, Collection<UUID> groups) {
    if (groups.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "SELECT t FROM TogetherChild t WHERE t.together IN :groups", TogetherChild.class)
        .setParameter("groups", groups)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                each -> each.together().value(),
                Collectors.mapping(TogetherChild::child, Collectors.toSet())));
  }

  /** How many people of plans are this to the child, in the whole centre. */
  public static long named(EntityManager em, String kin) {
    return em.createQuery("SELECT COUNT(p.id) FROM PlanPerson p WHERE p.kin = :kin", Long.class)
        .setParameter("kin", kin)
        .getSingleResult();
  }

  /** Groups of siblings to which the child belongs. */
  public static List<UUID> groupsOf(EntityManager em, UUID child) {
    return em.createQuery(
            "SELECT DISTINCT t.together FROM TogetherChild t WHERE t.child = :child", UUID.class)
        .setParameter("child", child)
        .getResultList();
  }

  /** How a plan read before, the last wording first. */
  public static List<PlanVersion> versions(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT v FROM PlanVersion v WHERE v.plan = :plan ORDER BY v.wording DESC",
            PlanVersion.class)
        .setParameter("plan", plan)
        .getResultList();
  }

  /** What people might then. */
  public static List<PlanVersionPerson> versionPeople(EntityManager em, Collection<UUID> versions) {
    return versions.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT p FROM PlanVersionPerson p WHERE p.version IN :versions",
                PlanVersionPerson.class)
            .setParameter("versions", versions)
            .getResultList();
  }

  /** Whom these plans were asked to let meet the child, the last first. */
  public static List<PlanRelease> releases(EntityManager em, Collection<UUID> plans) {
    return plans.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM PlanRelease r WHERE r.plan IN :plans ORDER BY r.askedAt DESC, r.id",
                PlanRelease.class)
            .setParameter("plans", plans)
            .getResultList();
  }

  /** The places of a plan become these. */
  public static void place(EntityManager em, ContactPlan plan, Set<String> places) {
    List<PlanPlace> rows =
        em.createQuery("SELECT p FROM PlanPlace p WHERE p.plan = :plan", PlanPlace.class)
            .setParameter("plan", plan.id().value())
            .getResultList();
    Set<String> there = rows.stream().map(PlanPlace::place).collect(Collectors.toSet());
    rows.stream().filter(row -> !places.contains(row.place())).forEach(em::remove);
    places.stream()
        .filter(place -> !there.contains(place))
        .forEach(place -> em.persist(new PlanPlace(plan.id(), place)));
  }

  /** Codes of places of these plans, by the key of the plan; a plan without any is not in it. */
  public static Map<UUID, Set<String>> places(EntityManager em, Collection<UUID> plans) {
    if (plans.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("SELECT p FROM PlanPlace p WHERE p.plan IN :plans", PlanPlace.class)
        .setParameter("plans", plans)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                each -> each.plan().value(),
                Collectors.mapping(PlanPlace::place, Collectors.toSet())));
  }

  /** How many plans allow this place, in the whole centre. */
  public static long at(EntityManager em, String place) {
    return em.createQuery("SELECT COUNT(p.id) FROM PlanPlace p WHERE p.place = :place", Long.class)
        .setParameter("place", place)
        .getSingleResult();
  }
}
