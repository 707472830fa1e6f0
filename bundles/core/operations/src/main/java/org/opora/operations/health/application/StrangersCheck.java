package org.opora.operations.health.application;

import java.util.List;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.module.Strangers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bundles that publish something here and are not of the house. */
@Component
public class StrangersCheck implements HealthCheck {
  private final Strangers strangers;

  @Activate
  public StrangersCheck(@Reference Strangers strangers) {
    this.strangers = strangers;
  }

  @Override
  public String id() {
    return "strangers";
  }

  @Override
  public Result check() {
    List<String> names = strangers.names();
    return names.isEmpty()
        ? Checks.ok("health.strangers.ok")
        : Checks.fault("health.strangers.here", String.join(", ", names));
  }
}
