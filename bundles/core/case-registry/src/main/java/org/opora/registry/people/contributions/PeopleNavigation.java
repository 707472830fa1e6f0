package org.opora.registry.people.contributions;

import java.util.List;
import org.opora.api.people.People;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry People of the main navigation. */
@Component
public final class PeopleNavigation implements Navigation {
  private static final int PLACE = 300;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.FAMILIES, PLACE, "people.menu", "person", "/people", People.READ));
  }
}
