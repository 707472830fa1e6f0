package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/**
 * People by the beginnings of their names. Whoever sees everybody is served by several queries,
 * each of which walks one index in the order of its answer and stops when the page is full; one
 * query with OR would read the whole table. They ask for nothing that is not in the index, so that
 * no optimizer prefers the table; the rows of the page follow by key. Whoever sees only their own
 * is served from their relations, which are few, or from the people of that name, where these are
 * fewer: they are looked at only up to a limit, so that nobody waits for those they may not see.
 * Either way these are found by their keys, so their rows are read at once.
 */
public final class NameSearch {
  private static final String FAMILY = "p.FAMILY_N";
  private static final String GIVEN = "p.GIVEN_N";
  private static final String KEY = "p.ID, " + FAMILY + ", " + GIVEN;

  /** Greater than every letter, on both databases: a prefix becomes a range. */
  private static final String END = "\uffff";

  /** A name is rare when no more people than this bear it: fewer than somebody's own mostly are. */
  private static final int RARE = 32;

  private final EntityManager em;
  private final Scope scope;
  private final List<String> words;

  /**
   * @param words folded
   */
  public NameSearch(EntityManager em, Scope scope, List<String> words) {
    this.em = em;
    this.scope = scope;
    this.words =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .toList();
  }

  /**
   * Cursor: number of the query and key of the last person; the name is looked up, so that no
   * address holds one.
   */
  public Page<PersonRow> page(String after, int limit) {
    List<Part> parts = parts();
    int colon = after == null ? -1 : after.indexOf(':');
    int start = colon == 1 ? Math.max(0, Math.min(after.charAt(0) - '0', parts.size() - 1)) : 0;
    PersonRow last = colon == 1 ? row(Cursors.key(after.substring(2))) : null;
    List<PersonRow> found = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int part = start; part < parts.size() && found.size() <= limit; part++) {
      List<PersonRow> rows =
          parts.get(part).rows(part == start ? last : null, limit + 1 - found.size());
      found.addAll(rows);
      for (int i = 0; i < rows.size(); i++) {
        from.add(part);
      }
    }
    if (found.size() <= limit) {
      return Page.last(whole(found));
    }
    return new Page<>(
        whole(found.subList(0, limit)), from.get(limit - 1) + ":" + found.get(limit - 1).id());
  }

  /** The rows behind the keys, in their order; who is one's own was read from its row already. */
  private List<PersonRow> whole(List<PersonRow> keys) {
    if (Clause.own(scope)) {
      return keys;
    }
    Map<UUID, PersonRow> rows = new HashMap<>();
    new PeopleQueries(em)
        .rows(keys.stream().map(PersonRow::id).toList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(key -> rows.get(key.id())).filter(Objects::nonNull).toList();
  }

  private PersonRow row(UUID id) {
    if (id == null) {
      return null;
    }
    Clause one = Clause.of("SELECT " + KEY + " FROM CASE_REGISTRY.PERSON p WHERE p.ID = ?", id);
    return Sql.query(em, one, NameSearch::keyRow).stream().findFirst().orElse(null);
  }

  private static PersonRow keyRow(ResultSet row) throws SQLException {
    return new PersonRow(Sql.key(row, 1), row.getString(2), row.getString(3));
  }

  private List<Part> parts() {
    if (words.isEmpty()) {
      return List.of(new Part(Order.FAMILY));
    }
    if (Clause.own(scope)) {
      return own(words.get(0), words.subList(1, words.size()));
    }
    return words.size() == 1
        ? one(words.get(0))
        : several(words.get(0), words.get(1), words.subList(2, words.size()));
  }

  private List<Part> own(String lead, List<String> rest) {
    List<UUID> bearers = bearers(lead);
    if (bearers.isEmpty()) {
      return List.of();
    }
    Part part =
        bearers.size() > RARE
            ? new Part(Order.FAMILY).where(anywhere(lead))
            : new Part(Order.FAMILY, false).where(Clause.in("p.ID", bearers));
    rest.forEach(word -> part.where(anywhere(word)));
    return List.of(part);
  }

  /** Everybody one of whose names begins so, whether the viewer sees them or not; some of many. */
  private List<UUID> bearers(String word) {
    Clause query =
        Clause.of("SELECT b.ID FROM (SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE ")
            .then(range(FAMILY, word))
            .then(" UNION ALL SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE ")
            .then(range(GIVEN, word))
            .then(" UNION ALL SELECT w.PERSON AS ID FROM CASE_REGISTRY.PERSON_WORD w WHERE ")
            .then(range("w.WORD", word))
            .then(") b FETCH FIRST ? ROWS ONLY", RARE + 1);
    return Sql.query(em, query, row -> Sql.key(row, 1));
  }

  private List<Part> one(String word) {
    return List.of(
        new Part(Order.FAMILY).where(range(FAMILY, word)),
        new Part(Order.GIVEN).where(range(GIVEN, word)).without(range(FAMILY, word)),
        new Part(Order.WORD)
            .where(range("w.WORD", word))
            .without(range(FAMILY, word))
            .without(range(GIVEN, word)));
  }

  /**
   * Those of whom one word is the whole name come first: they are found at once, and mostly fill
   * the page. Then the longest word leads, because it leaves least to walk through; the index knows
   * both names.
   */
  private List<Part> several(String lead, String second, List<String> rest) {
    Clause straight = range(FAMILY, lead).and(range(GIVEN, second));
    Clause crossed = range(GIVEN, lead).and(range(FAMILY, second));
    List<Part> parts =
        List.of(
            whole(Order.FAMILY, lead, second),
            whole(Order.GIVEN, lead, second).without(straight),
            whole(Order.GIVEN, second, lead).without(is(FAMILY, lead)),
            whole(Order.FAMILY, second, lead).without(is(GIVEN, lead)).without(straight),
            new Part(Order.FAMILY)
                .where(straight)
                .without(is(FAMILY, lead))
                .without(is(GIVEN, second)),
            new Part(Order.GIVEN)
                .where(crossed)
                .without(is(GIVEN, lead))
                .without(is(FAMILY, second))
                .without(straight),
            new Part(Order.WORD)
                .where(range("w.WORD", lead))
                .where(anywhere(second))
                .without(straight)
                .without(crossed),
            new Part(Order.WORD)
                .where(range("w.WORD", second))
                .where(range(FAMILY, lead).or(range(GIVEN, lead)))
                .without(furtherWord(lead))
                .without(straight)
                .without(crossed));
    parts.forEach(part -> rest.forEach(word -> part.where(anywhere(word))));
    return parts;
  }

  /** Of one name the whole word, of the other one the beginning. */
  private Part whole(Order order, String word, String beginning) {
    return new Part(order).where(is(order.first, word)).where(range(order.then, beginning));
  }

  private static Clause is(String column, String word) {
    return Clause.of(column + " = ?", word);
  }

  private static Clause range(String column, String word) {
    return Clause.of(column + " >= ? AND " + column + " < ?", word, word + END);
  }

  private static Clause furtherWord(String word) {
    return Clause.of(
            "EXISTS (SELECT y.PERSON FROM CASE_REGISTRY.PERSON_WORD y WHERE y.PERSON = p.ID AND ")
        .then(range("y.WORD", word))
        .then(")");
  }

  private static Clause anywhere(String word) {
    return range(FAMILY, word).or(range(GIVEN, word)).or(furtherWord(word));
  }

  private enum Order {
    FAMILY(NameSearch.FAMILY, NameSearch.GIVEN),
    GIVEN(NameSearch.GIVEN, NameSearch.FAMILY),
    /** By a further word: found through its own table, which is small. */
    WORD(NameSearch.FAMILY, NameSearch.GIVEN);

    private final String first;
    private final String then;

    Order(String first, String then) {
      this.first = first;
      this.then = then;
    }

    String firstOf(PersonRow row) {
      return this == GIVEN ? row.givenN() : row.familyN();
    }

    String thenOf(PersonRow row) {
      return this == GIVEN ? row.familyN() : row.givenN();
    }
  }

  /** One query. */
  private final class Part {
    private final Order order;
    private final boolean related;
    private Clause where;

    Part(Order order) {
      this(order, Clause.own(scope));
    }

    /**
     * @param related starts from the relations of the viewer
     */
    Part(Order order, boolean related) {
      this.order = order;
      this.related = related;
      this.where = related ? Clause.scope(scope, "p.ID") : Clause.reached(scope, "p.ID");
    }

    Part where(Clause condition) {
      where = where.and(condition);
      return this;
    }

    Part without(Clause condition) {
      return where(condition.not());
    }

    List<PersonRow> rows(PersonRow last, int limit) {
      boolean twice = order == Order.WORD || related;
      boolean own = Clause.own(scope);
      Clause query =
          Clause.of(
                  "SELECT "
                      + (twice ? "DISTINCT " : "")
                      + (own ? PeopleQueries.COLUMNS : KEY)
                      + " FROM ")
              .then(
                  related
                      ? "ACCESS.RELATION r JOIN CASE_REGISTRY.PERSON p ON p.ID = r.SUBJECT"
                      : "CASE_REGISTRY.PERSON p")
              .then(
                  order == Order.WORD ? " JOIN CASE_REGISTRY.PERSON_WORD w ON w.PERSON = p.ID" : "")
              .then(" WHERE ")
              .then(where)
              .then(last == null ? Clause.of("") : after(last))
              .then(
                  " ORDER BY " + order.first + ", " + order.then + ", p.ID FETCH FIRST ? ROWS ONLY",
                  limit);
      return Sql.query(em, query, own ? PeopleQueries::person : NameSearch::keyRow);
    }

    private Clause after(PersonRow last) {
      String first = order.firstOf(last);
      String then = order.thenOf(last);
      return Clause.of(
          " AND "
              + order.first
              + " >= ? AND ("
              + order.first
              + " > ? OR "
              + order.then
              + " > ? OR ("
              + order.then
              + " = ? AND p.ID > ?))",
          first,
          first,
          then,
          then,
          last.id());
    }
  }
}
