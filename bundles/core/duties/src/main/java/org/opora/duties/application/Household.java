package org.opora.duties.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * All that the lines of one family go by besides terms and evidence. Where two of these are equal
 * and nothing was recorded of any of these people or in this file, the lines are the same.
 *
 * @param agreements the one in force; empty for none
 * @param recorded where something is recorded with which a promise of the centre begins; empty for
 *     none
 * @param lives agreements of this file, and those of others under which its people cared
 * @param cared where its people cared, wherever that was
 * @param keys all keys of everybody who is, or was, in the family
 */
record Household(
    CaseFileId file,
    List<CareFacts.InForce> agreements,
    List<CareFacts.Prepared> prepared,
    List<CareFacts.Recorded> recorded,
    Set<CareFacts.History> lives,
    Set<CareFacts.Caring> cared,
    Map<PersonId, Set<PersonId>> keys) {

  boolean touchedBy(Evidence.Recorded recorded) {
    return recorded.everything()
        || recorded.files().contains(file)
        || keys.values().stream().flatMap(Set::stream).anyMatch(recorded.people()::contains);
  }
}
