package org.opora.operations.tls.application;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opora.api.access.AuditTrail;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.operations.OperationsModule;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thirty days before its end a certificate of the local authority is renewed, and nobody notices.
 * Of another one, or when that does not work, those who look after the product are told: thirty
 * days before, seven, and on the last one.
 */
@Component(immediate = true, service = CertificateWatch.class)
public final class CertificateWatch {
  /** Days before the end of a certificate on which somebody has to act. */
  static final int DAYS = 30;

  private static final int[] STEPS = {1, 7, DAYS};
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
  private static final long PACE_MINUTES = TimeUnit.HOURS.toMinutes(6);

  private final NetworkDoor door;
  private final AuditTrail audit;
  private final Inbox inbox;
  private final Messages messages;
  private final Clock clock;
  private final ScheduledExecutorService watch;

  @Activate
  public CertificateWatch(
      @Reference NetworkDoor door,
      @Reference AuditTrail audit,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this(door, audit, inbox, messages, Clock.systemUTC());
    if (door.wanted()) {
      watch.scheduleWithFixedDelay(this::turn, 1, PACE_MINUTES, TimeUnit.MINUTES);
    }
  }

  CertificateWatch(
      NetworkDoor door, AuditTrail audit, Inbox inbox, Messages messages, Clock clock) {
    this.door = door;
    this.audit = audit;
    this.inbox = inbox;
    this.messages = messages;
    this.clock = clock;
    watch =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opora-certificate"));
  }

  private void turn() {
    try {
      look();
    } catch (IOException | RuntimeException again) {
      LOG.warn("Nobody could look after the certificate: {}", again.toString());
    }
  }

  void look() throws IOException {
    Optional<Identity> used = door.identity();
    if (used.isEmpty() || days(used.get()) >= DAYS || renewed(used.get())) {
      return;
    }
    long days = days(used.get());
    int step = DAYS;
    for (int each : STEPS) {
      if (days < each) {
        step = each;
        break;
      }
    }
    String told = used.get().fingerprint() + " " + step;
    if (!told.equals(door.folder().told())) {
      inbox.tellAll(
          OperationsModule.HEALTH,
          messages.title("news.certificate", Math.max(0, days)),
          "/health/details");
      door.folder().told(told);
    }
  }

  private long days(Identity used) {
    return Duration.between(clock.instant(), used.until()).toDays();
  }

  private boolean renewed(Identity used) {
    try {
      Optional<Identity> authority = door.folder().authority();
      if (authority.isEmpty() || !LocalCa.issued(authority.get(), used)) {
        return false;
      }
      Identity next = new LocalCa(clock).server(authority.get(), ServerName.all(used.names()));
      // An authority near its own end gives no longer time than the certificate has already.
      if (days(next) < DAYS) {
        return false;
      }
      door.folder().server(next);
      door.reload();
      audit.noted(null, "certificate.changed", next.fingerprint());
      return true;
    } catch (IOException | TlsFault failed) {
      LOG.warn("The certificate could not be renewed: {}", failed.toString());
      return false;
    }
  }

  @Deactivate
  public void stop() {
    watch.shutdownNow();
  }
}
