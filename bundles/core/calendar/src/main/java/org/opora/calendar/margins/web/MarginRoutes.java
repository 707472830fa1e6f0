package org.opora.calendar.margins.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.HouseMargins;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.web.FormPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The margins, for those who keep the rooms and need not see the settings of the house. No client
 * is shown, so no read is recorded.
 */
@Component
public final class MarginRoutes implements RouteSet {
  private static final String PATH = "/calendar/margins";
  private final Settings settings;

  @Activate
  public MarginRoutes(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(PATH, Calendar.ROOMS, request -> page(request, null)).audited(Route.Audit.NONE),
        Route.post(PATH, Calendar.ROOMS, this::decide).audited(Route.Audit.NONE));
  }

  private Reply decide(Request request) {
    Form form = request.form();
    Map<Setting, Integer> numbers = new LinkedHashMap<>();
    for (Setting setting : List.of(HouseMargins.BEFORE, HouseMargins.AFTER)) {
      Integer number = form.number(setting.field(), setting.least(), setting.most());
      if (number == null) {
        form.error(setting.field(), "form.required");
      }
      numbers.put(setting, number);
    }
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          settings.decide(request.viewer(), form.version(), from, why, numbers);
          return Reply.to(PATH, Texts.of("margins.saved"));
        },
        again -> page(request, again));
  }

  private Reply page(Request request, Form form) {
    Viewer viewer = request.viewer();
    return FormPage.of(
        "margins",
        Map.of(
            "margins",
            List.of(
                settings.view(viewer, HouseMargins.BEFORE),
                settings.view(viewer, HouseMargins.AFTER))),
        form);
  }
}
