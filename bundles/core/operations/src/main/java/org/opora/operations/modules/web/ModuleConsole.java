package org.opora.operations.modules.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.opora.api.faults.NotFound;
import org.opora.api.module.Modules.Info;
import org.opora.api.persistence.Database;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.modules.application.Actor;
import org.opora.operations.modules.application.ModuleManager;
import org.opora.operations.modules.application.Plan;
import org.opora.operations.modules.application.Said;
import org.opora.operations.shared.Operator;
import org.opora.operations.shared.SafeFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bin/opora module ...}. */
@Component(service = ModuleConsole.class)
public class ModuleConsole {
  private static final Actor CONSOLE = Actor.of(Actor.Door.CONSOLE);
  private final ModuleManager manager;
  private final Database database;
  private final Messages messages;

  @Activate
  public ModuleConsole(
      @Reference ModuleManager manager,
      @Reference Database database,
      @Reference Messages messages) {
    this.manager = manager;
    this.database = database;
    this.messages = messages;
  }

  /**
   * @param state in lower case
   */
  public record Line(
      String id, String title, String version, String offered, String state, String reason) {}

  /** What was done. */
  public record Done(
      String id, String change, String from, String to, List<String> migrations, String message) {}

  public List<Route> routes() {
    return List.of(
        Operator.get("/ops/modules", this::list, messages),
        Operator.post("/ops/modules/{id}/install", r -> change(r, false), messages),
        Operator.post("/ops/modules/{id}/update", r -> change(r, true), messages),
        Operator.post("/ops/modules/{id}/remove", this::remove, messages),
        Operator.post("/ops/packages", this::upload, messages));
  }

  private Reply list(Request request) {
    return Reply.json(lines(request.locale()));
  }

  List<Line> lines(Locale locale) {
    return manager.all().stream().map(info -> line(info, locale)).toList();
  }

  private Line line(Info info, Locale locale) {
    return new Line(
        info.id(),
        info.title().in(locale),
        info.version(),
        info.offered(),
        info.state().name().toLowerCase(Locale.ROOT),
        info.reason() == null ? null : messages.text(locale, info.reason()));
  }

  private Reply change(Request request, boolean update) {
    String id = request.variable("id");
    if (update) {
      manager.planRemoval(id); // there must be something to update
    }
    Plan.Change change = update ? Plan.Change.UPDATE : Plan.Change.INSTALL;
    return done(request, ModuleManager.await(manager.begin(change, id, CONSOLE)));
  }

  private Reply remove(Request request) {
    String id = request.variable("id");
    return done(request, ModuleManager.await(manager.begin(Plan.Change.REMOVE, id, CONSOLE)));
  }

  private Reply upload(Request request) throws IOException {
    Path folder = database.dataFolder().resolve("tmp");
    SafeFiles.createPrivateFolder(folder);
    Path file = Files.createTempFile(folder, "package-", ".jar");
    try {
      try (InputStream body = request.body()) {
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      }
      Plan plan = manager.plan(file);
      String only = request.query("id").orElse(plan.id());
      if (!only.equals(plan.id())) {
        throw new NotFound();
      }
      return done(request, ModuleManager.await(manager.begin(file, CONSOLE)));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Reply done(Request request, Plan plan) {
    String message = messages.text(request.locale(), Said.of(plan, request.locale()));
    String change = plan.nothing() ? "none" : plan.change().name().toLowerCase(Locale.ROOT);
    return Reply.json(
        new Done(plan.id(), change, plan.from(), plan.to(), plan.migrations(), message));
  }
}
