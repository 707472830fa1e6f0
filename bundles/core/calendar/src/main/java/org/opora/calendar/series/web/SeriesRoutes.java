package org.opora.calendar.series.web;

import java.util.List;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.web.MeetingOffers;
import org.opora.calendar.series.application.SeriesDesk;
import org.opora.calendar.shared.application.Crew;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to meetings that come again and again. */
@Component
public final class SeriesRoutes implements RouteSet {
  private static final String OF_FILE = "/files/{file}/series/new";
  private final SeriesPages pages;

  @Activate
  public SeriesRoutes(
      @Reference SeriesDesk desk,
      @Reference Choices choices,
      @Reference Rooms rooms,
      @Reference CaseFiles files,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages =
        new SeriesPages(
            desk, new MeetingOffers(choices, rooms, files, new Crew(colleagues, staff)), messages);
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(SeriesPages.HOME + "new", Calendar.WRITE, pages::blank)
            .audited(Route.Audit.NONE),
        Route.post(SeriesPages.HOME + "new", Calendar.WRITE, pages::make),
        Route.page(SeriesPages.HOME + "{series}", Calendar.READ, pages::show),
        Route.page(OF_FILE, CaseFiles.WRITE, pages::blankFor).about(SeriesRoutes::file),
        Route.post(OF_FILE, CaseFiles.WRITE, pages::makeFor).about(SeriesRoutes::file));
  }

  private static Subject file(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }
}
