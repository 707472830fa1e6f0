package org.opora.calendar.views.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;

/** Appointments one after the other, from a day on. */
final class ListPage {
  private static final int PAGE = 40;
  private final CalendarReader reader;
  private final Colleagues colleagues;

  ListPage(CalendarReader reader, Colleagues colleagues) {
    this.reader = reader;
    this.colleagues = colleagues;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    LocalDate day = Days.day(request);
    StaffId whose = Days.whose(request);
    String name = colleagues.name(viewer, whose);
    UUID after = request.query("after").map(Days::key).orElse(null);
    Page<Entry> page =
        reader.list(viewer, new WallClock(viewer.zone()).startOf(day), whose, after, PAGE);
    String who = whose == null ? Days.HOUSE : whose.toString();
    Map<String, Object> model = new HashMap<>();
    model.put("day", day);
    model.put("before", day.minusWeeks(1));
    model.put("after", day.plusWeeks(1));
    model.put("today", viewer.today());
    model.put("whose", who);
    model.put("name", name);
    model.put("colleagues", colleagues.all(viewer));
    model.put("page", page);
    model.put("here", "/calendar/list?day=" + day + "&staff=" + who);
    request.shows(
        page.items().stream().flatMap(one -> one.subjects().stream()).distinct().toList());
    return Reply.page("list", model);
  }
}
