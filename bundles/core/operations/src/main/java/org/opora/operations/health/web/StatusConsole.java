package org.opora.operations.health.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.persistence.Database;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.health.application.Readiness;
import org.opora.operations.modules.application.ModuleManager;
import org.opora.operations.shared.Operator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bin/opora status} and {@code bin/opora audit verify}. Not a word about clients. */
@Component(service = StatusConsole.class)
public class StatusConsole {
  private final Readiness readiness;
  private final ModuleManager modules;
  private final Database database;
  private final AuditTrail audit;
  private final Accounts accounts;
  private final Messages messages;
  private final String version;

  @Activate
  public StatusConsole(
      BundleContext context,
      @Reference Readiness readiness,
      @Reference ModuleManager modules,
      @Reference Database database,
      @Reference AuditTrail audit,
      @Reference Accounts accounts,
      @Reference Messages messages) {
    this.readiness = readiness;
    this.modules = modules;
    this.database = database;
    this.audit = audit;
    this.accounts = accounts;
    this.messages = messages;
    version = context.getBundle().getVersion().toString();
  }

  /** The whole status. */
  public record Status(
      boolean ready, String version, String database, List<Check> checks, List<Module> modules) {}

  /**
   * @param level in lower case
   */
  public record Check(String id, String level, String message) {}

  /**
   * @param state in lower case
   */
  public record Module(String id, String title, String version, String state, String reason) {}

  /**
   * @param code null when the set-up is done
   */
  public record FirstStart(String code) {}

  public List<Route> routes() {
    return List.of(
        Operator.get("/ops/status", this::status, messages),
        Operator.get(
            "/ops/first-start",
            request -> {
              Optional<String> code = accounts.setUpCode();
              return Reply.json(new FirstStart(code.orElse(null)));
            },
            messages),
        Operator.post("/ops/audit/verify", request -> Reply.json(audit.verify()), messages));
  }

  private Reply status(Request request) {
    Locale locale = request.locale();
    List<Check> checks =
        readiness.findings().stream()
            .map(
                finding ->
                    new Check(
                        finding.id(),
                        finding.result().level().name().toLowerCase(Locale.ROOT),
                        messages.text(locale, finding.result().text())))
            .toList();
    List<Module> installed =
        modules.all().stream()
            .map(
                info ->
                    new Module(
                        info.id(),
                        info.title().in(locale),
                        info.version(),
                        info.state().name().toLowerCase(Locale.ROOT),
                        info.reason() == null ? null : messages.text(locale, info.reason())))
            .toList();
    return Reply.json(
        new Status(readiness.ready(), version, database.product(), checks, installed));
  }
}
