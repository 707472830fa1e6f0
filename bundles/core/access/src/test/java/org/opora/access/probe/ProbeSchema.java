package org.opora.access.probe;

import java.util.List;
import org.opora.api.persistence.spi.Schema;

/** Tables of another bundle, whose lists are scoped. */
public final class ProbeSchema implements Schema {
  @Override
  public String unit() {
    return "probe";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Thing.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of();
  }

  @Override
  public List<String> fileColumns() {
    return List.of("THING.SUBJECT");
  }
}
