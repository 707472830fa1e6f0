package org.opora.api.web.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The routes of a bundle. Modules stay below {@code /m/<id>/}; the gate refuses a set that names a
 * path of somebody else.
 */
@ConsumerType
public interface RouteSet {
  /** Id of the bundle, as in its {@code Module}. */
  String module();

  List<Route> routes();
}
