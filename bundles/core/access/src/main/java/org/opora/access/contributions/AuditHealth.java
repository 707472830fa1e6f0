package org.opora.access.contributions;

import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the audit trail is being sealed. */
@Component
public final class AuditHealth implements HealthCheck {
  private static final long LATE_MILLIS = 10_000;

  private final AuditTrailService audit;

  @Activate
  public AuditHealth(@Reference AuditTrailService audit) {
    this.audit = audit;
  }

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public Result check() {
    if (audit.broken()) {
      return result(Level.FAULT, "health.audit.broken");
    }
    if (audit.fault() != null) {
      return result(Level.WARNING, "health.audit.changed");
    }
    return audit.behind() > LATE_MILLIS
        ? result(Level.WARNING, "health.audit.behind")
        : result(Level.OK, "health.audit.ok");
  }

  @Override
  public boolean requiredForReady() {
    return true;
  }

  private static Result result(Level level, String key) {
    return new Result(level, Text.of(AccessModule.ORIGIN, key));
  }
}
