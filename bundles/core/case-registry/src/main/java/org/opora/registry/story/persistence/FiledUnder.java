package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * Under which permissions things are filed: few, whatever the number of things. Read from one index
 * by leaps from each permission to the next, so that it is right at every moment.
 */
public final class FiledUnder {
  private static final String NEXT =
      "SELECT MIN(w.PERMISSION) FROM CASE_REGISTRY.FINDABLE_WORD w WHERE ";
  private final EntityManager em;

  public FiledUnder(EntityManager em) {
    this.em = em;
  }

  /** Permissions under which anything is filed. */
  public Set<String> permissions() {
    return leap(Clause.of(NEXT));
  }

  /** Permissions under which something about nobody is filed. */
  public Set<String> aboutNobody() {
    return leap(Clause.of(NEXT + "w.SUBJECT IS NULL AND "));
  }

  private Set<String> leap(Clause next) {
    Set<String> all = new LinkedHashSet<>();
    String last = "";
    while (last != null) {
      List<String> found =
          Sql.query(em, next.then("w.PERMISSION > ?", last), row -> row.getString(1));
      last = found.get(0);
      if (last != null) {
        all.add(last);
      }
    }
    return all;
  }
}
