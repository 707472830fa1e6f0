package org.opora.registry.standards.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;
import org.opora.registry.standards.domain.InternalRule;
import org.opora.registry.standards.domain.RuleForCarer;
import org.opora.registry.standards.domain.RuleReader;

/** Reads of papers, their versions and readers. The text of a version is read only to be shown. */
public final class RuleQueries {
  private static final String VERSION =
      "SELECT NEW org.opora.registry.standards.persistence.VersionRow(v.id, v.rule, v.number, v.validFrom,"
          + " v.approvedBy, v.approvedOn, v.changes, v.writtenBy, v.issuedOn, v.issuedBy)"
          + " FROM RuleVersion v WHERE ";
  private static final String ISSUED =
      "SELECT NEW org.opora.registry.standards.persistence.IssuedRow(v.id, v.rule, v.number, v.title,"
          + " v.validFrom)"
          + " FROM RuleVersion v, InternalRule r WHERE r.id = v.rule AND v.issuedOn IS NOT NULL AND ";
  private static final String RULE = "CASE_REGISTRY.INTERNAL_RULE t";
  private static final String READER = "CASE_REGISTRY.RULE_READER t";
  private final EntityManager em;

  public RuleQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Papers by their folded name.
   *
   * @param drafts whether also those of which nothing was issued
   */
  public Page<InternalRule> page(
      RuleFilter which, boolean drafts, LocalDate today, String after, int limit) {
    Clause asked = Clause.of("SELECT t.ID FROM " + RULE + " WHERE t.ID IS NOT NULL");
    if (which == RuleFilter.CURRENT) {
      asked = asked.then(" AND (t.ENDED_ON IS NULL OR t.ENDED_ON >= ?)", today);
    } else if (which == RuleFilter.ENDED) {
      asked = asked.then(" AND t.ENDED_ON < ?", today);
    }
    if (!drafts) {
      asked =
          asked.then(
              " AND EXISTS (SELECT v.ID FROM CASE_REGISTRY.RULE_VERSION v WHERE v.RULE = t.ID"
                  + " AND v.ISSUED_ON IS NOT NULL)");
    }
    Page<UUID> keys =
        Cursors.page(
            Sql.query(
                em,
                asked
                    .then(beyondRule(Cursors.key(after)))
                    .then(" ORDER BY t.TITLE_N, t.ID FETCH FIRST ? ROWS ONLY", limit + 1),
                row -> Sql.key(row, 1)),
            limit,
            key -> key);
    Map<UUID, InternalRule> rows = rules(keys.items());
    return new Page<>(
        keys.items().stream().map(rows::get).filter(Objects::nonNull).toList(), keys.next());
  }

