package org.opora.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Accounts;
import org.opora.api.access.DirectoryAway;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.access.Sessions.Locked;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
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
 * The lock of a session: its page, the password that opens it, and what the script of the shell
 * asks. A page in the browser covers itself and keeps what was typed; it is uncovered for the same
 * person only, so whoever asks says whose page it is.
 */
@Component
public final class LockPages implements RouteSet {
  /** Where a locked session waits for its password. */
  public static final String PATH = "/lock";

  private static final int NOT_NOW = 503;
  private static final int TOO_MANY = 429;
  private static final int WRONG = 422;

  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondFactor factor;

  @Activate
  public LockPages(
      @Reference Accounts accounts, @Reference Sessions sessions, @Reference SecondFactor factor) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.factor = factor;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(Method.GET, PATH, Entry.PUBLIC, this::show),
        route(Method.POST, PATH, Entry.PUBLIC, this::unlock),
        route(Method.POST, PATH + "/now", Entry.SIGNED_IN, this::lock),
        route(Method.GET, PATH + "/state", Entry.SIGNED_IN, LockPages::here),
        route(Method.POST, PATH + "/here", Entry.SIGNED_IN, this::acts));
  }

  private static Route route(Method method, String path, Entry entry, Route.Handler handler) {
    return new Route(method, path, entry, null, null, Audit.NONE, handler);
  }

  private Reply show(Request request) {
    String to = SignInPages.safe(request.query("to").orElse(null));
    return locked(request)
        .<Reply>map(locked -> page(locked, to))
        .orElseGet(() -> elsewhere(request, to));
  }

  private Reply unlock(Request request) {
    Form form = request.form();
    String to = SignInPages.safe(form.raw("to"));
    Optional<Locked> locked = locked(request);
    if (locked.isEmpty()) {
      return elsewhere(request, to);
    }
    StaffId staff = locked.get().staff();
    if (!form.raw("who").equals(staff.toString())) {
      // The page of somebody else, left in another tab: its owner is not who is asked here.
      return Reply.to(PATH);
    }
    char[] password = SignInPages.password(form, "password");
    if (password.length == 0) {
      // A key that was pressed too early is no guess, and closes nobody's account.
      form.error(Form.WHOLE, "lock.empty");
      return stays(request, locked.get(), to, "empty", WRONG);
    }
    try {
      Optional<String> next =
          accounts.unlock(
              token(request),
              password,
              request.cookie(GateRequest.DEVICE).orElse(null),
              ((GateRequest) request).address());
      if (next.isPresent()) {
        return new Reply.WithSession(
            next.get(),
            request.fragment()
                ? Reply.json(new Here(staff.toString(), null))
                : Reply.to(ProofPages.next(factor, next.get(), to)));
      }
    } catch (Refused busy) {
      form.refused(busy);
      return stays(request, locked.get(), to, "busy", TOO_MANY);
    } catch (DirectoryAway away) {
      form.error(Form.WHOLE, "lock.away");
      return stays(request, locked.get(), to, "away", NOT_NOW);
    }
    form.error(Form.WHOLE, "lock.wrong");
    return stays(request, locked.get(), to, "wrong", WRONG);
  }

  /** What is wrong stands on the form already; the script of the shell says it by its own name. */
  private static Reply stays(Request request, Locked locked, String to, String why, int status) {
    return request.fragment()
        ? new Reply.Json(new Here(null, why), status)
        : page(locked, to).status(status);
  }

  private Reply lock(Request request) {
    sessions.lock(request.viewer(), token(request));
    return request.fragment()
        ? here(request)
        : Reply.to(PATH + "?to=" + code(SignInPages.safe(request.form().raw("back"))));
  }

  private static String code(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static Reply here(Request request) {
    return Reply.json(new Here(request.viewer().staff().toString(), null));
  }

  /** A key was pressed or something touched, which no other request tells of. */
  private Reply acts(Request request) {
    sessions.find(token(request));
    return here(request);
  }

  private Optional<Locked> locked(Request request) {
    String token = token(request);
    return token == null ? Optional.empty() : sessions.locked(token);
  }

  private static Reply elsewhere(Request request, String to) {
    if (request.signedIn().isPresent()) {
      return Reply.to(to);
    }
    // The session is over, such as the next morning: what was kept of the page is offered on it.
    return Reply.to(to.equals("/") ? ProofPages.SIGN_IN : ProofPages.SIGN_IN + "?to=" + code(to));
  }

  private static Reply.Page page(Locked locked, String to) {
    Map<String, Object> model = new HashMap<>();
    model.put("who", locked.staff());
    model.put("name", locked.name());
    model.put("to", to);
    return Reply.page("lock", model);
  }

  private static String token(Request request) {
    return ((GateRequest) request).token();
  }

  /**
   * @param who whose session it is; null when it stays locked
   * @param why it stays locked; null when it is open
   */
  record Here(String who, String why) {}
}
