package org.opora.registry.overrides.contributions;

import java.util.List;
import org.opora.api.overrides.Overrides;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry about rules gone on against in the main navigation, after the looks into files. */
@Component
public final class OverridesNavigation implements Navigation {
  private static final int PLACE = 908;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.HOUSE, PLACE, "overrides.menu", "fork", "/overrides", Overrides.READ));
  }
}
