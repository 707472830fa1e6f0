package org.opora.registry.standards.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.staff.Staff;
import org.opora.api.standards.Standards;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.application.CriteriaDesk;
import org.opora.registry.standards.application.PlanDesk;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.StandardsShelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to self-assessment. They show no client and are not recorded as read. */
@Component
public final class StandardsRoutes implements RouteSet {
  private static final String ROUND = "/standards/rounds/{round}";
  private static final String MEASURE = "/standards/measures/{measure}";
  private final RoundPages rounds;
  private final MarkForms marks;
  private final MeasureForms measures;
  private final CriterionForms criteria;

  @Activate
  public StandardsRoutes(
      @Reference RoundDesk desk,
      @Reference PlanDesk plan,
      @Reference CriteriaDesk list,
      @Reference StandardsShelf law,
      @Reference CentreDesk centre,
      @Reference Staff staff,
      @Reference Messages messages) {
    rounds = new RoundPages(desk, centre);
    marks = new MarkForms(desk, messages);
    measures = new MeasureForms(desk, plan, staff);
    criteria = new CriterionForms(list, law, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(assessing(), improving()).flatMap(List::stream).toList();
  }

  private List<Route> assessing() {
    return List.of(
        page("/standards", Standards.READ, rounds::list),
        page("/standards/export", Standards.READ, rounds::exportList),
        page("/standards/rounds/new", Standards.WRITE, rounds::blank),
        post("/standards/rounds/new", Standards.WRITE, rounds::begin),
        page(ROUND, Standards.READ, rounds::show),
        page(ROUND + "/export", Standards.READ, rounds::export),
        page(ROUND + "/edit", Standards.WRITE, rounds::edit),
        post(ROUND + "/edit", Standards.WRITE, rounds::amend),
        post(ROUND + "/criteria", Standards.WRITE, rounds::takeOver),
        page(ROUND + "/close", Standards.WRITE, rounds::closing),
        post(ROUND + "/close", Standards.WRITE, rounds::close),
        page(ROUND + "/marks/{criterion}", Standards.WRITE, marks::edit),
        post(ROUND + "/marks/{criterion}", Standards.WRITE, marks::mark));
  }

  private List<Route> improving() {
    return List.of(
        page(ROUND + "/measures/new", Standards.WRITE, measures::blank),
        post(ROUND + "/measures/new", Standards.WRITE, measures::add),
        page("/standards/plan", Standards.READ, measures::list),
        page("/standards/plan/export", Standards.READ, measures::export),
        page(MEASURE, Standards.READ, measures::show),
        post(MEASURE + "/done", Standards.READ, measures::done),
        page(MEASURE + "/edit", Standards.WRITE, measures::edit),
        post(MEASURE + "/edit", Standards.WRITE, measures::amend),
        post(MEASURE + "/withdraw", Standards.WRITE, measures::withdraw),
        page("/standards/criteria", Standards.READ, criteria::list),
        page("/standards/criteria/export", Standards.READ, criteria::export),
        page("/standards/criteria/new", Standards.WRITE, criteria::blank),
        post("/standards/criteria/new", Standards.WRITE, criteria::add),
        page("/standards/criteria/{criterion}/edit", Standards.WRITE, criteria::edit),
        post("/standards/criteria/{criterion}/edit", Standards.WRITE, criteria::amend));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
