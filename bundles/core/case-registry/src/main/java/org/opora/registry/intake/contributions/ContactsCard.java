package org.opora.registry.intake.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.registry.intake.application.Intake;
import org.osgi.service.component.annotations.Component;

/** First contacts that nobody has answered, on the page Today. */
@Component
public final class ContactsCard implements DashboardCard {
  private static final int PLACE = 24;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.intake";
  }

  @Override
  public String permission() {
    return Intake.READ;
  }

  @Override
  public String content() {
    return "/intake/card";
  }
}
