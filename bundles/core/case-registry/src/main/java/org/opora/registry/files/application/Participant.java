package org.opora.registry.files.application;

import java.time.LocalDate;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;

/**
 * Somebody who joins a family: a person the centre knows already, or one who is written down now.
 *
 * @param known null when the person is new
 * @param fresh null when the person is known
 * @param from first day in the family
 * @param courtReference of a child's placement, as written; null when not known and for carers
 * @param fields prefix of the form fields, so that a refusal is shown beside the right person
 */
public record Participant(
    PersonId known, NewPerson fresh, LocalDate from, String courtReference, String fields) {}
