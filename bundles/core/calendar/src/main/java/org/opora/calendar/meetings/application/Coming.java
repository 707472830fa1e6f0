package org.opora.calendar.meetings.application;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/** Who comes to a meeting, also those of whom its writer knows nothing. */
record Coming(People people) {

  /** With those who come and whom the viewer may not know of: a form cannot have named them. */
  NewMeeting whole(Viewer viewer, NewMeeting meeting, List<Attendee> held) {
    Set<PersonId> all =
        held.stream()
            .filter(one -> one.kind() == Attendee.Kind.PERSON)
            .map(one -> new PersonId(one.who()))
            .collect(Collectors.toCollection(HashSet::new));
    all.removeAll(people.names(viewer, all).keySet());
    all.addAll(meeting.people());
    return meeting.with(all);
  }
}
