package org.opora.web.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Decision;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.faults.Unrecorded;
import org.opora.api.web.Reply;
import org.opora.web.texts.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said when something cannot be done: a page for a person, a part for a part of a page, a
 * record for a machine.
 */
final class FaultPages {
  private static final Logger LOG = LoggerFactory.getLogger(FaultPages.class);
  private static final int WORTH_KEEPING = 20;
  private static final int MOST_KEPT = 10;

  private final Words words;

  FaultPages(Words words) {
    this.words = words;
  }

  /**
   * @param where method and pattern, for the log
   */
  Reply of(Throwable fault, GateRequest request, String where, boolean machine) {
    if (fault instanceof NotFound) {
      return of(404, request, machine);
    }
    if (fault instanceof NotAllowed denied) {
      return Decision.READS_ONLY.equals(denied.reason())
          ? reply(403, words.say(request.locale(), "fault.403.reads-only"), request, machine)
          : of(403, request, machine);
    }
    if (fault instanceof Stale) {
      return of(409, request, machine);
    }
    if (fault instanceof Refused refused) {
      return reply(422, words.say(request.locale(), refused.text()), request, machine);
    }
    if (fault instanceof Rejected rejected) {
      return of(rejected.status(), request, machine);
    }
    LOG.error("Request {} failed: {}\n{}", request.number(), where, Traces.of(fault));
    if (fault instanceof Unrecorded) {
      return unrecorded(request, machine);
    }
    return of(500, request, machine);
  }

  Reply of(int status, GateRequest request, boolean machine) {
    return reply(
        status, words.say(request.locale(), "fault." + status + ".text"), request, machine);
  }

  /**
   * What cannot be recorded is not shown: that is said, so that nobody takes it for a lost record.
   */
  private Reply unrecorded(GateRequest request, boolean machine) {
    String sentence = words.say(request.locale(), "fault.unrecorded.text");
    if (machine) {
      return reply(500, sentence, request, true);
    }
    Map<String, Object> model = model(500, sentence, request);
    model.put("heading", words.say(request.locale(), "fault.unrecorded"));
    return page(500, model, request);
  }

  /** The module of this path cannot answer now. */
  Reply module(
      int status, String key, String module, GateRequest request, HttpServletResponse response) {
    if (status == 503) {
      response.setHeader("Retry-After", "3");
    }
    Map<String, Object> model =
        model(status, words.say(request.locale(), key + ".text", module), request);
    model.put("heading", words.say(request.locale(), key));
    return page(status, model, request);
  }

  private Reply reply(int status, String sentence, GateRequest request, boolean machine) {
    if (machine) {
      String accept = request.http().getHeader("Accept");
      String code = words.say(java.util.Locale.ENGLISH, "fault." + status + ".code");
      return accept != null && accept.contains("json")
          ? new Reply.Json(new Fault(status, code, sentence, request.number()), status)
          : new Reply.Plain(sentence + "\n", status);
    }
    return page(status, model(status, sentence, request), request);
  }

  private Reply page(int status, Map<String, Object> model, GateRequest request) {
    return new Reply.Page(request.fragment() ? "shell:fault-part" : "shell:fault", model, status);
  }

  private Map<String, Object> model(int status, String sentence, GateRequest request) {
    Map<String, Object> model = new HashMap<>();
    model.put("status", status);
    model.put("heading", words.say(request.locale(), "fault." + status));
    model.put("sentence", sentence);
    model.put("number", status == 500 ? request.number() : null);
    model.put("typed", status == 409 || status == 422 ? typed(request) : List.of());
    return model;
  }

  /** Longer texts somebody wrote and must not lose. */
  private static List<String> typed(GateRequest request) {
    Map<String, List<String>> fields = request.posted().fields();
    if (fields.containsKey(Parked.PASSWORD)) {
      // The longest words of such a form are those that nobody may read on a screen.
      return List.of();
    }
    return fields.values().stream()
        .flatMap(List::stream)
        .filter(text -> text.length() >= WORTH_KEEPING && text.indexOf(' ') > 0)
        .limit(MOST_KEPT)
        .toList();
  }

  /** For machines. */
  record Fault(int status, String code, String message, String request) {}
}
