package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperScan;
import org.opora.registry.care.domain.ScanKind;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.ScanRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;

/** Scanned papers of an entry, above all the print that the carer has signed. */
public final class Scans {
  /** Bytes of the largest scan. */
  public static final int LARGEST = 5 * 1024 * 1024;

  private static final int MOST = 20;
  private static final int MEGABYTES = 5;
  private static final int LONGEST_REASON = 1_000;
  private final Semaphore gate = new Semaphore(1, true);
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final PaperKind kind;
  private final PaperSeals seals;

  Scans(Transactions tx, Access access, AuditTrail audit, Staff staff, Keys keys, PaperKind kind) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.kind = kind;
    this.seals = new PaperSeals(keys, kind.tables().table());
  }

  /**
   * A scan without its content.
   *
   * @param kilobytes at least 1
   * @param struckOn null unless it was attached by mistake, as {@code struckBy} and {@code
   *     struckWhy} are
   * @param bound whether it stays with the trace when the entry moves: it was struck out, or was
   *     there when a carer answered to the entry
   */
  public record Scan(
      UUID id,
      ScanKind kind,
      int kilobytes,
      String by,
      Instant at,
      LocalDate struckOn,
      String struckBy,
      String struckWhy,
      boolean bound) {}

  /**
   * @param day of the entry
   */
  public record Content(CaseFileId file, LocalDate day, ScanKind kind, byte[] bytes) {}

  public List<Scan> of(Viewer viewer, UUID entry) {
    return tx.read(
        em -> {
          PaperEntry row = Held.load(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, Visits.READ, row);
          List<ScanRow> rows = kind.queries(em).scans(row.id());
          Map<StaffId, String> names =
              staff.names(
                  rows.stream()
                      .flatMap(one -> Stream.of(one.by(), one.struckBy()))
                      .filter(Objects::nonNull)
                      .map(StaffId::new)
                      .collect(Collectors.toSet()));
          Instant noted = kind.queries(em).notedAt(row.id());
          Subject owner = kind.owner().of(row);
          return rows.stream().map(one -> scan(owner, one, names, noted)).toList();
        });
  }

  private Scan scan(Subject owner, ScanRow one, Map<StaffId, String> names, Instant noted) {
    return new Scan(
        one.id(),
        one.kind(),
        Math.max(1, one.bytes() / 1024),
        names.get(new StaffId(one.by())),
        one.at(),
        one.struckOn(),
        one.struckBy() == null ? null : names.get(new StaffId(one.struckBy())),
        seals.struck(owner, one.id(), one.struckWhy()),
        bound(one, noted));
  }

  private static boolean bound(ScanRow one, Instant noted) {
    return one.struckOn() != null || noted != null && !one.at().isAfter(noted);
  }

  /**
   * @throws org.opora.api.faults.Refused when it is empty, too large, neither PDF, JPEG nor PNG by
   *     its content, or there are 20 already
   */
  public UUID add(Viewer viewer, UUID entry, byte[] content) {
    PaperEntry let = let(viewer, Visits.WRITE, entry);
    if (content.length == 0) {
      throw Refusals.refused("scan", "refused.visit-scan-none");
    }
    if (content.length > LARGEST) {
      throw Refusals.refused("scan", "refused.visit-scan-large", MEGABYTES);
    }
    ScanKind found =
        ScanKind.of(content).orElseThrow(() -> Refusals.refused("scan", "refused.visit-scan-kind"));
    UUID id = Ids.next();
    // Sealed before the transaction, which is to be short.
    byte[] sealed = oneAtATime(() -> seals.content(kind.owner().of(let), id, content));
    return tx.required(
        em -> {
          PaperEntry row = Held.hold(em, kind.entry(), entry);
          if (!row.counts()) {
            throw Refusals.refused("scan", "refused.visit-gone");
          }
          if (kind.queries(em).scans(row.id()).size() >= MOST) {
            throw Refusals.refused("scan", "refused.visit-scan-many", MOST);
          }
          em.persist(
              kind.newScan()
                  .apply(
                      new PaperScan.Added(
                          id,
                          row.id(),
                          found,
                          content.length,
                          sealed,
                          viewer.staff(),
                          viewer.now())));
          wrote(viewer, "scan-added", row, id);
          return id;
        });
  }

  /**
   * @throws NotFound when the entry has no such scan, or the viewer may not know of it
   */
  public Content take(Viewer viewer, UUID entry, UUID scan) {
    PaperEntry let = let(viewer, Visits.READ, entry);
    return oneAtATime(
        () ->
            tx.read(
                em -> {
                  PaperScan row = Held.load(em, kind.scan(), scan);
                  if (!row.entry().equals(entry) || row.struck()) {
                    throw new NotFound();
                  }
                  LocalDate day = Held.load(em, kind.entry(), entry).day();
                  byte[] plain = seals.open(kind.owner().of(let), scan, row.content());
                  return new Content(let.file(), day, row.kind(), plain);
                }));
  }

  /**
   * A scan is several times as large in memory while it is sealed or opened as it is on the disk,
   * so they take turns. Before a transaction, never within one: whoever waits holds nothing.
   */
  public <T> T oneAtATime(Supplier<T> work) {
    gate.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      gate.release();
    }
  }

  /**
   * It was attached by mistake: nobody opens it any more, the trace and the sealed content stay.
   *
   * @throws org.opora.api.faults.Refused when the reason is missing
   */
  public void strike(Viewer viewer, UUID entry, UUID scan, String why) {
    PaperEntry let = let(viewer, Visits.WRITE, entry);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          PaperScan row = Held.hold(em, kind.scan(), scan);
          if (!row.entry().equals(entry)) {
            throw new NotFound();
          }
          if (!row.struck()) {
            row.strike(
                viewer.today(), viewer.staff(), seals.struck(kind.owner().of(let), scan, reason));
            wrote(viewer, "scan-struck", let, scan);
          }
        });
  }

  /**
   * In the transaction of the move: one after the other, because they are large, and none of them
   * is held any longer than it takes.
   *
   * @param along which go; the others stay with the trace
   * @throws org.opora.api.faults.Refused when one of them is bound to the trace
   */
  public void follow(EntityManager em, PaperEntry old, PaperEntry row, Set<UUID> along) {
    PaperQueries queries = kind.queries(em);
    Instant noted = queries.notedAt(old.id());
    for (ScanRow one : queries.scans(old.id())) {
      if (!along.contains(one.id())) {
        continue;
      }
      if (bound(one, noted)) {
        throw Refusals.refused("scans", "refused.visit-scan-bound");
      }
      PaperScan former = em.find(kind.scan(), one.id());
      UUID id = Ids.next();
      byte[] content = seals.open(kind.owner().of(old), former.id(), former.content());
      PaperScan moved =
          kind.newScan()
              .apply(
                  former.follows(id, row.id(), seals.content(kind.owner().of(row), id, content)));
      em.persist(moved);
      em.flush();
      em.detach(moved);
      em.detach(former);
      queries.remove(one.id());
    }
  }

  private PaperEntry let(Viewer viewer, String permission, UUID entry) {
    return tx.read(
        em -> {
          PaperEntry row = Held.load(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, permission, row);
          return row;
        });
  }

  private void wrote(Viewer viewer, String action, PaperEntry entry, UUID scan) {
    audit.wrote(
        viewer, kind.name() + "." + action, List.of(Subject.of(entry.file())), "scan=" + scan);
  }
}
