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
  private String device;
  private Instant proved;

  protected StaffSession() {}

  public StaffSession(
      String tokenHash, UUID staff, Instant created, Instant expires, String device) {
    this.tokenHash = tokenHash;
    this.staff = staff;
    this.created = created;
    this.lastSeen = created;
    this.expires = expires;
    this.device = device;
  }

  /** The same session under another token, which has given its second factor. */
  public StaffSession proved(String another, Instant now) {
    StaffSession next = new StaffSession(another, staff, created, expires, device);
    next.lastSeen = now;
    next.proved = now;
    return next;
  }

  public String tokenHash() {
    return tokenHash;
  }

  public Instant created() {
    return created;
  }

  /** On what it is carried; null when nothing is known. */
  public String device() {
    return device;
  }

  /** When it last gave the second factor; null when never. */
  public Instant proved() {
    return proved;
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
