package org.opora.calendar.feeds.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * The address by which programs fetch the appointments of a member of staff. There is one at most:
 * a new secret takes the place of the old one. It is changed only while its row is held, so it
 * needs no version.
 */
@Entity
@Table(schema = "CALENDAR", name = "FEED")
public class Feed {
  @Id private UUID staff;

  @Column(name = "SECRET_HASH")
  private String secretHash;

  @Column(name = "MADE_ON")
  private LocalDate madeOn;

  @Column(name = "FETCHED_ON")
  private LocalDate fetchedOn;

  @Column(name = "REVOKED_ON")
  private LocalDate revokedOn;

  protected Feed() {}

  public Feed(StaffId staff) {
    this.staff = staff.value();
  }

  /** Whoever has the former secret gets nothing from now on. */
  public void opens(FeedSecret secret, LocalDate on) {
    secretHash = secret.hash();
    madeOn = on;
    fetchedOn = null;
    revokedOn = null;
  }

  public void revoke(LocalDate on) {
    secretHash = null;
    revokedOn = on;
  }

  public void fetched(LocalDate on) {
    fetchedOn = on;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public boolean living() {
    return secretHash != null;
  }

  public boolean openedBy(FeedSecret secret) {
    return secret.hash().equals(secretHash);
  }

  public LocalDate madeOn() {
    return madeOn;
  }

  /** Null while nobody has fetched anything by this secret. */
  public LocalDate fetchedOn() {
    return fetchedOn;
  }

  /** Null while it works. */
  public LocalDate revokedOn() {
    return revokedOn;
  }
}
