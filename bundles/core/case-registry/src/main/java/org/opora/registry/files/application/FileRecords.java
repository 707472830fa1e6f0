package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.History;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Reopened;
import org.opora.registry.files.persistence.DoubtRow;
import org.opora.registry.files.persistence.FileQueries;
import org.opora.registry.files.persistence.FileRow;
import org.opora.registry.files.persistence.PartRow;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** What else a file's cover shows: doubts, and who was there before. */
final class FileRecords {
  private final EntityManager em;
  private final Viewer viewer;
  private final CaseFileId file;

  FileRecords(EntityManager em, Viewer viewer, CaseFileId file) {
    this.em = em;
    this.viewer = viewer;
    this.file = file;
  }

  /**
   * @param scope files the viewer may see: the other file is named to nobody else
   */
  List<CaseFiles.Doubt> doubts(Scope scope) {
    List<DoubtRow> rows =
        Sql.query(
            em,
            Clause.of(
                "SELECT d.ID, d.KIND, d.NOTED_ON, d.PERSON, d.OTHER_FILE FROM CASE_REGISTRY.DOUBT d"
                    + " WHERE d.FILE = ? AND d.SETTLED_ON IS NULL ORDER BY d.NOTED_ON DESC, d.ID"
                    + " DESC",
                file.value()),
            row ->
                new DoubtRow(
                    Sql.key(row, 1),
                    row.getString(2),
                    Sql.day(row, 3),
                    Sql.key(row, 4),
                    Sql.key(row, 5)));
    Map<UUID, String> others = new HashMap<>();
    if (!scope.empty()) {
      new FileQueries(em)
          .rows(scope, rows.stream().map(DoubtRow::otherFile).distinct().toList())
          .forEach((FileRow other) -> others.put(other.id(), other.number()));
    }
    return rows.stream()
        .map(
            row -> {
              String number = others.get(row.otherFile());
              return new CaseFiles.Doubt(
                  row.id(),
                  row.kind(),
                  row.notedOn(),
                  new PersonId(row.person()),
                  number == null ? null : new CaseFileId(row.otherFile()),
                  number,
                  Refusals.text("doubt." + row.kind()));
            })
        .toList();
  }

  /** How often it was closed before and went on, the last time first. */
  List<CaseFiles.Reopening> reopened() {
    return em.createQuery(
            "SELECT r FROM Reopened r WHERE r.file = :file ORDER BY r.day DESC, r.id DESC",
            Reopened.class)
        .setParameter("file", file.value())
        .getResultStream()
        .map(row -> new CaseFiles.Reopening(row.closedOn(), row.closedFor(), row.day(), row.why()))
        .toList();
  }

  History history() {
    List<CaseFiles.Assignment> assignments =
        em.createQuery(
                "SELECT a FROM Assignment a WHERE a.file = :file ORDER BY a.since DESC, a.kind",
                Assignment.class)
            .setParameter("file", file.value())
            .getResultStream()
            .map(row -> new CaseFiles.Assignment(row.staff(), row.kind(), row.since(), row.until()))
            .toList();
    Map<List<Object>, CaseFiles.Leaving> left = left();
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    List<CaseFiles.Part> carers =
        walls
            .bind(
                em.createQuery(
                    "SELECT NEW org.opora.registry.files.persistence.PartRow(t.file, p.id, t.role,"
                        + " p.given, p.family, p.birthDate, p.undisclosed, t.since, t.until) FROM"
                        + " FileCarer t JOIN Person p ON p.id = t.person WHERE t.file = :file AND "
                        + walls.where("p", "id")
                        + " ORDER BY t.since DESC, t.id",
                    PartRow.class))
            .setParameter("file", file.value())
            .getResultStream()
            .map(
                row ->
                    new CaseFiles.Part(
                        new PersonId(row.person()),
                        row.role(),
                        row.name(),
                        row.since(),
                        row.until(),
                        left.get(List.of(row.person(), row.since()))))
            .toList();
    return new History(assignments, carers);
  }

  /** How those who left did, by person and first day. */
  private Map<List<Object>, CaseFiles.Leaving> left() {
    Map<List<Object>, CaseFiles.Leaving> left = new HashMap<>();
    for (Object[] row :
        em.createQuery(
                "SELECT t.person, t.since, t.way, t.until, t.apartSince, t.reference"
                    + " FROM FileCarer t WHERE t.file = :file AND t.way IS NOT NULL",
                Object[].class)
            .setParameter("file", file.value())
            .getResultList()) {
      LeavingWay way = (LeavingWay) row[2];
      LocalDate lastDay = (LocalDate) row[3];
      left.put(
          List.of(row[0], row[1]),
          new CaseFiles.Leaving(
              way,
              way == LeavingWay.SEPARATED ? lastDay.plusDays(1) : lastDay,
              (LocalDate) row[4],
              (String) row[5]));
    }
    return left;
  }
}
