package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A code on paper for whoever has no telephone at hand. It is gone when it was used. */
@Entity
@Table(schema = "ACCESS", name = "RECOVERY_CODE")
public class RecoveryCode {
  /** How many a person gets. */
  public static final int MANY = 10;

  @Id
  @Column(name = "CODE_HASH")
  private String codeHash;

  private UUID staff;

  protected RecoveryCode() {}

  public RecoveryCode(String codeHash, UUID staff) {
    this.codeHash = codeHash;
    this.staff = staff;
  }
}
