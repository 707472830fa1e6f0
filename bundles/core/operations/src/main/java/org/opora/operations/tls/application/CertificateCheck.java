package org.opora.operations.tls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opora.api.health.spi.HealthCheck;
import org.opora.operations.shared.Words;
import org.opora.operations.tls.domain.Identity;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether other computers are answered, and how long the certificate holds. */
@Component
public class CertificateCheck implements HealthCheck {
  private final NetworkDoor door;
  private final String proxy;
  private final Clock clock;

  @Activate
  public CertificateCheck(BundleContext context, @Reference NetworkDoor door) {
    this(door, context.getProperty(NetworkDoor.PROXY), Clock.systemUTC());
  }

  CertificateCheck(NetworkDoor door, String proxy, Clock clock) {
    this.door = door;
    this.proxy = proxy;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "certificate";
  }

  @Override
  public Result check() {
    if (!door.wanted()) {
      return proxy == null
          ? result(Level.OK, "health.certificate.here")
          : result(Level.OK, "health.certificate.proxy", proxy);
    }
    Optional<Identity> used = door.identity();
    if (used.isEmpty() || !door.open()) {
      return result(Level.FAULT, "health.certificate.shut");
    }
    Instant until = used.get().until();
    long days = Duration.between(clock.instant(), until).toDays();
    if (!clock.instant().isBefore(until)) {
      return result(Level.FAULT, "health.certificate.expired");
    }
    return days < CertificateWatch.DAYS
        ? result(Level.WARNING, "health.certificate.soon", days)
        : result(Level.OK, "health.certificate.ok", days);
  }

  private static Result result(Level level, String key, Object... arguments) {
    return new Result(level, Words.of(key, arguments));
  }
}
