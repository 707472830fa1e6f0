package org.opora.registry.intake.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.registry.intake.application.Intake;
import org.osgi.service.component.annotations.Component;

/** Requests of carers that nobody has answered, on the page Today. */
@Component
public final class RequestsCard implements DashboardCard {
  private static final int PLACE = 22;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.requests";
  }

  @Override
  public String permission() {
    return Intake.REQUESTS;
  }

  @Override
  public String content() {
    return "/requests/card";
  }
}
