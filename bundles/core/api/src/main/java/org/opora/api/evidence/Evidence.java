package org.opora.api.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pushed in the writer's transaction; the duties engine reads nothing else. Dates, numbers and
 * keys, never words. What a person did is proven under the key they had that day; whoever is found
 * to be the same keeps both, and is found by each.
 */
@ProviderType
public interface Evidence {
  /** Unit of time; an hour is 60 of them. */
  String MINUTES = "min";

  /** Unit of time. */
  String HOURS = "h";

  /** Hours as people write them: 20.5, and 24 without a point. */
  static BigDecimal hours(int minutes) {
    BigDecimal hours =
        BigDecimal.valueOf(minutes)
            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }

  /**
   * All that one record of the writing bundle proves, together: what it proved before is replaced.
   *
   * @param origin id of the writing bundle
   * @param source key of the record
   * @param facts at most one of a kind about one subject with one {@code ref}; empty when it proves
   *     nothing any more
   */
  void record(String origin, UUID source, List<NewFact> facts);

  /**
   * The last day, not after {@code asOf}, of each kind for each person within a file.
   *
   * @return by file and person; pairs without evidence are missing
   */
  Map<Key, Last> last(String kind, Collection<CaseFileId> files, LocalDate asOf);

  /**
   * The last day, not after {@code asOf}, of the kind for each of these people in every file in
   * which it counts, under every key they are known by: for clocks that go with a person from file
   * to file. Dates only, so it asks for no viewer; the caller shows them only where the person is
   * the viewer's.
   *
   * @return by file and person; people without evidence are missing
   */
  Map<Key, Last> lastAnywhere(String kind, Collection<PersonId> people, LocalDate asOf);

  /**
   * Everything of these kinds that is wanted: at most one question for the files, one for the
   * people and one for staff and house, however many there are (for some thousands, a few), besides
   * those for the keys that people are known by. It asks for no viewer; the caller shows only what
   * is the viewer's.
   */
  Facts facts(Collection<String> kinds, Wanted wanted);

  /**
   * The kinds of what a bundle has written and not taken back, also one that is gone: for whoever
   * has to say that its evidence is silent now. No data about a person.
   *
   * @param origin id of the bundle
   */
  Set<String> kindsOf(String origin);

  /**
   * Of whom something was recorded after an earlier answer, for whoever keeps in memory what they
   * reckoned from facts: ask before you read them, and again before you give what was kept. A
   * commit that is just coming to its end may be read before it is told here, never after.
   *
   * @param number of the earlier answer; 0 for none
   */
  Recorded since(long number);

  /** Facts of a person in a file, newest first. */
  List<Fact> of(Viewer viewer, CaseFileId file, PersonId person, String kind, int limit);

  /**
   * @param number of this answer, which stays the same as long as nothing is recorded
   * @param everything whether so much was recorded that nobody knows any more of whom
   * @param files in which something counts, or did until it was recorded anew
   * @param people whom it is about, or was, under the key they had in the record
   */
  record Recorded(long number, boolean everything, Set<CaseFileId> files, Set<PersonId> people) {
    public Recorded {
      files = Set.copyOf(files);
      people = Set.copyOf(people);
    }
  }

  record Key(CaseFileId file, PersonId person) {}

  record Last(LocalDate on, String origin, UUID source, boolean openingBalance) {}
}
