package org.opora.duties;

import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.duties.Duties;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the duties: what is due, by when, and why. */
@Component
public final class DutiesModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "duties";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(new Permission(Duties.READ, DataClass.DUTIES));
  }
}
