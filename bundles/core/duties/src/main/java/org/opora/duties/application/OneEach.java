package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * One agreement for each file and everybody once. On the day one agreement ends and the next begins
 * both are in force; the duty is still one, and it runs under the newer.
 */
final class OneEach {
  private OneEach() {}

  static List<CareFacts.InForce> of(Collection<CareFacts.InForce> agreements) {
    Map<CaseFileId, CareFacts.InForce> newest = new LinkedHashMap<>();
    Comparator<CareFacts.InForce> age = Comparator.comparing(CareFacts.InForce::concludedOn);
    agreements.forEach(
        agreement ->
            newest.merge(
                agreement.file(),
                agreement,
                (one, other) -> age.compare(one, other) < 0 ? other : one));
    return newest.values().stream().map(OneEach::withEverybodyOnce).toList();
  }

  private static CareFacts.InForce withEverybodyOnce(CareFacts.InForce facts) {
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
        once(facts.carers(), carer -> carer.person()),
        once(facts.children(), child -> child.person()));
  }

  private static <T> List<T> once(List<T> people, Function<T, PersonId> key) {
    Map<PersonId, T> first = new LinkedHashMap<>();
    people.forEach(person -> first.putIfAbsent(key.apply(person), person));
    return new ArrayList<>(first.values());
  }
}
