package org.opora.registry.incidents.application;

/**
 * The words of an incident.
 *
 * @param others people who are not in the register, or null
 * @param measures null while there are none
 * @param answer of the authority; null while there is none
 */
public record Wording(String place, String what, String others, String measures, String answer) {}
