package org.opora.registry.directory.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.ids.BodyId;
import org.opora.api.paging.Page;
import org.opora.registry.directory.domain.BodyName;
import org.opora.registry.directory.domain.Official;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/** Reads of the directory. Lists go by the folded name, then by key. */
public final class BodyQueries {
  private static final String ROW =
      "SELECT b.ID, b.KIND, b.NAME, b.STREET, b.TOWN, b.POSTAL_CODE, b.DATA_BOX, b.EMAIL, b.PHONE, b.ICO,"
          + " b.SINCE_DAY, b.UNTIL_DAY, b.REPLACED_BY FROM CASE_REGISTRY.BODY b WHERE ";

  /** Greater than every letter, on both databases: a prefix becomes a range. */
  private static final String END = "\uffff";

  private final EntityManager em;

  public BodyQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * @param words folded; a body is found by the beginnings of all of them
   * @param kind null for every kind
   * @param day only entries that hold on it; null for all
   */
  public Page<BodyRow> page(List<String> words, Kind kind, LocalDate day, String after, int limit) {
    Clause where = Clause.of("1 = 1");
    if (kind != null) {
      where = where.and(Clause.of("b.KIND = ?", kind.name()));
    }
    if (day != null) {
      where =
          where
              .and(Clause.of("(b.UNTIL_DAY IS NULL OR b.UNTIL_DAY >= ?)", day))
              .and(Clause.of("(b.SINCE_DAY IS NULL OR b.SINCE_DAY <= ?)", day));
    }
    for (String word : words) {
      where =
          where.and(
              Clause.of(
                  "EXISTS (SELECT w.ID FROM CASE_REGISTRY.BODY_WORD w WHERE w.BODY = b.ID"
                      + " AND w.WORD >= ? AND w.WORD < ?)",
                  word,
                  word + END));
    }
    Clause asked =
        Clause.of(ROW)
            .then(where)
            .then(beyond(Cursors.key(after)))
            .then(" ORDER BY b.NAME_N, b.ID FETCH FIRST ? ROWS ONLY", limit + 1);
    return Cursors.page(Sql.query(em, asked, BodyQueries::row), limit, row -> row.id().value());
  }

  /** What stands after the body of the cursor; everything when that body is no more. */
  private Clause beyond(UUID last) {
    List<String> names =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT b.NAME_N FROM CASE_REGISTRY.BODY b WHERE b.ID = ?", last),
                row -> row.getString(1));
    if (names.isEmpty()) {
      return Clause.of("");
    }
    String name = names.get(0);
    return Clause.of(" AND (b.NAME_N > ? OR (b.NAME_N = ? AND b.ID > ?))", name, name, last);
  }

  public List<BodyRow> rows(List<UUID> bodies) {
    return Chunks.ask(
        bodies,
        some -> Sql.query(em, Clause.of(ROW).then(Clause.in("b.ID", some)), BodyQueries::row));
  }

  /** Those for whom this one goes on. */
  public List<BodyRow> replacedBy(BodyId body) {
    return Sql.query(
        em,
        Clause.of(ROW).then("b.REPLACED_BY = ? ORDER BY b.NAME_N, b.ID", body.value()),
        BodyQueries::row);
  }

  /** The last one first. */
  public List<BodyName> names(BodyId body) {
    return em.createQuery(
            "SELECT n FROM BodyName n WHERE n.body = :body ORDER BY n.until DESC, n.id DESC",
            BodyName.class)
        .setParameter("body", body.value())
        .getResultList();
  }

  public List<Official> officials(BodyId body) {
    return em.createQuery("SELECT o FROM Official o WHERE o.body = :body", Official.class)
        .setParameter("body", body.value())
        .getResultList();
  }

  private static BodyRow row(ResultSet row) throws SQLException {
    UUID successor = Sql.key(row, 13);
    return new BodyRow(
        new BodyId(Sql.key(row, 1)),
        Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        Sql.day(row, 11),
        Sql.day(row, 12),
        successor == null ? null : new BodyId(successor));
  }
}
