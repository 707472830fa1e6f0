package org.opora.operations.health.application;

import java.nio.file.Path;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names and dates are not sealed: a disk that is carried away keeps them only when encrypted. */
@Component
public class VolumeCheck implements HealthCheck {
  private final Database database;
  private final Volumes volumes;

  @Activate
  public VolumeCheck(@Reference Database database) {
    this(database, new Volumes(Path.of("/")));
  }

  VolumeCheck(Database database, Volumes volumes) {
    this.database = database;
    this.volumes = volumes;
  }

  @Override
  public String id() {
    return "volume";
  }

  @Override
  public Result check() {
    return switch (volumes.of(database.dataFolder())) {
      // The tables of a server lie where the server keeps them.
      case ENCRYPTED ->
          Checks.ok(
              database.product().contains("Derby") ? "health.volume.ok" : "health.volume.server");
      case OPEN -> Checks.warning("health.volume.open");
      case UNKNOWN -> Checks.warning("health.volume.unknown");
    };
  }
}
