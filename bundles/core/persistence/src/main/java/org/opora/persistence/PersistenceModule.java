package org.opora.persistence;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** The reception of this bundle. Nobody needs a permission to have a database. */
@Component
public final class PersistenceModule implements Module {
  /** Symbolic name of this bundle, the origin of its texts. */
  public static final String ORIGIN = "org.opora.persistence";

  @Override
  public String id() {
    return "persistence";
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
