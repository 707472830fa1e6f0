package org.opora.registry.post.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.registry.post.application.PostDesk;
import org.osgi.service.component.annotations.Component;

/** The post of one file, as a tab of the case after the reports. */
@Component
public final class PostTab implements CaseTab {
  private static final int PLACE = 70;

  @Override
  public String id() {
    return "post";
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
    return "case.tab.post";
  }

  @Override
  public String permission() {
    return PostDesk.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/post";
  }
}
