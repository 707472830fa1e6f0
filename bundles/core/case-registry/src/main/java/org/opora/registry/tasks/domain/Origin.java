package org.opora.registry.tasks.domain;

import java.util.UUID;

/**
 * From which record a task came.
 *
 * @param bundle id of the bundle that wrote it
 * @param source key of the record; that of the task itself when a person set it
 * @param href path of the record's page, or null
 */
public record Origin(String bundle, UUID source, String href) {}
