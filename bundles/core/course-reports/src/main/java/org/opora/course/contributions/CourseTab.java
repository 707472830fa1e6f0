package org.opora.course.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.course.CourseModule;
import org.osgi.service.component.annotations.Component;

/** The reports on one family, as a tab of the case after its documents. */
@Component
public final class CourseTab implements CaseTab {
  private static final int PLACE = 65;

  @Override
  public String id() {
    return CourseModule.ID;
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
    return "tab.title";
  }

  @Override
  public String permission() {
    return CourseModule.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/course/part";
  }
}
