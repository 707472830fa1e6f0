package org.opora.registry.grant.contributions;

import org.opora.api.grant.Grant;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** Expenses that wait for a decision, and agreements to settle, on the page Today. */
@Component
public final class GrantCard implements DashboardCard {
  private static final int PLACE = 75;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.grant";
  }

  @Override
  public String permission() {
    return Grant.READ;
  }

  @Override
  public String content() {
    return "/grant/card";
  }
}
