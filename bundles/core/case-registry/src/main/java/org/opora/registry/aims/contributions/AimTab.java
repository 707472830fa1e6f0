package org.opora.registry.aims.contributions;

import org.opora.api.care.Visits;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** The tab of agreed aims on a case file. */
@Component
public final class AimTab implements CaseTab {
  private static final int PLACE = 30;

  @Override
  public String id() {
    return "aims";
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
    return "aims.title";
  }

  @Override
  public String permission() {
    return Visits.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/aims";
  }
}
