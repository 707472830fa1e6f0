package org.opora.registry.post.persistence;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.post.domain.LetterNumber;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.UnderFiles;

/** Reads of the book of post. */
public final class LetterQueries {
  private final EntityManager em;

  public LetterQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The newest first, in the scope.
   *
   * @param direction null for both
   * @param doer null for everybody's
   * @param file null for all
   */
  public Page<Letter> page(
      Scope scope,
      Direction direction,
      boolean waiting,
      StaffId doer,
      CaseFileId file,
      String after,
      int limit) {
    Clause which = Clause.of("1 = 1");
    if (direction != null) {
      which = which.then(" AND t.DIRECTION = ?", direction.name());
    }
    if (waiting) {
      which = which.then(" AND t.WAITING = TRUE");
    }
    if (doer != null) {
      which = which.then(" AND t.DOER = ?", doer.value());
    }
    if (file != null) {
      which = which.then(" AND t.FILE = ?", file.value());
    }
    Page<UUID> keys =
        new UnderFiles(
                new NewestFirst(em, "CASE_REGISTRY.LETTER", "PASSED_ON"),
                scope,
                List.of("WRITER", "DOER"))
            .page(which, after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  private List<Letter> rows(List<UUID> keys) {
    Map<UUID, Letter> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT t FROM Letter t WHERE t.id IN :keys", Letter.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** The letter with this number; whoever asks decides whether it may be seen. */
  public Optional<Letter> find(LetterNumber number) {
    return em.createQuery(
            "SELECT t FROM Letter t WHERE t.year = :year AND t.turn = :turn", Letter.class)
        .setParameter("year", number.year())
        .setParameter("turn", number.turn())
        .getResultStream()
        .findFirst();
  }

  /** What this letter answers, in the order of the numbers. */
  public List<Letter> answeredBy(UUID letter) {
    return em.createQuery(
            "SELECT t FROM Letter t WHERE t.answer = :letter ORDER BY t.year, t.turn", Letter.class)
        .setParameter("letter", letter)
        .getResultList();
  }
}
