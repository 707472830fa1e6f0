package org.opora.sample;

import java.util.List;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;

/** Cannot be made. */
public class BrokenRoutes implements RouteSet {
  public BrokenRoutes() {
    throw new IllegalStateException("broken on purpose");
  }

  @Override
  public String module() {
    return "sample";
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }
}
