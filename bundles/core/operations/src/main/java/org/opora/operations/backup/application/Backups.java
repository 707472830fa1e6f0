package org.opora.operations.backup.application;

import java.io.IOException;
import java.nio.file.Path;
import org.opora.api.access.AuditTrail;
import org.opora.api.persistence.Database;
import org.opora.operations.backup.persistence.BackupsMade;
import org.opora.operations.modules.application.ModuleManager;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups while colleagues work; no module changes meanwhile. */
@Component(service = Backups.class)
public class Backups {
  private final BackupMaker maker;
  private final ModuleManager modules;

  @Activate
  public Backups(
      BundleContext context,
      @Reference Database database,
      @Reference AuditTrail audit,
      @Reference BackupsMade made,
      @Reference ModuleManager modules)
      throws IOException {
    maker = new BackupMaker(database, audit, made, context.getBundle().getVersion().toString());
    this.modules = modules;
  }

  /**
   * What was made.
   *
   * @param file where it waits for whoever asked, in the data folder
   */
  public record Made(String name, Path file, long bytes, String sha256) {}

  public Made make() throws Exception {
    return modules.undisturbed(maker::make);
  }
}
