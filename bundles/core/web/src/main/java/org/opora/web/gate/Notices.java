package org.opora.web.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.text.Text;

/**
 * Sentences shown once, on the page after the one that earned them. Kept here, by session, because
 * an address is no place for words.
 */
final class Notices {
  private static final Duration LIFETIME = Duration.ofMinutes(2);
  private static final int MOST = 1_000;

  private final Map<String, Notice> waiting = new ConcurrentHashMap<>();
  private final Clock clock;

  Notices(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param token session; null keeps nothing
   */
  void put(String token, Text text) {
    if (token == null || text == null) {
      return;
    }
    Instant now = clock.instant();
    if (waiting.size() >= MOST) {
      waiting.values().removeIf(notice -> notice.until().isBefore(now));
    }
    if (waiting.size() < MOST) {
      waiting.put(token, new Notice(text, now.plus(LIFETIME)));
    }
  }

  /** The sentence, once; null when there is none. */
  Text take(String token) {
    if (token == null || waiting.isEmpty()) {
      return null;
    }
    Notice notice = waiting.remove(token);
    return notice == null || notice.until().isBefore(clock.instant()) ? null : notice.text();
  }

  private record Notice(Text text, Instant until) {}
}
