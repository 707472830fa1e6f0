package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
   * @param struckOn null unless it was attached by mistake, as {@code struckBy} is
   */
  public record Scan(
      UUID id,
      ScanKind kind,
      int kilobytes,
      String by,
      Instant at,
      LocalDate struckOn,
      String struckBy) {}

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
          return rows.stream().map(one -> scan(one, names)).toList();
        });
  }

  private static Scan scan(ScanRow one, Map<StaffId, String> names) {
    return new Scan(
        one.id(),
        one.kind(),
        Math.max(1, one.bytes() / 1024),
        names.get(new StaffId(one.by())),
        one.at(),
        one.struckOn(),
        one.struckBy() == null ? null : names.get(new StaffId(one.struckBy())));
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
    byte[] sealed = seals.content(file, id, content);
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
    return tx.read(
        em -> {
          VisitScan row = Held.load(em, VisitScan.class, scan);
          if (!row.visit().equals(visit.value()) || row.content() == null) {
            throw new NotFound();
          }
          LocalDate day = Held.load(em, Visit.class, visit.value()).day();
          return new Content(file, day, row.kind(), seals.open(file, scan, row.content()));
        });
  }

  /** It was attached by mistake: its content goes for good, the trace stays. */
  public void strike(Viewer viewer, VisitId visit, UUID scan) {
    CaseFileId file = let(viewer, Visits.WRITE, visit);
    tx.run(
        em -> {
          VisitScan row = Held.hold(em, VisitScan.class, scan);
          if (!row.visit().equals(visit.value())) {
            throw new NotFound();
          }
          if (!row.struck()) {
            row.strike(viewer.today(), viewer.staff());
            wrote(viewer, "visit.scan-struck", file, scan);
          }
        });
  }

  /** In the transaction of the move: one after the other, because they are large. */
  void follow(EntityManager em, Visit old, Visit row) {
    for (ScanRow one : new PaperQueries(em).scans(old.id())) {
      VisitScan former = em.find(VisitScan.class, one.id());
      UUID id = Ids.next();
      byte[] sealed =
          former.content() == null
              ? null
              : seals.content(
                  row.file(), id, seals.open(old.file(), former.id(), former.content()));
      VisitScan moved = new VisitScan(id, row.id(), former, sealed);
      em.persist(moved);
      em.remove(former);
      em.flush();
      em.detach(moved);
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
