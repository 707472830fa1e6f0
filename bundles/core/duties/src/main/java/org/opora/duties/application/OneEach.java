package org.opora.duties.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;

/**
 * One agreement for each file and everybody once. On the day one agreement ends and the next begins
 * both are in force; the duty is still one, and it runs under the newer.
 */
final class OneEach {
  private OneEach() {}

  /**
   * @param same who stands under several keys is one
   */
  static List<CareFacts.InForce> of(Collection<CareFacts.InForce> agreements, SamePeople same) {
    Map<CaseFileId, CareFacts.InForce> newest = new LinkedHashMap<>();
    Comparator<CareFacts.InForce> age = Comparator.comparing(CareFacts.InForce::concludedOn);
    agreements.forEach(
        agreement ->
            newest.merge(
                agreement.file(),
                agreement,
                (one, other) -> age.compare(one, other) < 0 ? other : one));
    return newest.values().stream().map(one -> withEverybodyOnce(one, same)).toList();
  }

  private static CareFacts.InForce withEverybodyOnce(CareFacts.InForce facts, SamePeople same) {
    return new CareFacts.InForce(
        facts.file(),
        facts.number(),
        facts.familyName(),
        facts.keyWorker(),
        facts.agreement(),
        facts.kind(),
        facts.mediated(),
        facts.concludedOn(),
        facts.movedIn(),
        same.once(facts.carers(), CaseFiles.Carer::person),
        same.once(facts.children(), CaseFiles.Child::person));
  }
}
