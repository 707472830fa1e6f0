package org.opora.moduletemplate.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.opora.api.ids.CaseFileId;

/** Everything the module asks its table. */
public final class WishQueries {
  private WishQueries() {}

  /** Wishes of one file, newest first. */
  public static List<WishRow> of(EntityManager em, CaseFileId file, int limit) {
    return em.createQuery(
            "SELECT NEW org.opora.moduletemplate.persistence.WishRow(w.id, w.wishedOn, w.words)"
                + " FROM Wish w WHERE w.caseFile = :file ORDER BY w.wishedOn DESC, w.id DESC",
            WishRow.class)
        .setParameter("file", file.value())
        .setMaxResults(limit)
        .getResultList();
  }
}
