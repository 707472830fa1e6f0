package org.opora.operations.keys.web;

import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.persistence.MasterKeys;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.shared.Operator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code bin/opora keys}. Whoever holds the key of the operator reads the folder of the keys
 * anyway; the trail says that the key went to paper.
 */
@Component(service = KeyConsole.class)
public class KeyConsole {
  private final MasterKeys keys;
  private final AuditTrail audit;
  private final Messages messages;

  @Activate
  public KeyConsole(
      @Reference MasterKeys keys, @Reference AuditTrail audit, @Reference Messages messages) {
    this.keys = keys;
    this.audit = audit;
    this.messages = messages;
  }

  /**
   * How the key is kept.
   *
   * @param shown day on which its sheet was shown; empty when it never was
   */
  public record State(int generation, boolean typed, String shown, boolean renewing) {}

  /**
   * A sheet.
   *
   * @param generation of the key that stands on it
   */
  public record Sheet(int generation, boolean typed, List<String> lines) {}

  public List<Route> routes() {
    return List.of(
        Operator.get("/ops/keys", this::state, messages),
        Operator.post("/ops/keys/sheet", this::sheet, messages),
        Operator.post("/ops/keys/renew", this::renew, messages));
  }

  private Reply state(Request request) {
    MasterKeys.State state = keys.state();
    return Reply.json(
        new State(
            state.generation(),
            state.typed(),
            state.shown() == null ? "" : state.shown().toString(),
            state.renewing()));
  }

  Reply sheet(Request request) {
    MasterKeys.State state = keys.state();
    if (state.shown() == null) {
      audit.noted(null, "keys.sheet", Integer.toString(state.generation()));
    }
    return Reply.json(new Sheet(state.generation(), state.typed(), keys.sheet()));
  }

  /** First the row: the next start carries out what waits, whoever knows of it. */
  Reply renew(Request request) {
    MasterKeys.State state = keys.state();
    int next = state.generation() + 1;
    audit.noted(null, "keys.renew", Integer.toString(next));
    return Reply.json(new Sheet(next, state.typed(), keys.renew()));
  }
}
