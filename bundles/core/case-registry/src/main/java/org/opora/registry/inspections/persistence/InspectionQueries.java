package org.opora.registry.inspections.persistence;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.UnderFiles;

/** Reads of looks into case files. */
public final class InspectionQueries {
  private final EntityManager em;

  public InspectionQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The newest first, in the scope.
   *
   * @param deed null for all
   * @param lentOut only loans that have not come back
   * @param file null for all
   */
  public Page<Inspection> page(
      Scope scope, Deed deed, boolean lentOut, CaseFileId file, String after, int limit) {
    Clause which = Clause.of("1 = 1");
    if (deed != null) {
      which = which.then(" AND t.DEED = ?", deed.name());
    }
    if (lentOut) {
      which = which.then(" AND t.LENT_OUT = TRUE");
    }
    if (file != null) {
      which = which.then(" AND t.FILE = ?", file.value());
    }
    Page<UUID> keys =
        new UnderFiles(new NewestFirst(em, "CASE_REGISTRY.INSPECTION", "HELD_ON"), scope, List.of())
            .page(which, after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  private List<Inspection> rows(List<UUID> keys) {
    Map<UUID, Inspection> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT t FROM Inspection t WHERE t.id IN :keys", Inspection.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }
}
