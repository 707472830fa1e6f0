package org.opora.law.czech;

import java.util.List;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.osgi.service.component.annotations.Component;

/** Reception of the Czech law pack. It brings rules, no doors: nothing in it needs a permission. */
@Component
public final class LawCzechModule implements Module {
  @Override
  public String id() {
    return "law-czech";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
