package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.opora.api.ids.PersonId;

/**
 * On which row of the picture everybody stands, the eldest on top. Who is above by a bond is above
 * on the paper; couples, brothers and sisters stand side by side unless that would contradict it.
 */
final class Generations {
  private static final List<TieKind> STRICT =
      List.of(TieKind.BIOLOGICAL, TieKind.ADOPTIVE, TieKind.STEP, TieKind.FOSTER, TieKind.GUARDIAN);

  private final Map<PersonId, PersonId> group = new HashMap<>();
  private final Set<Step> steps = new LinkedHashSet<>();
  private final Map<PersonId, Integer> rows = new HashMap<>();

  Generations(List<Member> members, List<Bond> bonds, List<Union> unions) {
    members.forEach(member -> group.put(member.id(), member.id()));
    STRICT.forEach(kind -> each(bonds, kind, bond -> above(bond, 1)));
    unions.forEach(union -> level(union.left(), union.right()));
    bonds.stream()
        .filter(bond -> bond.kind().siblings())
        .forEach(bond -> level(bond.first(), bond.other()));
    each(bonds, TieKind.GRANDPARENT, bond -> above(bond, 2));
    each(bonds, TieKind.AUNT_UNCLE, bond -> above(bond, 1));
    each(bonds, TieKind.CLOSE, bond -> level(bond.first(), bond.other()));
    settle(members);
  }

  private record Step(PersonId above, PersonId below, int rows) {}

  private static void each(List<Bond> bonds, TieKind kind, Consumer<Bond> what) {
    bonds.stream().filter(bond -> bond.kind() == kind).forEach(what);
  }

  int of(PersonId person) {
    return rows.get(root(person));
  }

  int depth() {
    return rows.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
  }

  private PersonId root(PersonId person) {
    PersonId at = person;
    while (!group.get(at).equals(at)) {
      at = group.get(at);
    }
    return at;
  }

  /** Two entries that were joined can say that somebody is their own ancestor: the later yields. */
  private void above(Bond bond, int by) {
    PersonId above = root(bond.first());
    PersonId below = root(bond.other());
    if (!above.equals(below) && !reaches(below, above)) {
      steps.add(new Step(above, below, by));
    }
  }

  private void level(PersonId one, PersonId two) {
    PersonId keeps = root(one);
    PersonId joins = root(two);
    if (keeps.equals(joins) || reaches(keeps, joins) || reaches(joins, keeps)) {
      return;
    }
    group.put(joins, keeps);
    Set<Step> moved = new LinkedHashSet<>();
    steps.forEach(step -> moved.add(new Step(root(step.above()), root(step.below()), step.rows())));
    steps.clear();
    steps.addAll(moved);
  }

  private boolean reaches(PersonId from, PersonId to) {
    Set<PersonId> seen = new HashSet<>();
    List<PersonId> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      PersonId at = open.remove(open.size() - 1);
      if (at.equals(to)) {
        return true;
      }
      if (seen.add(at)) {
        steps.stream().filter(step -> step.above().equals(at)).forEach(s -> open.add(s.below()));
      }
    }
    return false;
  }

  private void settle(List<Member> members) {
    List<PersonId> groups = members.stream().map(member -> root(member.id())).distinct().toList();
    groups.forEach(one -> rows.put(one, 0));
    boolean moving = true;
    while (moving) {
      moving = false;
      for (Step step : steps) {
        int least = rows.get(step.above()) + step.rows();
        if (rows.get(step.below()) < least) {
          rows.put(step.below(), least);
          moving = true;
        }
      }
    }
    groups.forEach(this::beside);
    lower(groups);
  }

  /** Whoever has nobody below stands with those they grow up with, where none of these is above. */
  private void beside(PersonId one) {
    if (parent(one)) {
      return;
    }
    List<PersonId> near =
        steps.stream()
            .filter(step -> step.rows() == 1 && step.below().equals(one))
            .flatMap(step -> steps.stream().filter(next -> next.above().equals(step.above())))
            .filter(next -> next.rows() == 1)
            .map(Step::below)
            .toList();
    if (near.stream().noneMatch(other -> parent(other) && rows.get(other) <= rows.get(one))) {
      near.stream().mapToInt(rows::get).max().ifPresent(row -> rows.merge(one, row, Math::max));
    }
  }

  private boolean parent(PersonId one) {
    return steps.stream().anyMatch(step -> step.above().equals(one));
  }

  /** Whoever has somebody below stands right above the first of them. */
  private void lower(List<PersonId> groups) {
    boolean moving = true;
    while (moving) {
      moving = false;
      for (PersonId one : groups) {
        int lowest =
            steps.stream()
                .filter(step -> step.above().equals(one))
                .mapToInt(step -> rows.get(step.below()) - step.rows())
                .min()
                .orElse(rows.get(one));
        if (lowest > rows.get(one)) {
          rows.put(one, lowest);
          moving = true;
        }
      }
    }
    int first = rows.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    rows.replaceAll((one, row) -> row - first);
  }
}
