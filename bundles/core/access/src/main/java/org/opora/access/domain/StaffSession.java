package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody is signed in. The token itself is nowhere but in the browser. */
@Entity
@Table(schema = "ACCESS", name = "STAFF_SESSION")
public class StaffSession {
  private static final Duration ERRAND = Duration.ofMinutes(15);

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

  @Column(name = "LOCKED_AT")
  private Instant lockedAt;

  private UUID tablet;

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

  /** One that a PIN opened on this tablet. */
  public StaffSession on(UUID paired) {
    tablet = paired;
    return this;
  }

  /** On which tablet a PIN opened it; null for every other session. */
  public UUID tablet() {
    return tablet;
  }

  /** The same session under another token, which has given its second factor. */
  public StaffSession proved(String another, Instant now) {
    StaffSession next = unlocked(another, now);
    next.proved = now;
    return next;
  }

  /** The same session under another token, open. */
  public StaffSession unlocked(String another, Instant now) {
    StaffSession next = new StaffSession(another, staff, created, expires, device);
    next.lastSeen = now;
    next.proved = proved;
    next.tablet = tablet;
    return next;
  }

  public boolean locked() {
    return lockedAt != null;
  }

  /** Whether it ends after an errand, before a lock would come. */
  public boolean errand() {
    return Duration.between(created, expires).compareTo(ERRAND) <= 0;
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
