package org.opora.duties.contributions;

import org.opora.api.duties.Duties;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** What is overdue or due within 14 days, first on the page Today. */
@Component
public final class DutiesCard implements DashboardCard {
  @Override
  public int order() {
    return 10;
  }

  @Override
  public String title() {
    return "card.duties";
  }

  @Override
  public String permission() {
    return Duties.READ;
  }

  @Override
  public String content() {
    return "/duties/card";
  }
}
