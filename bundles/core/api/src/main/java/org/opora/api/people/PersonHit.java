package org.opora.api.people;

import java.time.LocalDate;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * A person in a list.
 *
 * @param birthDate null when not known
 * @param file one file the viewer may open in which the person takes part now, or null
 * @param fileNumber its number, or null
 */
public record PersonHit(
    PersonId id, PersonName name, LocalDate birthDate, CaseFileId file, String fileNumber) {}
