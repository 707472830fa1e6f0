package org.opora.registry.complaints.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.osgi.service.component.annotations.Component;

/** The entry Complaints of the main navigation, after the post. */
@Component
public final class ComplaintsNavigation implements Navigation {
  private static final int PLACE = 380;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.REGISTERS, PLACE, "complaints.menu", "voice", "/complaints", ComplaintDesk.READ));
  }
}
