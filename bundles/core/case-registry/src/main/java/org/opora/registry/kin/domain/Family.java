package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opora.api.ids.PersonId;

/** What a genogram has to show, put in order: who is a couple, who stands above whom. */
final class Family {
  private final List<Member> members;
  private final List<Bond> bonds;
  private final List<Union> unions;
  private final Generations generations;

  /** The order in which the people and their bonds were found makes no difference. */
  Family(List<Member> people, List<Bond> all) {
    members = people.stream().sorted(Member.ORDER).toList();
    Map<PersonId, Integer> place = new HashMap<>();
    members.forEach(member -> place.put(member.id(), place.size()));
    bonds =
        all.stream()
            .filter(bond -> place.containsKey(bond.first()) && place.containsKey(bond.other()))
            .filter(bond -> !bond.first().equals(bond.other()))
            .map(bond -> mutual(bond, place))
            .distinct()
            .sorted(Bond.ORDER)
            .toList();
    unions = found();
    generations = new Generations(members, bonds, unions);
    unions.removeIf(union -> generations.of(union.left()) != generations.of(union.right()));
  }

  /** Of two who are the same to each other the elder comes first. */
  private static Bond mutual(Bond bond, Map<PersonId, Integer> place) {
    return bond.kind().mutual() && place.get(bond.first()) > place.get(bond.other())
        ? new Bond(bond.other(), bond.first(), bond.kind(), bond.past())
        : bond;
  }

  private List<Union> found() {
    Map<Set<PersonId>, Union> found = new LinkedHashMap<>();
    // What lasts goes before what is over: people marry again.
    bonds.stream()
        .filter(bond -> bond.kind().couple())
        .sorted((one, two) -> Boolean.compare(one.past(), two.past()))
        .forEach(bond -> found.putIfAbsent(Set.of(bond.first(), bond.other()), Union.of(bond)));
    for (Member member : members) {
      for (TieKind kind : List.of(TieKind.BIOLOGICAL, TieKind.ADOPTIVE, TieKind.FOSTER)) {
        List<PersonId> above = above(member.id(), kind);
        if (above.size() == 2) {
          found.putIfAbsent(
              Set.copyOf(above), new Union(above.get(0), above.get(1), Union.State.IN_COMMON));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  List<Member> members() {
    return members;
  }

  List<Bond> bonds() {
    return bonds;
  }

  List<Union> unions() {
    return List.copyOf(unions);
  }

  int generation(PersonId person) {
    return generations.of(person);
  }

  int depth() {
    return generations.depth();
  }

  /** Who stands above somebody in this way, in the order of the bonds. */
  List<PersonId> above(PersonId person, TieKind kind) {
    return bonds.stream()
        .filter(bond -> bond.kind() == kind && bond.other().equals(person))
        .map(Bond::first)
        .distinct()
        .toList();
  }

  /** Everybody above with those below, each once. */
  List<Descent> descents() {
    Map<Key, Set<PersonId>> below = new LinkedHashMap<>();
    for (TieKind kind :
        List.of(
            TieKind.BIOLOGICAL,
            TieKind.ADOPTIVE,
            TieKind.STEP,
            TieKind.FOSTER,
            TieKind.GUARDIAN,
            TieKind.GRANDPARENT,
            TieKind.AUNT_UNCLE)) {
      for (Member member : members) {
        for (List<PersonId> above : grouped(drawn(member.id(), kind))) {
          below
              .computeIfAbsent(
                  new Key(above, kind, generation(member.id())), key -> new LinkedHashSet<>())
              .add(member.id());
        }
      }
    }
    List<Descent> descents = new ArrayList<>();
    below.forEach(
        (key, children) ->
            descents.add(new Descent(key.above(), List.copyOf(children), key.kind())));
    return descents;
  }

  private record Key(List<PersonId> above, TieKind kind, int generation) {}

  /** Who is drawn above somebody: not what other lines show already, and nobody beside or below. */
  private List<PersonId> drawn(PersonId person, TieKind kind) {
    return above(person, kind).stream()
        .filter(one -> generation(one) < generation(person))
        .filter(one -> kind != TieKind.GRANDPARENT || !throughParent(one, person))
        .filter(one -> kind != TieKind.AUNT_UNCLE || !siblingOfParent(one, person))
        .toList();
  }

  private boolean throughParent(PersonId grandparent, PersonId person) {
    return parents(person).stream().anyMatch(parent -> parents(parent).contains(grandparent));
  }

  private boolean siblingOfParent(PersonId aunt, PersonId person) {
    return parents(person).stream().anyMatch(parent -> shareParent(parent, aunt));
  }

  Set<PersonId> parents(PersonId person) {
    Set<PersonId> parents = new LinkedHashSet<>(above(person, TieKind.BIOLOGICAL));
    parents.addAll(above(person, TieKind.ADOPTIVE));
    return parents;
  }

  boolean shareParent(PersonId one, PersonId two) {
    return parents(one).stream().anyMatch(parents(two)::contains);
  }

  /** Couples together, everybody else alone. */
  private List<List<PersonId>> grouped(List<PersonId> above) {
    List<PersonId> left = new ArrayList<>(above);
    List<List<PersonId>> groups = new ArrayList<>();
    for (Union union : unions) {
      if (left.contains(union.left()) && left.contains(union.right())) {
        groups.add(List.of(union.left(), union.right()));
        left.remove(union.left());
        left.remove(union.right());
      }
    }
    left.forEach(one -> groups.add(List.of(one)));
    return groups;
  }

  /** Bonds between people that no line from above shows: brothers and sisters, and who is close. */
  List<Bond> beside() {
    Map<PersonId, PersonId> known = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    List<Bond> beside = new ArrayList<>();
    for (Bond bond : bonds) {
      boolean sibling = bond.kind().siblings() && !shareParent(bond.first(), bond.other());
      if (sibling) {
        PersonId one = root(known, bond.first());
        PersonId two = root(known, bond.other());
        // Of three brothers and sisters two lines say all.
        if (!one.equals(two)) {
          known.put(one, two);
          beside.add(bond);
        }
      } else if (!bond.kind().siblings() && besides(bond)) {
        beside.add(bond);
      }
    }
    return beside;
  }

  private boolean besides(Bond bond) {
    int first = generation(bond.first());
    int other = generation(bond.other());
    if (bond.kind() == TieKind.CLOSE) {
      return true;
    }
    return bond.kind().couple() ? first != other : first >= other;
  }

  private static PersonId root(Map<PersonId, PersonId> known, PersonId person) {
    PersonId at = person;
    while (known.containsKey(at)) {
      at = known.get(at);
    }
    return at;
  }
}
