package org.opora.calendar.views.web;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;

/** What the reader has still to do today, on the page Today. */
final class CardPage {
  private final CalendarReader reader;

  CardPage(CalendarReader reader) {
    this.reader = reader;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    WallClock clock = new WallClock(viewer.zone());
    List<Entry> entries =
        reader
            .between(
                viewer,
                clock.startOf(viewer.today()),
                clock.startOf(viewer.today().plusDays(1)),
                viewer.staff())
            .stream()
            .filter(one -> one.slot().end().isAfter(viewer.now()))
            .toList();
    request.shows(entries.stream().flatMap(one -> one.subjects().stream()).distinct().toList());
    return Reply.page("card", Map.of("entries", entries));
  }
}
