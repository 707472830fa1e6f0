package org.opora.registry.importing.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.registry.importing.domain.ColumnMapping;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.ImportFamily;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRow;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;

/** Queries on the journal of imports, its staged rows and what it remembers. */
public final class ImportStore {
  private final EntityManager em;

  public ImportStore(EntityManager em) {
    this.em = em;
  }

  public List<ImportRun> runsIn(List<ImportRun.State> states) {
    return em.createQuery(
            "SELECT r FROM ImportRun r WHERE r.state IN :states ORDER BY r.startedAt",
            ImportRun.class)
        .setParameter("states", states)
        .getResultList();
  }

  public List<ImportRun> latest(int limit) {
    return em.createQuery("SELECT r FROM ImportRun r ORDER BY r.startedAt DESC", ImportRun.class)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Imports finished after this one. */
  public long finishedAfter(ImportRun run) {
    return em.createQuery(
            "SELECT COUNT(r.id) FROM ImportRun r WHERE r.startedAt > :at AND r.state IN :states AND"
                + " r.created + r.updated > 0",
            Long.class)
        .setParameter("at", run.startedAt())
        .setParameter(
            "states",
            List.of(ImportRun.State.DONE, ImportRun.State.FAILED, ImportRun.State.APPLYING))
        .getSingleResult();
  }

  /** Rows of the families with these numbers, family by family, in the order of the file. */
  public List<ImportRow> rows(UUID run, int firstFamily, int lastFamily) {
    return em.createQuery(
            "SELECT r FROM ImportRow r WHERE r.run = :run AND r.family BETWEEN :first AND :last"
                + " ORDER BY r.family, r.row",
            ImportRow.class)
        .setParameter("run", run)
        .setParameter("first", firstFamily)
        .setParameter("last", lastFamily)
        .getResultList();
  }

  /**
   * The same of some families only, mostly of a stretch, in ascending order. Asked for as a range
   * or one by one: given a list, Derby would look through every row of the import.
   */
  public List<ImportRow> rowsOf(UUID run, List<Integer> families) {
    int first = families.get(0);
    int last = families.get(families.size() - 1);
    return last - first + 1 == families.size()
        ? rows(run, first, last)
        : families.stream().flatMap(one -> rows(run, one, one).stream()).toList();
  }

  /** Rows in the order of the file. */
  public List<ImportRow> rowsAfter(UUID run, int row, int limit) {
    return em.createQuery(
            "SELECT r FROM ImportRow r WHERE r.run = :run AND r.row > :row ORDER BY r.row",
            ImportRow.class)
        .setParameter("run", run)
        .setParameter("row", row)
        .setMaxResults(limit)
        .getResultList();
  }

  public List<ImportRow> rowsNumbered(UUID run, List<Integer> rows) {
    return rows.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ImportRow r WHERE r.run = :run AND r.row IN :rows", ImportRow.class)
            .setParameter("run", run)
            .setParameter("rows", rows)
            .getResultList();
  }

  public List<ImportFamily> families(UUID run, int first, int last) {
    return em.createQuery(
            "SELECT f FROM ImportFamily f WHERE f.run = :run AND f.family BETWEEN :first AND :last"
                + " ORDER BY f.family",
            ImportFamily.class)
        .setParameter("run", run)
        .setParameter("first", first)
        .setParameter("last", last)
        .getResultList();
  }

  public List<ImportFamily> familiesNumbered(UUID run, List<Integer> families) {
    return families.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT f FROM ImportFamily f WHERE f.run = :run AND f.family IN :families",
                ImportFamily.class)
            .setParameter("run", run)
            .setParameter("families", families)
            .getResultList();
  }

  /** Numbers of families that are still to be written, or to be taken back. */
  public List<Integer> familyNumbers(UUID run, boolean applied) {
    return em.createQuery(
            "SELECT f.family FROM ImportFamily f WHERE f.run = :run AND f.applied = :applied ORDER"
                + " BY f.family",
            Integer.class)
        .setParameter("run", run)
        .setParameter("applied", applied)
        .getResultList();
  }

  /** Created, updated and unchanged rows of the families as planned or applied. */
  public Object[] counts(UUID run) {
    return em.createQuery(
            "SELECT COALESCE(SUM(f.created), 0), COALESCE(SUM(f.updated), 0),"
                + " COALESCE(SUM(f.unchanged), 0) FROM ImportFamily f WHERE f.run = :run",
            Object[].class)
        .setParameter("run", run)
        .getSingleResult();
  }

