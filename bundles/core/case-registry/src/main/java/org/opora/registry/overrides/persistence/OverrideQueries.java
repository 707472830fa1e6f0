package org.opora.registry.overrides.persistence;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.opora.registry.overrides.domain.RuleOverride;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.Sql;

/**
 * Reads of rules gone on against. List and counts stand on one and the same condition: nobody
 * counts what they may not read.
 */
public final class OverrideQueries {
  private static final String TABLE = "CASE_REGISTRY.RULE_OVERRIDE";
  private final EntityManager em;
  private final Scope scope;
  private final Set<UUID> walled;

  /**
   * @param walled people whom the viewer must not see: every key
   */
  public OverrideQueries(EntityManager em, Scope scope, Set<UUID> walled) {
    this.em = em;
    this.scope = scope;
    this.walled = walled;
  }

  /** The newest first. */
  public Page<RuleOverride> page(Wanted wanted, String after, int limit) {
    if (scope.reach() == Reach.NONE) {
      return Page.last(List.of());
    }
    Page<UUID> keys =
        new NewestFirst(em, TABLE, "HAPPENED_ON")
            .page(
                List.of(
                    Clause.of("SELECT " + once() + "t.ID, t.HAPPENED_ON FROM ")
                        .then(seen())
                        .then(asked(wanted))),
                after,
                limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** How many of them there are in each month from that one on, rule by rule. */
  public List<MonthCount> counts(YearMonth from) {
    if (scope.reach() == Reach.NONE) {
      return List.of();
    }
    return Sql.query(
        em,
        Clause.of(
                "SELECT t.RULE_ID, t.MONTH_OF, COUNT("
                    + once()
                    + "t.ID), MAX(t.TITLE_CS), MAX(t.TITLE_PL), MAX(t.TITLE_EN) FROM ")
            .then(seen())
            .then(" AND t.MONTH_OF >= ?", from.toString())
            .then(" GROUP BY t.RULE_ID, t.MONTH_OF"),
        row ->
            new MonthCount(
                row.getString(1),
                YearMonth.parse(row.getString(2)),
                row.getInt(3),
                new Title(row.getString(4), row.getString(5), row.getString(6))));
  }

  /** Somebody may be related to one subject twice; a list of everything keeps to its index. */
  private String once() {
    return Clause.own(scope) ? "DISTINCT " : "";
  }

  /**
   * What the viewer may read: of their own only what concerns nobody else than those they have to
   * do with.
   */
  private Clause seen() {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    Clause seen =
        Clause.of(
                (Clause.own(scope) ? "ACCESS.RELATION r JOIN " + TABLE + " t" : TABLE + " t")
                    + (Clause.own(scope) ? " ON t.SUBJECT = r.SUBJECT WHERE " : " WHERE "))
            .then(Clause.scope(scope, "t.SUBJECT"))
            .and(Clause.scope(walls, "t.FILE"));
    if (!walled.isEmpty()) {
      seen =
          seen.then(
                  " AND NOT EXISTS (SELECT p.ID FROM CASE_REGISTRY.RULE_OVERRIDE_PERSON p"
                      + " WHERE p.RULE_OVERRIDE = t.ID AND ")
              .then(Clause.in("p.PERSON", List.copyOf(walled)))
              .then(")");
    }
    return Clause.own(scope)
        ? seen.then(
                " AND NOT EXISTS (SELECT o.ID FROM CASE_REGISTRY.RULE_OVERRIDE_PERSON o"
                    + " WHERE o.RULE_OVERRIDE = t.ID AND NOT EXISTS (SELECT q.ID FROM ACCESS.RELATION q"
                    + " WHERE q.SUBJECT = o.PERSON AND q.STAFF = ? AND q.SINCE <= ?"
                    + " AND (q.UNTIL_DAY IS NULL OR q.UNTIL_DAY >= ?) AND ",
                scope.staff().value(),
                scope.today(),
                scope.today())
            .then(Clause.lasting(scope, "q"))
            .then("))")
        : seen;
  }

  private static Clause asked(Wanted wanted) {
    Clause asked = Clause.of("");
    if (wanted.rule() != null) {
      asked = asked.then(" AND t.RULE_ID = ?", wanted.rule());
    }
    if (wanted.month() != null) {
      asked = asked.then(" AND t.MONTH_OF = ?", wanted.month().toString());
    }
    return asked;
  }

  private List<RuleOverride> rows(List<UUID> keys) {
    Map<UUID, RuleOverride> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery(
                        "SELECT t FROM RuleOverride t WHERE t.id IN :keys", RuleOverride.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }
}
