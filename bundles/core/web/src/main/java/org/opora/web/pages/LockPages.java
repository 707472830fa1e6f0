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
    Optional<String> next;
    try {
      next =
          accounts.unlock(
              token(request),
              SignInPages.password(form, "password"),
              request.cookie(GateRequest.DEVICE).orElse(null),
              ((GateRequest) request).address());
    } catch (DirectoryAway away) {
      if (request.fragment()) {
        return new Reply.Json(new Here(null), NOT_NOW);
      }
      form.error(Form.WHOLE, "sign-in.directory-away");
      return page(locked.get(), to).status(NOT_NOW);
    }
    if (next.isPresent()) {
      return new Reply.WithSession(
          next.get(),
          request.fragment()
              ? Reply.json(new Here(staff.toString()))
              : Reply.to(ProofPages.next(factor, next.get(), to)));
    }
    if (request.fragment()) {
      return new Reply.Json(new Here(null), WRONG);
    }
    form.error(Form.WHOLE, "lock.wrong");
    return page(locked.get(), to).status(WRONG);
  }

  private Reply lock(Request request) {
    sessions.lock(request.viewer(), token(request));
    return request.fragment()
        ? here(request)
        : Reply.to(
            PATH
                + "?to="
                + URLEncoder.encode(
                    SignInPages.safe(request.form().raw("back")), StandardCharsets.UTF_8));
  }

  private static Reply here(Request request) {
    return Reply.json(new Here(request.viewer().staff().toString()));
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
    return Reply.to(request.signedIn().isPresent() ? to : ProofPages.SIGN_IN);
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
   */
  record Here(String who) {}
}
