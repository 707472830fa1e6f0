package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/**
 * Things by the beginnings of their words, in the order of the longest word typed. Statements of
 * their own, because everybody who types waits for them.
 */
public final class FindQueries {
  private static final String END = "\uffff";
  private static final String ROW =
      "w.ID, e.ID, e.ORIGIN, e.KIND, e.SUBJECT_KIND, e.SUBJECT, e.TITLE_CS, e.TITLE_PL, e.TITLE_EN, e.HREF, w.WORD FROM ";
  private static final String WORDS =
      " JOIN CASE_REGISTRY.FINDABLE_WORD w ON w.ENTRY = e.ID WHERE ";
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
    String from =
        Clause.own(scope)
            // Somebody may be related to one thing twice.
            ? "SELECT DISTINCT "
                + ROW
                + "ACCESS.RELATION r JOIN CASE_REGISTRY.FINDABLE e ON e.SUBJECT = r.SUBJECT"
            : "SELECT " + ROW + "CASE_REGISTRY.FINDABLE e";
    return rows(from, Clause.scope(scope, "e.SUBJECT"), permissions, limit);
  }

  /** Things about nobody. */
  public List<FindableRow> aboutNobody(Collection<String> permissions, int limit) {
    return rows(
        "SELECT " + ROW + "CASE_REGISTRY.FINDABLE e",
        Clause.of("e.SUBJECT IS NULL"),
        permissions,
        limit);
  }

  private List<FindableRow> rows(
      String from, Clause whose, Collection<String> permissions, int limit) {
    Clause query =
        Clause.of(from + WORDS)
            .then(whose)
            .and(Clause.among("e.PERMISSION", permissions))
            .and(range("w.WORD", words.get(0)));
    for (String further : words.subList(1, words.size())) {
      query =
          query
              .then(
                  " AND EXISTS (SELECT x.ID FROM CASE_REGISTRY.FINDABLE_WORD x WHERE x.ENTRY = e.ID AND ")
              .then(range("x.WORD", further))
              .then(")");
    }
    if (after != null) {
      String last = lastWord();
      query = query.then(" AND (w.WORD > ? OR (w.WORD = ? AND w.ID > ?))", last, last, after);
    }
    return Sql.query(
        em, query.then(" ORDER BY w.WORD, w.ID FETCH FIRST ? ROWS ONLY", limit), FindQueries::row);
  }

  private static Clause range(String column, String word) {
    return Clause.of(column + " >= ? AND " + column + " < ?", word, word + END);
  }

  private static FindableRow row(ResultSet row) throws SQLException {
    String kind = row.getString(5);
    return new FindableRow(
        Sql.key(row, 1),
        Sql.key(row, 2),
        row.getString(3),
        row.getString(4),
        kind == null ? null : Subject.Kind.valueOf(kind),
        Sql.key(row, 6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }

  private String lastWord() {
    return Sql.query(
            em,
            Clause.of("SELECT w.WORD FROM CASE_REGISTRY.FINDABLE_WORD w WHERE w.ID = ?", after),
            row -> row.getString(1))
        .stream()
        .findFirst()
        .orElse("");
  }
}
