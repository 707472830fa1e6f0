package org.opora.duties.contributions;

import org.opora.api.duties.Duties;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** The duties of one file, as a tab of the case. */
@Component
public final class DutiesTab implements CaseTab {
  @Override
  public String id() {
    return "duties";
  }

  @Override
  public Group group() {
    return Group.DUE;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String title() {
    return "tab.duties";
  }

  @Override
  public String permission() {
    return Duties.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/duties/files/" + file;
  }
}
