package org.opora.sample;

import java.util.List;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;

/** One page. */
public class SampleRoutes implements RouteSet {
  @Override
  public String module() {
    return "sample";
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.page("/m/sample/page", "sample.read", request -> Reply.plain("page")));
  }
}
