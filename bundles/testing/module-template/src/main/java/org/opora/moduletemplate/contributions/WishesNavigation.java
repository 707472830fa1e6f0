package org.opora.moduletemplate.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.moduletemplate.TemplateModule;
import org.osgi.service.component.annotations.Component;

/** The module's entry in the menu, with an icon of its own. */
@Component
public final class WishesNavigation implements Navigation {
  /** A heart, in lines. */
  private static final String ICON =
      "M12 20.5C6 15.5 3.5 12.5 3.5 9a4.3 4.3 0 0 1 8.5-1.2A4.3 4.3 0 0 1 20.5 9c0 3.5-2.5 6.5-8.5"
          + " 11.5z";

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.SERVICES,
            TemplateModule.PLACE,
            "module.title",
            ICON,
            TemplateModule.HOME,
            TemplateModule.READ));
  }
}
