package org.opora.registry.stand.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.ledgers.web.Standing;
import org.opora.registry.stand.application.Stand;
import org.opora.registry.stand.application.StandDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The paper for one carer. */
@Component
public final class StandRoutes implements RouteSet {
  private final CaseFrame frame;
  private final StandDesk desk;

  @Activate
  public StandRoutes(@Reference CaseFrame frame, @Reference StandDesk desk) {
    this.frame = frame;
    this.desk = desk;
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.page("/files/{file}/stand/{carer}", Ledger.READ, this::show));
  }

  private Reply show(Request request) {
    CaseFiles.Header header = frame.header(request);
    Stand stand = desk.of(request.viewer(), header.id(), new PersonId(request.id("carer")));
    LocalDate today = request.viewer().today();
    return frame
        .model(request, header, null)
        .with("stand", stand)
        .with("standing", stand.accounts() == null ? null : Standing.of(stand.accounts()))
        .with("visits", stand.visits() == null ? null : visits(stand.visits(), today))
        .with("steps", stand.steps() == null ? null : steps(stand.steps()))
        .with("nothing", stand.promisesKnown() && !stand.promisesAnything())
        .page("stand");
  }

  private static List<Visit> visits(List<Duties.Line> lines, LocalDate today) {
    return lines.stream()
        .map(line -> new Visit(line.name(), line.due(), line.doBy(), line.due().isBefore(today)))
        .toList();
  }

  private static List<Steps> steps(List<Stand.Step> steps) {
    return Arrays.stream(Stand.Whose.values())
        .map(whose -> Steps.of(whose, steps))
        .filter(part -> !part.steps().isEmpty())
        .toList();
  }

  /** Steps that the same side takes. */
  public record Steps(Stand.Whose whose, List<Stand.Step> steps) {
    static Steps of(Stand.Whose whose, List<Stand.Step> all) {
      return new Steps(whose, all.stream().filter(step -> step.whose() == whose).toList());
    }
  }

  /**
   * By when somebody comes.
   *
   * @param name whom they have to see
   * @param doBy last working day when that is another; or null
   * @param late whether the day has passed
   */
  public record Visit(PersonName name, LocalDate due, LocalDate doBy, boolean late) {}
}
