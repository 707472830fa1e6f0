package org.opora.registry.exports.contributions;

import java.util.List;
import org.opora.api.exports.LargeExports;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.exports.application.ExportDesk;
import org.osgi.service.component.annotations.Component;

/** Long lists in the main navigation of those who confirm them. */
@Component
public final class ExportNavigation implements Navigation {
  private static final int PLACE = 911;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.HOUSE, PLACE, "export.menu", "leave", ExportDesk.HOME, LargeExports.CONFIRM));
  }
}
