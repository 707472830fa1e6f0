package org.opora.registry.care.application;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.evidence.NewFact;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;

/** The papers of entries of one kind: their prints, what carers answered, and the scans. */
public abstract class Papers {
  private final Signing signing;
  private final Prints prints;
  private final Scans scans;

  protected Papers(
      Transactions tx, Access access, AuditTrail audit, Staff staff, Keys keys, PaperKind kind) {
    this(tx, access, audit, staff, keys, kind, (record, facts) -> {});
  }

  /**
   * @param proves told by key of the signature what it proves, of kinds whose signatures prove
   *     something
   */
  protected Papers(
      Transactions tx,
      Access access,
      AuditTrail audit,
      Staff staff,
      Keys keys,
      PaperKind kind,
      BiConsumer<UUID, List<NewFact>> proves) {
    signing = new Signing(tx, access, audit, staff, keys, kind, proves);
    prints = new Prints(tx, access, kind);
    scans = new Scans(tx, access, audit, staff, keys, kind);
  }

  public Signing signing() {
    return signing;
  }

  public Prints prints() {
    return prints;
  }

  public Scans scans() {
    return scans;
  }
}
