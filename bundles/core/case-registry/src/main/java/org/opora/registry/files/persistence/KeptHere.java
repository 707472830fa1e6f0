package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Since when the centre works here, step by step: what was before came from former records. */
public final class KeptHere {
  private KeptHere() {}

  /** Null in a register that does not say. */
  public static LocalDate since(EntityManager em) {
    return Sql.query(
            em,
            Clause.of("SELECT MIN(s.SINCE_DAY) FROM CASE_REGISTRY.AGREEMENTS_SINCE s"),
            row -> Sql.day(row, 1))
        .get(0);
  }
}
