package org.opora.calendar.views.contributions;

import java.util.List;
import org.opora.api.calendar.Calendar;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The calendar in the menu, among what somebody does today. */
@Component
public final class CalendarNavigation implements Navigation {
  private static final int PLACE = 340;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.TODAY, PLACE, "nav.calendar", "calendar", "/calendar", Calendar.READ));
  }
}
