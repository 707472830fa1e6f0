package org.opora.registry.readiness.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.readiness.application.Readiness;
import org.opora.registry.readiness.application.ReadinessDesk;
import org.opora.registry.readiness.domain.Part;
import org.opora.registry.shared.web.Model;
import org.opora.registry.standards.application.StandardsShelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is ready for an inspection. The seed stands in the address and on the paper, so that the
 * same draw can be shown again.
 */
@Component
public final class ReadinessRoutes implements RouteSet {
  static final String HOME = "/inspections/ready";
  private static final int FEW = 5;

  /** Six digits can be read out and written down. */
  private static final int SEEDS = 1_000_000;

  private final ReadinessDesk desk;
  private final StandardsShelf standards;

  @Activate
  public ReadinessRoutes(@Reference ReadinessDesk desk, @Reference StandardsShelf standards) {
    this.desk = desk;
    this.standards = standards;
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.page(HOME, InspectionDesk.READ, this::show));
  }

  private Reply show(Request request) {
    String typed = request.query("seed").map(String::strip).orElse("");
    String many = request.query("many").map(String::strip).orElse("");
    boolean soundSeed = typed.isEmpty() || typed.matches("[0-9]{1,6}");
    boolean soundMany = many.isEmpty() || number(many) >= 1 && number(many) <= ReadinessDesk.MOST;
    Model model =
        new Model()
            .with("most", ReadinessDesk.MOST)
            .with("seed", typed.isEmpty() ? fresh() : typed)
            .with("many", many.isEmpty() ? String.valueOf(FEW) : many)
            .with("wrongSeed", !soundSeed)
            .with("wrongMany", !soundMany)
            .with("draw", null);
    if (!soundSeed || !soundMany) {
      return model.page("readiness").status(422);
    }
    if (typed.isEmpty()) {
      return model.page("readiness");
    }
    Readiness draw =
        desk.draw(request.viewer(), Long.parseLong(typed), many.isEmpty() ? FEW : number(many));
    request.shows(draw.files().stream().map(one -> Subject.of(one.file())).toList());
    return model
        .with("draw", draw)
        .with("standards", known(draw.day()))
        .with("printedAt", request.viewer().now())
        .page("readiness");
  }

  /** Standards of the parts, as far as the law of the country has them: no other counts them so. */
  private Set<String> known(LocalDate day) {
    Set<String> numbers =
        standards.standards(day).stream()
            .flatMap(list -> list.value().stream())
            .map(StandardsLaw.Standard::number)
            .collect(Collectors.toSet());
    return Arrays.stream(Part.values())
        .map(Part::standard)
        .filter(standard -> numbers.contains(standard.replaceAll("[a-z]+$", "")))
        .collect(Collectors.toSet());
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
  }

  /** Nobody chooses which files are drawn, and nothing secret hangs on it. */
  private static String fresh() {
    return String.valueOf(ThreadLocalRandom.current().nextInt(SEEDS));
  }
}
