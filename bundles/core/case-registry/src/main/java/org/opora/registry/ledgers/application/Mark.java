package org.opora.registry.ledgers.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What every entry of a ledger says of itself.
 *
 * @param by name of whoever wrote it; null when nobody knows any more
 * @param corrects the entry in whose place it stands, or null
 * @param replacedBy the entry that stands in its place, or null
 * @param goneOn null while it counts, as {@code goneBy} and {@code goneWhy} are
 */
public record Mark(
    UUID id,
    long version,
    String by,
    Instant at,
    UUID corrects,
    UUID replacedBy,
    LocalDate goneOn,
    String goneBy,
    String goneWhy) {
  public boolean counts() {
    return goneOn == null;
  }
}
