package org.opora.web.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody has typed and not saved yet, sealed for this person. */
@Entity
@Table(schema = "WEB", name = "DRAFT")
public class Draft {
  @Id private UUID id;
  private UUID staff;

  @Column(name = "DRAFT_KEY")
  private String draftKey;

  private byte[] content;

  @Column(name = "SAVED_AT")
  private Instant savedAt;

  protected Draft() {}

  Draft(UUID id, UUID staff, String key) {
    this.id = id;
    this.staff = staff;
    this.draftKey = key;
  }

  UUID id() {
    return id;
  }

  byte[] content() {
    return content;
  }

  Instant savedAt() {
    return savedAt;
  }

  void keep(byte[] sealed, Instant now) {
    this.content = sealed;
    this.savedAt = now;
  }
}
