package org.opora.operations.shared;

import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;

/** Routes of bin/opora: JSON in, JSON out, a refusal as a sentence in the caller's language. */
public final class Operator {
  private Operator() {}

  /** What the console prints when there is nothing else to say. */
  public record Said(String message) {}

  public static Route get(String pattern, Route.Handler handler, Messages messages) {
    return route(Route.Method.GET, pattern, handler, messages);
  }

  public static Route post(String pattern, Route.Handler handler, Messages messages) {
    return route(Route.Method.POST, pattern, handler, messages);
  }

  private static Route route(
      Route.Method method, String pattern, Route.Handler handler, Messages messages) {
    return new Route(
        method,
        pattern,
        Route.Entry.OPERATOR,
        null,
        null,
        Route.Audit.NONE,
        request -> answer(request, handler, messages));
  }

  private static Reply answer(Request request, Route.Handler handler, Messages messages)
      throws Exception {
    try {
      return handler.handle(request);
    } catch (Refused refused) {
      return new Reply.Json(new Said(messages.text(request.locale(), refused.text())), 422);
    } catch (NotFound unknown) {
      return new Reply.Json(new Said(messages.text(request.locale(), "console.not-found")), 404);
    }
  }
}
