package org.opora.web.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;

/**
 * Says to whoever holds the key of the machine which doors the house has at this moment, so that
 * what a table says of them can be compared with what there is. Not a word about clients.
 */
final class DoorList implements RouteSet {
  private final Doors doors;

  DoorList(Doors doors) {
    this.doors = doors;
  }

  /** All of them, by path. */
  record Listed(List<Line> doors) {}

  /**
   * @param permission what whoever enters has to hold; null when nothing
   * @param bundle symbolic name of whose it is
   */
  record Line(String method, String path, String entry, String permission, String bundle) {}

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.GET,
            "/ops/doors",
            Route.Entry.OPERATOR,
            null,
            null,
            Route.Audit.NONE,
            this::list));
  }

  private Reply list(Request request) {
    List<Line> lines =
        doors.table().doors().stream()
            .map(DoorList::line)
            .sorted(Comparator.comparing(Line::path).thenComparing(Line::method))
            .toList();
    return new Reply.Json(new Listed(lines), 200);
  }

  private static Line line(RouteTable.Door door) {
    Route route = door.route();
    return new Line(
        route.method().name(),
        route.pattern(),
        route.entry().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        route.permission(),
        door.wing().origin());
  }
}
