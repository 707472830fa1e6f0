package org.opora.registry.kin.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.kin.domain.Drawing.Style;
import org.opora.registry.kin.domain.Drawing.Symbol;
import org.opora.registry.people.domain.Sex;

/** A family drawn so that it can be read. */
class GenogramTest {
  private static final int LABEL = 60;
  private final List<Member> members = new ArrayList<>();
  private final List<Bond> bonds = new ArrayList<>();

  private PersonId person(String name, int born, Sex sex) {
    PersonId id = new PersonId(new UUID(7, members.size()));
    members.add(
        new Member(
            id,
            id,
            new PersonName(name, "Nováková"),
            born == 0 ? null : LocalDate.of(born, 1, 1),
            null,
            sex,
            members.isEmpty()));
    return id;
  }

  private void tie(PersonId first, TieKind kind, PersonId... others) {
    for (PersonId other : others) {
      bonds.add(new Bond(first, other, kind, false));
    }
  }

  private static Map<PersonId, Symbol> symbols(Drawing drawing) {
    return drawing.symbols().stream()
        .collect(Collectors.toMap(symbol -> symbol.member().id(), Function.identity()));
  }

  private static long count(Drawing drawing, Style style) {
    return drawing.lines().stream().filter(line -> line.style() == style).count();
  }

  /** No symbol nor its name on another one, everything on the sheet, parents above children. */
  private void sound(Drawing drawing) {
    List<Symbol> all = drawing.symbols();
    for (int i = 0; i < all.size(); i++) {
      Symbol one = all.get(i);
      assertTrue(one.left() >= 0 && one.left() + one.size() <= drawing.width(), one::toString);
      assertTrue(one.top() >= 0 && one.top() + one.size() + LABEL - 10 <= drawing.height());
      for (Symbol other : all.subList(i + 1, all.size())) {
        boolean apart =
            Math.abs(one.x() - other.x()) >= 120
                || Math.abs(one.y() - other.y()) >= one.size() + LABEL - 16;
        assertTrue(apart, () -> one + " lies on " + other);
      }
    }
    Map<PersonId, Symbol> placed = symbols(drawing);
    bonds.stream()
        .filter(bond -> bond.kind().parental() || bond.kind() == TieKind.FOSTER)
        .forEach(
            bond ->
                assertTrue(
                    placed.get(bond.first()).y() < placed.get(bond.other()).y(),
                    () -> bond + " is drawn upside down"));
  }

  @Test
  void threeGenerationsStandBelowEachOther() {
    PersonId ema = person("Ema", 2018, Sex.FEMALE);
    PersonId jan = person("Jan", 2021, Sex.MALE);
    PersonId mother = person("Jana", 1995, Sex.FEMALE);
    PersonId father = person("Petr", 1990, Sex.MALE);
    PersonId grandmother = person("Věra", 1960, Sex.FEMALE);
    tie(mother, TieKind.BIOLOGICAL, ema, jan);
    tie(father, TieKind.BIOLOGICAL, ema, jan);
    tie(grandmother, TieKind.BIOLOGICAL, mother);
    tie(grandmother, TieKind.GRANDPARENT, ema);
    bonds.add(new Bond(mother, father, TieKind.SPOUSE, true));
    Drawing drawing = Genogram.of(members, bonds);
    sound(drawing);
    Map<PersonId, Symbol> placed = symbols(drawing);
    assertEquals(placed.get(mother).y(), placed.get(father).y());
    assertEquals(placed.get(ema).y(), placed.get(jan).y());
    assertTrue(placed.get(ema).x() < placed.get(jan).x(), "the elder stands left");
    assertTrue(placed.get(father).x() < placed.get(mother).x(), "the man stands left");
    assertEquals(Drawing.Shape.CIRCLE, placed.get(ema).shape());
    assertEquals(Drawing.Shape.SQUARE, placed.get(jan).shape());
    assertEquals(1, count(drawing, Style.PARTED));
    assertEquals(0, count(drawing, Style.DOTTED), "a grandmother through the mother needs no line");
  }

