package org.opora.operations.health.application;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.opora.api.health.spi.HealthCheck;
import org.opora.operations.backup.persistence.BackupsMade;
import org.opora.operations.modules.domain.WantedModule;
import org.opora.operations.modules.persistence.WantedModules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deadlines are counted from this clock: it may not stand before what was already written. */
@Component
public class ClockCheck implements HealthCheck {
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private final BackupsMade backups;
  private final WantedModules modules;

  @Activate
  public ClockCheck(@Reference BackupsMade backups, @Reference WantedModules modules) {
    this.backups = backups;
    this.modules = modules;
  }

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public Result check() {
    Instant latest =
        Stream.concat(
                backups.newest().stream(), modules.all().stream().map(WantedModule::changedAt))
            .max(Instant::compareTo)
            .orElse(BUILT);
    Instant now = Instant.now();
    boolean back = now.plus(TOLERANCE).isBefore(latest) || now.isBefore(BUILT);
    return back ? Checks.fault("health.clock.fault") : Checks.ok("health.clock.ok");
  }
}
