package org.opora.calendar.meetings.application;

import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Who may have to do with a meeting. One about a family is open to those to whom its file is, and
 * closed by a wall at anybody who comes, under whichever key. One of a file in the archive is there
 * for those who lead the archive.
 */
record MeetingDoor(Access access, CaseFiles files, People people) {

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
    if (!files.putAway(viewer, List.of(file)).isEmpty()) {
      throw new NotFound();
    }
    access.requireNoWall(viewer, permission, around(attendees));
  }

  private List<Subject> around(Collection<Attendee> attendees) {
    return attendees.stream()
        .filter(one -> one.kind() == Attendee.Kind.PERSON)
        .flatMap(one -> people.idsOf(new PersonId(one.who())).stream())
        .map(Subject::of)
        .toList();
  }

  /** Whether meetings about this family, or about none, may be written by the viewer. */
  boolean writes(Viewer viewer, CaseFileId file) {
    return access.decide(viewer, Calendar.WRITE).allowed()
        && (file == null || access.decide(viewer, CaseFiles.WRITE, Subject.of(file)).allowed());
  }

  /** Whether no wall keeps anybody who comes from the viewer; only asked, not refused. */
  boolean open(Viewer viewer, CaseFileId file, Collection<Attendee> attendees) {
    return file == null
        || around(attendees).stream()
            .noneMatch(
                one -> Decision.WALL.equals(access.decide(viewer, CaseFiles.WRITE, one).reason()));
  }
}
