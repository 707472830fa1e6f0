package org.opora.registry.staff.contributions;

import org.opora.api.staff.Staff;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** "Colleagues" on the page Today: who stands in for whom, and what waits among the staff. */
@Component
public final class StaffCard implements DashboardCard {
  private static final int PLACE = 40;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.staff";
  }

  @Override
  public String permission() {
    return Staff.READ;
  }

  @Override
  public String content() {
    return "/staff/card";
  }
}
