package org.opora.modulekit.broken;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;

/** Sample of a bundle that stands where another one stands. */
public final class SecondReception implements Module {
  @Override
  public String id() {
    return "second";
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
