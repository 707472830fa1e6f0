package org.opora.registry.people.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A register of people and those who are written down after it: everybody of the register once
 * more, with a slip as it happens, and strangers who are easily taken for somebody else. Written
 * before there was anything that compares people, and not changed for it since.
 */
final class Trial {
  private static final int PEOPLE = 2000;
  private static final int STRANGERS = 1000;

  /** Some slips come in twos. */
  private static final List<Slips.Kind> SECOND =
      List.of(Slips.Kind.LOST_DIACRITICS, Slips.Kind.NAME_SLIP, Slips.Kind.SWAPPED_NAMES);

  private final List<Somebody> register;
  private final List<Asked> asked = new ArrayList<>();

  /**
   * @param person as written down now
   * @param truth place in the register of who it really is; -1 for a stranger
   * @param kind what the figures are told by
   */
  record Asked(Somebody person, int truth, String kind) {}

  Trial(long seed) {
    Town town = new Town(seed, PEOPLE);
    register = town.citizens().stream().map(Town.Citizen::written).toList();
    Random random = new Random(seed + 1);
    Slips slips = new Slips(random, new Names(random));
    for (int i = 0; i < PEOPLE; i++) {
      asked.add(again(town, slips, random, i));
    }
    Town.Stranger[] kinds = Town.Stranger.values();
    for (int i = 0; i < STRANGERS; i++) {
      Town.Stranger kind = kinds[i % kinds.length];
      asked.add(new Asked(town.stranger(kind).written(), -1, kind.name()));
    }
  }

  List<Somebody> register() {
    return register;
  }

  List<Asked> asked() {
    return Collections.unmodifiableList(asked);
  }

  private static Asked again(Town town, Slips slips, Random random, int place) {
    Town.Citizen who = town.citizens().get(place);
    Somebody known = half(town, random, who);
    Slips.Kind kind = null;
    Somebody now = null;
    while (now == null) {
      kind = Slips.Kind.drawn(random);
      now = slips.with(kind, who, known);
    }
    String name = kind.name();
    if (random.nextInt(100) < 15) {
      Slips.Kind second = SECOND.get(random.nextInt(SECOND.size()));
      Somebody twice = second == kind ? null : slips.with(second, who, now);
      if (twice != null) {
        now = twice;
        name += " and another";
      }
    }
    return new Asked(now, place, name);
  }

  /** Not everything is asked for each time; a phone may be another one by now. */
  private static Somebody half(Town town, Random random, Town.Citizen who) {
    Somebody known = who.written();
    if (random.nextInt(100) < 45) {
      known = known.identifiedBy(null);
    }
    int phone = random.nextInt(100);
    if (phone < 35) {
      return known.reachedAt(null);
    }
    return phone < 50 ? known.reachedAt(town.phone(who.polish())) : known;
  }
}
