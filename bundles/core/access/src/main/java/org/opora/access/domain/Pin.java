package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a person types on a tablet. */
@Entity
@Table(schema = "ACCESS", name = "PIN")
public class Pin {
  private static final int MOST = 5;

  @Id private UUID staff;

  @Column(name = "PIN_HASH")
  private String hash;

  private Instant since;
  private int failures;
  @Version private long version;

  protected Pin() {}

  public Pin(UUID staff) {
    this.staff = staff;
  }

  public void take(String another, Instant now) {
    hash = another;
    since = now;
    failures = 0;
  }

  public String hash() {
    return hash;
  }

  public Instant since() {
    return since;
  }

  /** Whether it waits for the password of its owner. */
  public boolean closed() {
    return failures >= MOST;
  }

  /** Counted before it is checked, so that many tries at once gain nothing. */
  public boolean begun() {
    if (closed()) {
      return false;
    }
    failures++;
    return true;
  }

  public void fitted() {
    failures = 0;
  }
}
