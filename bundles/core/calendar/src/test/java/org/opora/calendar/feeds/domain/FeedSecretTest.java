package org.opora.calendar.feeds.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedSecretTest {
  @Test
  void eachIsDrawnAndLong() {
    SecureRandom lot = new SecureRandom();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      FeedSecret secret = FeedSecret.drawn(lot);
      assertTrue(drawn.add(secret.text()));
      assertEquals(Optional.of(secret), FeedSecret.heard(secret.text()));
      assertEquals(64, secret.hash().length());
      assertFalse(secret.toString().contains(secret.text()));
    }
  }

  @Test
  void whatCanBeNoneIsNotLookedUp() {
    String secret = "A".repeat(43);
    for (String heard :
        new String[] {"", secret + "A", secret.substring(1), secret.substring(1) + ".", "x"}) {
      assertEquals(Optional.empty(), FeedSecret.heard(heard), heard);
    }
  }
}
