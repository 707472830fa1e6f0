package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A member of staff; exists before, and without, an account. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_MEMBER")
public class StaffMember {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "FULL_NAME")
  private String name;

  protected StaffMember() {}

  public StaffMember(UUID id, String name) {
    this.id = id;
    this.name = name;
  }

  public void rename(String fullName) {
    name = fullName;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String name() {
    return name;
  }
}
