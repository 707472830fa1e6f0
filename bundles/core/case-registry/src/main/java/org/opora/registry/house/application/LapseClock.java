package org.opora.registry.house.application;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opora.registry.exports.application.ExportDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what nobody has decided in time about roles, and forgets long lists that were asked for long
 * ago; at the start what is due since.
 */
@Component(service = LapseClock.class, immediate = true)
public final class LapseClock {
  private static final Logger LOG = LoggerFactory.getLogger(LapseClock.class);
  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private final RoleDesk roles;
  private final ExportDesk lists;
  private final Clock clock;
  private final ScheduledExecutorService worker;

  @Activate
  public LapseClock(@Reference RoleDesk roles, @Reference ExportDesk lists) {
    this(roles, lists, Clock.systemUTC(), BETWEEN);
  }

  /**
   * @param between looks
   */
  public LapseClock(RoleDesk roles, ExportDesk lists, Clock clock, Duration between) {
    this.roles = roles;
    this.lists = lists;
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
      roles.lapse(clock.instant());
    } catch (RuntimeException e) {
      // Nobody decides it any more: the moment counts there, too. The next look tries again.
      LOG.warn("What nobody has decided about roles could not be ended: {}", e.toString());
    }
    try {
      lists.forget(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("Long lists of long ago could not be forgotten: {}", e.toString());
    }
  }

  @Deactivate
  public void stop() {
    worker.shutdownNow();
  }
}
