package org.opora.registry.emergency.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.osgi.service.component.annotations.Component;

/** Emergency access in the main navigation: to open a file, and to review that one was opened. */
@Component
public final class EmergencyNavigation implements Navigation {
  private static final int OPEN = 250;
  private static final int REVIEW = 909;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.FAMILIES, OPEN, "emergency.menu", "lock", "/emergency", EmergencyDesk.USE),
        new Entry(
            Group.HOUSE,
            REVIEW,
            "emergency.list.menu",
            "file",
            "/emergency/list",
            EmergencyReviews.REVIEW));
  }
}
