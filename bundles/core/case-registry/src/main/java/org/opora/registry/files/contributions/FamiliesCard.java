package org.opora.registry.files.contributions;

import org.opora.api.files.CaseFiles;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** "News of the families" on the page Today: what happened last. */
@Component
public final class FamiliesCard implements DashboardCard {
  private static final int PLACE = 500;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.families";
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public String content() {
    return "/files/cards/families";
  }
}
