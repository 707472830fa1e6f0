package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins under one name since the last that worked. From the fifth on, each doubles the
 * wait.
 */
@Entity
@Table(schema = "ACCESS", name = "ATTEMPT")
public class Attempt {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Id
  @Column(name = "NAME_HASH")
  private String nameHash;

  private int failures;

  @Column(name = "WAITS_UNTIL")
  private Instant waitsUntil;

  private Instant latest;

  protected Attempt() {}

  public Attempt(String nameHash, Instant now) {
    this.nameHash = nameHash;
    this.waitsUntil = now;
    this.latest = now;
  }

  public boolean waits(Instant now) {
    return now.isBefore(waitsUntil);
  }

  /** Counted before the password is checked, so that many tries at once gain nothing. */
  public void begun(Instant now) {
    failures++;
    latest = now;
    waitsUntil = now.plus(delay(failures));
  }

  /** How long to wait after so many failures in a row. */
  public static Duration delay(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    Duration delay = Duration.ofSeconds(1L << Math.min(failures - FREE, 20));
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
