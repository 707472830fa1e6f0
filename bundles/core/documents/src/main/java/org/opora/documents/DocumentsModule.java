package org.opora.documents;

import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the documents: what is kept of families, letters as PDF, templates. */
@Component
public final class DocumentsModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "documents";

  /** Symbolic name of the bundle: the origin of its texts. */
  public static final String ORIGIN = "org.opora.documents";

  /** To look through documents and take them out. */
  public static final String READ = ID + ".read";

  /** To bring documents in, in new versions too, and to withdraw them. */
  public static final String WRITE = ID + ".write";

  /** To decide how much is let in. */
  public static final String LIMITS = ID + ".limits";

  /** To look after the templates of the centre. */
  public static final String TEMPLATES = ID + ".templates";

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
    return List.of(
        new Permission(READ, DataClass.CARE_TEXT),
        new Permission(WRITE, DataClass.CARE_TEXT),
        new Permission(LIMITS, DataClass.ADMINISTRATION),
        new Permission(TEMPLATES, DataClass.ADMINISTRATION));
  }
}
