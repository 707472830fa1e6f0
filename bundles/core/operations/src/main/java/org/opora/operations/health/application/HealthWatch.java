package org.opora.operations.health.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.operations.OperationsModule;
import org.opora.operations.health.application.Readiness.Finding;
import org.opora.operations.shared.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who look after the product what stands on the page of its state, since nobody reads
 * that page every day: a fault at once, some warnings after a day, each once until it was well
 * again. And that the clock jumped, by which every deadline is counted.
 */
@Component(immediate = true, service = HealthWatch.class)
public final class HealthWatch {
  /** They tell it themselves, in their own words and in time. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("certificate", "strangers");

  /** What becomes a fault when nobody does anything. */
  private static final Set<String> WARNED = Set.of("backup", "disk");

  private static final Duration STANDS = Duration.ofDays(1);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final String PAGE = "/health/details";
  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
  private static final long PACE_SECONDS = 60;

  private final Supplier<List<Finding>> findings;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Inbox inbox;
  private final Messages messages;
  private final Clock clock;
  private final LongSupplier ticks;
  private final Map<String, Instant> warned = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private Instant before;
  private long ticksBefore;

  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "opora-health"));

  @Activate
  public HealthWatch(
      @Reference Readiness readiness,
      @Reference Accounts accounts,
      @Reference AuditTrail audit,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this(
        readiness::findings, accounts, audit, inbox, messages, Clock.systemUTC(), System::nanoTime);
    worker.scheduleWithFixedDelay(this::turn, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * @param ticks nanoseconds that go on whatever the clock does
   */
  HealthWatch(
      Supplier<List<Finding>> findings,
      Accounts accounts,
      AuditTrail audit,
      Inbox inbox,
      Messages messages,
      Clock clock,
      LongSupplier ticks) {
    this.findings = findings;
    this.accounts = accounts;
    this.audit = audit;
    this.inbox = inbox;
    this.messages = messages;
    this.clock = clock;
    this.ticks = ticks;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    worker.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  private void turn() {
    try {
      look();
    } catch (RuntimeException again) {
      LOG.warn("Nobody could be told of the state of the system: {}", again.toString());
    }
  }

  void look() {
    clock();
    // Before there is an account a message would reach nobody.
    if (accounts.untouched()) {
      return;
    }
    Set<String> wrong = new HashSet<>();
    for (Finding finding : findings.get()) {
      if (tells(finding)) {
        wrong.add(finding.id());
        if (!told.contains(finding.id())) {
          tell(finding.result().text());
          told.add(finding.id());
        }
      }
    }
    told.retainAll(wrong);
  }

  private boolean tells(Finding finding) {
    Level level = finding.result().level();
    if (level == Level.OK) {
      warned.remove(finding.id());
    }
    if (level == Level.OK || TOLD_ELSEWHERE.contains(finding.id())) {
      return false;
    }
    Instant since = warned.computeIfAbsent(finding.id(), first -> clock.instant());
    return level == Level.FAULT
        || WARNED.contains(finding.id()) && !clock.instant().isBefore(since.plus(STANDS));
  }

  /** In another thread nobody moves it: what the two say differently is a jump. */
  private void clock() {
    Instant now = clock.instant();
    long passed = ticks.getAsLong();
    Instant last = before;
    Duration jump =
        last == null ? Duration.ZERO : Duration.between(last, now).minusNanos(passed - ticksBefore);
    before = now;
    ticksBefore = passed;
    if (jump.abs().compareTo(STEP) >= 0) {
      audit.noted(null, "clock.jumped", "minutes=" + jump.toMinutes());
      tell(Words.of("news.clock", jump.abs().toMinutes()));
    }
  }

  private void tell(Text text) {
    inbox.tellAll(
        OperationsModule.HEALTH,
        new Title(
            messages.text(Locale.forLanguageTag("cs"), text),
            messages.text(Locale.forLanguageTag("pl"), text),
            messages.text(Locale.ENGLISH, text)),
        PAGE);
  }

  @Deactivate
  public void stop() {
    // Never interrupted: the embedded database takes an interrupt for the end of the world.
    worker.shutdown();
  }
}
