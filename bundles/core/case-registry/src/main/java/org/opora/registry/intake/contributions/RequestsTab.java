package org.opora.registry.intake.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.registry.intake.application.Intake;
import org.osgi.service.component.annotations.Component;

/** Requests of the carers of one file, as a tab of the case after the tasks. */
@Component
public final class RequestsTab implements CaseTab {
  private static final int PLACE = 67;

  @Override
  public String id() {
    return "requests";
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
    return "case.tab.requests";
  }

  @Override
  public String permission() {
    return Intake.REQUESTS;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/requests";
  }
}
