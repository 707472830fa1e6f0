package org.opora.registry.emergency.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.osgi.service.component.annotations.Component;

/** Emergency accesses that wait for a review, on the page Today. */
@Component
public final class EmergencyCard implements DashboardCard {
  private static final int PLACE = 15;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.emergency";
  }

  @Override
  public String permission() {
    return EmergencyReviews.REVIEW;
  }

  @Override
  public String content() {
    return "/emergency/card";
  }
}
