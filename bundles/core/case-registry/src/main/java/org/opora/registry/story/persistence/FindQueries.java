package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.registry.shared.persistence.Cursors;

/** Things by the beginnings of their words, in the order of the longest word typed. */
public final class FindQueries {
  private static final String END = "\uffff";
  private final EntityManager em;
  private final List<String> words;
  private final UUID after;

  /**
   * @param words folded, at least one
   */
  public FindQueries(EntityManager em, List<String> words, String after) {
    this.em = em;
    this.words =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .toList();
    this.after = Cursors.key(after);
  }

  /** Things under these permissions that the scope covers. */
  public List<FindableRow> scoped(Scope scope, Collection<String> permissions, int limit) {
    return rows(
        scope.bind(
            em.createQuery(
                text(
                    scope.from("Findable", "e", "subject"),
                    scope.where("e", "subject") + " AND e.permission IN :permissions"),
                FindableRow.class)),
        permissions,
        limit);
  }

  /** Things about nobody. */
  public List<FindableRow> aboutNobody(Collection<String> permissions, int limit) {
    return rows(
        em.createQuery(
            text("Findable e", "e.subject IS NULL AND e.permission IN :permissions"),
            FindableRow.class),
        permissions,
        limit);
  }

  private String text(String from, String where) {
    StringBuilder text =
        new StringBuilder(
                "SELECT DISTINCT NEW org.opora.registry.story.persistence.FindableRow(w.id, e.id, e.source.origin,")
            .append(
                " e.source.kind, e.subjectKind, e.subject, e.title.cs, e.title.pl, e.title.en, e.href, w.word) FROM ")
            .append(from)
            .append(" JOIN FindableWord w ON w.entry = e.id WHERE ")
            .append(where)
            .append(" AND w.word >= :word0 AND w.word < :end0");
    for (int i = 1; i < words.size(); i++) {
      text.append(
              " AND EXISTS (SELECT x.id FROM FindableWord x WHERE x.entry = e.id AND x.word >= :word")
          .append(i)
          .append(" AND x.word < :end")
          .append(i)
          .append(")");
    }
    if (after != null) {
      text.append(" AND (w.word > :last OR (w.word = :last AND w.id > :after))");
    }
    return text.append(" ORDER BY w.word, w.id").toString();
  }

  private List<FindableRow> rows(
      TypedQuery<FindableRow> query, Collection<String> permissions, int limit) {
    query.setParameter("permissions", permissions).setMaxResults(limit);
    for (int i = 0; i < words.size(); i++) {
      query.setParameter("word" + i, words.get(i)).setParameter("end" + i, words.get(i) + END);
    }
    if (after != null) {
      query.setParameter("last", lastWord()).setParameter("after", after);
    }
    return query.getResultList();
  }

  private String lastWord() {
    return em.createQuery("SELECT w.word FROM FindableWord w WHERE w.id = :id", String.class)
        .setParameter("id", after)
        .getResultStream()
        .findFirst()
        .orElse("");
  }
}
