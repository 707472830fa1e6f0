package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own PIN for tablets. */
@Component
public final class PinPages implements RouteSet {
  private static final String PATH = "/my-sign-in/pin";

  /** A field of this name is kept nowhere and sent back by no page. */
  private static final String FIELD = "password";

  private final Tablets tablets;

  @Activate
  public PinPages(@Reference Tablets tablets) {
    this.tablets = tablets;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        own(Method.GET, PATH, this::form),
        own(Method.POST, PATH, this::choose),
        own(Method.POST, PATH + "/drop", this::drop));
  }

  private static Route own(Method method, String path, Route.Handler handler) {
    return new Route(method, path, Entry.SIGNED_IN, null, null, Audit.NONE, handler);
  }

  private Reply form(Request request) {
    return page(request);
  }

  private Reply.Page page(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("pin", tablets.pin(request.viewer()).orElse(null));
    return Reply.page("my-pin", model);
  }

  private Reply choose(Request request) {
    Form form = request.form();
    char[] pin = SignInPages.newPassword(form);
    if (form.valid()) {
      try {
        tablets.choosePin(request.viewer(), pin);
        return done("my-pin.done");
      } catch (Refused refused) {
        form.error(FIELD, refused.text());
      }
    }
    return page(request).status(422);
  }

  private Reply drop(Request request) {
    tablets.dropPin(request.viewer());
    return done("my-pin.dropped");
  }

  private static Reply done(String key) {
    return Reply.to(PATH, Text.of(WebModule.ORIGIN, key));
  }
}
