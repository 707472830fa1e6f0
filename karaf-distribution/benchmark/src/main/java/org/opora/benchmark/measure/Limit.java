package org.opora.benchmark.measure;

import java.util.Locale;

/**
 * What a 95th percentile must not exceed.
 *
 * @param most in milliseconds
 */
record Limit(double most) {
  /** Below this, in milliseconds, a difference is the noise of the machine. */
  private static final double NOISE = 20;

  private static final double TWICE = 2;

  static Limit of(double most) {
    return new Limit(most);
  }

  /** Exactly twice another figure; only where both are below the noise, that is allowed. */
  static Limit twice(double other) {
    return new Limit(Math.max(TWICE * other, NOISE));
  }

  boolean holds(double measured) {
    return measured <= most;
  }

  String words() {
    return String.format(Locale.ROOT, most == Math.rint(most) ? "≤ %.0f ms" : "≤ %.1f ms", most);
  }
}
