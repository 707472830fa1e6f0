package org.opora.web.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.opora.api.access.Accounts;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.ids.StaffId;
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
import org.opora.web.application.Founding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first page of a new house: whoever holds the code from the console becomes its director. */
@Component
public final class SetUpPages implements RouteSet {
  private static final Duration DAY_OF_WORK = Duration.ofHours(12);

  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondFactor factor;
  private final Founding founding;

  @Activate
  public SetUpPages(
      @Reference Accounts accounts,
      @Reference Sessions sessions,
      @Reference SecondFactor factor,
      @Reference Founding founding) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.factor = factor;
    this.founding = founding;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/set-up", Entry.PUBLIC, null, null, Audit.NONE, this::form),
        new Route(Method.POST, "/set-up", Entry.PUBLIC, null, null, Audit.NONE, this::setUp));
  }

  private Reply form(Request request) {
    return accounts.untouched() ? page() : Reply.to("/sign-in");
  }

  private Reply setUp(Request request) {
    if (!accounts.untouched()) {
      return Reply.to("/sign-in");
    }
    Form form = request.form();
    String code = form.requiredLine("code");
    String centreName = form.requiredLine("centre");
    String ownName = form.requiredLine("ownName");
    NewAccount account = SignInPages.newAccount(form, ownName, request, centreName);
    boolean everybody = form.checked("secondFactor");
    return form.attempt(
        () -> {
          StaffId director = founding.found(code, centreName, account, everybody);
          String token = sessions.start(director, DAY_OF_WORK, Browsers.name(request));
          return new Reply.WithSession(
              token,
              Reply.to(
                  ProofPages.next(factor, token, "/"), Text.of(WebModule.ORIGIN, "set-up.done")));
        },
        wrong -> page().status(422));
  }

  private static Reply.Page page() {
    return Reply.page("set-up", new HashMap<>());
  }
}
