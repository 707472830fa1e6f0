package org.opora.registry.safety.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.persistence.Chunks;

/** Reads of safety notices. */
public final class SafetyQueries {
  private final EntityManager em;

  public SafetyQueries(EntityManager em) {
    this.em = em;
  }

  /** All notices of a person under every key; whoever asks has decided already. */
  public List<SafetyNotice> of(List<UUID> person) {
    return Chunks.ask(
        person,
        keys ->
            em.createQuery(
                    "SELECT n FROM SafetyNotice n WHERE n.person IN :people", SafetyNotice.class)
                .setParameter("people", keys)
                .getResultList());
  }

  /** Notices of these people that are in force on the day and in the scope. */
  public List<SafetyNotice> inForce(Scope scope, List<UUID> people, LocalDate day) {
    return Chunks.ask(
        people,
        keys -> {
          TypedQuery<SafetyNotice> query =
              em.createQuery(
                  "SELECT n FROM "
                      + scope.from("SafetyNotice", "n", "person")
                      + " WHERE "
                      + scope.where("n", "person")
                      + " AND n.person IN :people AND n.withdrawnOn IS NULL AND n.since <= :day"
                      + " AND (n.until IS NULL OR n.until >= :day)",
                  SafetyNotice.class);
          return scope
              .bind(query)
              .setParameter("people", keys)
              .setParameter("day", day)
              .getResultList();
        });
  }
}
