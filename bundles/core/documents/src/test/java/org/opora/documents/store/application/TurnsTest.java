package org.opora.documents.store.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever until others have had their turn. */
class TurnsTest {
  private final Turns turns = Turns.waiting(Duration.ofMillis(20));

  @Test
  void whoseTurnDoesNotComeIsToldSoAndComesAgain() {
    assertEquals(
        "file: document.busy",
        turns.one(() -> Archive.refusal(() -> turns.one(() -> "two at once"))));
    assertEquals("in", turns.one(() -> "in"));
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.one(
                () -> {
                  throw new IllegalStateException();
                }));
    assertEquals("in", turns.one(() -> "in"));
  }

  @Test
  void whoIsStoppedDoesNotGoOn() {
    Thread.currentThread().interrupt();
    assertEquals("file: document.busy", Archive.refusal(() -> turns.one(() -> "in")));
    assertTrue(Thread.interrupted(), "whoever stopped it is not forgotten");
  }
}
