package org.opora.registry.counts.persistence;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.evidence.Evidence;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * What evidence says of a period. A fact belongs to the period in which it began. What was taken
 * over from before as a sum is no event of the centre and is left out.
 *
 * @param kinds of the evidence, at least one
 * @param form in which it was; null for any
 */
public record EvidenceCounting(Period period, Set<String> kinds, String form) {
  private static final String TABLE = " FROM CASE_REGISTRY.EVIDENCE e";

  /**
   * Rounded to the minute in one way by every database. What has no time has none, and not NULL:
   * Derby would write a warning for each that it leaves out, at the end of a chain through which it
   * goes from the beginning.
   */
  private static final String MINUTES =
      "CAST(FLOOR(CAST(MAX(CASE WHEN e.UNIT = '"
          + Evidence.HOURS
          + "' THEN e.QUANTITY * 60 WHEN e.UNIT = '"
          + Evidence.MINUTES
          + "' THEN e.QUANTITY ELSE 0 END) AS DOUBLE PRECISION) + 0.5) AS BIGINT)";

  private static final String TIMED =
      " AND e.QUANTITY IS NOT NULL AND e.UNIT IN ('"
          + Evidence.MINUTES
          + "', '"
          + Evidence.HOURS
          + "')";

  public EvidenceCounting(Period period, Set<String> kinds) {
    this(period, kinds, null);
  }

  /** Everybody of whom it tells, once. */
  public Counting people(String code) {
    return new Counting(
        code,
        Measure.PEOPLE,
        CountedKind.PERSON,
        Clause.of(
                "SELECT DISTINCT "
                    + Counting.canonical("e.PERSON")
                    + " AS K"
                    + Counting.ONE
                    + TABLE
                    + Counting.joined("e.PERSON")
                    + " WHERE e.PERSON IS NOT NULL AND ")
            .then(which()));
  }

  /** Every record once, whoever it tells of. */
  public Counting events(String code) {
    return new Counting(
        code,
        Measure.EVENTS,
        CountedKind.EVIDENCE,
        Clause.of("SELECT DISTINCT e.SOURCE AS K" + Counting.ONE + TABLE + " WHERE ")
            .then(which()));
  }

  /** The time of every record once, whoever was there. */
  public Counting minutes(String code) {
    return new Counting(
        code,
        Measure.MINUTES,
        CountedKind.EVIDENCE,
        Clause.of("SELECT e.SOURCE AS K, " + MINUTES + " AS N" + TABLE + " WHERE ")
            .then(which())
            .then(TIMED + " GROUP BY e.SOURCE"));
  }

  /** The days of every record once, the first and the last one included. */
  public Counting days(EntityManager em, String code) {
    return new Counting(
        code,
        Measure.DAYS,
        CountedKind.EVIDENCE,
        Clause.of(
                "SELECT e.SOURCE AS K, CAST(MAX("
                    + Sql.daysBetween(em, "e.HAPPENED_ON", "COALESCE(e.UNTIL_DAY, e.HAPPENED_ON)")
                    + " + 1) AS BIGINT) AS N"
                    + TABLE
                    + " WHERE ")
            .then(which())
            .then(" GROUP BY e.SOURCE"));
  }

  private Clause which() {
    Clause which =
        Clause.among("e.KIND", kinds)
            .then(
                " AND e.HAPPENED_ON >= ? AND e.HAPPENED_ON <= ? AND e.OPENING_BALANCE = FALSE",
                period.from(),
                period.until());
    return form == null ? which : which.then(" AND e.FORM = ?", form);
  }

  /**
   * The same figures of each kind, in two statements however many kinds there are.
   *
   * @return by kind; one without evidence is missing
   */
  public Map<String, Each> each(EntityManager em) {
    Map<String, Each> all = new HashMap<>();
    Sql.query(
            em,
            Clause.of(
                    "SELECT x.KIND, COUNT(*) FROM (SELECT DISTINCT e.KIND AS KIND, "
                        + Counting.canonical("e.PERSON")
                        + " AS K"
                        + TABLE
                        + Counting.joined("e.PERSON")
                        + " WHERE e.PERSON IS NOT NULL AND ")
                .then(which())
                .then(") x GROUP BY x.KIND"),
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(one -> all.put(one.getKey(), new Each(one.getValue(), 0, 0)));
    Sql.query(
            em,
            Clause.of(
                    "SELECT x.KIND, COUNT(*), COALESCE(SUM(x.N), 0) FROM (SELECT e.KIND AS KIND,"
                        + " e.SOURCE AS K, "
                        + MINUTES
                        + " AS N"
                        + TABLE
                        + " WHERE ")
                .then(which())
                .then(" GROUP BY e.KIND, e.SOURCE) x GROUP BY x.KIND"),
            row -> Map.entry(row.getString(1), List.of(row.getLong(2), row.getLong(3))))
        .forEach(
            one ->
                all.put(
                    one.getKey(),
                    new Each(
                        all.getOrDefault(one.getKey(), Each.NONE).people(),
                        one.getValue().get(0),
                        one.getValue().get(1))));
    return all;
  }

  /** The same figures of all of them together, in two statements. */
  public Each total(EntityManager em) {
    long people = new CountQueries(em).sum(people("people"));
    return Sql.query(
            em,
            Clause.of(
                    "SELECT COUNT(*), COALESCE(SUM(x.N), 0) FROM (SELECT e.SOURCE AS K, "
                        + MINUTES
                        + " AS N"
                        + TABLE
                        + " WHERE ")
                .then(which())
                .then(" GROUP BY e.SOURCE) x"),
            row -> new Each(people, row.getLong(1), row.getLong(2)))
        .get(0);
  }

  /** Figures of one row. */
  public record Each(long people, long events, long minutes) {
    public static final Each NONE = new Each(0, 0, 0);

    /** The one that is in this measure. */
    public long in(Measure measure) {
      return switch (measure) {
        case PEOPLE -> people;
        case EVENTS -> events;
        case MINUTES -> minutes;
        default -> throw new IllegalArgumentException("not counted in " + measure);
      };
    }
  }
}
