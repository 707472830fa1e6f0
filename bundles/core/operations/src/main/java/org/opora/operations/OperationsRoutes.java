package org.opora.operations;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.operations.backup.web.BackupConsole;
import org.opora.operations.directory.web.DirectoryConsole;
import org.opora.operations.health.web.StatusConsole;
import org.opora.operations.keys.web.KeyConsole;
import org.opora.operations.modules.web.ModuleConsole;
import org.opora.operations.modules.web.ModulePages;
import org.opora.operations.tls.web.TlsConsole;
import org.opora.operations.trail.web.TrailConsole;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Routes that need the tables of operations. The health page has its own set, and is there first.
 */
@Component
public class OperationsRoutes implements RouteSet {
  private final List<Route> routes;

  @Activate
  public OperationsRoutes(
      @Reference ModulePages modulePages,
      @Reference ModuleConsole moduleConsole,
      @Reference StatusConsole status,
      @Reference BackupConsole backup,
      @Reference KeyConsole keys,
      @Reference TlsConsole tls,
      @Reference DirectoryConsole directory,
      @Reference TrailConsole trail) {
    routes =
        Stream.of(
                modulePages.routes(),
                moduleConsole.routes(),
                status.routes(),
                backup.routes(),
                keys.routes(),
                tls.routes(),
                directory.routes(),
                trail.routes())
            .flatMap(List::stream)
            .toList();
  }

  @Override
  public String module() {
    return OperationsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return routes;
  }
}
