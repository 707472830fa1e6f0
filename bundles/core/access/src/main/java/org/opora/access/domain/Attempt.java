package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins under one name since the last that worked. From the fifth on, each doubles the
 * wait; and in any day no more than {@value #OF_A_DAY} are looked at, whatever worked in between.
 */
@Entity
@Table(schema = "ACCESS", name = "ATTEMPT")
public class Attempt {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration DAY = Duration.ofDays(1);

  /** Days are counted from their first guess, so two of them may lie within 24 hours. */
  private static final int OF_A_DAY = 50;

  @Id
  @Column(name = "NAME_HASH")
  private String nameHash;

  private int failures;

  @Column(name = "WAITS_UNTIL")
  private Instant waitsUntil;

  private Instant latest;

  @Column(name = "DAY_BEGAN")
  private Instant dayBegan;

  @Column(name = "DAY_GUESSES")
  private int dayGuesses;

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
    if (dayBegan == null || !now.isBefore(dayBegan.plus(DAY))) {
      dayBegan = now;
      dayGuesses = 0;
    }
    failures++;
    dayGuesses++;
    latest = now;
    waitsUntil = now.plus(delay(failures));
    Instant tomorrow = dayBegan.plus(DAY);
    if (dayGuesses >= OF_A_DAY && waitsUntil.isBefore(tomorrow)) {
      waitsUntil = tomorrow;
    }
  }

  /** The last one was no guess. Those of the day before it stay counted. */
  public void succeeded(Instant now) {
    failures = 0;
    dayGuesses--;
    waitsUntil = now;
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
