package org.opora.calendar.meetings.contributions;

import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Meetings about a family, in its file. */
@Component
public final class MeetingsTab implements CaseTab {
  private static final int PLACE = 35;

  @Override
  public String id() {
    return "meetings";
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
    return "meeting.tab";
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/meetings";
  }
}
