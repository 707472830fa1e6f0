package org.opora.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.SecondFactor.Enrolled;
import org.opora.api.access.SecondFactor.Offer;
import org.opora.api.access.SecondFactor.Step;
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
 * The second factor: given after the password, given again before what is done outward or for good,
 * and enrolled by whoever has none.
 */
@Component
public final class ProofPages implements RouteSet {
  /** Where everybody begins. */
  public static final String SIGN_IN = "/sign-in";

  /** Where a session that is in gives its factor again. */
  public static final String AGAIN = "/my-sign-in/code";

  private static final String CODE = "/sign-in/code";
  private static final String ENROL = "/sign-in/second-factor";
  private static final String OWN = "/my-sign-in";
  private static final String OWN_ENROL = "/my-sign-in/second-factor";
  private static final String FIELD = "code";

  private final SecondFactor factor;

  @Activate
  public ProofPages(@Reference SecondFactor factor) {
    this.factor = factor;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        open(Method.GET, CODE, Entry.PUBLIC, this::codeForm),
        open(Method.POST, CODE, Entry.PUBLIC, this::code),
        open(Method.GET, ENROL, Entry.PUBLIC, this::enrolForm),
        open(Method.POST, ENROL, Entry.PUBLIC, this::enrol),
        open(Method.GET, AGAIN, Entry.SIGNED_IN, this::againForm),
        open(Method.POST, AGAIN, Entry.SIGNED_IN, this::again),
        open(Method.GET, OWN_ENROL, Entry.SIGNED_IN, this::ownForm),
        open(Method.POST, OWN_ENROL, Entry.SIGNED_IN, this::own));
  }

  private static Route open(Method method, String path, Entry entry, Route.Handler handler) {
    return new Route(method, path, entry, null, null, Audit.NONE, handler);
  }

  /** Where a session goes that waits for this. */
  public static String door(Step step) {
    return step == Step.CODE ? CODE : ENROL;
  }

  /** Where a new session goes first. */
  static String next(SecondFactor factor, String token, String to) {
    return factor
        .waits(token)
        .map(step -> door(step) + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
        .orElse(to);
  }

  private Reply codeForm(Request request) {
    return waiting(request, Step.CODE)
        ? codePage(CODE, request.query("to").orElse(null))
        : elsewhere(request);
  }

  private Reply code(Request request) {
    return waiting(request, Step.CODE) ? prove(request, CODE) : elsewhere(request);
  }

  private Reply againForm(Request request) {
    return factor.mine(request.viewer()).isPresent()
        ? codePage(AGAIN, request.query("to").orElse(null))
        : Reply.to(OWN_ENROL);
  }

  private Reply again(Request request) {
    return prove(request, AGAIN);
  }

  private Reply prove(Request request, String action) {
    Form form = request.form();
    String code = form.requiredLine(FIELD);
    String to = form.raw("to");
    if (form.valid()) {
      Optional<String> proved =
          factor.prove(token(request), code, request.cookie(GateRequest.DEVICE).orElse(null));
      if (proved.isPresent()) {
        return new Reply.WithSession(proved.get(), Reply.to(SignInPages.safe(to)));
      }
      form.error(FIELD, "proof.wrong");
    }
    return codePage(action, to).status(422);
  }

  private Reply enrolForm(Request request) {
    return waiting(request, Step.ENROL)
        ? enrolPage(request, ENROL, request.query("to").orElse(null))
        : elsewhere(request);
  }

  private Reply enrol(Request request) {
    return waiting(request, Step.ENROL)
        ? confirm(request, ENROL, request.form().raw("to"))
        : elsewhere(request);
  }

  private Reply ownForm(Request request) {
    return enrolPage(request, OWN_ENROL, OWN);
  }

  private Reply own(Request request) {
    return confirm(request, OWN_ENROL, OWN);
  }

  private Reply confirm(Request request, String action, String to) {
    Form form = request.form();
    String code = form.requiredLine(FIELD);
    if (form.valid()) {
      Optional<Enrolled> enrolled = factor.confirm(token(request), code);
      if (enrolled.isPresent()) {
        return new Reply.WithSession(
            enrolled.get().token(), codes(enrolled.get().codes(), SignInPages.safe(to)));
      }
      form.error(FIELD, "enrol.wrong");
    }
    return enrolPage(request, action, to).status(422);
  }

  /** Shown once, on the reply itself: no address shows them again. */
  static Reply.Page codes(List<String> codes, String to) {
    Map<String, Object> model = new HashMap<>();
    model.put("codes", codes);
    model.put("to", to);
    return Reply.page("recovery-codes", model);
  }

  private static Reply.Page codePage(String action, String to) {
    Map<String, Object> model = new HashMap<>();
    model.put("action", action);
    model.put("to", SignInPages.safe(to));
    return Reply.page("proof", model);
  }

  private Reply.Page enrolPage(Request request, String action, String to) {
    Offer offer = factor.offer(token(request));
    Map<String, Object> model = new HashMap<>();
    model.put("action", action);
    model.put("to", SignInPages.safe(to));
    model.put("secret", offer.secret());
    model.put("picture", QrPicture.of(offer.uri()));
    model.put("must", action.equals(ENROL));
    return Reply.page("enrol", model);
  }

  private boolean waiting(Request request, Step step) {
    String token = token(request);
    return token != null && factor.waits(token).filter(step::equals).isPresent();
  }

  /** Nothing is to be done here: the session is in, waits for something else, or is over. */
  private Reply elsewhere(Request request) {
    if (request.signedIn().isPresent()) {
      return Reply.to("/");
    }
    String token = token(request);
    return Reply.to(
        token == null ? SIGN_IN : factor.waits(token).map(ProofPages::door).orElse(SIGN_IN));
  }

  private static String token(Request request) {
    return ((GateRequest) request).token();
  }
}
