package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Sex;

/** Puts couples side by side: a former one on one side, the present one on the other. */
final class Blocks {
  private final Family family;
  private final Map<PersonId, Integer> rank;
  private final Set<PersonId> placed = new HashSet<>();

  Blocks(Family family, Map<PersonId, Integer> rank) {
    this.family = family;
    this.rank = rank;
  }

  List<Block> all() {
    List<Block> blocks = new ArrayList<>();
    for (Member member : family.members()) {
      if (!placed.contains(member.id())) {
        List<PersonId> chain = new ArrayList<>();
        walk(end(member.id()), chain);
        blocks.add(new Block(chain));
      }
    }
    return blocks;
  }

  /** Where a chain begins: at somebody with one partner, a former one first, then a man. */
  private PersonId end(PersonId member) {
    return connected(member).stream()
        .min(
            Comparator.comparing((PersonId one) -> partners(one).count() > 1)
                .thenComparing(one -> !former(one))
                .thenComparing(one -> sex(one) != Sex.MALE)
                .thenComparing(rank::get))
        .orElse(member);
  }

  private Set<PersonId> connected(PersonId member) {
    Set<PersonId> seen = new LinkedHashSet<>();
    List<PersonId> open = new ArrayList<>(List.of(member));
    while (!open.isEmpty()) {
      PersonId at = open.remove(0);
      if (seen.add(at)) {
        partners(at).forEach(open::add);
      }
    }
    return seen;
  }

  private void walk(PersonId at, List<PersonId> chain) {
    if (!placed.add(at)) {
      return;
    }
    chain.add(at);
    unions(at)
        .sorted(
            Comparator.comparing((Union union) -> !union.state().over())
                .thenComparing(union -> rank.get(union.partner(at))))
        .forEach(union -> walk(union.partner(at), chain));
  }

  private Stream<Union> unions(PersonId of) {
    return family.unions().stream()
        .filter(union -> union.left().equals(of) || union.right().equals(of));
  }

  private Stream<PersonId> partners(PersonId of) {
    return unions(of).map(union -> union.partner(of));
  }

  private boolean former(PersonId of) {
    return unions(of).anyMatch(union -> union.state().over());
  }

  private Sex sex(PersonId of) {
    return family.members().stream()
        .filter(member -> member.id().equals(of))
        .findFirst()
        .map(Member::sex)
        .orElse(Sex.UNKNOWN);
  }
}
