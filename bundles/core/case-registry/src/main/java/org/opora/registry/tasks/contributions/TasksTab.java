package org.opora.registry.tasks.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.tasks.Tasks;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** The tasks of one file, as a tab of the case after the duties. */
@Component
public final class TasksTab implements CaseTab {
  private static final int PLACE = 65;

  @Override
  public String id() {
    return "tasks";
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
    return "case.tab.tasks";
  }

  @Override
  public String permission() {
    return Tasks.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/tasks";
  }
}
