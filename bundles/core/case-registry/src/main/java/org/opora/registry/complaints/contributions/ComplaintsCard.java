package org.opora.registry.complaints.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.osgi.service.component.annotations.Component;

/** Open complaints on the page Today, after what is due and what is to be done. */
@Component
public final class ComplaintsCard implements DashboardCard {
  private static final int PLACE = 70;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.complaints";
  }

  @Override
  public String permission() {
    return ComplaintDesk.READ;
  }

  @Override
  public String content() {
    return "/complaints/card";
  }
}
