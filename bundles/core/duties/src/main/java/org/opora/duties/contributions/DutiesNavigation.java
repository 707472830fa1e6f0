package org.opora.duties.contributions;

import java.util.List;
import org.opora.api.duties.Duties;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The list of duties in the main navigation, after people. */
@Component
public final class DutiesNavigation implements Navigation {
  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.TODAY, 350, "nav.duties", "clock", "/duties", Duties.READ));
  }
}
