package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opora.api.ids.PersonId;

/**
 * In which column of the picture everybody stands. Couples keep together; children are drawn below
 * their parents as near as the others let them.
 */
final class Rows {
  private static final int SWEEPS = 12;
  private final Family family;
  private final List<Descent> descents;
  private final Map<PersonId, Integer> rank = new HashMap<>();
  private final Map<PersonId, Integer> columns = new HashMap<>();
  private final List<List<Block>> rows = new ArrayList<>();
  private final Map<PersonId, List<PersonId>> up = new HashMap<>();
  private final Map<PersonId, List<PersonId>> down = new HashMap<>();

  Rows(Family family) {
    this.family = family;
    this.descents = family.descents();
    family.members().forEach(member -> rank.put(member.id(), rank.size()));
    descents.forEach(this::neighbours);
    for (int row = 0; row < family.depth(); row++) {
      rows.add(new ArrayList<>());
    }
    new Blocks(family, rank)
        .all()
        .forEach(block -> rows.get(family.generation(block.people().get(0))).add(block));
    start();
    improve();
    int first = columns.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    columns.replaceAll((person, column) -> column - first);
  }

  int of(PersonId person) {
    return columns.get(person);
  }

  int width() {
    return columns.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
  }

  private void neighbours(Descent descent) {
    descent
        .below()
        .forEach(
            child -> {
              up.computeIfAbsent(child, key -> new ArrayList<>()).addAll(descent.above());
              descent
                  .above()
                  .forEach(one -> down.computeIfAbsent(one, key -> new ArrayList<>()).add(child));
            });
  }

  /** Below each other in the order in which the families are met from the top. */
  private void start() {
    for (List<Block> row : rows) {
      int column = 0;
      sortByPlace(row, up);
      for (Block block : row) {
        put(block, column);
        column += block.people().size();
      }
    }
  }

  private void improve() {
    Map<PersonId, Integer> best = new HashMap<>(columns);
    double least = cost();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean upwards = sweep % 2 == 0;
      Map<PersonId, List<PersonId>> towards = upwards ? down : up;
      for (int i = 0; i < rows.size(); i++) {
        List<Block> row = rows.get(upwards ? rows.size() - 1 - i : i);
        sortByPlace(row, towards);
        settle(row, towards);
      }
      double now = cost();
      if (now < least - 1e-9) {
        least = now;
        best = new HashMap<>(columns);
      }
    }
    columns.putAll(best);
  }

  /** How long the lines are, and how wide the picture is. */
  private double cost() {
    double sum = 0;
    for (Descent descent : descents) {
      double above = mean(descent.above()).orElse(0);
      for (PersonId child : descent.below()) {
        sum += Math.abs(above - columns.get(child));
      }
    }
    int least = columns.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    int most = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return sum + 0.25 * (most - least);
  }

  private OptionalDouble mean(List<PersonId> people) {
    return people.stream().filter(columns::containsKey).mapToInt(columns::get).average();
  }

  private double wish(Block block, Map<PersonId, List<PersonId>> towards) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < block.people().size(); i++) {
      OptionalDouble near = mean(towards.getOrDefault(block.people().get(i), List.of()));
      if (near.isPresent()) {
        sum += near.getAsDouble() - i;
        count++;
      }
    }
    if (count > 0) {
      return sum / count;
    }
    Integer now = columns.get(block.people().get(0));
    return now == null ? Double.MAX_VALUE : now;
  }

  private void sortByPlace(List<Block> row, Map<PersonId, List<PersonId>> towards) {
    row.replaceAll(block -> turned(block, towards));
    Map<Block, Double> wishes = new HashMap<>();
    row.forEach(block -> wishes.put(block, middle(block, towards)));
    row.sort(
        Comparator.comparingDouble((Block block) -> Math.rint(wishes.get(block) * 4))
            .thenComparingInt(block -> eldest(block)));
  }

  private double middle(Block block, Map<PersonId, List<PersonId>> towards) {
    return wish(block, towards) + (block.people().size() - 1) / 2.0;
  }

  /**
   * Brothers and sisters stand by age; a partner does not count where only one has parents here.
   */
  private int eldest(Block block) {
    return block.people().stream()
        .filter(person -> up.containsKey(person))
        .mapToInt(rank::get)
        .min()
        .orElseGet(() -> block.people().stream().mapToInt(rank::get).min().orElse(0));
  }

  /** A chain stands the other way round when its ends are drawn across each other. */
  private Block turned(Block block, Map<PersonId, List<PersonId>> towards) {
    List<PersonId> people = block.people();
    if (people.size() < 2) {
      return block;
    }
    OptionalDouble left = mean(towards.getOrDefault(people.get(0), List.of()));
    OptionalDouble right = mean(towards.getOrDefault(people.get(people.size() - 1), List.of()));
    return left.isPresent() && right.isPresent() && left.getAsDouble() > right.getAsDouble() + 1e-9
        ? block.reversed()
        : block;
  }

  /** As near to where each block wants to be as its neighbours allow: blocks that meet share. */
  private void settle(List<Block> row, Map<PersonId, List<PersonId>> towards) {
    List<double[]> pools = new ArrayList<>();
    int before = 0;
    for (Block block : row) {
      double[] pool = {wish(block, towards) - before, 1};
      before += block.people().size();
      while (!pools.isEmpty() && pools.get(pools.size() - 1)[0] >= pool[0]) {
        double[] last = pools.remove(pools.size() - 1);
        double count = last[1] + pool[1];
        pool = new double[] {(last[0] * last[1] + pool[0] * pool[1]) / count, count};
      }
      pools.add(pool);
    }
    int at = 0;
    int offset = 0;
    for (double[] pool : pools) {
      int start = (int) Math.floor(pool[0] + 0.5);
      for (int i = 0; i < (int) pool[1]; i++) {
        Block block = row.get(at++);
        put(block, start + offset);
        offset += block.people().size();
      }
    }
  }

  private void put(Block block, int first) {
    for (int i = 0; i < block.people().size(); i++) {
      columns.put(block.people().get(i), first + i);
    }
  }
}
