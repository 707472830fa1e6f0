package org.opora.operations;

import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of operations. */
@Component
public class OperationsModule implements Module {
  /** Id of this bundle: its unit, and the module of its routes. */
  public static final String ID = "operations";

  /** Install, update and remove modules. */
  public static final String MODULES = "operations.modules";

  /** See how the product does. */
  public static final String HEALTH = "operations.health";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 950;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(MODULES, DataClass.TECHNICAL), new Permission(HEALTH, DataClass.TECHNICAL));
  }
}
