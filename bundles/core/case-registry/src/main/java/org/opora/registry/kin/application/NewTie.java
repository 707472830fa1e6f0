package org.opora.registry.kin.application;

import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.people.NewPerson;

/**
 * A relationship as it is written down from the page of one of the two.
 *
 * @param role what the relative is to the person
 * @param relative somebody the register knows; null with a newcomer
 * @param newcomer somebody the register does not know yet; null otherwise
 * @param file in whose work it is written down; null for none. Who may see that file learns that
 *     there is such a relative, even when they may not see the person
 */
public record NewTie(
    Role role, PersonId relative, NewPerson newcomer, CaseFileId file, Terms terms) {}
