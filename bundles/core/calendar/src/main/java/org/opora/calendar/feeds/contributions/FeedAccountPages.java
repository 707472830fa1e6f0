package org.opora.calendar.feeds.contributions;

import java.util.List;
import org.opora.api.access.Sessions;
import org.opora.api.calendar.Calendar;
import org.opora.api.web.spi.AccountPages;
import org.opora.calendar.feeds.application.FeedDesk;
import org.osgi.service.component.annotations.Component;

/** The way to the addresses from where people see to signing in. */
@Component
public final class FeedAccountPages implements AccountPages {
  private static final int ORDER = 10;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Whose.OWN, ORDER, "feed.title", "feed.link", FeedDesk.OWN_PAGE, Calendar.READ),
        new Entry(
            Whose.EVERYBODY,
            ORDER,
            "feeds.title",
            "feeds.link",
            FeedDesk.ALL_PAGE,
            Sessions.MANAGE));
  }
}
