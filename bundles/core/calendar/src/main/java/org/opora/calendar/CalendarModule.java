package org.opora.calendar;

import java.util.List;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.calendar.Calendar;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the calendar: who meets when and where, for all modules. */
@Component
public final class CalendarModule implements Module {
  /** Id of the bundle. */
  public static final String ID = "calendar";

  /** Symbolic name of the bundle: the origin of its texts. */
  public static final String ORIGIN = "org.opora.calendar";

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
    return List.of(
        new Permission(Calendar.READ, DataClass.STAFF),
        new Permission(Calendar.WRITE, DataClass.STAFF),
        new Permission(Calendar.ROOMS, DataClass.ADMINISTRATION));
  }
}
