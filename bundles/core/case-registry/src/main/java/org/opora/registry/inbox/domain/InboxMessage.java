package org.opora.registry.inbox.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

  @Column(name = "TITLE_CS", updatable = false)
  private String cs;

  @Column(name = "TITLE_PL", updatable = false)
  private String pl;

  @Column(name = "TITLE_EN", updatable = false)
  private String en;

  @Column(updatable = false)
  private String href;

  protected InboxMessage() {}

  public InboxMessage(
      UUID id,
      UUID staff,
      String permission,
      Instant sentAt,
      String cs,
      String pl,
      String en,
      String href) {
    this.id = id;
    this.staff = staff;
    this.permission = permission;
    this.sentAt = sentAt;
    this.cs = cs;
    this.pl = pl;
    this.en = en;
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

  public String cs() {
    return cs;
  }

  public String pl() {
    return pl;
  }

  public String en() {
    return en;
  }

  public String href() {
    return href;
  }
}
