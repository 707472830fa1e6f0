package org.opora.registry.grant.contributions;

import org.opora.api.grant.Grant;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Money of one family, as a tab of the case. */
@Component
public final class GrantTab implements CaseTab {
  private static final int PLACE = 80;

  @Override
  public String id() {
    return "grant";
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
    return "case.tab.grant";
  }

  @Override
  public String permission() {
    return Grant.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/grant";
  }
}
