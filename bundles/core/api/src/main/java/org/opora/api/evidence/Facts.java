package org.opora.api.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * Facts that were asked for at once. Somebody who is known by several keys is found by each, and
 * what one record proves of them counts once, under however many of their keys it proves it.
 */
public final class Facts {
  private final List<Fact> all;
  private final Map<Place, List<Fact>> found = new HashMap<>();
  private final Set<Proof> proofs = new HashSet<>();

  /**
   * @param all in the order in which they are to be given
   * @param keys all keys of each person a fact is about; who is not in it has one
   */
  public Facts(Collection<Fact> all, Map<PersonId, Set<PersonId>> keys) {
    this.all = List.copyOf(all);
    this.all.forEach(fact -> add(fact, keys));
  }

  private void add(Fact fact, Map<PersonId, Set<PersonId>> keys) {
    PersonId person = fact.about().person();
    if (person == null) {
      put(fact, fact.about());
    } else {
      keys.getOrDefault(person, Set.of(person))
          .forEach(key -> put(fact, About.person(fact.about().file(), key)));
    }
  }

  private void put(Fact fact, About about) {
    put(fact, new Place(fact.kind(), about));
    if (about.file() != null && about.kind() == About.Kind.PERSON) {
      put(fact, new Place(fact.kind(), new About(about.kind(), about.key(), null)));
    }
  }

  private void put(Fact fact, Place place) {
    if (proofs.add(new Proof(place, fact.origin(), fact.source(), fact.ref()))) {
      found.computeIfAbsent(place, first -> new ArrayList<>()).add(fact);
    }
  }

  /** From the earliest on; on one day in the order of the keys under which they stand. */
  public List<Fact> all() {
    return all;
  }

  /** What of a kind is about this one; of a person within the file, if there is one. */
  public List<Fact> of(String kind, About about) {
    return List.copyOf(found.getOrDefault(new Place(kind, about), List.of()));
  }

  /** What of a kind is about this person in any of the files that were asked for. */
  public List<Fact> anywhere(String kind, PersonId person) {
    return of(kind, About.person(null, person));
  }

  /** What of a kind is about this person in one file. */
  public List<Fact> in(CaseFileId file, String kind, PersonId person) {
    return of(kind, About.person(file, person));
  }

  private record Place(String kind, About about) {}

  /** What a record proves there; the kind stands with the place. */
  private record Proof(Place place, String origin, UUID source, String ref) {}
}
