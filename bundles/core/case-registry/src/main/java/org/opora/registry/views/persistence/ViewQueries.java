package org.opora.registry.views.persistence;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.registry.shared.persistence.ChildRows;
import org.opora.registry.views.domain.ChildView;

/** Reads of what children say. */
public record ViewQueries(EntityManager em) {
  private static final Comparator<ChildView> NEWEST =
      Comparator.comparing(ChildView::day).thenComparing(ChildView::id).reversed();

  /** What was written down in a file and the scope covers, the last first. */
  public List<ChildView> of(CaseFileId file, Scope scope) {
    return new ChildRows(em, scope)
        .all(ChildView.class, "c.file = :key", file.value()).stream().sorted(NEWEST).toList();
  }

  /** What one child ever said, the last first; whoever asks shows nothing of it. */
  public List<ChildView> of(ChildFileId child) {
    return em.createQuery("SELECT c FROM ChildView c WHERE c.childFile = :child", ChildView.class)
        .setParameter("child", child.value())
        .getResultStream()
        .sorted(NEWEST)
        .toList();
  }
}
