package org.opora.registry.tasks.contributions;

import org.opora.api.tasks.Tasks;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** "My tasks" on the page Today, beside the duties. */
@Component
public final class TasksCard implements DashboardCard {
  private static final int PLACE = 20;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.tasks";
  }

  @Override
  public String permission() {
    return Tasks.READ;
  }

  @Override
  public String content() {
    return "/tasks/card";
  }
}
