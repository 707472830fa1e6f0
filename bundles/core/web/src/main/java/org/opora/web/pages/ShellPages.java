package org.opora.web.pages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Accounts;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.opora.web.gate.GateRequest;
import org.opora.web.texts.Lexicon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Today, the first page of everybody, and the choice of the language. */
@Component
public final class ShellPages implements RouteSet {
  private static final int MORNING_ENDS = 10;
  private static final int EVENING_BEGINS = 18;

  private final Menu menu;
  private final Accounts accounts;
  private final SecondFactor factor;

  @Activate
  public ShellPages(
      @Reference Menu menu, @Reference Accounts accounts, @Reference SecondFactor factor) {
    this.menu = menu;
    this.accounts = accounts;
    this.factor = factor;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/", Route.Entry.SIGNED_IN, null, null, Audit.NONE, this::today),
        new Route(
            Method.POST, "/language", Route.Entry.PUBLIC, null, null, Audit.NONE, this::language));
  }

  private Reply today(Request request) {
    Viewer viewer = request.viewer();
    Map<String, Object> model = new HashMap<>();
    model.put("cards", menu.cards(viewer));
    model.put("toDecide", viewer.may(SecondFactor.MANAGE) && !factor.decided());
    model.put("greeting", greeting(viewer.now(), viewer.zone()));
    return Reply.page("today", model);
  }

  private Reply language(Request request) {
    String language = request.form().raw("language");
    if (Lexicon.LANGUAGES.contains(language)) {
      ((GateRequest) request).remember(language);
      request.signedIn().ifPresent(viewer -> accounts.prefer(viewer.staff(), language));
    }
    String back = request.form().raw("back");
    return Reply.to(Targets.within(back) ? back : "/");
  }

  private static String greeting(Instant now, ZoneId zone) {
    int hour = LocalTime.ofInstant(now, zone).getHour();
    return hour < MORNING_ENDS
        ? "today.morning"
        : hour < EVENING_BEGINS ? "today.day" : "today.evening";
  }
}
