package org.opora.web.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** Today is the first entry for everybody. */
@Component
public final class ShellNavigation implements Navigation {
  private static final int FIRST = 100;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.TODAY, FIRST, "today.menu", "home", "/", null));
  }
}
