package org.opora.documents;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the documents: letters as PDF, files that are taken in, templates. */
@Component
public final class DocumentsModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "documents";

  /** Symbolic name of the bundle: the origin of its texts. */
  public static final String ORIGIN = "org.opora.documents";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
