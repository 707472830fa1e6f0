package org.opora.registry.people.application;

import java.util.Set;
import org.opora.api.ids.PersonId;

/**
 * Two people when it is taken back that they are one.
 *
 * @param one all keys of the first
 * @param other all keys of the second
 * @param oneMovesOut keys of the first that get a sub-file of their own, as records of them are
 *     kept in that of the second
 * @param otherMovesOut the same of the second
 */
public record Parting(
    Set<PersonId> one,
    Set<PersonId> other,
    Set<PersonId> oneMovesOut,
    Set<PersonId> otherMovesOut) {}
