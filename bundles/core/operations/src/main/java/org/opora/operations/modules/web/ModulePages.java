package org.opora.operations.modules.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.opora.api.access.Access;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.module.Modules.Info;
import org.opora.api.module.Modules.State;
import org.opora.api.persistence.Database;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.OperationsModule;
import org.opora.operations.modules.application.Actor;
import org.opora.operations.modules.application.ModuleManager;
import org.opora.operations.modules.application.PackageReader;
import org.opora.operations.modules.application.Plan;
import org.opora.operations.modules.application.Plan.Change;
import org.opora.operations.modules.application.Said;
import org.opora.operations.shared.SafeFiles;
import org.opora.operations.shared.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page Modules: what is installed, what is on offer, and what a change would do. */
@Component(service = ModulePages.class)
public class ModulePages {
  private static final String PAGE = "/modules";
  private final ModuleManager manager;
  private final Access access;
  private final Path uploads;

  @Activate
  public ModulePages(
      @Reference ModuleManager manager, @Reference Access access, @Reference Database database) {
    this.manager = manager;
    this.access = access;
    uploads = database.dataFolder().resolve("tmp").resolve("packages");
  }

  /**
   * A module as the page shows it.
   *
   * @param level of the badge
   */
  public record Row(
      Info info, String level, boolean installable, boolean updatable, boolean removable) {}

  public List<Route> routes() {
    return List.of(
        page(PAGE, request -> Reply.page("modules", model())),
        page(PAGE + "/list", request -> Reply.page("modules-list", model())),
        page(PAGE + "/{id}/install", request -> plan(manager.plan(request.variable("id")), null)),
        page(PAGE + "/{id}/update", request -> plan(manager.plan(request.variable("id")), null)),
        page(PAGE + "/{id}/remove", r -> plan(manager.planRemoval(r.variable("id")), null)),
        page(PAGE + "/packages/{upload}", this::uploaded),
        post(PAGE + "/{id}/install", request -> change(request, Change.INSTALL)),
        post(PAGE + "/{id}/update", request -> change(request, Change.UPDATE)),
        post(PAGE + "/{id}/remove", request -> change(request, Change.REMOVE)),
        post(PAGE + "/packages", this::upload),
        post(PAGE + "/packages/{upload}", this::install));
  }

  private static Route page(String pattern, Route.Handler handler) {
    return Route.page(pattern, OperationsModule.MODULES, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, OperationsModule.MODULES, handler);
  }

  private Map<String, Object> model() {
    List<Row> rows = manager.all().stream().map(ModulePages::row).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("rows", rows);
    model.put(
        "changing",
        manager.busy() || rows.stream().anyMatch(row -> row.info().state() == State.CHANGING));
    return model;
  }

  private static Row row(Info info) {
    String level =
        switch (info.state()) {
          case READY -> "ok";
          case CHANGING -> "info";
          case FAILED -> "overdue";
          case AVAILABLE, REMOVED -> "muted";
        };
    boolean there = info.state() == State.READY || info.state() == State.FAILED;
    boolean ours = info.reason() == null || !info.reason().key().equals("foreign");
    return new Row(
        info,
        level,
        info.state() == State.AVAILABLE || info.state() == State.REMOVED,
        there && ours && info.offered() != null,
        there && ours);
  }

  private Reply plan(Plan plan, String upload) {
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    String change = plan.change().name().toLowerCase(Locale.ROOT);
    model.put("change", change);
    model.put(
        "action",
        upload == null ? PAGE + "/" + plan.id() + "/" + change : PAGE + "/packages/" + upload);
    return Reply.page("modules-plan", model);
  }

  private Reply change(Request request, Change change) {
    access.require(request.viewer(), OperationsModule.MODULES);
    String id = request.variable("id");
    // What cannot be done is said at once; the change itself goes on behind the list.
    Plan plan = change == Change.REMOVE ? manager.planRemoval(id) : manager.plan(id);
    return begun(request, plan, manager.begin(change, id, Actor.person(request.viewer().staff())));
  }

  private Reply upload(Request request) throws IOException {
    access.require(request.viewer(), OperationsModule.MODULES);
    Form form = request.form();
    var posted = request.upload("package");
    if (posted.isEmpty() || posted.get().size() == 0) {
      form.error("package", "form.required");
      return withErrors(form);
    }
    SafeFiles.createPrivateFolder(uploads);
    UUID key = Ids.next();
    Path kept = uploads.resolve(key + ".jar");
    Files.copy(posted.get().file(), kept, StandardCopyOption.REPLACE_EXISTING);
    try {
      PackageReader.read(kept);
      return Reply.to(PAGE + "/packages/" + key);
    } catch (Refused refused) {
      Files.deleteIfExists(kept);
      form.refused(refused);
      return withErrors(form);
    }
  }

  private Reply withErrors(Form form) {
    Map<String, Object> model = model();
    model.put("form", form);
    return Reply.page("modules", model).status(422);
  }

  private Reply uploaded(Request request) {
    Path kept = kept(request);
    return plan(manager.plan(kept), request.variable("upload"));
  }

  private Reply install(Request request) throws IOException {
    access.require(request.viewer(), OperationsModule.MODULES);
    Path kept = kept(request);
    Plan plan = manager.plan(kept);
    Future<Plan> change = manager.begin(kept, Actor.person(request.viewer().staff()));
    return begun(request, plan, change);
  }

  private Path kept(Request request) {
    Path kept = uploads.resolve(request.id("upload") + ".jar");
    if (!Files.isRegularFile(kept)) {
      throw new NotFound();
    }
    return kept;
  }

  private Reply begun(Request request, Plan plan, Future<Plan> change) {
    if (plan.problem() != null) {
      throw new Refused(null, plan.problem());
    }
    if (change.isDone()) {
      return Reply.to(PAGE, Said.of(ModuleManager.await(change), request.locale()));
    }
    return Reply.to(PAGE, Words.of("said.begun", plan.title().in(request.locale())));
  }
}
