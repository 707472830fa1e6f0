package org.opora.sample;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;

/** Reception of a module that only tests install. */
public class SampleModule implements Module {
  @Override
  public String id() {
    return "sample";
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
