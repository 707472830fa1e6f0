package org.opora.web;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the shell. It shows what others may show, so it brings no permission of its own. */
@Component
public final class WebModule implements Module {
  /** Id of the shell, as unit and in the addresses of its files. */
  public static final String ID = "web";

  /** Symbolic name of the bundle, the origin of its texts. */
  public static final String ORIGIN = "org.opora.web";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
