package org.opora.supervisedcontacts.observations.application;

import java.time.LocalDate;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * A report in a list.
 *
 * @param childName null when the viewer may not see the name
 * @param submittedOn null until it was written for the first time
 */
public record ReportLine(
    ReportId id,
    ChildOfFile whose,
    PersonName childName,
    ContactId contact,
    ContactChildId line,
    LocalDate on,
    ReportState state,
    int number,
    String author,
    LocalDate submittedOn) {}
