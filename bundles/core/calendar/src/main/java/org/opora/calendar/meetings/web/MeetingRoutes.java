package org.opora.calendar.meetings.web;

import java.util.List;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Staff;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.application.MeetingCancellations;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingLookout;
import org.opora.calendar.meetings.application.MeetingReader;
import org.opora.calendar.meetings.application.Reception;
import org.opora.calendar.shared.application.Crew;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to meetings that no module keeps. */
@Component
public final class MeetingRoutes implements RouteSet {
  private static final String NEW = "/calendar/meetings/new";
  private static final String ONE = "/calendar/meetings/{meeting}";
  private static final String OF_FILE = "/files/{file}/meetings";
  private final MeetingPages pages;

  @Activate
  public MeetingRoutes(
      @Reference MeetingDesk desk,
      @Reference MeetingCancellations cancellations,
      @Reference MeetingLookout lookout,
      @Reference MeetingReader reader,
      @Reference Reception reception,
      @Reference Choices choices,
      @Reference Rooms rooms,
      @Reference CaseFiles files,
      @Reference Colleagues colleagues,
      @Reference Staff staff) {
    pages =
        new MeetingPages(
            desk,
            cancellations,
            lookout,
            reader,
            reception,
            new MeetingOffers(choices, rooms, files, new Crew(colleagues, staff)));
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(NEW, Calendar.WRITE, pages::blank).audited(Route.Audit.NONE),
        Route.post(NEW, Calendar.WRITE, pages::write),
        Route.page(OF_FILE, CaseFiles.READ, pages::ofFile).about(MeetingRoutes::file),
        Route.page(OF_FILE + "/new", CaseFiles.WRITE, pages::blankFor).about(MeetingRoutes::file),
        Route.post(OF_FILE + "/new", CaseFiles.WRITE, pages::writeFor).about(MeetingRoutes::file),
        Route.page(ONE, Calendar.READ, pages::show),
        Route.page(ONE + "/edit", Calendar.WRITE, pages::edit),
        Route.post(ONE + "/edit", Calendar.WRITE, pages::change),
        Route.page(ONE + "/cancel", Calendar.WRITE, pages::askCancel),
        Route.post(ONE + "/cancel", Calendar.WRITE, pages::cancel),
        Route.post(ONE + "/back", Calendar.WRITE, pages::takeBack),
        Route.post(ONE + "/came", Calendar.WRITE, pages::came),
        Route.post(ONE + "/left", Calendar.WRITE, pages::left));
  }

  private static Subject file(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }
}
