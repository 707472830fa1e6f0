package org.opora.course;

import java.util.List;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.evidence.Kinds;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the reports on the course of care. */
@Component
public final class CourseModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "course";

  /** Symbolic name of the bundle: the origin of its texts. */
  public static final String ORIGIN = "org.opora.course-reports";

  /** To read reports. */
  public static final String READ = ID + ".read";

  /** To write them, put down what carers say, and send them. */
  public static final String WRITE = ID + ".write";

  /** To approve what others wrote. */
  public static final String APPROVE = ID + ".approve";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CARE_TEXT),
        new Permission(WRITE, DataClass.CARE_TEXT),
        new Permission(APPROVE, DataClass.CARE_TEXT));
  }

  @Override
  public Set<String> evidence() {
    return Set.of(
        Kinds.REPORT_DRAFTED,
        Kinds.REPORT_ADDRESSED,
        Kinds.REPORT_DELIVERED,
        Kinds.REPORT_ASKED,
        Kinds.REPORT_ANSWERED);
  }
}