  private Clause beyondRule(UUID last) {
    List<String> names =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT t.TITLE_N FROM " + RULE + " WHERE t.ID = ?", last),
                row -> row.getString(1));
    if (names.isEmpty()) {
      return Clause.of("");
    }
    String name = names.get(0);
    return Clause.of(" AND (t.TITLE_N > ? OR (t.TITLE_N = ? AND t.ID > ?))", name, name, last);
  }

  public Map<UUID, InternalRule> rules(List<UUID> rules) {
    Map<UUID, InternalRule> rows = new HashMap<>();
    Chunks.ask(
            rules,
            some ->
                em.createQuery(
                        "SELECT r FROM InternalRule r WHERE r.id IN :keys", InternalRule.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  /** Versions of these papers, the newest of each first. */
  public List<VersionRow> versions(List<UUID> rules) {
    return Chunks.ask(
        rules,
        some ->
            em.createQuery(VERSION + "v.rule IN :rules ORDER BY v.number DESC", VersionRow.class)
                .setParameter("rules", some)
                .getResultList());
  }

  /** Issued versions with these keys. */
  public List<IssuedRow> issued(List<UUID> versions) {
    return Chunks.ask(
        versions,
        some ->
            em.createQuery(ISSUED + "v.id IN :keys", IssuedRow.class)
                .setParameter("keys", some)
                .getResultList());
  }

  /**
   * The newest version in force of every paper that holds on the day, by name.
   *
   * @param carersOnly only papers that are handed to carers
   */
  public List<IssuedRow> inForce(LocalDate day, boolean carersOnly) {
    return em.createQuery(
            ISSUED
                + "v.validFrom <= :day AND (r.endedOn IS NULL OR r.endedOn >= :day)"
                + (carersOnly ? " AND r.forCarers = TRUE" : "")
                + " AND v.number = (SELECT MAX(w.number) FROM RuleVersion w WHERE w.rule = v.rule"
                + " AND w.issuedOn IS NOT NULL AND w.validFrom <= :day) ORDER BY r.folded, r.id",
            IssuedRow.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** Every issued version of the papers for carers that has begun to hold, the newest first. */
  public List<IssuedRow> everForCarers(LocalDate day) {
    return em.createQuery(
            ISSUED
                + "v.validFrom <= :day AND r.forCarers = TRUE ORDER BY r.folded, r.id, v.number DESC",
            IssuedRow.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** Whom a version was handed to. */
  public List<RuleReader> readers(UUID version) {
    return em.createQuery(
            "SELECT r FROM RuleReader r WHERE r.ruleVersion = :version ORDER BY r.handedOn, r.id",
            RuleReader.class)
        .setParameter("version", version)
        .getResultList();
  }

  /** Everybody to whom any version of the paper was handed. */
  public List<RuleReader> everHanded(UUID rule) {
    return em.createQuery("SELECT r FROM RuleReader r WHERE r.rule = :rule", RuleReader.class)
        .setParameter("rule", rule)
        .getResultList();
  }

  public List<RuleReader> openOf(UUID rule) {
    return em.createQuery(
            "SELECT r FROM RuleReader r WHERE r.rule = :rule AND r.open = TRUE", RuleReader.class)
        .setParameter("rule", rule)
        .getResultList();
  }

  /** What is open of papers whose last day is before this one. */
  public List<UUID> openOfEnded(LocalDate day) {
    return em.createQuery(
            "SELECT r.id FROM RuleReader r, InternalRule p WHERE p.id = r.rule AND r.open = TRUE"
                + " AND p.endedOn < :day ORDER BY r.id",
            UUID.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** What ended because the whole paper did. */
  public List<RuleReader> endedWith(UUID rule) {
    return em.createQuery(
            "SELECT r FROM RuleReader r WHERE r.rule = :rule AND r.endedWithPaper = TRUE ORDER BY r.id",
            RuleReader.class)
        .setParameter("rule", rule)
        .getResultList();
  }

  public Optional<RuleReader> reader(UUID version, StaffId staff) {
    return em.createQuery(
            "SELECT r FROM RuleReader r WHERE r.ruleVersion = :version AND r.staff = :staff",
            RuleReader.class)
        .setParameter("version", version)
        .setParameter("staff", staff.value())
        .getResultStream()
        .findFirst();
  }

  /** What one colleague was handed of these papers. */
  public List<RuleReader> of(StaffId staff, List<UUID> rules) {
    return Chunks.ask(
        rules,
        some ->
            em.createQuery(
                    "SELECT r FROM RuleReader r WHERE r.staff = :staff AND r.rule IN :rules",
                    RuleReader.class)
                .setParameter("staff", staff.value())
                .setParameter("rules", some)
                .getResultList());
  }

  /** What is not confirmed, by its last day. */
  public Page<RuleReader> open(String after, int limit) {
    Clause asked = Clause.of("SELECT t.ID FROM " + READER + " WHERE t.STILL_OPEN = TRUE");
    Page<UUID> keys =
        Cursors.page(
            Sql.query(
                em,
                asked
                    .then(beyondReader(Cursors.key(after)))
                    .then(" ORDER BY t.READ_BY, t.ID FETCH FIRST ? ROWS ONLY", limit + 1),
                row -> Sql.key(row, 1)),
            limit,
            key -> key);
    Map<UUID, RuleReader> rows = new HashMap<>();
    Chunks.ask(
            keys.items(),
            some ->
                em.createQuery("SELECT r FROM RuleReader r WHERE r.id IN :keys", RuleReader.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return new Page<>(
        keys.items().stream().map(rows::get).filter(Objects::nonNull).toList(), keys.next());
  }

  private Clause beyondReader(UUID last) {
    List<LocalDate> stood =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT t.READ_BY FROM " + READER + " WHERE t.ID = ?", last),
                row -> Sql.day(row, 1));
    if (stood.isEmpty()) {
      return Clause.of("");
    }
    LocalDate on = stood.get(0);
    return Clause.of(" AND (t.READ_BY > ? OR (t.READ_BY = ? AND t.ID > ?))", on, on, last);
  }

  /** What the carers of a file were handed, the newest first. */
  public List<RuleForCarer> ofFile(CaseFileId file) {
    return em.createQuery(
            "SELECT c FROM RuleForCarer c WHERE c.file = :file ORDER BY c.handedOn DESC, c.id DESC",
            RuleForCarer.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** Keys of people before whom a wall stands for this colleague. */
  public List<UUID> walled(StaffId staff, LocalDate day) {
    return em.createQuery(
            "SELECT w.subject FROM Wall w WHERE w.staff = :staff AND w.liftedOn IS NULL"
                + " AND (w.until IS NULL OR w.until >= :day)",
            UUID.class)
        .setParameter("staff", staff.value())
        .setParameter("day", day)
        .getResultList();
  }
}
