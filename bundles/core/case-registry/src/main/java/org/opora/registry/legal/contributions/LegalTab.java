package org.opora.registry.legal.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Who signs for the children of a file, as a tab of the case after its people. */
@Component
public final class LegalTab implements CaseTab {
  private static final int PLACE = 50;

  @Override
  public String id() {
    return "legal";
  }

  @Override
  public Group group() {
    return Group.FAMILY;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "case.tab.legal";
  }

  @Override
  public String permission() {
    return LegalPosition.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/legal";
  }
}
