package org.opora.registry.staff.contributions;

import java.util.List;
import org.opora.api.staff.Staff;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry Staff: everybody finds their colleagues and their own sheet there. */
@Component
public final class StaffNavigation implements Navigation {
  private static final int PLACE = 910;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.TEAM, PLACE, "staff.menu", "badge", "/staff", Staff.READ));
  }
}
