package org.opora.registry.directory.contributions;

import java.util.List;
import org.opora.api.bodies.Bodies;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry Directory of the main navigation, after what is done day by day. */
@Component
public final class DirectoryNavigation implements Navigation {
  private static final int PLACE = 450;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.REGISTERS, PLACE, "directory.menu", "book", "/directory", Bodies.READ));
  }
}
