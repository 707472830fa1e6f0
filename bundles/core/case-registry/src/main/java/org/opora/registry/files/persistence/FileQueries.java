package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/** Covers of case files. */
public final class FileQueries {
  private static final String ROW =
      "NEW org.opora.registry.files.persistence.FileRow(f.id, f.kind, f.number, f.familyName,"
          + " f.windsDownFrom, f.closedOn, f.familyN, f.numberN, f.archivedOn)";
  private final EntityManager em;

  public FileQueries(EntityManager em) {
    this.em = em;
  }

  /** One file, without asking who wants it. */
  public Optional<FileRow> row(UUID file) {
    return cover(file).map(CoverRow::file);
  }

  /**
   * The whole cover of one file, without asking who wants it. It counts what hangs on few files, so
   * that nobody asks for it where there is none.
   */
  public Optional<CoverRow> cover(UUID file) {
    return Sql.query(
            em,
            Clause.of(
                "SELECT f.ID, f.FILE_NUMBER, f.FAMILY_NAME, f.WINDS_DOWN_FROM, f.CLOSED_ON,"
                    + " f.FAMILY_N, f.NUMBER_N, f.VERSION, f.OPENED_ON, f.MOVED_IN, f.KIND,"
                    + " f.CLOSED_FOR, f.ARCHIVED_ON,"
                    + " (SELECT COUNT(r.ID) FROM CASE_REGISTRY.FILE_REOPENED r WHERE r.FILE = f.ID),"
                    + " (SELECT COUNT(d.ID) FROM CASE_REGISTRY.DOUBT d WHERE d.FILE = f.ID"
                    + " AND d.SETTLED_ON IS NULL),"
                    + " (SELECT COUNT(s.ID) FROM CASE_REGISTRY.APPLICANT_STAGE s"
                    + " WHERE s.FILE = f.ID AND s.STRUCK_ON IS NULL)"
                    + " FROM CASE_REGISTRY.CASE_FILE f WHERE f.ID = ?",
                file),
            FileQueries::coverRow)
        .stream()
        .findFirst();
  }

  private static CoverRow coverRow(ResultSet row) throws SQLException {
    FileRow file =
        new FileRow(
            Sql.key(row, 1),
            FileKind.valueOf(row.getString(11)),
            row.getString(2),
            row.getString(3),
            Sql.day(row, 4),
            Sql.day(row, 5),
            row.getString(6),
            row.getString(7),
            Sql.day(row, 13));
    return new CoverRow(
        file,
        row.getLong(8),
        Sql.day(row, 9),
        row.getString(12),
        Sql.day(row, 10),
        row.getInt(14) > 0,
        row.getInt(15) > 0,
        row.getInt(16) > 0);
  }

  /** How often a file was closed for this reason, in the whole centre, also before it went on. */
  public static long closedFor(EntityManager em, String code) {
    long now =
        em.createQuery("SELECT COUNT(f.id) FROM CaseFile f WHERE f.closedFor = :code", Long.class)
            .setParameter("code", code)
            .getSingleResult();
    long before =
        em.createQuery("SELECT COUNT(r.id) FROM Reopened r WHERE r.closedFor = :code", Long.class)
            .setParameter("code", code)
            .getSingleResult();
    return now + before;
  }

  /** Those of these files that are in the scope. */
  public List<FileRow> rows(Scope scope, List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            scope
                .bind(em.createQuery(select(scope) + " AND f.id IN :files", FileRow.class))
                .setParameter("files", some)
                .getResultList());
  }

  /** Keys of those of these files that lie in the archive. */
  public List<UUID> archived(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT f.id FROM CaseFile f WHERE f.id IN :files AND f.archivedOn IS NOT NULL",
                    UUID.class)
                .setParameter("files", some)
                .getResultList());
  }

  public Optional<FileRow> byNumber(Scope scope, String number) {
    return scope
        .bind(
            em.createQuery(
                select(scope) + " AND f.number = :number AND f.archivedOn IS NULL", FileRow.class))
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** By folded family name, number and key. */
  public Page<FileRow> page(
      Scope scope, FileKind kind, FileStatus status, String after, int limit) {
    FileRow last = Optional.ofNullable(Cursors.key(after)).flatMap(this::row).orElse(null);
    String following =
        last == null
            ? ""
            : " AND f.familyN >= :family AND (f.familyN > :family OR f.numberN > :number OR"
                + " (f.numberN = :number AND f.id > :id))";
    TypedQuery<FileRow> query =
        scope
            .bind(
                em.createQuery(
                    select(scope)
                        + condition(status)
                        + (kind == null ? "" : " AND f.kind = :kind")
                        + following
                        + " ORDER BY f.familyN, f.numberN, f.id",
                    FileRow.class))
            .setMaxResults(limit + 1);
    bindStatus(scope, status, query);
    if (kind != null) {
      query.setParameter("kind", kind);
    }
    if (last != null) {
      query
          .setParameter("family", last.familyN())
          .setParameter("number", last.numberN())
          .setParameter("id", last.id());
    }
    return Cursors.page(query.getResultList(), limit, FileRow::id);
  }

  public long count(Scope scope, FileStatus status) {
    TypedQuery<Long> query =
        scope.bind(
            em.createQuery(
                "SELECT COUNT(DISTINCT f.id) FROM "
                    + scope.from("CaseFile", "f", "id")
                    + " WHERE "
                    + scope.where("f", "id")
                    + condition(status),
                Long.class));
    bindStatus(scope, status, query);
    return query.getSingleResult();
  }

  private static String select(Scope scope) {
    return "SELECT "
        + (scope.reach() == Reach.OWN ? "DISTINCT " : "")
        + ROW
        + " FROM "
        + scope.from("CaseFile", "f", "id")
        + " WHERE "
        + scope.where("f", "id");
  }

  private static String condition(FileStatus status) {
    if (status == null) {
      return " AND f.archivedOn IS NULL";
    }
    return switch (status) {
      case CLOSED -> " AND f.closedOn IS NOT NULL AND f.archivedOn IS NULL";
      case ARCHIVED -> " AND f.archivedOn IS NOT NULL";
      case WINDING_DOWN -> " AND f.closedOn IS NULL AND f.windsDownFrom <= :asOf";
      case OPEN ->
          " AND f.closedOn IS NULL AND (f.windsDownFrom IS NULL OR f.windsDownFrom > :asOf)";
    };
  }

  private static void bindStatus(Scope scope, FileStatus status, TypedQuery<?> query) {
    if (status == FileStatus.OPEN || status == FileStatus.WINDING_DOWN) {
      query.setParameter("asOf", scope.today());
    }
  }
}
