package org.opora.moduletemplate.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.moduletemplate.TemplateModule;
import org.osgi.service.component.annotations.Component;

/** Wishes that wait for an answer, on the page Today. */
@Component
public final class WishesCard implements DashboardCard {
  @Override
  public int order() {
    return TemplateModule.PLACE;
  }

  @Override
  public String title() {
    return "card.title";
  }

  @Override
  public String permission() {
    return TemplateModule.READ;
  }

  @Override
  public String content() {
    return TemplateModule.HOME + "/card";
  }
}
