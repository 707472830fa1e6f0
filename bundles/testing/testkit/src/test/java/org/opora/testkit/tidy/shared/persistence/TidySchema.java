package org.opora.testkit.tidy.shared.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.testkit.tidy.visits.domain.Visit;

/** Sample of a schema: it names what every subject keeps, and that is no ring. */
public final class TidySchema implements Schema {
  @Override
  public String unit() {
    return "tidy";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Visit.class);
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
