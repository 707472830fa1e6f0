package org.opora.documents.templates.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.documents.DocumentsModule;
import org.osgi.service.component.annotations.Component;

/** The entry Templates of the main navigation, among what belongs to the centre. */
@Component
public final class TemplatesNavigation implements Navigation {
  private static final int PLACE = 560;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.HOUSE,
            PLACE,
            "templates.menu",
            "template",
            "/house/templates",
            DocumentsModule.TEMPLATES));
  }
}
