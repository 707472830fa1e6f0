package org.opora.calendar.meetings.application;

import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Who may have to do with a meeting. One about a family is open to those to whom its file is, and
 * closed by a wall at anybody who comes, under whichever key.
 */
record MeetingDoor(Access access, People people) {

  void read(Viewer viewer, CaseFileId file, Collection<Attendee> attendees) {
    access.require(viewer, Calendar.READ);
    family(viewer, CaseFiles.READ, file, attendees);
  }

  void write(Viewer viewer, CaseFileId file, Collection<Attendee> attendees) {
    access.require(viewer, Calendar.WRITE);
    family(viewer, CaseFiles.WRITE, file, attendees);
  }

  private void family(
      Viewer viewer, String permission, CaseFileId file, Collection<Attendee> attendees) {
    if (file == null) {
      return;
    }
    access.require(viewer, permission, Subject.of(file));
    List<Subject> around =
        attendees.stream()
            .filter(one -> one.kind() == Attendee.Kind.PERSON)
            .flatMap(one -> people.idsOf(new PersonId(one.who())).stream())
            .map(Subject::of)
            .toList();
    access.requireNoWall(viewer, permission, around);
  }
}
