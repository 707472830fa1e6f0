package org.opora.calendar.views.web;

import java.util.List;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.staff.DaysAway;
import org.opora.api.staff.Staff;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.views.application.CalendarReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the calendar: a day, a week, a month, a list, and one's own day on the page Today. */
@Component
public final class CalendarRoutes implements RouteSet {
  private final DayPage day;
  private final WeekPage week;
  private final MonthPage month;
  private final ListPage list;
  private final CardPage card;

  @Activate
  public CalendarRoutes(
      @Reference CalendarReader reader,
      @Reference Rooms rooms,
      @Reference Staff staff,
      @Reference DaysAway away) {
    Colleagues colleagues = new Colleagues(staff);
    day = new DayPage(reader, rooms);
    week = new WeekPage(reader, colleagues, away);
    month = new MonthPage(reader, colleagues);
    list = new ListPage(reader, colleagues);
    card = new CardPage(reader);
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/calendar", Calendar.READ, day::show),
        Route.page("/calendar/week", Calendar.READ, week::show),
        Route.page("/calendar/month", Calendar.READ, month::show),
        Route.page("/calendar/list", Calendar.READ, list::show),
        Route.page("/calendar/card", Calendar.READ, card::show));
  }
}
