package org.opora.registry.inspections.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.inspections.application.InspectionDesk;
import org.osgi.service.component.annotations.Component;

/** The entry about looks into files in the main navigation, after the complaints. */
@Component
public final class InspectionsNavigation implements Navigation {
  private static final int PLACE = 390;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.REGISTERS,
            PLACE,
            "inspections.menu",
            "eye",
            "/inspections",
            InspectionDesk.READ));
  }
}
