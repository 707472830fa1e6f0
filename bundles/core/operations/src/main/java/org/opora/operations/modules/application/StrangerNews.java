package org.opora.operations.modules.application;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.Strangers;
import org.opora.api.text.Messages;
import org.opora.operations.OperationsModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the trail and those who look after the product of every bundle that publishes something
 * here and is not of the house.
 */
@Component(immediate = true, service = StrangerNews.class)
public final class StrangerNews {
  private static final Logger LOG = LoggerFactory.getLogger(StrangerNews.class);
  private static final long PACE_MILLIS = 1_000;

  private final Strangers strangers;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Inbox inbox;
  private final Messages messages;
  private final Consumer<String> watcher = this::seen;

  /** Not the thread that brings a bundle in: it does not wait for a table. */
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "opora-strangers"));

  @Activate
  public StrangerNews(
      @Reference Strangers strangers,
      @Reference Accounts accounts,
      @Reference AuditTrail audit,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.strangers = strangers;
    this.accounts = accounts;
    this.audit = audit;
    this.inbox = inbox;
    this.messages = messages;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    strangers.watch(watcher);
  }

  private void seen(String name) {
    try {
      worker.execute(
          () -> {
            noted(name);
            tell(name);
          });
    } catch (RejectedExecutionException stopping) {
      LOG.debug("{} came while the product stopped", name, stopping);
    }
  }

  private void noted(String name) {
    try {
      audit.noted(null, "module.stranger", name);
    } catch (RuntimeException unwritten) {
      LOG.error("The trail does not say that {} is here", name, unwritten);
    }
  }

  /** Waits for the first account: before there is one, a message would reach nobody. */
  private void tell(String name) {
    try {
      if (accounts.untouched()) {
        worker.schedule(() -> tell(name), PACE_MILLIS, TimeUnit.MILLISECONDS);
      } else {
        inbox.tellAll(
            OperationsModule.HEALTH, messages.title("news.stranger", name), "/health/details");
      }
    } catch (RejectedExecutionException stopping) {
      LOG.debug("Nobody has set the product up before it stopped", stopping);
    } catch (RuntimeException untold) {
      LOG.error("Nobody could be told of {}", name, untold);
    }
  }

  @Deactivate
  public void stop() {
    strangers.leave(watcher);
    // Never interrupted: the embedded database takes an interrupt for the end of the world.
    worker.shutdown();
  }
}
