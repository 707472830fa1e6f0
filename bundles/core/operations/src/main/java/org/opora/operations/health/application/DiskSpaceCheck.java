package org.opora.operations.health.application;

import java.io.IOException;
import java.nio.file.Files;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A database that runs out of disk stops in the middle of a day: it is said before. */
@Component
public class DiskSpaceCheck implements HealthCheck {
  private static final long MEGABYTE = 1L << 20;
  private static final long LITTLE = 2_048;
  private static final long TOO_LITTLE = 256;
  private final Database database;

  @Activate
  public DiskSpaceCheck(@Reference Database database) {
    this.database = database;
  }

  @Override
  public String id() {
    return "disk";
  }

  @Override
  public Result check() {
    try {
      long free = Files.getFileStore(database.dataFolder()).getUsableSpace() / MEGABYTE;
      if (free < TOO_LITTLE) {
        return Checks.fault("health.disk.fault", free);
      }
      return free < LITTLE
          ? Checks.warning("health.disk.warning", free)
          : Checks.ok("health.disk.ok", free);
    } catch (IOException unknown) {
      return Checks.warning("health.disk.unknown");
    }
  }
}
