package org.opora.operations.health.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data folder can be written, and neither it nor the keys can be read by others. */
@Component
public class DataFolderCheck implements HealthCheck {
  private final Database database;

  @Activate
  public DataFolderCheck(@Reference Database database) {
    this.database = database;
  }

  @Override
  public String id() {
    return "data-folder";
  }

  @Override
  public boolean requiredForReady() {
    return true;
  }

  @Override
  public Result check() {
    if (!Files.isWritable(database.dataFolder())) {
      return Checks.fault("health.data.fault");
    }
    return open(database.dataFolder()) || open(database.keyFolder())
        ? Checks.warning("health.data.open")
        : Checks.ok("health.data.ok");
  }

  private static boolean open(Path folder) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
      return permissions.contains(PosixFilePermission.OTHERS_READ)
          || permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
