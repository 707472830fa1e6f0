package org.opora.registry.tasks.contributions;

import java.util.List;
import org.opora.api.tasks.Tasks;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry Tasks of the main navigation, beside the duties. */
@Component
public final class TasksNavigation implements Navigation {
  private static final int PLACE = 360;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.TODAY, PLACE, "tasks.menu", "check", "/tasks", Tasks.READ));
  }
}
