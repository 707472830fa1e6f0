package org.opora.registry.standards.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.standards.InternalRules;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Which papers of the centre the carers of a family were handed, as a tab of the case. */
@Component
public final class RulesTab implements CaseTab {
  private static final int PLACE = 77;

  @Override
  public String id() {
    return "rules";
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
    return "case.tab.rules";
  }

  @Override
  public String permission() {
    return InternalRules.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/rules";
  }
}
