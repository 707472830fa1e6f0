package org.opora.registry.house.application;

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

/** Ends what nobody has decided in time about roles; at the start what lapsed meanwhile. */
@Component(service = LapseClock.class, immediate = true)
public final class LapseClock {
  private static final Logger LOG = LoggerFactory.getLogger(LapseClock.class);
  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private final RoleDesk desk;
  private final Clock clock;
  private final ScheduledExecutorService worker;

  @Activate
  public LapseClock(@Reference RoleDesk desk) {
    this(desk, Clock.systemUTC(), BETWEEN);
  }

  /**
   * @param between looks
   */
  public LapseClock(RoleDesk desk, Clock clock, Duration between) {
    this.desk = desk;
    this.clock = clock;
    worker = Executors.newSingleThreadScheduledExecutor(LapseClock::thread);
    worker.scheduleWithFixedDelay(this::look, 0, between.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "opora-lapse");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    try {
      desk.lapse(clock.instant());
    } catch (RuntimeException e) {
      // Nobody decides it any more: the moment counts there, too. The next look tries again.
      LOG.warn("What nobody has decided about roles could not be ended: {}", e.toString());
    }
  }

  @Deactivate
  public void stop() {
    worker.shutdownNow();
  }
}
