package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody is signed in. The token itself is nowhere but in the browser. */
@Entity
@Table(schema = "ACCESS", name = "STAFF_SESSION")
public class StaffSession {
  @Id
  @Column(name = "TOKEN_HASH")
  private String tokenHash;

  private UUID staff;
  private Instant created;

  @Column(name = "LAST_SEEN")
  private Instant lastSeen;

  private Instant expires;

  protected StaffSession() {}

  public StaffSession(String tokenHash, UUID staff, Instant created, Instant expires) {
    this.tokenHash = tokenHash;
    this.staff = staff;
    this.created = created;
    this.lastSeen = created;
    this.expires = expires;
  }

  public UUID staff() {
    return staff;
  }

  public Instant lastSeen() {
    return lastSeen;
  }

  public Instant expires() {
    return expires;
  }
}
