package org.opora.itest.support;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.opora.driver.Until;

/** Counts that the region asked for: one that waits, and one whose figures are kept. */
final class SecretCounts {
  private static final String ALL = "/statistics/counts";
  private static final Duration COUNTED = Duration.ofMinutes(2);
  private final Pen pen;

  SecretCounts(Pen pen) {
    this.pen = pen;
  }

  void write() {
    asked("Odbor, který čeká");
    String counted = asked("Odbor s čísly");
    pen.send(counted, counted + "/count", Map.of());
    Until.isTrue(
        "the figures are kept",
        COUNTED,
        () -> !pen.page(counted).select("main td.num a[href*=/lists/]").isEmpty());
    pen.read(counted);
    pen.read(ALL);
  }

  private String asked(String asker) {
    LocalDate today = LocalDate.now();
    Map<String, String> typed = new HashMap<>();
    typed.put("askedBy", asker);
    typed.put("what", "Kolik dohod a kolik dětí");
    typed.put("deliveredOn", today.toString());
    typed.put("from", today.withDayOfYear(1).toString());
    typed.put("asOf", today.toString());
    return pen.send(ALL + "/new", typed);
  }
}
