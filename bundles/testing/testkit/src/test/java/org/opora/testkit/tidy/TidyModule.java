package org.opora.testkit.tidy;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;

/** Sample of a reception. */
public final class TidyModule implements Module {
  @Override
  public String id() {
    return "tidy";
  }

  @Override
  public int order() {
    return 500;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
