package org.opora.registry.care.web;

import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;

/**
 * Somebody who could have been at a visit.
 *
 * @param child whether the child's part of the form belongs to the person
 * @param age null for adults
 */
public record Attendee(PersonId person, PersonName name, boolean child, Text age) {}
