package org.opora.registry.staff.persistence;

import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingKind;

/**
 * Who works for the centre in a period. Somebody does on the days of their posts; who has no post
 * written down is not counted.
 */
public record StaffCounting(Period period) {
  private static final String POSTS = "CASE_REGISTRY.STAFF_POST p";
  private static final String ONE = ", CAST(1 AS BIGINT) AS N FROM ";
  private static final String ENTRY = "CASE_REGISTRY.STAFF_TRAINING";

  /**
   * Which posts.
   *
   * @param clause what is added to the condition
   */
  public record Which(Clause clause) {
    public static final Which ALL = new Which(Clause.of(""));

    /** Those for whom the duty of further training of social workers applies. */
    public static final Which SOCIAL = new Which(Clause.of(" AND p.SOCIAL_WORKER = TRUE"));

    /** On what somebody works. */
    public static Which on(EmploymentKind kind) {
      return new Which(Clause.of(" AND p.KIND = ?", kind.name()));
    }

    /** What somebody does. */
    public static Which as(PostCode code) {
      return new Which(Clause.of(" AND p.CODE = ?", code.name()));
    }
  }

  /** Everybody with such a post on some day of the period. */
  public Counting people(String figure, Which which) {
    return staff(
        figure,
        Measure.PEOPLE,
        Clause.of("SELECT DISTINCT p.STAFF AS K" + ONE + POSTS + " WHERE ")
            .then(held())
            .then(which.clause()));
  }

  /**
   * How much of full times such posts are on the last day; a post of which nobody said how much it
   * is counts as nothing.
   */
  public Counting shares(String figure, Which which) {
    Clause shares =
        Clause.of(
                "SELECT p.STAFF AS K, CAST(SUM(s.HUNDREDTHS) AS BIGINT) AS N FROM "
                    + POSTS
                    + " JOIN CASE_REGISTRY.STAFF_SHARE s ON s.POST = p.ID WHERE ")
            .then(new StaffCounting(new Period(period.until(), period.until())).held())
            .then(
                " AND s.SINCE_DAY <= ? AND NOT EXISTS (SELECT o.ID FROM CASE_REGISTRY.STAFF_SHARE o"
                    + " WHERE o.POST = p.ID AND o.SINCE_DAY > s.SINCE_DAY AND o.SINCE_DAY <= ?)",
                period.until(),
                period.until());
    return staff(figure, Measure.SHARES, shares.then(which.clause()).then(" GROUP BY p.STAFF"));
  }

  private Clause held() {
    return Clause.of(
        "p.SINCE_DAY <= ? AND (p.UNTIL_DAY IS NULL OR p.UNTIL_DAY >= ?)",
        period.until(),
        period.from());
  }

  /** Everybody who took part in something of this kind. */
  public Counting learners(String figure, TrainingKind kind) {
    return staff(
        figure,
        Measure.PEOPLE,
        Clause.of("SELECT DISTINCT t.STAFF AS K" + ONE + ENTRY + " t WHERE ").then(entries(kind)));
  }

  /** The time that each of them spent with it. */
  public Counting learnt(String figure, TrainingKind kind) {
    return staff(
        figure,
        Measure.MINUTES,
        Clause.of(
                "SELECT t.STAFF AS K, CAST(SUM(t.MINUTES) AS BIGINT) AS N FROM "
                    + ENTRY
                    + " t WHERE ")
            .then(entries(kind))
            .then(" GROUP BY t.STAFF"));
  }

  private Clause entries(TrainingKind kind) {
    return Clause.of(
        "t.HELD_ON >= ? AND t.HELD_ON <= ? AND t.KIND = ?",
        period.from(),
        period.until(),
        kind.name());
  }

  private static Counting staff(String figure, Measure measure, Clause keys) {
    return new Counting(figure, measure, CountedKind.STAFF, keys);
  }
}
