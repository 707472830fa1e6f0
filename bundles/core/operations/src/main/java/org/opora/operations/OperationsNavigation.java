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
        new Entry(Group.HOUSE, 950, "modules.title", "parts", "/modules", OperationsModule.MODULES),
        new Entry(
            Group.HOUSE, 960, "health.title", "pulse", "/health/details", OperationsModule.HEALTH));
  }
}
