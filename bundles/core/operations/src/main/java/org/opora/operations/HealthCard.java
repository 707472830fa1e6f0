package org.opora.operations;

import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** What is wrong with the house, last on the page Today of those who look after it. */
@Component
public final class HealthCard implements DashboardCard {
  private static final int PLACE = 900;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "health.title";
  }

  @Override
  public String permission() {
    return OperationsModule.HEALTH;
  }

  @Override
  public String content() {
    return "/health/card";
  }
}
