package org.opora.registry.inbox.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Somebody has read a message. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INBOX_READ")
public class InboxRead {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID message;

  @Column(updatable = false)
  private UUID staff;

  protected InboxRead() {}

  public InboxRead(UUID id, UUID message, StaffId staff) {
    this.id = id;
    this.message = message;
    this.staff = staff.value();
  }

  public UUID id() {
    return id;
  }

  public UUID message() {
    return message;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }
}
