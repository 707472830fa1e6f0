package org.opora.operations.health.web;

import java.util.List;
import java.util.Map;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.operations.OperationsModule;
import org.opora.operations.health.application.Doorstep;
import org.opora.operations.health.application.Readiness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /health}: one word for the launcher, the load balancer and the watchdog. */
@Component
public class HealthRoutes implements RouteSet {
  private final Readiness readiness;
  private final Doorstep doorstep;

  @Activate
  public HealthRoutes(@Reference Readiness readiness, @Reference Doorstep doorstep) {
    this.readiness = readiness;
    this.doorstep = doorstep;
  }

  @Override
  public String module() {
    return OperationsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.GET,
            "/health",
            Route.Entry.PUBLIC,
            null,
            null,
            Route.Audit.NONE,
            request -> doorstep.open() ? Reply.plain("ready") : new Reply.Plain("starting", 503)),
        Route.page(
                "/health/card",
                OperationsModule.HEALTH,
                request -> Reply.page("health-card", Map.of("findings", wrong())))
            .audited(Route.Audit.NONE),
        Route.page(
                "/health/details",
                OperationsModule.HEALTH,
                request -> Reply.page("health", Map.of("findings", readiness.findings())))
            .audited(Route.Audit.NONE));
  }

  private List<Readiness.Finding> wrong() {
    return readiness.findings().stream()
        .filter(finding -> finding.result().level() != HealthCheck.Level.OK)
        .toList();
  }
}
