package org.opora.moduletemplate;

import java.util.List;
import java.util.Map;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the module: who it is and which permissions it brings. */
@Component
public final class TemplateModule implements Module {
  public static final String ID = "module-template";

  /** Origin of the module's texts: its symbolic name. */
  public static final String ORIGIN = "org.opora.module-template";

  public static final String READ = ID + ".read";
  public static final String WRITE = ID + ".write";

  private static final Map<String, Reach> CARE =
      Map.of("director", Reach.ALL, "key-worker", Reach.OWN);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 590;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CARE_TEXT, CARE),
        new Permission(WRITE, DataClass.CARE_TEXT, CARE));
  }
}
