package org.opora.web.pages;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.DirectoryAway;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.SecondFactor.Step;
import org.opora.api.access.Sessions;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
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
 * Coming in and going out: sign-in, invitation, sign-out, and the short session of {@code
 * bin/opora}.
 */
@Component
public final class SignInPages implements RouteSet {
  private static final Duration DAY_OF_WORK = Duration.ofHours(12);
  private static final Duration ERRAND = Duration.ofMinutes(15);
  private static final String CONSOLE = "bin/opora";
  private static final int TOO_MANY = 429;
  private static final int NOT_NOW = 503;

  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondFactor factor;
  private final Centre centre;
  private final Messages messages;

  @Activate
  public SignInPages(
      @Reference Accounts accounts,
      @Reference Sessions sessions,
      @Reference SecondFactor factor,
      @Reference Centre centre,
      @Reference Messages messages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.factor = factor;
    this.centre = centre;
    this.messages = messages;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        open(Method.GET, "/sign-in", this::signInForm),
        open(Method.POST, "/sign-in", this::signIn),
        open(Method.GET, "/invitation", request -> invitation()),
        open(Method.POST, "/invitation", this::accept),
        new Route(Method.POST, "/sign-out", Entry.SIGNED_IN, null, null, Audit.NONE, this::signOut),
        new Route(
            Method.POST,
            "/ops/login",
            Entry.OPERATOR,
            null,
            null,
            Audit.NONE,
            this::operatorSignIn),
        new Route(
            Method.POST,
            "/ops/logout",
            Entry.OPERATOR_SIGNED_IN,
            null,
            null,
            Audit.NONE,
            this::operatorSignOut));
  }

  private static Route open(Method method, String path, Route.Handler handler) {
    return new Route(method, path, Entry.PUBLIC, null, null, Audit.NONE, handler);
  }

  private Reply signInForm(Request request) {
    if (accounts.untouched()) {
      return Reply.to("/set-up");
    }
    if (request.signedIn().isPresent()) {
      return Reply.to("/");
    }
    return page(request.query("to").orElse(null));
  }

  private Reply signIn(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    char[] password = password(form, "password");
    if (password.length == 0) {
      form.error("password", "form.required");
    }
    String to = form.raw("to");
    if (form.valid()) {
      String known = request.cookie(GateRequest.DEVICE).orElse(null);
      Optional<StaffId> staff;
      try {
        staff = accounts.signIn(name, password, known, ((GateRequest) request).address());
      } catch (Refused busy) {
        form.refused(busy);
        return page(to).status(TOO_MANY);
      } catch (DirectoryAway away) {
        // The same for every name that does not come in.
        form.error(Form.WHOLE, "sign-in.directory-away");
        return page(to).status(NOT_NOW);
      }
      if (staff.isPresent()) {
        endOld(request);
        String token = sessions.start(staff.get(), DAY_OF_WORK, Browsers.name(request));
        return new Reply.WithSession(token, Reply.to(next(token, to)));
      }
      form.error(Form.WHOLE, "sign-in.wrong");
    }
    return page(to).status(422);
  }

  private Reply accept(Request request) {
    Form form = request.form();
    String code = form.requiredLine("code");
    try {
      boolean directory = form.valid() && accounts.invitedByDirectory(code);
      NewAccount account =
          directory ? known(form, request) : newAccount(form, "", request, centre.name());
      if (form.valid()) {
        StaffId staff = accounts.accept(code, account);
        endOld(request);
        String token = sessions.start(staff, DAY_OF_WORK, Browsers.name(request));
        return new Reply.WithSession(
            token, Reply.to(next(token, "/"), Text.of(WebModule.ORIGIN, "invitation.done")));
      }
    } catch (Refused refused) {
      form.refused(refused);
    } catch (DirectoryAway away) {
      form.error(Form.WHOLE, "invitation.directory-away");
      return invitation().status(NOT_NOW);
    }
    return invitation().status(422);
  }

  private Reply.Page invitation() {
    Map<String, Object> model = new HashMap<>();
    model.put("directory", accounts.directoryConnected());
    return Reply.page("invitation", model);
  }

  /** Typed once, as everywhere else where it is valid. */
  private NewAccount known(Form form, Request request) {
    String signInName = form.requiredLine("signInName");
    char[] password = password(form, "password");
    if (password.length == 0) {
      form.error("password", "form.required");
    }
    return new NewAccount("", signInName, password, request.locale().getLanguage(), centre.name());
  }

  private Reply signOut(Request request) {
    endOld(request);
    return new Reply.WithSession(null, Reply.to("/sign-in"));
  }

  /** Name, password and the code that goes with them in one request: a console has no pages. */
  private Reply operatorSignIn(Request request) {
    Form form = request.form();
    Optional<StaffId> staff;
    try {
      staff = accounts.signIn(form.raw("name"), password(form, "password"));
    } catch (DirectoryAway away) {
      return failed(request, NOT_NOW, "sign-in.directory-away", "directory-away");
    }
    if (staff.isEmpty()) {
      return wrong(request, "sign-in.wrong", "wrong-name-or-password");
    }
    String token = sessions.start(staff.get(), ERRAND, CONSOLE);
    Optional<Step> waits = factor.waits(token);
    if (waits.isEmpty()) {
      return Reply.json(new Login(token, ERRAND.toMinutes()));
    }
    String code = form.raw("code");
    try {
      return waits.get() == Step.ENROL || code.isBlank()
          ? Reply.json(new Waits(waits.get().name()))
          : factor
              .prove(token, code)
              .<Reply>map(proved -> Reply.json(new Login(proved, ERRAND.toMinutes())))
              .orElseGet(() -> wrong(request, "proof.wrong", "wrong-code"));
    } finally {
      sessions.end(token);
    }
  }

  private Reply wrong(Request request, String sentence, String code) {
    return failed(request, 401, sentence, code);
  }

  private Reply failed(Request request, int status, String sentence, String code) {
    return new Reply.Json(
        new Failed(status, code, messages.text(request.locale(), sentence)), status);
  }

  private Reply operatorSignOut(Request request) {
    endOld(request);
    return Reply.json(new Out(true));
  }

  /** A session from before is over, so that no token outlives a change of person. */
  private void endOld(Request request) {
    String token = ((GateRequest) request).token();
    if (token != null) {
      sessions.end(token);
    }
  }

  private static Reply.Page page(String to) {
    Map<String, Object> model = new HashMap<>();
    model.put("to", safe(to));
    return Reply.page("sign-in", model);
  }

  private String next(String token, String to) {
    return ProofPages.next(factor, token, safe(to));
  }

  /** Only a page of this house, and not one of the doors. */
  static String safe(String to) {
    return Targets.within(to) && !to.startsWith("/sign-in") && !to.startsWith("/set-up") ? to : "/";
  }

  /** Reads the account part of a form; errors stand beside its fields. */
  static NewAccount newAccount(Form form, String staffName, Request request, String centre) {
    String signInName = form.requiredLine("signInName");
    return new NewAccount(
        staffName, signInName, newPassword(form), request.locale().getLanguage(), centre);
  }

  /** Typed twice; errors stand beside its fields. */
  static char[] newPassword(Form form) {
    char[] password = password(form, "password");
    if (password.length == 0) {
      form.error("password", "form.required");
    } else if (!Arrays.equals(password, password(form, "again"))) {
      form.error("again", "password.differs");
    }
    return password;
  }

  /** Exactly as typed: spaces count. */
  static char[] password(Form form, String field) {
    List<String> all = form.all(field);
    return all.isEmpty() ? new char[0] : all.get(0).toCharArray();
  }

  /**
   * @param token for the header {@code Opora-Session}
   */
  record Login(String token, long minutes) {}

  /**
   * Name and password fit, and something is missing.
   *
   * @param waits {@code CODE} or {@code ENROL}
   */
  record Waits(String waits) {}

  /** Nobody is signed in after this. */
  record Out(boolean signedOut) {}

  /** For machines. */
  record Failed(int status, String code, String message) {}
}
