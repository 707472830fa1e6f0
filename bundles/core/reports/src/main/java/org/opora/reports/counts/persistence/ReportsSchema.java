package org.opora.reports.counts.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.reports.ReportsModule;
import org.opora.reports.counts.domain.CountChange;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.counts.domain.KeptRow;
import org.opora.reports.counts.domain.Said;
import org.osgi.service.component.annotations.Component;

/**
 * The tables of the reports. What was counted are keys of people and of records alike: a figure
 * that was told stays what it was, also when nobody is found under a key any more.
 */
@Component
public final class ReportsSchema implements Schema {
  @Override
  public String unit() {
    return ReportsModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        CountRequest.class, CountChange.class, KeptFigure.class, KeptRow.class, Said.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of();
  }

  @Override
  public List<String> fileColumns() {
    return List.of();
  }
}
