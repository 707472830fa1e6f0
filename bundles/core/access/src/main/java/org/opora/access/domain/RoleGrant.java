package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Roles;

/** A role that one person asked to be given to somebody and a second one has not decided yet. */
@Entity
@Table(schema = "ACCESS", name = "ROLE_GRANT")
public class RoleGrant {
  @Id private UUID id;
  private UUID staff;

  @Column(name = "STAFF_ROLE")
  private String role;

  @Column(name = "ASKED_BY")
  private UUID askedBy;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  @Column(name = "ASKED_AT")
  private Instant askedAt;

  protected RoleGrant() {}

  public RoleGrant(UUID id, UUID staff, String role, UUID askedBy) {
    this.id = id;
    this.staff = staff;
    this.role = role;
    this.askedBy = askedBy;
  }

  public RoleGrant asked(LocalDate day, Instant moment) {
    askedOn = day;
    askedAt = moment;
    return this;
  }

  public UUID id() {
    return id;
  }

  public UUID staff() {
    return staff;
  }

  public String role() {
    return role;
  }

  public UUID askedBy() {
    return askedBy;
  }

  public LocalDate askedOn() {
    return askedOn;
  }

  /** Whether a second person can still decide it. */
  public boolean open(Instant now) {
    return now.isBefore(askedAt.plus(Roles.WAITS));
  }
}
