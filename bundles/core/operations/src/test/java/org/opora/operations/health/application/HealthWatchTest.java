package org.opora.operations.health.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Accounts;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.health.spi.HealthCheck.Result;
import org.opora.api.text.Text;
import org.opora.operations.Recorded;

/** What nobody looks for finds somebody. */
class HealthWatchTest {
  private final Recorded house = new Recorded();
  private final List<Readiness.Finding> findings = new ArrayList<>();
  private boolean untouched;
  private Instant now = Instant.parse("2026-11-02T08:00:00Z");
  private long ticks = 7;

  private final HealthWatch watch =
      new HealthWatch(
          () -> List.copyOf(findings), accounts(), house, house, house, clock(), () -> ticks);

  private Accounts accounts() {
    return (Accounts)
        Proxy.newProxyInstance(
            Accounts.class.getClassLoader(),
            new Class<?>[] {Accounts.class},
            (self, asked, values) -> {
              assertEquals("untouched", asked.getName());
              return untouched;
            });
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @AfterEach
  void stop() {
    watch.stop();
  }

  private void finds(String id, Level level) {
    findings.removeIf(one -> one.id().equals(id));
    findings.add(
        new Readiness.Finding(id, new Result(level, Text.of("org.opora.x", "health." + id, 3))));
  }

  private void passes(Duration time) {
    now = now.plus(time);
    ticks += time.toNanos();
    watch.look();
  }

  @Test
  void aFaultIsToldOnceUntilItWasWellAgain() {
    finds("disk", Level.FAULT);
    finds("volume", Level.WARNING);
    passes(Duration.ofMinutes(1));
    passes(Duration.ofMinutes(1));
    assertEquals(List.of("health.disk[3]"), house.told, "in the words of the page");
    finds("disk", Level.OK);
    passes(Duration.ofMinutes(1));
    finds("disk", Level.FAULT);
    passes(Duration.ofMinutes(1));
    assertEquals(2, house.told.size());
    passes(Duration.ofDays(9));
    assertEquals(2, house.told.size(), "an open volume stands on the page");
    assertEquals(List.of(), house.noted);
  }

  @Test
  void anOverdueBackupIsToldAfterADay() {
    finds("backup", Level.WARNING);
    passes(Duration.ofMinutes(1));
    passes(Duration.ofHours(23));
    assertEquals(List.of(), house.told);
    passes(Duration.ofHours(1));
    assertEquals(List.of("health.backup[3]"), house.told);
    finds("backup", Level.FAULT);
    passes(Duration.ofDays(6));
    assertEquals(1, house.told.size());
  }

  @Test
  void whoTellsItThemselvesIsLeftToIt() {
    finds("certificate", Level.FAULT);
    finds("strangers", Level.FAULT);
    passes(Duration.ofMinutes(1));
    assertEquals(List.of(), house.told);
  }

  @Test
  void beforeTheFirstAccountItWaits() {
    untouched = true;
    finds("disk", Level.FAULT);
    passes(Duration.ofMinutes(1));
    assertEquals(List.of(), house.told);
    untouched = false;
    passes(Duration.ofMinutes(1));
    assertEquals(List.of("health.disk[3]"), house.told);
  }

  @Test
  void aClockThatJumpsIsToldAndStandsInTheTrail() {
    passes(Duration.ofMinutes(1));
    passes(Duration.ofHours(3));
    assertEquals(List.of(), house.noted, "time passed");
    now = now.minus(Duration.ofMinutes(6));
    passes(Duration.ofMinutes(1));
    assertEquals(List.of("clock.jumped minutes=-6"), house.noted);
    assertEquals(List.of("news.clock[6]"), house.told);
    now = now.plus(Duration.ofMinutes(4));
    passes(Duration.ofMinutes(1));
    assertEquals(1, house.noted.size(), "clocks are set by a little every day");
  }
}
