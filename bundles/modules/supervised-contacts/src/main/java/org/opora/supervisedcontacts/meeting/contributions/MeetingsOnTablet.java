package org.opora.supervisedcontacts.meeting.contributions;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.TabletWork;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.meeting.application.MeetingReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The viewer's contacts that go on now, or are about to: by their time, and by no name. */
@Component
public final class MeetingsOnTablet implements TabletWork {
  private final MeetingReader meetings;
  private final Messages messages;

  @Activate
  public MeetingsOnTablet(@Reference MeetingReader meetings, @Reference Messages messages) {
    this.meetings = meetings;
    this.messages = messages;
  }

  @Override
  public List<Running> running(Viewer viewer) {
    return viewer.may(SupervisedContactsModule.RECORD)
        ? meetings.running(viewer).stream().map(one -> running(viewer, one)).toList()
        : List.of();
  }

  private Running running(Viewer viewer, MeetingReader.Running one) {
    return new Running(
        messages.text(
            viewer.locale(),
            "meeting.running",
            clock(viewer, one.from()),
            clock(viewer, one.until())),
        SupervisedContactsModule.HOME + "/contacts/" + one.contact() + "/meeting",
        one.until());
  }

  private static String clock(Viewer viewer, Instant at) {
    return LocalTime.ofInstant(at, viewer.zone()).toString();
  }
}
