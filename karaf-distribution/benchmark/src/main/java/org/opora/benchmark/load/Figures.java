package org.opora.benchmark.load;

import org.HdrHistogram.Histogram;

/**
 * What one measurement gave. Times in milliseconds.
 *
 * @param failed requests with another status than the right one, or none
 */
public record Figures(
    double perSecond, double p50, double p95, double p99, long answered, long failed) {
  private static final double MICROS = 1_000;

  /** Whether there were answers, and all of them right. */
  public boolean sound() {
    return answered > 0 && failed == 0;
  }

  static Figures of(Histogram micros, long failed, double seconds) {
    return new Figures(
        micros.getTotalCount() / seconds,
        micros.getValueAtPercentile(50) / MICROS,
        micros.getValueAtPercentile(95) / MICROS,
        micros.getValueAtPercentile(99) / MICROS,
        micros.getTotalCount(),
        failed);
  }
}
