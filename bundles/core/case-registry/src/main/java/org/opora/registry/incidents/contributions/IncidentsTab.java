package org.opora.registry.incidents.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.incidents.Incidents;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** The incidents of one file, as a tab of the case after the requests. */
@Component
public final class IncidentsTab implements CaseTab {
  private static final int PLACE = 70;

  @Override
  public String id() {
    return "incidents";
  }

  @Override
  public Group group() {
    return Group.DUE;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "case.tab.incidents";
  }

  @Override
  public String permission() {
    return Incidents.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/incidents";
  }
}
