package org.opora.documents.letters.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.documents.letters.domain.Letter;

/** Everything letters ask their table. */
public final class LetterQueries {
  private final EntityManager em;

  public LetterQueries(EntityManager em) {
    this.em = em;
  }

  /** The letter behind a version; empty when it was brought in. */
  public Optional<Letter> of(UUID version) {
    return Optional.ofNullable(em.find(Letter.class, version));
  }

  /** Documents that were written to one of these people. */
  public List<UUID> to(Set<UUID> people) {
    return em.createQuery(
            "SELECT DISTINCT l.document FROM Letter l WHERE l.toPerson IN :people", UUID.class)
        .setParameter("people", people)
        .getResultList();
  }

  /** Nobody knows any more to whom these were written; the documents stay. */
  public void forget(Set<UUID> people) {
    em.createQuery("DELETE FROM Letter l WHERE l.toPerson IN :people")
        .setParameter("people", people)
        .executeUpdate();
  }
}
