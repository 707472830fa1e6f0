package org.opora.registry.care.web;

import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;

/**
 * Somebody who could have been at a visit.
 *
 * @param child whether the child's part of the form belongs to the person
 * @param age null for adults
 * @param unseen whether what is written of the child is not for the viewer: it stays as it is
 */
public record Attendee(PersonId person, PersonName name, boolean child, Text age, boolean unseen) {}
