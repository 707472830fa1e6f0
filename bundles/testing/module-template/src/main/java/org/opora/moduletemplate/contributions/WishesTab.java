package org.opora.moduletemplate.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.moduletemplate.TemplateModule;
import org.osgi.service.component.annotations.Component;

/** The module's tab in the case file. */
@Component
public final class WishesTab implements CaseTab {
  @Override
  public String id() {
    return TemplateModule.ID;
  }

  @Override
  public int order() {
    return TemplateModule.PLACE;
  }

  @Override
  public String title() {
    return "module.title";
  }

  @Override
  public String permission() {
    return TemplateModule.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return TemplateModule.HOME + "/files/" + file;
  }
}
