package org.opora.registry.views.persistence;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.persistence.ChildRows;
import org.opora.registry.views.domain.ChildView;

/** Reads of what children say. */
public record ViewQueries(EntityManager em) {
  private static final Comparator<ChildView> NEWEST =
      Comparator.comparing(ChildView::day).thenComparing(ChildView::id).reversed();

  /** What was written down in a file and the scope covers, the last first. */
  public List<ChildView> of(CaseFileId file, Scope scope) {
    return new ChildRows(em, scope)
        .all(ChildView.class, "c.file = :key", file).stream().sorted(NEWEST).toList();
  }

  /**
   * What children who live in a file today said in another one, as far as the scope covers them and
   * no wall stands at that other file; the last first.
   */
  public List<ChildView> brought(CaseFileId file, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return new ChildRows(em, scope)
            .all(
                ChildView.class,
                "c.file <> :key AND c.childFile IN (SELECT h.childFile FROM Placement h WHERE h.file ="
                    + " :key AND h.since <= :scopeToday AND (h.until IS NULL OR h.until >="
                    + " :scopeToday)) AND "
                    + walls.where("c", "file").replace("scopeWall", "otherWall"),
                file)
            .stream()
            .sorted(NEWEST)
            .toList();
  }

  /** Children who live or lived in the file and ever said something, wherever that was. */
  public List<ChildFileId> childrenOf(CaseFileId file) {
    return em.createQuery(
            "SELECT DISTINCT c.childFile FROM ChildView c WHERE c.childFile IN (SELECT p.childFile"
                + " FROM Placement p WHERE p.file = :file)",
            UUID.class)
        .setParameter("file", file.value())
        .getResultStream()
        .map(ChildFileId::new)
        .toList();
  }

  /** Where a child lives and lived; whoever asks shows nothing of it. */
  public List<Placement> stays(ChildFileId child) {
    return em.createQuery("SELECT p FROM Placement p WHERE p.childFile = :child", Placement.class)
        .setParameter("child", child.value())
        .getResultList();
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
