package org.opora.operations.health.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opora.api.health.spi.HealthCheck;
import org.opora.operations.backup.persistence.BackupsMade;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days since the newest backup. */
@Component
public class BackupAgeCheck implements HealthCheck {
  private static final long OLD = 2;
  private static final long TOO_OLD = 8;
  private final BackupsMade backups;

  @Activate
  public BackupAgeCheck(@Reference BackupsMade backups) {
    this.backups = backups;
  }

  @Override
  public String id() {
    return "backup";
  }

  @Override
  public Result check() {
    Optional<Instant> newest = backups.newest();
    if (newest.isEmpty()) {
      return Checks.warning("health.backup.none");
    }
    long days = Duration.between(newest.get(), Instant.now()).toDays();
    if (days >= TOO_OLD) {
      return Checks.fault("health.backup.age", days);
    }
    return days >= OLD ? Checks.warning("health.backup.age", days) : Checks.ok("health.backup.ok");
  }
}
