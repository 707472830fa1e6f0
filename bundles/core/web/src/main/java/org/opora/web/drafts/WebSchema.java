package org.opora.web.drafts;

import java.util.List;
import java.util.Set;
import org.opora.api.persistence.spi.Schema;
import org.opora.web.WebModule;
import org.osgi.service.component.annotations.Component;

/**
 * Tables of the shell. None names a person or a file: what a draft is about lies sealed inside it.
 */
@Component
public final class WebSchema implements Schema {
  @Override
  public String unit() {
    return WebModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(CentreRow.class, FormPost.class, Draft.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of();
  }

  @Override
  public List<String> fileColumns() {
    return List.of();
  }

  @Override
  public Set<String> passing() {
    return Set.of("DRAFT", "FORM_POST");
  }
}
