package org.opora.calendar.views.contributions;

import org.opora.api.calendar.Calendar;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** One's own appointments on the page Today. */
@Component
public final class CalendarCard implements DashboardCard {
  private static final int PLACE = 12;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.title";
  }

  @Override
  public String permission() {
    return Calendar.READ;
  }

  @Override
  public String content() {
    return "/calendar/card";
  }
}
