package org.opora.supervisedcontacts.agreements.application;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.AgreementScan;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.domain.ScanFormat;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The signed paper of an agreement, as it was scanned. */
@Component(service = Scans.class)
public final class Scans {
  private static final int MEGABYTES = 5;
  private static final int LARGEST = MEGABYTES * 1024 * 1024;
  private static final int MOST = 20;

  /** A scan is several times as large in memory while it is sealed, so they take turns. */
  private final Semaphore turn = new Semaphore(1, true);

  private final Transactions transactions;
  private final Keys keys;
  private final ContactDoor door;
  private final AuditTrail audit;

  @Activate
  public Scans(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people) {
    this.transactions = transactions;
    this.keys = keys;
    this.door = new ContactDoor(access, people);
    this.audit = audit;
  }

  /** A scan as it is handed out. */
  public record Content(ScanFormat format, byte[] bytes) {}

  /**
   * Attaches a scan. Not within a transaction: sealing takes its time.
   *
   * @throws org.opora.api.faults.Refused beside {@code scan} when it is empty, too large, neither
   *     PDF, JPEG nor PNG by its content, or there are too many
   */
  public UUID add(Viewer viewer, AgreementId id, byte[] content) {
    ContactAgreement let = let(viewer, SupervisedContactsModule.RECORD, id);
    if (content.length == 0) {
      throw Refusals.refused("scan", "scan.none");
    }
    if (content.length > LARGEST) {
      throw Refusals.refused("scan", "scan.large", MEGABYTES);
    }
    ScanFormat format =
        ScanFormat.of(content).orElseThrow(() -> Refusals.refused("scan", "scan.kind"));
    UUID key = Ids.next();
    byte[] sealed =
        inTurn(
            () -> keys.sealBytes(Subject.of(let.childFile()), AgreementSeals.SCAN, key, content));
    return transactions.required(
        em -> {
          if (AgreementQueries.scans(em, id.value()).size() >= MOST) {
            throw Refusals.refused("scan", "scan.many", MOST);
          }
          AgreementScan scan = new AgreementScan(key, id, format, sealed, content.length);
          scan.added(viewer.staff(), viewer.now());
          em.persist(scan);
          wrote(viewer, let, "supervised-contacts.agreement.scan");
          return key;
        });
  }

  /**
   * @throws NotFound when the agreement has no such scan, or the viewer may not know of it
   */
  public Content take(Viewer viewer, AgreementId id, UUID scan) {
    ContactAgreement let = let(viewer, SupervisedContactsModule.READ, id);
    return inTurn(
        () ->
            transactions.read(
                em -> {
                  AgreementScan row = em.find(AgreementScan.class, scan);
                  if (row == null
                      || !row.agreement().equals(id)
                      || row.struckOn() != null
                      || row.content() == null) {
                    throw new NotFound();
                  }
                  return new Content(
                      row.format(),
                      keys.openBytes(
                          Subject.of(let.childFile()), AgreementSeals.SCAN, scan, row.content()));
                }));
  }

  /** It was attached by mistake: nobody opens it any more. */
  public void strike(Viewer viewer, AgreementId id, UUID scan) {
    ContactAgreement let = let(viewer, SupervisedContactsModule.RECORD, id);
    transactions.run(
        em -> {
          AgreementScan row = em.find(AgreementScan.class, scan);
          if (row == null || !row.agreement().equals(id)) {
            throw new NotFound();
          }
          if (row.struckOn() == null) {
            row.strike(viewer.today(), viewer.staff());
            wrote(viewer, let, "supervised-contacts.agreement.scan-struck");
          }
        });
  }

  private ContactAgreement let(Viewer viewer, String permission, AgreementId id) {
    ContactAgreement row = transactions.read(em -> Agreements.find(em, id));
    door.require(viewer, permission, row.whose());
    return row;
  }

  private void wrote(Viewer viewer, ContactAgreement row, String act) {
    audit.wrote(viewer, act, List.of(Subject.of(row.childFile())));
  }

  /** Before a transaction: whoever waits holds nothing. */
  private <T> T inTurn(Supplier<T> work) {
    turn.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }
}
