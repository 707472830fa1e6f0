package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * A part of an agreed aim. It is never changed: when the aim is put otherwise the part ends with
 * the wording in which it stood last, and another one begins with the next.
 */
@MappedSuperclass
public abstract class AimPart {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID aim;

  @Column(name = "SINCE_WORDING", updatable = false)
  private int since;

  @Column(name = "UNTIL_WORDING")
  private Integer until;

  protected AimPart() {}

  protected AimPart(UUID id, UUID aim, int since) {
    this.id = id;
    this.aim = aim;
    this.since = since;
  }

  /**
   * @param wording the last one in which it stands
   */
  public void endWith(int wording) {
    until = wording;
  }

  public boolean standsIn(int wording) {
    return since <= wording && (until == null || until >= wording);
  }

  public UUID id() {
    return id;
  }

  public UUID aim() {
    return aim;
  }
}
