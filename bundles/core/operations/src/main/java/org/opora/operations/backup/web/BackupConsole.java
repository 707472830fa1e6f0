package org.opora.operations.backup.web;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opora.api.access.AuditTrail;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.backup.application.Backups;
import org.opora.operations.shared.Operator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code bin/opora backup}, and the restart that puts a waiting restore in place. */
@Component(service = BackupConsole.class)
public class BackupConsole {
  private static final Logger LOG = LoggerFactory.getLogger(BackupConsole.class);

  /** Long enough for the answer to reach the console. */
  private static final long FAREWELL_MILLIS = 300;

  private final BundleContext context;
  private final Backups backups;
  private final AuditTrail audit;
  private final Messages messages;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opora-restart"));

  @Activate
  public BackupConsole(
      BundleContext context,
      @Reference Backups backups,
      @Reference AuditTrail audit,
      @Reference Messages messages) {
    this.context = context;
    this.backups = backups;
    this.audit = audit;
    this.messages = messages;
  }

  @Deactivate
  public void stop() {
    later.shutdown();
  }

  /** The file lies in the folder {@code outgoing} of the data folder; the console fetches it. */
  public record Made(String name, long bytes, String sha256) {}

  public List<Route> routes() {
    return List.of(
        Operator.post("/ops/backup", this::backup, messages),
        Operator.post("/ops/restart", this::restart, messages));
  }

  private Reply backup(Request request) throws Exception {
    Backups.Made made = backups.make();
    return Reply.json(new Made(made.name(), made.bytes(), made.sha256()));
  }

  private Reply restart(Request request) {
    audit.noted(null, "restart.asked", "console");
    later.schedule(this::leave, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    return Reply.json(new Operator.Said(messages.text(request.locale(), "restart.begun")));
  }

  /** The launcher starts again on exit code 10, which these properties make of a stop. */
  private void leave() {
    System.setProperty("karaf.restart", "true");
    System.setProperty("karaf.restart.jvm", "true");
    try {
      context.getBundle(0).stop();
    } catch (BundleException fault) {
      LOG.error("The product cannot be stopped", fault);
    }
  }
}
