package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

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

  protected RoleGrant() {}

  public RoleGrant(UUID id, UUID staff, String role, UUID askedBy, LocalDate askedOn) {
    this.id = id;
    this.staff = staff;
    this.role = role;
    this.askedBy = askedBy;
    this.askedOn = askedOn;
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
}
