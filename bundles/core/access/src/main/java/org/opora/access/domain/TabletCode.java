package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes a tablet known to the house: typed on it, once. */
@Entity
@Table(schema = "ACCESS", name = "TABLET_CODE")
public class TabletCode {
  private static final Duration HOLDS = Duration.ofMinutes(10);

  @Id
  @Column(name = "CODE_HASH")
  private String codeHash;

  private String name;

  @Column(name = "MADE_BY")
  private UUID madeBy;

  private Instant expires;

  protected TabletCode() {}

  public TabletCode(String codeHash, String name, UUID madeBy, Instant now) {
    this.codeHash = codeHash;
    this.name = name;
    this.madeBy = madeBy;
    this.expires = now.plus(HOLDS);
  }

  public boolean open(Instant now) {
    return now.isBefore(expires);
  }

  public String name() {
    return name;
  }

  public UUID madeBy() {
    return madeBy;
  }
}
