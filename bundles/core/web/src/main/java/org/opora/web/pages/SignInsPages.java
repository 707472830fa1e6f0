package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Accounts;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.SecondFactor.Holder;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.AccountPages.Whose;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How the people of the centre sign in: whether everybody must have a second factor, when a session
 * locks, who is signed in, and the factor of whoever has lost it.
 */
@Component
public final class SignInsPages implements RouteSet {
  private static final String PATH = "/sign-ins";

  /** In minutes. */
  private static final List<Integer> LOCKS = List.of(5, 10, 15, 20, 30, 45, 60);

  private final SecondFactor factor;
  private final Sessions sessions;
  private final Accounts accounts;
  private final AccountLinks links;

  @Activate
  public SignInsPages(
      @Reference SecondFactor factor,
      @Reference Sessions sessions,
      @Reference Accounts accounts,
      @Reference AccountLinks links) {
    this.factor = factor;
    this.sessions = sessions;
    this.accounts = accounts;
    this.links = links;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(Method.GET, PATH, Sessions.MANAGE, this::list),
        route(Method.POST, PATH + "/demand", SecondFactor.MANAGE, this::demand),
        route(Method.POST, PATH + "/lock", SecondFactor.MANAGE, this::lock),
        route(Method.POST, PATH + "/{staff}/end", Sessions.MANAGE, this::end),
        route(Method.POST, PATH + "/{staff}/reset", SecondFactor.RESET, this::ask),
        route(Method.POST, PATH + "/{staff}/confirm", SecondFactor.MANAGE, this::confirm),
        route(Method.POST, PATH + "/{staff}/withdraw", SecondFactor.RESET, this::withdraw));
  }

  private static Route route(Method method, String path, String permission, Route.Handler handler) {
    return new Route(method, path, Entry.SIGNED_IN, permission, null, Audit.NONE, handler);
  }

  private Reply list(Request request) {
    return page(request);
  }

  private Reply.Page page(Request request) {
    Viewer viewer = request.viewer();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "rows", factor.holders(viewer).stream().map(one -> new Row(one, viewer.staff())).toList());
    model.put("demanded", factor.demanded());
    model.put("decided", factor.decided());
    model.put("locks", LOCKS);
    model.put("minutes", (int) sessions.locksAfter().toMinutes());
    model.put("decides", viewer.may(SecondFactor.MANAGE));
    model.put("asks", viewer.may(SecondFactor.RESET));
    model.put("links", links.of(viewer, Whose.EVERYBODY));
    return Reply.page("sign-ins", model);
  }

  private Reply demand(Request request) {
    boolean everybody = "yes".equals(request.form().raw("everybody"));
    factor.demand(request.viewer(), everybody);
    return done(everybody ? "sign-ins.on" : "sign-ins.off");
  }

  private Reply lock(Request request) {
    Form form = request.form();
    Integer minutes = form.number("minutes", Accounts.SOONEST_LOCK, Accounts.LATEST_LOCK);
    if (minutes == null) {
      form.error("minutes", "form.required");
      return page(request).status(422);
    }
    accounts.lockAfter(request.viewer(), minutes);
    return done("sign-ins.lock.saved");
  }

  private Reply end(Request request) {
    sessions.endAll(request.viewer(), staff(request));
    return done("sign-ins.ended");
  }

  private Reply ask(Request request) {
    try {
      factor.askReset(request.viewer(), staff(request));
      return done("sign-ins.reset.asked");
    } catch (Refused refused) {
      return refused(request, refused);
    }
  }

  private Reply confirm(Request request) {
    try {
      factor.confirmReset(request.viewer(), staff(request));
      return done("sign-ins.reset.done");
    } catch (Refused refused) {
      return refused(request, refused);
    }
  }

  private Reply withdraw(Request request) {
    factor.withdrawReset(request.viewer(), staff(request));
    return done("sign-ins.reset.withdrawn");
  }

  private Reply refused(Request request, Refused refused) {
    request.form().refused(refused);
    return page(request).status(422);
  }

  private static Reply done(String key) {
    return Reply.to(PATH, Text.of(WebModule.ORIGIN, key));
  }

  private static StaffId staff(Request request) {
    return new StaffId(request.id("staff"));
  }

  /**
   * @param mine whether the viewer asked for the reset, or is the owner: then somebody else
   *     confirms
   */
  public record Row(
      StaffId staff, String name, boolean factor, long sessions, boolean reset, boolean mine) {
    Row(Holder holder, StaffId viewer) {
      this(
          holder.staff(),
          holder.name(),
          holder.factor(),
          holder.sessions(),
          holder.askedBy() != null,
          viewer.equals(holder.askedBy()) || viewer.equals(holder.staff()));
    }
  }
}
