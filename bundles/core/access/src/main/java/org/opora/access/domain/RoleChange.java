package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Roles;

/** A wider reach of a role that one person asked for and a second one has not decided yet. */
@Entity
@Table(schema = "ACCESS", name = "ROLE_CHANGE")
public class RoleChange {
  @Id private UUID id;

  @Column(name = "STAFF_ROLE")
  private String role;

  private String permission;
  private String reach;

  @Column(name = "ASKED_BY")
  private UUID askedBy;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  @Column(name = "ASKED_AT")
  private Instant askedAt;

  protected RoleChange() {}

  public RoleChange(UUID id, String role, String permission, String reach, UUID askedBy) {
    this.id = id;
    this.role = role;
    this.permission = permission;
    this.reach = reach;
    this.askedBy = askedBy;
  }

  public RoleChange asked(LocalDate day, Instant moment) {
    askedOn = day;
    askedAt = moment;
    return this;
  }

  public UUID id() {
    return id;
  }

  public String role() {
    return role;
  }

  public String permission() {
    return permission;
  }

  public String reach() {
    return reach;
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
