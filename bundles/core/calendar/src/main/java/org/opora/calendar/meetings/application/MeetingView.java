package org.opora.calendar.meetings.application;

import java.util.Map;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.calendar.meetings.domain.MeetingState;

/**
 * A meeting as a page shows it.
 *
 * @param family null when it is about none
 * @param words null for none
 * @param room null when it is not in the house
 * @param roomName null when it is not in the house
 * @param place where it is then; null when nobody said
 * @param series null for a single one
 * @param why it was cancelled; null when it was not
 * @param changeable whether the viewer may change, move and cancel it
 */
public record MeetingView(
    UUID id,
    long version,
    Choices.Term kind,
    CaseFiles.Header family,
    String words,
    Slot slot,
    RoomId room,
    String roomName,
    String place,
    int travelMinutes,
    Map<StaffId, String> staff,
    Map<PersonId, PersonName> people,
    int guests,
    UUID series,
    MeetingState state,
    String why,
    boolean changeable) {}
