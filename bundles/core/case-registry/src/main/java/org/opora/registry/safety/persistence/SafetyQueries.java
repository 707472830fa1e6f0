package org.opora.registry.safety.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.opora.api.access.Scope;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Reads of safety notices. */
public final class SafetyQueries {
  private final EntityManager em;

  public SafetyQueries(EntityManager em) {
    this.em = em;
  }

  /** All notices under these keys of one person, in the scope. */
  public List<SafetyNotice> of(Scope scope, List<UUID> person) {
    return ask(scope, person, "", query -> query);
  }

  /** Notices under these keys that are in force on the day, in the scope. */
  public List<SafetyNotice> inForce(Scope scope, List<UUID> people, LocalDate day) {
    return ask(
        scope,
        people,
        " AND n.withdrawnOn IS NULL AND n.since <= :day AND (n.until IS NULL OR n.until >= :day)",
        query -> query.setParameter("day", day));
  }

  /** Whether any notice is in force on the day under any key of these people, whoever asks. */
  public boolean any(List<UUID> people, LocalDate day) {
    return !Chunks.ask(people, keys -> anyOf(keys, day)).isEmpty();
  }

  private List<UUID> anyOf(List<UUID> people, LocalDate day) {
    return Sql.query(
        em,
        inForce("", Clause.in("n.PERSON", people), day)
            .then(" UNION ALL ")
            .then(
                inForce(
                    " JOIN ACCESS.SAME_KEY y ON y.OTHER = n.PERSON",
                    Clause.in("y.PERSON", people),
                    day)),
        row -> Sql.key(row, 1));
  }

  private static Clause inForce(String joined, Clause whose, LocalDate day) {
    return Clause.of("SELECT n.ID FROM CASE_REGISTRY.SAFETY_NOTICE n" + joined + " WHERE ")
        .then(whose)
        .then(
            " AND n.WITHDRAWN_ON IS NULL AND n.SINCE_DAY <= ?"
                + " AND (n.UNTIL_DAY IS NULL OR n.UNTIL_DAY >= ?)",
            day,
            day);
  }

  private List<SafetyNotice> ask(
      Scope scope,
      List<UUID> people,
      String further,
      UnaryOperator<TypedQuery<SafetyNotice>> values) {
    String text =
        "SELECT n FROM "
            + scope.from("SafetyNotice", "n", "person")
            + " WHERE "
            + scope.where("n", "person")
            + " AND n.person IN :people"
            + further;
    return Chunks.ask(
        people,
        keys ->
            values
                .apply(
                    scope
                        .bind(em.createQuery(text, SafetyNotice.class))
                        .setParameter("people", keys))
                .getResultList());
  }
}
