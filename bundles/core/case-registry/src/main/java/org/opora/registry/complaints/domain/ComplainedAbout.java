package org.opora.registry.complaints.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A colleague about whom a complaint is. Never changed: rows come and go. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COMPLAINED_ABOUT")
public class ComplainedAbout {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID complaint;

  @Column(updatable = false)
  private UUID staff;

  protected ComplainedAbout() {}

  public ComplainedAbout(UUID id, UUID complaint, StaffId staff) {
    this.id = id;
    this.complaint = complaint;
    this.staff = staff.value();
  }

  public UUID complaint() {
    return complaint;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }
}
