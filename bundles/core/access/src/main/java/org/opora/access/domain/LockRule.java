package org.opora.access.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;

/** After how long without anything that a person does a session locks. One row. */
@Entity
@Table(schema = "ACCESS", name = "LOCK_RULE")
public class LockRule {
  public static final int KEY = 1;

  @Id private int id;
  private int minutes;
  @Version private long version;

  protected LockRule() {}

  public Duration after() {
    return Duration.ofMinutes(minutes);
  }

  public void after(int another) {
    minutes = another;
  }
}
