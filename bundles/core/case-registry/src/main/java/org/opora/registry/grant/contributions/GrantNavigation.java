package org.opora.registry.grant.contributions;

import java.util.List;
import org.opora.api.grant.Grant;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry about the state contribution in the main navigation, after looks into files. */
@Component
public final class GrantNavigation implements Navigation {
  private static final int PLACE = 907;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.HOUSE, PLACE, "grant.menu", "coins", "/grant", Grant.READ));
  }
}
