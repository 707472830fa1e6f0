package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;

/**
 * Rows that say something of a child and name it as {@code child} and its sub-file as {@code
 * childFile}: those in a scope. A wall at the child closes its sub-file as well.
 *
 * <p>Who works with the child today is related to its sub-file. When it has left and lives in no
 * other file, nobody is: what was written of it stays open to whom the file is open in which it
 * lived last, because somebody still has to answer for it.
 */
public record ChildRows(EntityManager em, Scope scope) {
  private static final String LATER = " AND (%1$s.until IS NULL OR %1$s.until > p.until))";

  private static final String LIVED_HERE_LAST =
      "p.file = :key AND p.until < :scopeToday AND NOT EXISTS (SELECT q.id FROM Placement q WHERE"
          + " q.childFile = p.childFile"
          + LATER.formatted("q")
          + " AND NOT EXISTS (SELECT s.id FROM SameKey k JOIN Placement s ON s.child = k.other WHERE"
          + " k.person = p.child"
          + LATER.formatted("s");

  /**
   * @param where of rows called {@code c}, with {@code :key}
   * @param file in which they are looked for: the key
   */
  public <T> List<T> all(Class<T> entity, String where, CaseFileId file) {
    String name = entity.getSimpleName();
    Set<T> rows =
        new LinkedHashSet<>(
            ask(
                entity,
                scope.from(name, "c", "childFile") + " WHERE " + scope.where("c", "childFile"),
                where,
                file));
    if (scope.reach() == Reach.OWN) {
      rows.addAll(
          ask(
              entity,
              scope.from("Placement", "p", "file")
                  + " JOIN "
                  + name
                  + " c ON c.childFile = p.childFile WHERE "
                  + scope.where("p", "file").replace("scopeWall", "fileWall")
                  + " AND "
                  + LIVED_HERE_LAST
                  + " AND "
                  + walls().where("c", "childFile"),
              where,
              file));
    }
    return List.copyOf(rows);
  }

  private <T> List<T> ask(Class<T> entity, String from, String where, CaseFileId file) {
    return scope
        .bind(
            em.createQuery(
                "SELECT c FROM "
                    + from
                    + " AND "
                    + walls().where("c", "child").replace("scopeWall", "childWall")
                    + " AND "
                    + where,
                entity))
        .setParameter("key", file.value())
        .getResultList();
  }

  private Scope walls() {
    return new Scope(Reach.ALL, scope.staff(), scope.today());
  }
}
