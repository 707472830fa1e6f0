package org.opora.operations.backup.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A backup that was made, for the health page: the file itself lies elsewhere. */
@Entity
@Table(schema = "OPERATIONS", name = "BACKUP")
public class BackupMade {
  @Id private UUID id;
  private String name;
  private long bytes;
  private String sha256;

  @Column(name = "MADE_AT")
  private Instant madeAt;

  protected BackupMade() {}

  public BackupMade(UUID id, String name, long bytes, String sha256, Instant madeAt) {
    this.id = id;
    this.name = name;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.madeAt = madeAt;
  }
}
