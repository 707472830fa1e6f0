package org.opora.duties.domain.entitlement;

import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of one ledger, be it a carer's or a child's.
 *
 * @param entitled the days on which there is a right: of the agreement or of the stay, while there
 *     is an entrusted child old enough; in any order, may overlap, also those that are known to
 *     come
 * @param own entries of this ledger alone
 * @param joint entries of the ledger that was shared, not repeated in {@code own}; also those after
 *     the split
 * @param split null while the ledger is shared, and where it never was
 * @param opening null when the ledger was kept here from its beginning
 * @param silence when nothing is known for sure
 */
public record EntitlementFacts(
    List<Days> entitled,
    List<EntitlementEntry> own,
    List<EntitlementEntry> joint,
    EntitlementSplit split,
    EntitlementBalance opening,
    Silence silence) {
  public EntitlementFacts {
    entitled = List.copyOf(entitled);
    own = List.copyOf(own);
    joint = List.copyOf(joint);
  }
}