  @Test
  void carersAndStepParentsAreDashedAndAboveTheChild() {
    PersonId ema = person("Ema", 2018, Sex.UNKNOWN);
    PersonId carer = person("Marie", 1980, Sex.FEMALE);
    PersonId other = person("Karel", 1979, Sex.MALE);
    PersonId mother = person("Jana", 1995, Sex.FEMALE);
    PersonId partner = person("Ivo", 0, Sex.MALE);
    tie(carer, TieKind.FOSTER, ema);
    tie(other, TieKind.FOSTER, ema);
    tie(mother, TieKind.BIOLOGICAL, ema);
    tie(partner, TieKind.STEP, ema);
    tie(mother, TieKind.PARTNER, partner);
    Drawing drawing = Genogram.of(members, bonds);
    sound(drawing);
    assertEquals(4, count(drawing, Style.DASHED), "two lines for the carers, two for him");
    assertEquals(1, count(drawing, Style.SHORT));
    assertEquals(1, count(drawing, Style.DOTTED), "the carers have the child in common");
    assertEquals(Drawing.Shape.DIAMOND, symbols(drawing).get(ema).shape());
    assertTrue(symbols(drawing).get(ema).member().index());
  }

  @Test
  void aFormerAndAPresentPartnerStandOnBothSides() {
    PersonId mother = person("Jana", 1990, Sex.FEMALE);
    PersonId former = person("Petr", 1988, Sex.MALE);
    PersonId present = person("Ivo", 1985, Sex.MALE);
    PersonId first = person("Ema", 2012, Sex.FEMALE);
    PersonId second = person("Jan", 2020, Sex.MALE);
    bonds.add(new Bond(mother, former, TieKind.SPOUSE, true));
    bonds.add(new Bond(mother, present, TieKind.SPOUSE, false));
    tie(mother, TieKind.BIOLOGICAL, first, second);
    tie(former, TieKind.BIOLOGICAL, first);
    tie(present, TieKind.BIOLOGICAL, second);
    Drawing drawing = Genogram.of(members, bonds);
    sound(drawing);
    Map<PersonId, Symbol> placed = symbols(drawing);
    int middle = placed.get(mother).x();
    assertTrue(
        (placed.get(former).x() - middle) * (placed.get(present).x() - middle) < 0,
        "she stands between them");
  }

  @Test
  void childrenWhoGrowUpTogetherStandTogether() {
    PersonId ema = person("Ema", 2018, Sex.FEMALE);
    PersonId lea = person("Lea", 2015, Sex.FEMALE);
    PersonId own = person("Tomáš", 2010, Sex.MALE);
    PersonId carer = person("Marie", 1980, Sex.FEMALE);
    PersonId mother = person("Jana", 1995, Sex.FEMALE);
    PersonId grandmother = person("Věra", 1960, Sex.FEMALE);
    PersonId uncle = person("Ivo", 1990, Sex.MALE);
    tie(carer, TieKind.FOSTER, ema, lea);
    tie(carer, TieKind.BIOLOGICAL, own);
    tie(mother, TieKind.BIOLOGICAL, ema);
    tie(grandmother, TieKind.BIOLOGICAL, mother, uncle);
    Drawing drawing = Genogram.of(members, bonds);
    sound(drawing);
    Map<PersonId, Symbol> placed = symbols(drawing);
    assertEquals(placed.get(ema).y(), placed.get(lea).y());
    assertEquals(placed.get(ema).y(), placed.get(own).y());
    assertEquals(placed.get(mother).y(), placed.get(carer).y());
    assertEquals(placed.get(mother).y(), placed.get(uncle).y(), "and not with his niece");
  }

