package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins of one kind since the last that worked: those under one name, from one address,
 * or of all browsers that are not known. After so many in a row each doubles the wait; and in any
 * stretch of time only so many are looked at, whatever worked in between.
 */
@Entity
@Table(schema = "ACCESS", name = "ATTEMPT")
public class Attempt {
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /**
   * How fast somebody may guess. Stretches are counted from their first guess, so two of them may
   * lie within the time of one.
   */
  public enum Pace {
    /** For a hundred guesses a day at most. */
    NAME(5, 50, Duration.ofDays(1)),
    /** All people of an office may come from one address. */
    ADDRESS(20, 100, Duration.ofHours(1)),
    /** Nobody's wait grows by what somebody else does: only the number is bounded. */
    HOUSE(Integer.MAX_VALUE, 600, Duration.ofHours(1));

    private final int free;
    private final int most;
    private final Duration stretch;

    Pace(int free, int most, Duration stretch) {
      this.free = free;
      this.most = most;
      this.stretch = stretch;
    }

    /** How long to wait after so many failures in a row. */
    public Duration delay(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration delay = Duration.ofSeconds(1L << Math.min(failures - free, 20));
      return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
  }

  @Id
  @Column(name = "NAME_HASH")
  private String nameHash;

  private int failures;

  @Column(name = "WAITS_UNTIL")
  private Instant waitsUntil;

  private Instant latest;

  @Column(name = "DAY_BEGAN")
  private Instant began;

  @Column(name = "DAY_GUESSES")
  private int guesses;

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
  public void begun(Pace pace, Instant now) {
    if (began == null || !now.isBefore(began.plus(pace.stretch))) {
      began = now;
      guesses = 0;
    }
    failures++;
    guesses++;
    latest = now;
    waitsUntil = now.plus(pace.delay(failures));
    Instant next = began.plus(pace.stretch);
    if (guesses >= pace.most && waitsUntil.isBefore(next)) {
      waitsUntil = next;
    }
  }

  /** Nobody looked at the last one. Those before it stay counted. */
  public void undone(Instant now) {
    failures--;
    guesses--;
    waitsUntil = now;
  }

  /** The last one was no guess. Those of the stretch before it stay counted. */
  public void succeeded(Instant now) {
    failures = 0;
    guesses--;
    waitsUntil = now;
  }
}
