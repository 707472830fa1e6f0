package org.opora.registry.inbox.persistence;

import java.time.Instant;
import java.util.UUID;

/**
 * @param read key of the mark that the viewer has read it, or null
 */
public record MessageRow(
    UUID id, Instant sentAt, String cs, String pl, String en, String href, UUID read) {}
