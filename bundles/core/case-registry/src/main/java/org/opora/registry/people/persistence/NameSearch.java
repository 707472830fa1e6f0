package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Cursors;

/**
 * People by the beginnings of their names. Whoever sees everybody is served by several queries, each of which walks one index in the
 * order of its answer and stops when the page is full; one query with OR would read the whole table. Whoever sees only their own is
 * served from their relations, which are few.
 */
public final class NameSearch {
  private static final String ROW =
      "NEW org.opora.registry.people.persistence.PersonRow(p.id, p.given, p.family, p.birthDate, p.familyN, p.givenN)";

  /** Greater than every letter, on both databases: a prefix becomes a range. */
  private static final String END = "\uffff";

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
        words.stream().sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word)).toList();
  }

  /** Cursor: number of the query and key of the last person; the name is looked up, so that no address holds one. */
  public Page<PersonRow> page(String after, int limit) {
    List<Part> parts = parts();
    int colon = after == null ? -1 : after.indexOf(':');
    int start = colon == 1 ? Math.max(0, Math.min(after.charAt(0) - '0', parts.size() - 1)) : 0;
    PersonRow last = colon == 1 ? row(Cursors.key(after.substring(2))) : null;
    List<PersonRow> found = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int part = start; part < parts.size() && found.size() <= limit; part++) {
      List<PersonRow> rows = parts.get(part).rows(part == start ? last : null, limit + 1 - found.size());
      found.addAll(rows);
      for (int i = 0; i < rows.size(); i++) {
        from.add(part);
      }
    }
    if (found.size() <= limit) {
      return Page.last(found);
    }
    return new Page<>(found.subList(0, limit), from.get(limit - 1) + ":" + found.get(limit - 1).id());
  }

  private PersonRow row(UUID id) {
    return id == null
        ? null
        : em.createQuery("SELECT " + ROW + " FROM Person p WHERE p.id = :id", PersonRow.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .orElse(null);
  }

  private List<Part> parts() {
    if (scope.reach() == Reach.OWN || words.isEmpty()) {
      Part all = new Part(Order.FAMILY);
      words.forEach(word -> all.where(anywhere(all, word)));
      return List.of(all);
    }
    return words.size() == 1 ? one(words.get(0)) : several(words.get(0), words.get(1), words.subList(2, words.size()));
  }

  private List<Part> one(String word) {
    Part family = new Part(Order.FAMILY);
    family.from("p.familyN", word);
    Part given = new Part(Order.GIVEN);
    given.from("p.givenN", word).where("NOT " + given.range("p.familyN", word));
    Part further = new Part(Order.WORD);
    further
        .from("w.word", word)
        .where("NOT " + further.range("p.familyN", word))
        .where("NOT " + further.range("p.givenN", word));
    return List.of(family, given, further);
  }

  /** The longest word leads, because it leaves least to walk through; the index knows both names. */
  private List<Part> several(String lead, String second, List<String> rest) {
    Part family = new Part(Order.FAMILY);
    family.from("p.familyN", lead).where(family.range("p.givenN", second));
    Part given = new Part(Order.GIVEN);
    given
        .from("p.givenN", lead)
        .where(given.range("p.familyN", second))
        .where("NOT " + both(given, "p.familyN", lead, "p.givenN", second));
    Part further = new Part(Order.WORD);
    further.from("w.word", lead).where(anywhere(further, second));
    plainExcluded(further, lead, second);
    Part other = new Part(Order.WORD);
    other
        .from("w.word", second)
        .where("(" + other.range("p.familyN", lead) + " OR " + other.range("p.givenN", lead) + ")")
        .where("NOT " + other.furtherWord(lead));
    plainExcluded(other, lead, second);
    List<Part> parts = List.of(family, given, further, other);
    parts.forEach(part -> rest.forEach(word -> part.where(anywhere(part, word))));
    return parts;
  }

  private void plainExcluded(Part part, String lead, String second) {
    part.where("NOT " + both(part, "p.familyN", lead, "p.givenN", second))
        .where("NOT " + both(part, "p.givenN", lead, "p.familyN", second));
  }

  private static String both(Part part, String one, String lead, String two, String second) {
    return "(" + part.range(one, lead) + " AND " + part.range(two, second) + ")";
  }

  private static String anywhere(Part part, String word) {
    return "(" + part.range("p.familyN", word) + " OR " + part.range("p.givenN", word) + " OR " + part.furtherWord(word) + ")";
  }

  private enum Order {
    FAMILY("p.familyN", "p.givenN"),
    GIVEN("p.givenN", "p.familyN"),
    /** By a further word: found through its own table, which is small. */
    WORD("p.familyN", "p.givenN");

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
    private final StringBuilder where = new StringBuilder(scope.where("p", "id"));
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    Part(Order order) {
      this.order = order;
    }

    Part where(String condition) {
      where.append(" AND ").append(condition);
      return this;
    }

    Part from(String column, String word) {
      return where(range(column, word));
    }

    String range(String column, String word) {
      String name = name(word);
      return "(" + column + " >= :" + name + " AND " + column + " < :" + name + "End)";
    }

    String furtherWord(String word) {
      return "EXISTS (SELECT x.id FROM PersonWord x WHERE x.person = p.id AND " + range("x.word", word) + ")";
    }

    private String name(String word) {
      String name = names.computeIfAbsent(word, w -> "word" + names.size());
      values.put(name, word);
      values.put(name + "End", word + END);
      return name;
    }

    List<PersonRow> rows(PersonRow last, int limit) {
      boolean joined = order == Order.WORD || scope.reach() == Reach.OWN;
      String text =
          "SELECT " + (joined ? "DISTINCT " : "") + ROW + " FROM " + scope.from("Person", "p", "id")
              + (order == Order.WORD ? " JOIN PersonWord w ON w.person = p.id" : "")
              + " WHERE " + where + (last == null ? "" : after())
              + " ORDER BY " + order.first + ", " + order.then + ", p.id";
      TypedQuery<PersonRow> query = scope.bind(em.createQuery(text, PersonRow.class)).setMaxResults(limit);
      values.forEach(query::setParameter);
      if (last != null) {
        query.setParameter("first", order.firstOf(last)).setParameter("then", order.thenOf(last)).setParameter("id", last.id());
      }
      return query.getResultList();
    }

    private String after() {
      return " AND " + order.first + " >= :first AND (" + order.first + " > :first OR " + order.then + " > :then OR ("
          + order.then + " = :then AND p.id > :id))";
    }
  }
}
