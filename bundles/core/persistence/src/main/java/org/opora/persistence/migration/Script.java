package org.opora.persistence.migration;

/**
 * A migration script.
 *
 * @param name file name, such as {@code V001__people.sql}
 * @param sql its text
 */
public record Script(String name, String sql) {}
