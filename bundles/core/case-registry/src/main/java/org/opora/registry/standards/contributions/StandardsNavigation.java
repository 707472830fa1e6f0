package org.opora.registry.standards.contributions;

import java.util.List;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entries Internal rules, where everybody finds what to read, and Quality. */
@Component
public final class StandardsNavigation implements Navigation {
  private static final int RULES = 912;
  private static final int QUALITY = 914;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.TEAM, RULES, "rules.menu", "scroll", "/rules", InternalRules.READ),
        new Entry(Group.HOUSE, QUALITY, "standards.menu", "star", "/standards", Standards.READ));
  }
}