  /**
   * Findings by row.
   *
   * @param open only what is doubtful and nobody has looked into
   * @param after the finding before the first of these; null to begin with the first one
   */
  public List<ImportFinding> findings(UUID run, boolean open, ImportFinding after, int limit) {
    TypedQuery<ImportFinding> query =
        em.createQuery(
                "SELECT f FROM ImportFinding f WHERE f.run = :run"
                    + (open ? " AND f.severity = :doubt AND f.settledOn IS NULL" : "")
                    + (after == null ? "" : " AND f.row >= :row AND (f.row > :row OR f.id > :id)")
                    + " ORDER BY f.row, f.id",
                ImportFinding.class)
            .setParameter("run", run)
            .setMaxResults(limit);
    if (open) {
      query.setParameter("doubt", Finding.Severity.DOUBT);
    }
    if (after != null) {
      query.setParameter("row", after.row()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /** Severity, how many there are, and how many of them somebody has looked into. */
  public List<Object[]> findingCounts(UUID run) {
    return em.createQuery(
            "SELECT f.severity, COUNT(f.id), COUNT(f.settledOn) FROM ImportFinding f"
                + " WHERE f.run = :run GROUP BY f.severity",
            Object[].class)
        .setParameter("run", run)
        .getResultList();
  }

  public List<ImportChange> changes(UUID run, int family) {
    return em.createQuery(
            "SELECT c FROM ImportChange c WHERE c.run = :run AND c.family = :family ORDER BY c.seq"
                + " DESC",
            ImportChange.class)
        .setParameter("run", run)
        .setParameter("family", family)
        .getResultList();
  }

  /** Which of these marks an import has left; one question for many families. */
  public List<String> marksAmong(Collection<String> marks) {
    return em.createQuery(
            "SELECT DISTINCT i.mark FROM Imported i WHERE i.mark IN :marks", String.class)
        .setParameter("marks", marks)
        .getResultList();
  }

  /** Which of these numbers a case file carries. */
  public List<String> numbersAmong(Collection<String> numbers) {
    return em.createQuery(
            "SELECT f.number FROM CaseFile f WHERE f.number IN :numbers", String.class)
        .setParameter("numbers", numbers)
        .getResultList();
  }

  public List<Imported> byMark(String mark) {
    return em.createQuery("SELECT i FROM Imported i WHERE i.mark = :mark", Imported.class)
        .setParameter("mark", mark)
        .getResultList();
  }

  public List<Imported> ofFile(UUID file) {
    return em.createQuery("SELECT i FROM Imported i WHERE i.caseFile = :file", Imported.class)
        .setParameter("file", file)
        .getResultList();
  }

  public List<OpeningBalance> balances(UUID file) {
    return em.createQuery(
            "SELECT b FROM OpeningBalance b WHERE b.caseFile = :file ORDER BY b.kind, b.id",
            OpeningBalance.class)
        .setParameter("file", file)
        .getResultList();
  }

  public ColumnMapping mapping(String mark) {
    return em.createQuery("SELECT m FROM ColumnMapping m WHERE m.mark = :mark", ColumnMapping.class)
        .setParameter("mark", mark)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  public long people() {
    return em.createQuery("SELECT COUNT(p.id) FROM Person p", Long.class).getSingleResult();
  }

  /** The staged cells are needed no more. */
  public void wipeCells(UUID run) {
    em.createQuery("UPDATE ImportRow r SET r.cells = NULL WHERE r.run = :run")
        .setParameter("run", run)
        .executeUpdate();
  }

  /** Throws away what was planned, so that it can be planned anew. */
  public void forgetPlan(UUID run) {
    delete("ImportFinding", run);
    delete("ImportFamily", run);
  }

  /** Throws the whole import away. */
  public void forget(UUID run) {
    forgetPlan(run);
    delete("ImportRow", run);
    delete("ImportChange", run);
    em.createQuery("DELETE FROM ImportRun r WHERE r.id = :run")
        .setParameter("run", run)
        .executeUpdate();
  }

  private void delete(String entity, UUID run) {
    em.createQuery("DELETE FROM " + entity + " t WHERE t.run = :run")
        .setParameter("run", run)
        .executeUpdate();
  }
}
