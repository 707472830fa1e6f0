package org.opora.registry.post.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.post.application.PostDesk;
import org.osgi.service.component.annotations.Component;

/** The entry Post of the main navigation, after the tasks. */
@Component
public final class PostNavigation implements Navigation {
  private static final int PLACE = 370;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.REGISTERS, PLACE, "post.menu", "letter", "/post", PostDesk.READ));
  }
}
