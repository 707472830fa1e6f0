package org.opora.registry.inspections.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.registry.inspections.application.InspectionDesk;
import org.osgi.service.component.annotations.Component;

/** Who looked into this file, as the last tab among the papers of the case. */
@Component
public final class InspectionsTab implements CaseTab {
  private static final int PLACE = 80;

  @Override
  public String id() {
    return "inspections";
  }

  @Override
  public Group group() {
    return Group.PAPERS;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "case.tab.inspections";
  }

  @Override
  public String permission() {
    return InspectionDesk.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/inspections";
  }
}
