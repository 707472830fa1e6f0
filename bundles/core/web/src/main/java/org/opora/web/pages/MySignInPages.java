package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Accounts;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
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
import org.opora.web.gate.GateRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How one signs in oneself: the password, the second factor, the codes on paper, and where one is
 * signed in.
 */
@Component
public final class MySignInPages implements RouteSet {
  private static final String PATH = "/my-sign-in";
  private static final String PASSWORD = PATH + "/password";

  private final Accounts accounts;
  private final SecondFactor factor;
  private final Sessions sessions;
  private final Centre centre;
  private final AccountLinks links;

  @Activate
  public MySignInPages(
      @Reference Accounts accounts,
      @Reference SecondFactor factor,
      @Reference Sessions sessions,
      @Reference Centre centre,
      @Reference AccountLinks links) {
    this.accounts = accounts;
    this.factor = factor;
    this.sessions = sessions;
    this.centre = centre;
    this.links = links;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        own(Method.GET, PATH, this::show),
        own(Method.GET, PASSWORD, this::passwordForm),
        own(Method.POST, PASSWORD, this::password),
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
    model.put("directory", accounts.byDirectory(request.viewer()));
    model.put("sessions", sessions.own(request.viewer(), token(request)));
    model.put("links", links.of(request.viewer(), Whose.OWN));
    return Reply.page("my-sign-in", model);
  }

  private Reply passwordForm(Request request) {
    if (accounts.byDirectory(request.viewer())) {
      return passwordPage(true);
    }
    // Before anything is typed: a password is never kept until a code is given.
    factor.requireFresh(request.viewer());
    return passwordPage(false);
  }

  private static Reply.Page passwordPage(boolean directory) {
    return Reply.page("my-password", Map.of("directory", directory));
  }

  private Reply password(Request request) {
    if (accounts.byDirectory(request.viewer())) {
      return passwordPage(true).status(422);
    }
    Form form = request.form();
    char[] current = SignInPages.password(form, "current");
    if (current.length == 0) {
      form.error("current", "form.required");
    }
    char[] next = SignInPages.newPassword(form);
    return form.attempt(
        () -> {
          accounts.changePassword(request.viewer(), token(request), current, next, centre.name());
          return Reply.to(PATH, Text.of(WebModule.ORIGIN, "my-password.done"));
        },
        wrong -> passwordPage(false).status(422));
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
