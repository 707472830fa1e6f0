package org.opora.registry.plans.contributions;

import org.opora.api.care.Visits;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** The tab of plans on a case file. */
@Component
public final class PlanTab implements CaseTab {
  private static final int PLACE = 31;

  @Override
  public String id() {
    return "plans";
  }

  @Override
  public Group group() {
    return Group.CARE;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "plans.title";
  }

  @Override
  public String permission() {
    return Visits.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/plans";
  }
}