  @Test
  void whoDiedIsCrossedAndWhoMayNotBeSeenHasNoName() {
    PersonId ema = person("Ema", 2018, Sex.FEMALE);
    PersonId unseen = new PersonId(new UUID(7, 99));
    members.add(new Member(unseen, null, null, null, null, Sex.UNKNOWN, false));
    PersonId dead = new PersonId(new UUID(7, 98));
    members.add(
        new Member(
            dead,
            dead,
            new PersonName("Maximiliana Konstancie", "x"),
            LocalDate.of(1940, 1, 1),
            LocalDate.of(2020, 5, 5),
            Sex.FEMALE,
            false));
    tie(unseen, TieKind.BIOLOGICAL, ema);
    tie(dead, TieKind.GRANDPARENT, ema);
    Drawing drawing = Genogram.of(members, bonds);
    Map<PersonId, Symbol> placed = symbols(drawing);
    assertEquals(List.of(), placed.get(unseen).labels());
    assertEquals(null, placed.get(unseen).years());
    assertEquals("* 1940 † 2020", placed.get(dead).years());
    assertEquals("Maximiliana Kon…", placed.get(dead).labels().get(0));
    assertTrue(placed.get(dead).y() < placed.get(unseen).y(), "two generations up");
    assertEquals(2, count(drawing, Style.DOTTED));
  }

  @Test
  void brothersAndSistersWithoutParentsAreJoinedOnce() {
    PersonId one = person("Ema", 2018, Sex.FEMALE);
    PersonId two = person("Jan", 2019, Sex.MALE);
    PersonId three = person("Eva", 2020, Sex.FEMALE);
    tie(one, TieKind.FULL_SIBLING, two, three);
    tie(three, TieKind.FULL_SIBLING, two);
    Drawing drawing = Genogram.of(members, bonds);
    sound(drawing);
    assertEquals(2, count(drawing, Style.DOTTED));
    assertEquals(1, drawing.symbols().stream().map(Symbol::y).distinct().count());
  }

  @Test
  void peopleWhoWouldBeTheirOwnAncestorsAreDrawnAllTheSame() {
    PersonId one = person("Ema", 1990, Sex.FEMALE);
    PersonId two = person("Jan", 1960, Sex.MALE);
    tie(one, TieKind.BIOLOGICAL, two);
    tie(two, TieKind.BIOLOGICAL, one);
    tie(one, TieKind.SPOUSE, two);
    Drawing drawing = Genogram.of(members, bonds);
    assertEquals(2, drawing.symbols().size());
    assertFalse(drawing.lines().isEmpty());
    assertEquals(0, Genogram.of(List.of(), List.of()).symbols().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void fortyPeopleNeverLieOnEachOtherAndAreAlwaysDrawnAlike(int seed) {
    Random random = new Random(seed);
    List<PersonId> above = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      above.add(person("Praotec " + i, 1930 + i, sex(random)));
    }
    int born = 1955;
    while (members.size() < 40) {
      List<PersonId> row = new ArrayList<>();
      for (int i = 0; i < 10 && members.size() < 40; i++) {
        PersonId child = person("Člověk " + members.size(), born + i, sex(random));
        PersonId one = above.get(random.nextInt(above.size()));
        PersonId two = above.get(random.nextInt(above.size()));
        tie(one, random.nextInt(5) == 0 ? TieKind.FOSTER : TieKind.BIOLOGICAL, child);
        if (!one.equals(two)) {
          tie(two, random.nextInt(4) == 0 ? TieKind.STEP : TieKind.BIOLOGICAL, child);
          if (random.nextBoolean()) {
            bonds.add(new Bond(one, two, TieKind.SPOUSE, random.nextBoolean()));
          }
        }
        if (!row.isEmpty() && random.nextInt(3) == 0) {
          tie(row.get(0), TieKind.FULL_SIBLING, child);
        }
        row.add(child);
      }
      above = row;
      born += 25;
    }
    tie(members.get(0).id(), TieKind.CLOSE, members.get(39).id());
    Drawing drawing = Genogram.of(members, bonds);
    assertEquals(40, drawing.symbols().size());
    sound(drawing);
    Collections.shuffle(members, random);
    Collections.shuffle(bonds, random);
    assertEquals(drawing, Genogram.of(members, bonds));
  }

  private static Sex sex(Random random) {
    return Sex.values()[random.nextInt(3)];
  }
}
