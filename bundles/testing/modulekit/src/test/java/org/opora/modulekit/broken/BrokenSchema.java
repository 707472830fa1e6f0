package org.opora.modulekit.broken;

import java.util.List;
import org.opora.api.persistence.spi.Schema;

/** Sample of a schema that forgets columns, and names one that is not there. */
public final class BrokenSchema implements Schema {
  @Override
  public String unit() {
    return "broken";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Guest.class, Ghost.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of("GUEST.NOBODY");
  }

  @Override
  public List<String> fileColumns() {
    return List.of();
  }
}
