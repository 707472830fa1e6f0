package org.opora.registry.shared.web;

/**
 * One line of a drop-down list or of radio buttons.
 *
 * @param value what is posted
 * @param label what is read, already in the reader's language
 */
public record Choice(String value, String label) {}
