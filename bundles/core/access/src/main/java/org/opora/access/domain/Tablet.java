package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A tablet on which PINs work. It stays on record when that is over. */
@Entity
@Table(schema = "ACCESS", name = "TABLET")
public class Tablet {
  @Id private UUID id;
  private String name;

  @Column(name = "TOKEN_HASH")
  private String tokenHash;

  @Column(name = "PAIRED_BY")
  private UUID pairedBy;

  @Column(name = "PAIRED_AT")
  private Instant pairedAt;

  @Column(name = "LAST_USED")
  private Instant lastUsed;

  @Column(name = "ENDED_BY")
  private UUID endedBy;

  @Column(name = "ENDED_AT")
  private Instant endedAt;

  @Version private long version;

  protected Tablet() {}

  public Tablet(UUID id, String name, String tokenHash, UUID pairedBy, Instant pairedAt) {
    this.id = id;
    this.name = name;
    this.tokenHash = tokenHash;
    this.pairedBy = pairedBy;
    this.pairedAt = pairedAt;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public UUID pairedBy() {
    return pairedBy;
  }

  public Instant pairedAt() {
    return pairedAt;
  }

  /** When somebody last came in on it; null when nobody ever did. */
  public Instant lastUsed() {
    return lastUsed;
  }

  /** Null while it works. */
  public Instant endedAt() {
    return endedAt;
  }

  public boolean works() {
    return endedAt == null;
  }

  public void used(Instant now) {
    lastUsed = now;
  }

  public void end(UUID by, Instant now) {
    endedBy = by;
    endedAt = now;
  }
}
