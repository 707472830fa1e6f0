package org.opora.modulekit.broken;

import java.util.List;
import java.util.Map;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.module.spi.Module;

/** Sample of a reception that says too much and too little. */
public final class BrokenModule implements Module {
  @Override
  public String id() {
    return "broken";
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission("broken.look", DataClass.CARE_TEXT, Map.of("it-administrator", Reach.ALL)),
        new Permission("broken.read", DataClass.CARE_TEXT));
  }
}
