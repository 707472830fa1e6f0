package org.opora.access.audit;

/**
 * A row with its place in the chain. The event is null when the row no longer has the form in which
 * it was written.
 */
record SealedEvent(long seq, AuditEvent event, byte[] mac) {}
