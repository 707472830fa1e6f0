package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;

/**
 * Rows that say something of a child and name it as {@code child} and its sub-file as {@code
 * childFile}: those in a scope. A wall at the child closes its sub-file as well.
 */
public record ChildRows(EntityManager em, Scope scope) {
  /**
   * @param where of rows called {@code c}, with {@code :key}
   */
  public <T> List<T> all(Class<T> entity, String where, UUID key) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return List.copyOf(
        new LinkedHashSet<>(
            scope
                .bind(
                    em.createQuery(
                        "SELECT c FROM "
                            + scope.from(entity.getSimpleName(), "c", "childFile")
                            + " WHERE "
                            + scope.where("c", "childFile")
                            + " AND "
                            + walls.where("c", "child").replace("scopeWall", "childWall")
                            + " AND "
                            + where,
                        entity))
                .setParameter("key", key)
                .getResultList()));
  }
}
