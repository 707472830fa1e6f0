package org.opora.supervisedcontacts.preparation.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.preparation.domain.Preparation;

/** What is asked of preparations. */
public final class PreparationQueries {
  private PreparationQueries() {}

  /** Of a plan, the last one first. */
  public static List<Preparation> ofPlan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT p FROM Preparation p WHERE p.plan = :plan ORDER BY p.day DESC, p.id DESC",
            Preparation.class)
        .setParameter("plan", plan)
        .getResultList();
  }

  /** For a child, under each of these keys. */
  public static List<Preparation> ofChild(EntityManager em, Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT p FROM Preparation p WHERE p.child IN :children ORDER BY p.day, p.id",
                Preparation.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Of an adult, under each of these keys. */
  public static List<Preparation> ofAdult(EntityManager em, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT p FROM Preparation p WHERE p.person IN :people ORDER BY p.day, p.id",
                Preparation.class)
            .setParameter("people", people)
            .getResultList();
  }
}
