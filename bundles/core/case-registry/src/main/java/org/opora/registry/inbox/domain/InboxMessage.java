package org.opora.registry.inbox.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** A message to one member of staff, or to everybody who holds a permission. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INBOX_MESSAGE")
public class InboxMessage {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID staff;

  @Column(updatable = false)
  private String permission;

  @Column(name = "SENT_AT", updatable = false)
  private Instant sentAt;

  @Embedded private StoredTitle title;

  @Column(updatable = false)
  private String href;

  protected InboxMessage() {}

  public InboxMessage(
      UUID id, UUID staff, String permission, Instant sentAt, Title title, String href) {
    this.id = id;
    this.staff = staff;
    this.permission = permission;
    this.sentAt = sentAt;
    this.title = new StoredTitle(title);
    this.href = href;
  }

  public UUID id() {
    return id;
  }

  public UUID staff() {
    return staff;
  }

  public String permission() {
    return permission;
  }

  public Instant sentAt() {
    return sentAt;
  }

  public Title title() {
    return title.title();
  }

  public String href() {
    return href;
  }
}
