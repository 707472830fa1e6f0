package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.staff.Staff;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.CoWorkers;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.Workloads;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to hand-overs and to who works with a family. */
@Component
public final class HandoverRoutes implements RouteSet {
  private final HandoverForms forms;
  private final FarewellForms farewell;

  @Activate
  public HandoverRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference HandoverDesk desk,
      @Reference FarewellDesk farewell,
      @Reference CoWorkers coWorkers,
      @Reference Workloads loads) {
    this.forms = new HandoverForms(frame, files, staff, desk, coWorkers, loads);
    this.farewell = new FarewellForms(staff, farewell, loads);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String file = "/files/{file}";
    return List.of(
        Route.page("/handovers", CaseFiles.READ, forms::waiting),
        Route.page(file + "/handovers/new", CaseFiles.WRITE, forms::blank),
        change(file + "/handovers/new", CaseFiles.WRITE, forms::handOver),
        Route.page(file + "/handovers/{handover}", CaseFiles.READ, forms::show),
        change(file + "/handovers/{handover}/confirm", CaseFiles.READ, forms::confirm),
        Route.page(file + "/workers", CaseFiles.WRITE, forms::workers),
        change(file + "/workers", CaseFiles.WRITE, forms::assign),
        Route.page(file + "/team", CaseFiles.WRITE, forms::team),
        change(file + "/team", CaseFiles.WRITE, forms::addCoWorker),
        change(file + "/team/weight", CaseFiles.WRITE, forms::weigh),
        change(file + "/team/{assignment}/end", CaseFiles.WRITE, forms::endCoWorker),
        Route.page("/staff/workloads", Staff.WRITE, farewell::loads).audited(Route.Audit.NONE),
        Route.page("/staff/workloads/export", Staff.WRITE, farewell::export)
            .audited(Route.Audit.NONE),
        Route.page("/staff/{staff}/hand-over", Staff.WRITE, farewell::blank),
        change("/staff/{staff}/hand-over", Staff.WRITE, farewell::handOver));
  }

  /** The use case records the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
