package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Sessions;
import org.opora.api.access.Tablets;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
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

/**
 * Tablets: those of the centre for whoever looks after them, and the tablet itself, from its code
 * over the PIN to the list of what runs.
 */
@Component
public final class TabletPages implements RouteSet {
  /** Where a tablet begins once somebody is in. */
  public static final String START = "/tablet";

  /** Where somebody comes in on a tablet. */
  public static final String SIGN_IN = "/tablet/sign-in";

  private static final String PAIR = "/tablet/pair";
  private static final String LIST = "/tablets";
  private static final int TOO_MANY = 429;
  private static final int WRONG = 422;

  private final Tablets tablets;
  private final Sessions sessions;
  private final TabletWorks works;

  @Activate
  public TabletPages(
      @Reference Tablets tablets, @Reference Sessions sessions, @Reference TabletWorks works) {
    this.tablets = tablets;
    this.sessions = sessions;
    this.works = works;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(Method.GET, LIST, Entry.SIGNED_IN, Tablets.MANAGE, this::list),
        route(Method.POST, LIST, Entry.SIGNED_IN, Tablets.MANAGE, this::prepare),
        route(Method.POST, LIST + "/{tablet}/end", Entry.SIGNED_IN, Tablets.MANAGE, this::end),
        route(Method.GET, PAIR, Entry.PUBLIC, null, TabletPages::pairForm),
        route(Method.POST, PAIR, Entry.PUBLIC, null, this::pair),
        route(Method.GET, SIGN_IN, Entry.PUBLIC, null, this::signInForm),
        route(Method.POST, SIGN_IN, Entry.PUBLIC, null, this::signIn),
        route(Method.GET, START, Entry.SIGNED_IN, null, this::start).onTablet(),
        route(Method.POST, START + "/sign-out", Entry.SIGNED_IN, null, this::signOut).onTablet());
  }

  private static Route route(
      Method method, String path, Entry entry, String permission, Route.Handler handler) {
    return new Route(method, path, entry, permission, null, Audit.NONE, handler);
  }

  private Reply list(Request request) {
    return page(request);
  }

  private Reply.Page page(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("tablets", tablets.all(request.viewer()));
    return Reply.page("tablets", model);
  }

  /** The code stands on the reply itself: no address shows it again. */
  private Reply prepare(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          Map<String, Object> model = new HashMap<>();
          model.put("code", tablets.prepare(request.viewer(), name));
          model.put("name", name);
          return Reply.page("tablet-code", model);
        },
        wrong -> page(request).status(WRONG));
  }

  private Reply end(Request request) {
    tablets.end(request.viewer(), request.id("tablet"));
    return Reply.to(LIST, Text.of(WebModule.ORIGIN, "tablets.ended"));
  }

  private static Reply pairForm(Request request) {
    return Reply.page("tablet-pair", new HashMap<>());
  }

  private Reply pair(Request request) {
    Form form = request.form();
    String code = form.requiredLine("code");
    if (form.valid()) {
      GateRequest here = (GateRequest) request;
      Optional<String> token = tablets.pair(code, here.address());
      if (token.isPresent()) {
        here.pair(token.get());
        // Whoever pairs it may have made the code on it, too: their session does not stay in a room
        // where others are.
        endOld(request);
        return new Reply.WithSession(null, Reply.to(SIGN_IN));
      }
      form.error("code", "tablet.code.wrong");
    }
    return Reply.page("tablet-pair", new HashMap<>()).status(WRONG);
  }

  private Reply signInForm(Request request) {
    return name(request).<Reply>map(TabletPages::pinPage).orElse(Reply.to(ProofPages.SIGN_IN));
  }

  private static Reply.Page pinPage(String name) {
    Map<String, Object> model = new HashMap<>();
    model.put("tablet", name);
    return Reply.page("tablet-sign-in", model);
  }

  private Reply signIn(Request request) {
    Optional<String> tablet = name(request);
    if (tablet.isEmpty()) {
      return Reply.to(ProofPages.SIGN_IN);
    }
    Form form = request.form();
    String name = form.requiredLine("name");
    char[] pin = SignInPages.password(form, "password");
    if (pin.length == 0) {
      form.error("password", "form.required");
    }
    if (form.valid()) {
      try {
        Optional<String> token = tablets.open(own(request), name, pin);
        if (token.isPresent()) {
          endOld(request);
          return new Reply.WithSession(token.get(), Reply.to(START));
        }
        form.error(Form.WHOLE, "tablet.wrong");
      } catch (Refused busy) {
        form.refused(busy);
        return pinPage(tablet.get()).status(TOO_MANY);
      }
    }
    return pinPage(tablet.get()).status(WRONG);
  }

  private Reply start(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("running", works.running(request.viewer()));
    return Reply.page("tablet", model);
  }

  private Reply signOut(Request request) {
    endOld(request);
    return new Reply.WithSession(null, Reply.to(SIGN_IN));
  }

  private Optional<String> name(Request request) {
    String token = own(request);
    return token == null ? Optional.empty() : tablets.name(token);
  }

  private static String own(Request request) {
    return request.cookie(GateRequest.TABLET).orElse(null);
  }

  private void endOld(Request request) {
    String token = ((GateRequest) request).token();
    if (token != null) {
      sessions.end(token);
    }
  }
}
