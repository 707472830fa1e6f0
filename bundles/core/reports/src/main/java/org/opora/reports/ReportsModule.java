package org.opora.reports;

import java.util.List;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.evidence.Kinds;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the reports: figures of the centre, and what somebody asked to have counted. */
@Component
public final class ReportsModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "reports";

  /** Symbolic name of the bundle: the origin of its texts. */
  public static final String ORIGIN = "org.opora.reports";

  /** To see the figures of the whole centre. */
  public static final String READ = ID + ".read";

  /** To write down that counts were asked for, to keep them and to answer. */
  public static final String WRITE = ID + ".write";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CARE_FACTS), new Permission(WRITE, DataClass.CARE_FACTS));
  }

  @Override
  public Set<String> evidence() {
    return Set.of(Kinds.COUNTS_ASKED, Kinds.COUNTS_ANSWERED);
  }
}
