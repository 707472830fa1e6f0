package org.opora.registry.emergency.application;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes emergency accesses when their time is over; at the start those that ended meanwhile. */
@Component(service = EmergencyClock.class, immediate = true)
public final class EmergencyClock {
  private static final Logger LOG = LoggerFactory.getLogger(EmergencyClock.class);
  private static final Duration BETWEEN = Duration.ofSeconds(20);
  private final EmergencyEnds ends;
  private final Clock clock;
  private final ScheduledExecutorService worker;

  @Activate
  public EmergencyClock(@Reference EmergencyEnds ends) {
    this(ends, Clock.systemUTC(), BETWEEN);
  }

  /**
   * @param between looks
   */
  public EmergencyClock(EmergencyEnds ends, Clock clock, Duration between) {
    this.ends = ends;
    this.clock = clock;
    worker = Executors.newSingleThreadScheduledExecutor(EmergencyClock::thread);
    worker.scheduleWithFixedDelay(this::look, 0, between.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "opora-emergency");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    try {
      ends.over(clock.instant());
    } catch (RuntimeException e) {
      // Nobody reads on: the moment counts in every decision. The next look tries again.
      LOG.warn("Emergency accesses that are over could not be closed: {}", e.toString());
    }
  }

  @Deactivate
  public void stop() {
    worker.shutdownNow();
  }
}
