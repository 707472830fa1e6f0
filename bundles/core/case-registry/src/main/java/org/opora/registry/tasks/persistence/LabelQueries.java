package org.opora.registry.tasks.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** What a task needs to know of the file it is kept under. */
public final class LabelQueries {
  private final EntityManager em;

  public LabelQueries(EntityManager em) {
    this.em = em;
  }

  /** Number and name of these files; those outside of the scope are left out. */
  public Map<CaseFileId, FileLabel> files(Scope scope, Collection<CaseFileId> files) {
    return labels(scope, files, "");
  }

  /** The same without those that are put away: they stand in no list. */
  public Map<CaseFileId, FileLabel> listed(Scope scope, Collection<CaseFileId> files) {
    return labels(scope, files, "f.ARCHIVED_ON IS NULL AND ");
  }

  private Map<CaseFileId, FileLabel> labels(
      Scope scope, Collection<CaseFileId> files, String also) {
    Map<CaseFileId, FileLabel> labels = new HashMap<>();
    Chunks.ask(
            Chunks.values(files),
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT DISTINCT f.ID, f.FILE_NUMBER, f.FAMILY_NAME FROM CASE_REGISTRY.CASE_FILE f"
                                + (Clause.own(scope)
                                    ? " JOIN ACCESS.RELATION r ON r.SUBJECT = f.ID"
                                    : "")
                                + " WHERE "
                                + also)
                        .then(Clause.in("f.ID", some))
                        .and(Clause.scope(scope, "f.ID")),
                    row ->
                        new FileLabel(
                            new CaseFileId(Sql.key(row, 1)), row.getString(2), row.getString(3))))
        .forEach(label -> labels.put(label.id(), label));
    return labels;
  }
}
