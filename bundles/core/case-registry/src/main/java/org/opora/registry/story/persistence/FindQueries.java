package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/**
 * Things by the beginnings of their words, in the order of the word typed that leads. Statements of
 * their own, because everybody who types waits for them: each walks one index in the order of its
 * answer, asks for nothing that is not in it, and stops when the page is full; the things
 * themselves follow by key.
 */
public final class FindQueries {
  private static final String END = "\uffff";
  private static final String KEYS = "w.ID, w.ENTRY, w.WORD FROM ";
  static final String WORD = "CASE_REGISTRY.FINDABLE_WORD w";
  private final EntityManager em;
  private final List<String> words;
  private final UUID after;
  private final String last;

  /**
   * @param words folded, at least one
   * @param after key of the last word shown; null for the first page
   * @param everywhere permissions under which the viewer may walk through all there is
   */
  public FindQueries(
      EntityManager em, List<String> words, String after, Collection<String> everywhere) {
    this.em = em;
    this.after = Cursors.key(after);
    this.last = this.after == null ? null : word(this.after);
    this.words = new Leading(em, everywhere).order(words, last);
  }

  /**
   * Things under this permission, about anybody or nobody.
   *
   * @param all leaves out what stands behind a wall
   */
  public List<WordRow> everywhere(Scope all, String permission, int limit) {
    return walk(
        "SELECT " + KEYS + WORD, under(permission).and(Clause.scope(all, "w.SUBJECT")), limit);
  }

  /** Things under these permissions about whom the viewer is related to. */
  public List<WordRow> own(Scope own, Collection<String> permissions, int limit) {
    return walk(
        // Somebody may be related to one thing twice.
        "SELECT DISTINCT " + KEYS + "ACCESS.RELATION r JOIN " + WORD + " ON w.SUBJECT = r.SUBJECT",
        Clause.scope(own, "w.SUBJECT").and(Clause.among("w.PERMISSION", permissions)),
        limit);
  }

  /** Things under this permission about nobody. */
  public List<WordRow> aboutNobody(String permission, int limit) {
    return walk(
        "SELECT " + KEYS + WORD,
        Clause.of("w.SUBJECT IS NULL AND ").then(under(permission)),
        limit);
  }

  /** The things behind the words, in their order; two words may lead to one thing. */
  public List<FindableRow> rows(List<WordRow> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<UUID> entries = found.stream().map(WordRow::entry).distinct().toList();
    Map<UUID, FindableRow> rows = new HashMap<>();
    Sql.query(
            em,
            Clause.of(
                    "SELECT e.ID, e.ORIGIN, e.KIND, e.SUBJECT_KIND, e.SUBJECT, e.TITLE_CS, e.TITLE_PL,"
                        + " e.TITLE_EN, e.HREF, e.SOURCE FROM CASE_REGISTRY.FINDABLE e WHERE ")
                .then(Clause.in("e.ID", entries)),
            FindQueries::row)
        .forEach(row -> rows.put(row.id(), row));
    return entries.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  private List<WordRow> walk(String from, Clause whose, int limit) {
    Clause query = Clause.of(from + " WHERE ").then(whose).and(range("w.WORD", words.get(0)));
    for (String further : words.subList(1, words.size())) {
      query =
          query
              .then(
                  " AND EXISTS (SELECT x.ID FROM CASE_REGISTRY.FINDABLE_WORD x WHERE x.ENTRY = w.ENTRY AND ")
              .then(range("x.WORD", further))
              .then(")");
    }
    if (last != null) {
      query = query.then(" AND w.WORD >= ? AND (w.WORD > ? OR w.ID > ?)", last, last, after);
    }
    return Sql.query(
        em,
        query.then(" ORDER BY w.WORD, w.ID FETCH FIRST ? ROWS ONLY", limit),
        row -> new WordRow(Sql.key(row, 1), Sql.key(row, 2), row.getString(3)));
  }

  static Clause under(String permission) {
    return Clause.of("w.PERMISSION = ?", permission);
  }

  static Clause range(String column, String word) {
    return Clause.of(column + " >= ? AND " + column + " < ?", word, word + END);
  }

  private static FindableRow row(ResultSet row) throws SQLException {
    String kind = row.getString(4);
    return new FindableRow(
        Sql.key(row, 1),
        row.getString(2),
        row.getString(3),
        Sql.key(row, 10),
        kind == null ? null : Subject.Kind.valueOf(kind),
        Sql.key(row, 5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  /** Empty when the word has gone meanwhile: the list begins anew. */
  private String word(UUID key) {
    return Sql.query(
            em,
            Clause.of("SELECT w.WORD FROM CASE_REGISTRY.FINDABLE_WORD w WHERE w.ID = ?", key),
            row -> row.getString(1))
        .stream()
        .findFirst()
        .orElse("");
  }
}
