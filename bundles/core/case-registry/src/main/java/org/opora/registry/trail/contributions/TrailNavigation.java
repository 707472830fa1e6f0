package org.opora.registry.trail.contributions;

import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.TrailReader;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The trail in the main navigation, beside what keeps Opora running. */
@Component
public final class TrailNavigation implements Navigation {
  private static final int PLACE = 940;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.HOUSE, PLACE, "trail.menu", "steps", "/trail", AuditTrail.READ),
        new Entry(
            Group.HOUSE,
            PLACE + 1,
            "trail.technical.menu",
            "list",
            "/trail/technical",
            TrailReader.TECHNICAL));
  }
}
