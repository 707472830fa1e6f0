package org.opora.registry.incidents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A member of staff who was there. Being there opens nothing. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INCIDENT_STAFF")
public class IncidentStaff {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID incident;

  @Column(updatable = false)
  private UUID staff;

  protected IncidentStaff() {}

  public IncidentStaff(UUID id, UUID incident, StaffId staff) {
    this.id = id;
    this.incident = incident;
    this.staff = staff.value();
  }

  public StaffId staff() {
    return new StaffId(staff);
  }
}
