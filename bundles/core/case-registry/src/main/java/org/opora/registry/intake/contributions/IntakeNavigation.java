package org.opora.registry.intake.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.intake.application.Intake;
import org.osgi.service.component.annotations.Component;

/** The entry First contact of the main navigation. */
@Component
public final class IntakeNavigation implements Navigation {
  private static final int PLACE = 150;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.FIRST_CONTACT, PLACE, "intake.menu", "door", "/intake", Intake.READ));
  }
}
