package org.opora.operations;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** Modules and health, under administration. */
@Component
public class OperationsNavigation implements Navigation {
  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(950, "modules.title", "/modules", OperationsModule.MODULES),
        new Entry(960, "health.title", "/health/details", OperationsModule.HEALTH));
  }
}
