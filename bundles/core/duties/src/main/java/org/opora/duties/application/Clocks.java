package org.opora.duties.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** The last days of one rule's evidence, read for all files at once. */
final class Clocks {
  private final Map<Evidence.Key, Evidence.Last> here;
  private final Map<PersonId, Map<CaseFileId, Evidence.Last>> anywhere;

  private final SamePeople same;

  private Clocks(
      Map<Evidence.Key, Evidence.Last> here,
      Map<PersonId, Map<CaseFileId, Evidence.Last>> anywhere,
      SamePeople same) {
    this.here = here;
    this.anywhere = anywhere;
    this.same = same;
  }

  /**
   * @param goAlong whether a child's clock that began on a day went along to another family; if
   *     not, other files are not even asked for
   */
  static Clocks read(
      Evidence evidence,
      IntervalRule rule,
      Collection<CareFacts.InForce> agreements,
      LocalDate asOf,
      SamePeople same,
      Predicate<LocalDate> goAlong) {
    Set<CaseFileId> files =
        agreements.stream().map(CareFacts.InForce::file).collect(Collectors.toSet());
    Map<Evidence.Key, Evidence.Last> here =
        files.isEmpty() ? Map.of() : evidence.last(rule.evidence(), files, asOf);
    Set<PersonId> moved = rule.children() ? unseenHere(agreements, here, same, goAlong) : Set.of();
    Map<PersonId, Map<CaseFileId, Evidence.Last>> anywhere = new HashMap<>();
    if (!moved.isEmpty()) {
      evidence
          .lastAnywhere(rule.evidence(), moved, asOf)
          .forEach(
              (key, last) ->
                  anywhere
                      .computeIfAbsent(key.person(), person -> new HashMap<>())
                      .put(key.file(), last));
    }
    return new Clocks(here, anywhere, same);
  }

  /** Children not seen in this family since they came: only their clocks can have come along. */
  private static Set<PersonId> unseenHere(
      Collection<CareFacts.InForce> agreements,
      Map<Evidence.Key, Evidence.Last> here,
      SamePeople same,
      Predicate<LocalDate> goAlong) {
    Set<PersonId> unseen = new HashSet<>();
    for (CareFacts.InForce agreement : agreements) {
      for (CaseFiles.Child child : agreement.children()) {
        Evidence.Last last = here(here, same, agreement.file(), child.person());
        LocalDate began = began(agreement, child);
        if (goAlong.test(began) && (last == null || last.on().isBefore(began))) {
          unseen.add(child.person());
        }
      }
    }
    return unseen;
  }

  /** The later of agreement and placement. */
  static LocalDate began(CareFacts.InForce agreement, CaseFiles.Child child) {
    LocalDate concluded = agreement.concludedOn();
    LocalDate placed = child.placedOn();
    return placed == null || placed.isBefore(concluded) ? concluded : placed;
  }

  /** Null when there is none. */
  Evidence.Last here(CaseFileId file, PersonId person) {
    return here(here, same, file, person);
  }

  private static Evidence.Last here(
      Map<Evidence.Key, Evidence.Last> here, SamePeople same, CaseFileId file, PersonId person) {
    return same.keys(person).stream()
        .map(key -> here.get(new Evidence.Key(file, key)))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Evidence.Last::on))
        .orElse(null);
  }

  /**
   * The last time in another file, not after the day the duty began here; null when there is none.
   */
  Elsewhere elsewhere(CaseFileId file, PersonId person, LocalDate began) {
    return anywhere.getOrDefault(person, Map.of()).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(file))
        .filter(entry -> !entry.getValue().on().isAfter(began))
        .max(Comparator.comparing(entry -> entry.getValue().on()))
        .map(entry -> new Elsewhere(entry.getKey(), entry.getValue()))
        .orElse(null);
  }

  /** What was last in which file. */
  record Elsewhere(CaseFileId file, Evidence.Last last) {}
}
