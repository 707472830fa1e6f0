package org.opora.calendar.meetings.application;

import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.calendar.meetings.domain.Kept;
import org.opora.calendar.meetings.domain.Meeting;

/** Words of a meeting: about a family they are sealed with the key of its file. */
record MeetingWords(Keys keys) {
  static final String WORDS = "MEETING.WORDS_S";
  static final String PLACE = "MEETING.PLACE_S";
  static final String WHY = "MEETING.WHY_S";

  Kept keep(Meeting meeting, String place, String words) {
    CaseFileId file = meeting.caseFile();
    return words == null
        ? Kept.NOTHING
        : file == null
            ? new Kept(words, null)
            : new Kept(null, keys.seal(Subject.of(file), place, meeting.id(), words));
  }

  String open(Meeting meeting, String place, Kept kept) {
    return kept.sealed() == null
        ? kept.plain()
        : keys.open(Subject.of(meeting.caseFile()), place, meeting.id(), kept.sealed());
  }
}
