package org.opora.registry.shared.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;

/**
 * A part of a hand-written statement with the values it names, in their order. Only texts of this
 * bundle become SQL, values never do.
 *
 * @param parts of the text; put together once, when the statement is asked, because a long one
 *     would be copied with every part that is added
 */
public record Clause(List<String> parts, List<Object> values) {
  private static final String RELATION =
      "r.STAFF = ? AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?)";

  private static final String STANDS =
      " AND x.LIFTED_ON IS NULL AND (x.UNTIL_DAY IS NULL OR x.UNTIL_DAY >= ?)";

  private static final String NO_WALL =
      "NOT EXISTS (SELECT x.ID FROM ACCESS.WALL x WHERE x.STAFF = ? AND x.SUBJECT = ";

  private static final String NOR_AT_ANOTHER_KEY =
      STANDS
          + ") AND NOT EXISTS (SELECT x.ID FROM ACCESS.SAME_KEY y"
          + " JOIN ACCESS.WALL x ON x.SUBJECT = y.OTHER WHERE y.PERSON = ";

  private static final String OF_THEIRS = " AND x.STAFF = ?" + STANDS + ")";

  public Clause {
    parts = List.copyOf(parts);
    values = List.copyOf(values);
  }

  public static Clause of(String text, Object... values) {
    return new Clause(List.of(text), List.of(values));
  }

  /** The statement, or what there is of it. */
  public String text() {
    return String.join("", parts);
  }

  public Clause then(Clause other) {
    return new Clause(joined(parts, other.parts), joined(values, other.values));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one.size() + other.size());
    all.addAll(one);
    all.addAll(other);
    return all;
  }

  public Clause then(String more, Object... moreValues) {
    return then(of(more, moreValues));
  }

  public Clause and(Clause other) {
    return then(" AND ").then(other);
  }

  public Clause or(Clause other) {
    return of("(").then(this).then(" OR ").then(other).then(")");
  }

  public Clause not() {
    return of("NOT (").then(this).then(")");
  }

  /**
   * {@code column IN (...)}; the number of places is rounded up, so that few different statements
   * are ever prepared.
   */
  public static Clause in(String column, List<UUID> keys) {
    List<UUID> places = Chunks.rounded(keys);
    return among(column, places.size(), List.copyOf(places));
  }

  /** {@code column IN (...)} for a few texts, at least one. */
  public static Clause among(String column, Collection<String> texts) {
    return among(column, texts.size(), List.copyOf(texts));
  }

  /**
   * The same for days, at least one; the last one is repeated up to a power of two, so that few
   * different statements are ever prepared.
   */
  public static Clause onOneOf(String column, Collection<LocalDate> days) {
    List<Object> places = new ArrayList<>(days);
    int rounded = Integer.highestOneBit(Math.max(1, places.size() - 1)) * 2;
    while (places.size() < rounded) {
      places.add(places.get(places.size() - 1));
    }
    return among(column, places.size(), places);
  }

  private static Clause among(String column, int places, List<Object> values) {
    return new Clause(List.of(column, " IN (?", ", ?".repeat(places - 1), ")"), values);
  }

  /**
   * What {@link Scope} says, as SQL: the condition that {@code column} names a subject that is the
   * viewer's own today, and no wall stands. With OWN the alias {@code r} must be ACCESS.RELATION.
   */
  public static Clause scope(Scope scope, String column) {
    Clause wall =
        new Clause(
            List.of(NO_WALL, column, NOR_AT_ANOTHER_KEY, column, OF_THEIRS),
            List.of(scope.staff().value(), scope.today(), scope.staff().value(), scope.today()));
    return switch (scope.reach()) {
      case NONE -> of("1 = 0");
      case ALL -> wall;
      case OWN ->
          of(RELATION, scope.staff().value(), scope.today(), scope.today())
              .and(lasting(scope, "r"))
              .and(wall);
    };
  }

  /**
   * The same for few rows that something else finds: asked of each of them, without a join. What is
   * asked stays in one piece, so that no optimizer starts from it.
   */
  public static Clause reached(Scope scope, String column) {
    return own(scope)
        ? of("EXISTS (SELECT r.SUBJECT FROM ACCESS.RELATION r WHERE r.SUBJECT = "
                + column
                + " AND ")
            .then(scope(scope, column))
            .then(")")
        : scope(scope, column);
  }

  /**
   * That a wall stands before the viewer.
   *
   * @param alias of ACCESS.WALL
   */
  public static Clause standing(Scope scope, String alias) {
    return of(
        alias + ".STAFF = ?" + STANDS.replace("x.", alias + "."),
        scope.staff().value(),
        scope.today());
  }

  /**
   * That a relation lasts: what was lent for reading counts until its moment, and only where the
   * scope reads.
   *
   * @param alias of ACCESS.RELATION
   */
  public static Clause lasting(Scope scope, String alias) {
    String expires = alias + ".EXPIRES";
    return scope.moment() == null
        ? of(expires + " IS NULL")
        : of("(" + expires + " IS NULL OR " + expires + " > ?)", scope.moment().toEpochMilli());
  }

  /** Whether the scope starts from the relations. */
  public static boolean own(Scope scope) {
    return scope.reach() == Reach.OWN;
  }
}
