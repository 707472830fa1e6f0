package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a person proves beside the password, and what they are about to put in its place. */
@Entity
@Table(schema = "ACCESS", name = "SECOND_FACTOR")
public class Factor {
  @Id private UUID staff;
  private byte[] secret;
  private Instant since;

  @Column(name = "LAST_STEP")
  private long lastStep;

  private byte[] offered;
  @Version private long version;

  protected Factor() {}

  public Factor(UUID staff) {
    this.staff = staff;
  }

  public byte[] secret() {
    return secret;
  }

  public byte[] offered() {
    return offered;
  }

  public Instant since() {
    return since;
  }

  public long lastStep() {
    return lastStep;
  }

  public boolean set() {
    return secret != null;
  }

  public void offer(byte[] sealed) {
    offered = sealed;
  }

  /**
   * What was offered is the factor from now on.
   *
   * @param step the code that showed it is used
   */
  public void take(byte[] sealed, long step, Instant now) {
    secret = sealed;
    offered = null;
    since = now;
    lastStep = step;
  }

  /** The code of this step and all before it are used. */
  public void used(long step) {
    lastStep = step;
  }
}
