package org.opora.operations.health.application;

import java.util.List;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.module.Modules.Info;
import org.opora.api.module.Modules.State;
import org.opora.operations.modules.application.ModuleManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Wanted modules that do not work. The house works without them. */
@Component
public class ModulesCheck implements HealthCheck {
  private final ModuleManager manager;

  @Activate
  public ModulesCheck(@Reference ModuleManager manager) {
    this.manager = manager;
  }

  @Override
  public String id() {
    return "modules";
  }

  @Override
  public Result check() {
    List<String> failed =
        manager.all().stream()
            .filter(module -> module.state() == State.FAILED)
            .map(Info::id)
            .toList();
    return failed.isEmpty()
        ? Checks.ok("health.modules.ok")
        : Checks.warning("health.modules.failed", String.join(", ", failed));
  }
}
