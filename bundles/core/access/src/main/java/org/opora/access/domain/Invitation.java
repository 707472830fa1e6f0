package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An invitation waits under the first part of its code; of the rest, the hash. */
@Entity
@Table(schema = "ACCESS", name = "INVITATION")
public class Invitation {
  public static final int TRIES = 5;

  @Id private String selector;
  private UUID staff;

  @Column(name = "CODE_HASH")
  private String codeHash;

  private Instant expires;
  private int tries;

  @Column(name = "BY_DIRECTORY")
  private boolean byDirectory;

  protected Invitation() {}

  public Invitation(
      String selector, UUID staff, String codeHash, Instant expires, boolean byDirectory) {
    this.selector = selector;
    this.staff = staff;
    this.codeHash = codeHash;
    this.expires = expires;
    this.byDirectory = byDirectory;
  }

  public UUID staff() {
    return staff;
  }

  public String codeHash() {
    return codeHash;
  }

  /** Whether who redeems it signs in through the directory. */
  public boolean byDirectory() {
    return byDirectory;
  }

  public boolean open(Instant now) {
    return tries < TRIES && now.isBefore(expires);
  }
}
