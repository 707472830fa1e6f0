package org.opora.supervisedcontacts.pictures.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.pictures.application.PictureReader;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page that a child takes along: a month in pictures. */
@Component
public final class PictureRoutes implements RouteSet {
  private static final String PLANS = SupervisedContactsModule.HOME + "/plans/";
  private static final String PICTURES = "/pictures";
  private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("LLLL yyyy");

  /** No child turns over more years. */
  private static final int FARTHEST = 20;

  private final PictureReader reader;

  @Activate
  public PictureRoutes(@Reference PictureReader reader) {
    this.reader = reader;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(PLANS + "{plan}" + PICTURES, SupervisedContactsModule.READ, this::show));
  }

  private Reply show(Request request) {
    PlanId plan = new PlanId(request.id("plan"));
    YearMonth month = month(request);
    PictureReader.View view = reader.month(request.viewer(), plan, month);
    request.shows(List.of(Subject.of(view.childFile()), Subject.of(view.child())));
    request.shows(view.siblings().stream().map(Subject::of).toList());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("path", PLANS + plan + PICTURES);
    model.put("childName", view.childName());
    model.put("month", view.month());
    model.put("title", TITLE.withLocale(request.locale()).format(month));
    model.put("before", month.minusMonths(1));
    model.put("after", month.plusMonths(1));
    model.put("weekdays", weekdays(request.locale()));
    return Reply.page("pictures", model);
  }

  /** This one when none is named, or none that a child would look at. */
  private static YearMonth month(Request request) {
    YearMonth now = YearMonth.from(request.viewer().today());
    try {
      return request
          .query("month")
          .map(YearMonth::parse)
          .filter(one -> Math.abs(one.getYear() - now.getYear()) <= FARTHEST)
          .orElse(now);
    } catch (DateTimeException none) {
      return now;
    }
  }

  private static List<String> weekdays(Locale locale) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
        .toList();
  }
}
