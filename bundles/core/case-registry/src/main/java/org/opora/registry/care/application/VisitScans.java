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
import org.opora.api.ids.VisitId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.ScanKind;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitScan;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.ScanRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scanned papers of a visit, above all the print that the carer has signed. */
@Component(service = VisitScans.class)
public final class VisitScans {
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
  private final PaperSeals seals;

  @Activate
  public VisitScans(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.seals = new PaperSeals(keys);
  }

  /**
   * A scan without its content.
   *
   * @param kilobytes at least 1
   * @param struckOn null unless it was attached by mistake, as {@code struckBy} and {@code
   *     struckWhy} are
   * @param bound whether it stays with the trace when the visit moves: it was struck out, or was
   *     there when a carer answered to the visit
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
   * @param day of the visit
   */
  public record Content(CaseFileId file, LocalDate day, ScanKind kind, byte[] bytes) {}

  public List<Scan> of(Viewer viewer, VisitId visit) {
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          List<ScanRow> rows = new PaperQueries(em).scans(row.id());
          Map<StaffId, String> names =
              staff.names(
                  rows.stream()
                      .flatMap(one -> Stream.of(one.by(), one.struckBy()))
                      .filter(Objects::nonNull)
                      .map(StaffId::new)
                      .collect(Collectors.toSet()));
          Instant noted = new PaperQueries(em).notedAt(row.id());
          return rows.stream().map(one -> scan(row.file(), one, names, noted)).toList();
        });
  }

  private Scan scan(CaseFileId file, ScanRow one, Map<StaffId, String> names, Instant noted) {
    return new Scan(
        one.id(),
        one.kind(),
        Math.max(1, one.bytes() / 1024),
        names.get(new StaffId(one.by())),
        one.at(),
        one.struckOn(),
        one.struckBy() == null ? null : names.get(new StaffId(one.struckBy())),
        seals.struck(file, one.id(), one.struckWhy()),
        bound(one, noted));
  }

  private static boolean bound(ScanRow one, Instant noted) {
    return one.struckOn() != null || noted != null && !one.at().isAfter(noted);
  }

  /**
   * @throws org.opora.api.faults.Refused when it is empty, too large, neither PDF, JPEG nor PNG by
   *     its content, or there are 20 already
   */
  public UUID add(Viewer viewer, VisitId visit, byte[] content) {
    CaseFileId file = let(viewer, Visits.WRITE, visit);
    if (content.length == 0) {
      throw Refusals.refused("scan", "refused.visit-scan-none");
    }
    if (content.length > LARGEST) {
      throw Refusals.refused("scan", "refused.visit-scan-large", MEGABYTES);
    }
    ScanKind kind =
        ScanKind.of(content).orElseThrow(() -> Refusals.refused("scan", "refused.visit-scan-kind"));
    UUID id = Ids.next();
    // Sealed before the transaction, which is to be short.
    byte[] sealed = oneAtATime(() -> seals.content(file, id, content));
    return tx.required(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          if (!row.counts()) {
            throw Refusals.refused("scan", "refused.visit-gone");
          }
          if (new PaperQueries(em).scans(row.id()).size() >= MOST) {
            throw Refusals.refused("scan", "refused.visit-scan-many", MOST);
          }
          em.persist(
              new VisitScan(
                  id, row.id(), kind, content.length, sealed, viewer.staff(), viewer.now()));
          wrote(viewer, "visit.scan-added", file, id);
          return id;
        });
  }

  /**
   * @throws NotFound when the visit has no such scan, or the viewer may not know of it
   */
  public Content take(Viewer viewer, VisitId visit, UUID scan) {
    CaseFileId file = let(viewer, Visits.READ, visit);
    return oneAtATime(
        () ->
            tx.read(
                em -> {
                  VisitScan row = Held.load(em, VisitScan.class, scan);
                  if (!row.visit().equals(visit.value()) || row.struck()) {
                    throw new NotFound();
                  }
                  LocalDate day = Held.load(em, Visit.class, visit.value()).day();
                  return new Content(file, day, row.kind(), seals.open(file, scan, row.content()));
                }));
  }

  /**
   * A scan is several times as large in memory while it is sealed or opened as it is on the disk,
   * so they take turns. Before a transaction, never within one: whoever waits holds nothing.
   */
  <T> T oneAtATime(Supplier<T> work) {
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
  public void strike(Viewer viewer, VisitId visit, UUID scan, String why) {
    CaseFileId file = let(viewer, Visits.WRITE, visit);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          VisitScan row = Held.hold(em, VisitScan.class, scan);
          if (!row.visit().equals(visit.value())) {
            throw new NotFound();
          }
          if (!row.struck()) {
            row.strike(viewer.today(), viewer.staff(), seals.struck(file, scan, reason));
            wrote(viewer, "visit.scan-struck", file, scan);
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
  void follow(EntityManager em, Visit old, Visit row, Set<UUID> along) {
    PaperQueries queries = new PaperQueries(em);
    Instant noted = queries.notedAt(old.id());
    for (ScanRow one : queries.scans(old.id())) {
      if (!along.contains(one.id())) {
        continue;
      }
      if (bound(one, noted)) {
        throw Refusals.refused("scans", "refused.visit-scan-bound");
      }
      VisitScan former = em.find(VisitScan.class, one.id());
      UUID id = Ids.next();
      VisitScan moved =
          new VisitScan(
              id,
              row.id(),
              former,
              seals.content(row.file(), id, seals.open(old.file(), former.id(), former.content())));
      em.persist(moved);
      em.flush();
      em.detach(moved);
      em.detach(former);
      em.createQuery("DELETE FROM VisitScan s WHERE s.id = :id")
          .setParameter("id", one.id())
          .executeUpdate();
    }
  }

  private CaseFileId let(Viewer viewer, String permission, VisitId visit) {
    CaseFileId file = tx.read(em -> Held.load(em, Visit.class, visit.value()).file());
    access.require(viewer, permission, Subject.of(file));
    return file;
  }

  private void wrote(Viewer viewer, String action, CaseFileId file, UUID scan) {
    audit.wrote(viewer, action, List.of(Subject.of(file)), "scan=" + scan);
  }
}
