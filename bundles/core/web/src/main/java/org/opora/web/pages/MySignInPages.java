package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.opora.web.gate.GateRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How one signs in oneself: the second factor, the codes on paper, and where one is signed in. */
@Component
public final class MySignInPages implements RouteSet {
  private static final String PATH = "/my-sign-in";

  private final SecondFactor factor;
  private final Sessions sessions;

  @Activate
  public MySignInPages(@Reference SecondFactor factor, @Reference Sessions sessions) {
    this.factor = factor;
    this.sessions = sessions;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        own(Method.GET, PATH, this::show),
        own(Method.POST, PATH + "/codes", this::renew),
        own(Method.POST, PATH + "/end", this::end),
        own(Method.POST, PATH + "/end-others", this::endOthers));
  }

  private static Route own(Method method, String path, Route.Handler handler) {
    return new Route(method, path, Entry.SIGNED_IN, null, null, Audit.NONE, handler);
  }

  private Reply show(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("mine", factor.mine(request.viewer()).orElse(null));
    model.put("demanded", factor.demanded());
    model.put("sessions", sessions.own(request.viewer(), token(request)));
    return Reply.page("my-sign-in", model);
  }

  private Reply renew(Request request) {
    return ProofPages.codes(factor.renew(request.viewer()), PATH);
  }

  private Reply end(Request request) {
    sessions.end(request.viewer(), request.form().raw("session"));
    return Reply.to(PATH, Text.of(WebModule.ORIGIN, "my-sign-in.ended"));
  }

  private Reply endOthers(Request request) {
    sessions.endOthers(request.viewer(), token(request));
    return Reply.to(PATH, Text.of(WebModule.ORIGIN, "my-sign-in.ended-others"));
  }

  private static String token(Request request) {
    return ((GateRequest) request).token();
  }
}
