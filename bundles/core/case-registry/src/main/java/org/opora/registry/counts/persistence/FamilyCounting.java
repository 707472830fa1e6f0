package org.opora.registry.counts.persistence;

import java.time.LocalDate;
import org.opora.api.files.CareKind;
import org.opora.api.files.PartRole;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.registry.counts.domain.Ages;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.shared.persistence.Clause;

/**
 * Agreements of a period, and the people in them. Somebody is in one on the days on which they are
 * in its family and it is in force.
 */
public record FamilyCounting(Period period) {
  /** Later than anything that lasts. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /** What ended before its first day never began: it was in force on no day. */
  private static final String BEGAN = " AND (t.ENDED_ON IS NULL OR t.ENDED_ON >= t.CONCLUDED_ON)";

  private static final String IN_FORCE =
      "t.CONCLUDED_ON <= ? AND (t.ENDED_ON IS NULL OR t.ENDED_ON >= ?)" + BEGAN;

  /** The alias {@code k} gives the key under which all others of a person are known. */
  private static final String UNDATED =
      "NOT EXISTS (SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE p.ID = k.K"
          + " AND p.BIRTH_DATE IS NOT NULL)";

  private static final String ELSEWHERE =
      "(SELECT MAX(p.BIRTH_DATE) FROM CASE_REGISTRY.PERSON p WHERE p.ID IN"
          + " (SELECT o.PERSON FROM ACCESS.CANONICAL_PERSON o WHERE o.CANONICAL = k.K))";

  private static final String YEAR =
      "(SELECT MAX(b.BORN_IN) FROM CASE_REGISTRY.PLACEMENT b WHERE b.CHILD = k.K OR b.CHILD IN"
          + " (SELECT o.PERSON FROM ACCESS.CANONICAL_PERSON o WHERE o.CANONICAL = k.K))";

  /** In force on the day. */
  public static Counting agreementsOn(String code, LocalDate day, CareKind kind) {
    return agreements(code, Clause.of(IN_FORCE, day, day), kind);
  }

  /** In force on some day of the period. */
  public Counting agreements(String code, CareKind kind) {
    return agreements(code, Clause.of(IN_FORCE, period.until(), period.from()), kind);
  }

  public Counting concluded(String code, CareKind kind) {
    return agreements(
        code,
        Clause.of(
            "t.CONCLUDED_ON >= ? AND t.CONCLUDED_ON <= ?" + BEGAN, period.from(), period.until()),
        kind);
  }

  /** Those whose last day lies in the period. */
  public Counting ended(String code, CareKind kind) {
    return agreements(
        code,
        Clause.of("t.ENDED_ON >= ? AND t.ENDED_ON <= ?" + BEGAN, period.from(), period.until()),
        kind);
  }

  private static Counting agreements(String code, Clause which, CareKind kind) {
    return new Counting(
        code,
        Measure.RECORDS,
        CountedKind.AGREEMENT,
        Counting.rows(
            "CASE_REGISTRY.AGREEMENT",
            kind == null ? which : which.then(" AND t.KIND = ?", kind.name())));
  }

  /** Carers in an agreement on some day of the period. */
  public Counting carers(String code, CareKind kind) {
    return people(code, part("CASE_REGISTRY.FILE_CARER", "PERSON", kind).then(carer()));
  }

  /** Children in an agreement on some day of the period. */
  public Counting children(String code, CareKind kind) {
    return people(code, part("CASE_REGISTRY.PLACEMENT", "CHILD", kind));
  }

  /** The same of those who are of this age on the last day of the period. */
  public Counting children(String code, Ages ages) {
    return people(
        code,
        Clause.of("SELECT k.K, k.N FROM (")
            .then(part("CASE_REGISTRY.PLACEMENT", "CHILD", null))
            .then(") k WHERE (")
            .then(
                ages == Ages.UNKNOWN
                    ? Clause.of(UNDATED + " AND " + ELSEWHERE + " IS NULL AND " + YEAR + " IS NULL")
                    : born(ages))
            .then(")"));
  }

  /**
   * By the date of the entry that they are known under, by that of another entry of theirs, or by
   * the year that is left of a child who was erased: nobody is older than its last day makes them.
   */
  private Clause born(Ages ages) {
    LocalDate latest = period.until().minusYears(ages.from());
    LocalDate after = ages.before() == null ? null : period.until().minusYears(ages.before());
    Clause own =
        Clause.of("EXISTS (SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE p.ID = k.K AND ")
            .then(between("p.BIRTH_DATE", latest, after))
            .then(")");
    Clause elsewhere =
        Clause.of("(" + UNDATED + " AND ").then(between(ELSEWHERE, latest, after)).then(")");
    Clause year =
        Clause.of("(" + UNDATED + " AND " + ELSEWHERE + " IS NULL AND ")
            .then(between(YEAR, wholeYears(latest), after == null ? null : wholeYears(after)))
            .then(")");
    return own.then(" OR ").then(elsewhere).then(" OR ").then(year);
  }

  private static Clause between(String born, Object latest, Object after) {
    Clause until = Clause.of(born + " <= ?", latest);
    return after == null ? until : until.then(" AND " + born + " > ?", after);
  }

  /** The last year that is over on the day. */
  private static int wholeYears(LocalDate day) {
    return day.plusDays(1).getYear() - 1;
  }

  private static Clause carer() {
    return Clause.of(" AND m.PART_ROLE = ?", PartRole.CARER.name());
  }

  /** Carers and children together, and whoever evidence tells of. */
  public Counting served(String code, Counting evidence) {
    return people(
        code,
        part("CASE_REGISTRY.FILE_CARER", "PERSON", null)
            .then(carer())
            .then(" UNION ")
            .then(part("CASE_REGISTRY.PLACEMENT", "CHILD", null))
            .then(" UNION ")
            .then(evidence.keys()));
  }

  private static Counting people(String code, Clause keys) {
    return new Counting(code, Measure.PEOPLE, CountedKind.PERSON, keys);
  }

  private Clause part(String table, String person, CareKind kind) {
    String whose = "m." + person;
    Clause part =
        Clause.of(
            "SELECT DISTINCT "
                + Counting.canonical(whose)
                + " AS K"
                + Counting.ONE
                + " FROM "
                + table
                + " m JOIN CASE_REGISTRY.AGREEMENT t ON t.FILE = m.FILE"
                + Counting.joined(whose)
                + " WHERE m.SINCE_DAY <= ? AND COALESCE(m.UNTIL_DAY, ?) >= ? AND "
                + IN_FORCE
                + " AND m.SINCE_DAY <= COALESCE(t.ENDED_ON, ?)"
                + " AND COALESCE(m.UNTIL_DAY, ?) >= t.CONCLUDED_ON",
            period.until(),
            NEVER,
            period.from(),
            period.until(),
            period.from(),
            NEVER,
            NEVER);
    return kind == null ? part : part.then(" AND t.KIND = ?", kind.name());
  }
}
