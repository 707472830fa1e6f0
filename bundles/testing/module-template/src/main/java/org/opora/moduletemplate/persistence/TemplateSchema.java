package org.opora.moduletemplate.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;
import org.osgi.service.component.annotations.Component;

/** The module's tables. */
@Component
public final class TemplateSchema implements Schema {
  @Override
  public String unit() {
    return TemplateModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(Wish.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of("WISH.CHILD");
  }

  @Override
  public List<String> fileColumns() {
    return List.of("WISH.CASE_FILE");
  }
}
