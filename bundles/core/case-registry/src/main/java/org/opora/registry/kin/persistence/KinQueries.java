package org.opora.registry.kin.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.access.Scope;
import org.opora.api.files.FileKind;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinRhythm;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Reads of relationships and households, each one query whatever the number of people. */
public final class KinQueries {
  private final EntityManager em;

  public KinQueries(EntityManager em) {
    this.em = em;
  }

  /** All ties of these people, from either side, those struck out included. */
  public List<KinTie> ties(List<UUID> people) {
    Map<UUID, KinTie> ties = new LinkedHashMap<>();
    for (String side : List.of("first", "other")) {
      some(KinTie.class, side, people).forEach(tie -> ties.put(tie.id(), tie));
    }
    return List.copyOf(ties.values());
  }

  /** Every day somebody of these spent in a household, those struck out included. */
  public List<KinMember> memberships(List<UUID> people) {
    return some(KinMember.class, "person", people);
  }

  public List<KinMember> members(List<UUID> households) {
    return some(KinMember.class, "household", households);
  }

  public List<KinHousehold> households(List<UUID> households) {
    return some(KinHousehold.class, "id", households);
  }

  /** What holds or held in these relationships, the latest first, without mistakes. */
  public List<KinRhythm> rhythms(List<UUID> ties) {
    return Chunks.ask(
        ties,
        part ->
            em.createQuery(
                    "SELECT r FROM KinRhythm r WHERE r.tie IN :ties AND r.struckOn IS NULL ORDER BY"
                        + " r.since DESC, r.id DESC",
                    KinRhythm.class)
                .setParameter("ties", part)
                .getResultList());
  }

  public List<KinSex> sexes(List<UUID> people) {
    return some(KinSex.class, "person", people);
  }

  private <T> List<T> some(Class<T> type, String field, List<UUID> keys) {
    return Chunks.ask(
        keys,
        part ->
            em.createQuery(
                    "SELECT t FROM " + type.getSimpleName() + " t WHERE t." + field + " IN :keys",
                    type)
                .setParameter("keys", part)
                .getResultList());
  }

  /**
   * Carers and children of files in the scope, where one of the two is among these people. Archived
   * files are not named: the archive is asked for with a reason.
   */
  public List<FosterRow> fosters(Scope files, List<UUID> people) {
    Map<List<Object>, FosterRow> rows = new LinkedHashMap<>();
    for (String side : List.of("c.PERSON", "p.CHILD")) {
      Function<List<UUID>, List<FosterRow>> ask = part -> fosters(files, side, part);
      Chunks.ask(people, ask)
          .forEach(
              row ->
                  rows.put(
                      List.of(
                          row.file(), row.carer(), row.carerSince(), row.child(), row.childSince()),
                      row));
    }
    return List.copyOf(rows.values());
  }

  /** Carers and children of these files, as far as they are in the scope. */
  public List<FosterRow> fostersOf(Scope scope, List<UUID> files) {
    return Chunks.ask(files, part -> fosters(scope, "f.ID", part));
  }

  private List<FosterRow> fosters(Scope files, String side, List<UUID> people) {
    return Sql.query(
        em,
        Clause.of(
                "SELECT DISTINCT f.ID, f.FILE_NUMBER, c.PERSON, c.SINCE_DAY, c.UNTIL_DAY, p.CHILD,"
                    + " p.SINCE_DAY, p.UNTIL_DAY FROM CASE_REGISTRY.CASE_FILE f"
                    + (Clause.own(files) ? " JOIN ACCESS.RELATION r ON r.SUBJECT = f.ID" : "")
                    + " JOIN CASE_REGISTRY.FILE_CARER c ON c.FILE = f.ID"
                    + " JOIN CASE_REGISTRY.PLACEMENT p ON p.FILE = f.ID"
                    + " WHERE c.PART_ROLE = 'CARER' AND f.ARCHIVED_ON IS NULL AND ")
            .then(Clause.in(side, people))
            .and(Clause.scope(files, "f.ID")),
        row ->
            new FosterRow(
                Sql.key(row, 1),
                row.getString(2),
                Sql.key(row, 3),
                Sql.day(row, 4),
                Sql.day(row, 5),
                Sql.key(row, 6),
                Sql.day(row, 7),
                Sql.day(row, 8)));
  }

  /** The file in the scope in which each of these children is placed on that day. */
  public Map<UUID, UUID> placed(Scope files, List<UUID> children, LocalDate day) {
    Map<UUID, UUID> placed = new LinkedHashMap<>();
    Function<List<UUID>, List<UUID[]>> ask =
        part ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT DISTINCT p.CHILD, p.FILE FROM CASE_REGISTRY.PLACEMENT p"
                            + (Clause.own(files)
                                ? " JOIN ACCESS.RELATION r ON r.SUBJECT = p.FILE"
                                : "")
                            + " WHERE ")
                    .then(Clause.in("p.CHILD", part))
                    .then(
                        " AND p.SINCE_DAY <= ? AND (p.UNTIL_DAY IS NULL OR p.UNTIL_DAY >= ?)",
                        day,
                        day)
                    .and(Clause.scope(files, "p.FILE")),
                row -> new UUID[] {Sql.key(row, 1), Sql.key(row, 2)});
    Chunks.ask(children, ask).forEach(row -> placed.put(row[0], row[1]));
    return placed;
  }

  /**
   * Stays of one child, under these keys, with foster carers, in files in the scope. What the file
   * was on the days of the stay decides, not what it is today. Of archived files nothing is told.
   */
  public List<StayAt> stays(Scope files, List<UUID> child) {
    if (child.isEmpty()) {
      return List.of();
    }
    return Sql.query(
        em,
        Clause.of(
                "SELECT DISTINCT f.ID, f.FILE_NUMBER, f.FAMILY_NAME, p.SINCE_DAY, p.UNTIL_DAY,"
                    // What became something else, such as adopters, was a foster family until then.
                    + " f.KIND, (SELECT MAX(c.UNTIL_DAY) FROM CASE_REGISTRY.FILE_CARER c"
                    + " WHERE c.FILE = f.ID AND c.PART_ROLE = 'CARER')"
                    + " FROM CASE_REGISTRY.CASE_FILE f"
                    + (Clause.own(files) ? " JOIN ACCESS.RELATION r ON r.SUBJECT = f.ID" : "")
                    + " JOIN CASE_REGISTRY.PLACEMENT p ON p.FILE = f.ID"
                    + " WHERE ("
                    + together("c.PART_ROLE = 'CARER'")
                    + " OR f.KIND = 'FOSTER_FAMILY' AND NOT "
                    + together("c.PART_ROLE <> 'CARER'")
                    + ") AND f.ARCHIVED_ON IS NULL AND ")
            .then(Clause.in("p.CHILD", child))
            .and(Clause.scope(files, "f.ID")),
        row ->
            new StayAt(
                Sql.key(row, 1),
                row.getString(2),
                row.getString(3),
                Sql.day(row, 4),
                FileKind.valueOf(row.getString(6)).agreement()
                    ? Sql.day(row, 5)
                    : earlier(Sql.day(row, 5), Sql.day(row, 7))));
  }

  /** Whether somebody was in the file in such a part on a day of the stay. */
  private static String together(String part) {
    return "EXISTS (SELECT c.ID FROM CASE_REGISTRY.FILE_CARER c WHERE c.FILE = f.ID AND "
        + part
        + " AND (p.UNTIL_DAY IS NULL OR c.SINCE_DAY <= p.UNTIL_DAY)"
        + " AND (c.UNTIL_DAY IS NULL OR c.UNTIL_DAY >= p.SINCE_DAY))";
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
