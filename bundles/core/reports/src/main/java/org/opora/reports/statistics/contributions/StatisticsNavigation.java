package org.opora.reports.statistics.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.reports.ReportsModule;
import org.osgi.service.component.annotations.Component;

/** The entry Statistics of the main navigation, among what belongs to the centre. */
@Component
public final class StatisticsNavigation implements Navigation {
  private static final int PLACE = 555;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.HOUSE, PLACE, "statistics.menu", "chart", "/statistics", ReportsModule.READ));
  }
}
