package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.ids.PersonId;
import org.opora.registry.kin.domain.Drawing.Line;
import org.opora.registry.kin.domain.Drawing.Shape;
import org.opora.registry.kin.domain.Drawing.Style;
import org.opora.registry.kin.domain.Drawing.Symbol;

/**
 * Draws a family: generations below each other, everybody in a column of a common grid. Lines run
 * level between the rows and upright between the columns, so that none crosses a symbol or a name.
 */
public final class Genogram {
  private static final int COLUMN = 132;
  private static final int MARGIN = 16;
  private static final int LABELS = 54;
  private static final int LANE = 11;
  private static final int AIR = 12;
  private static final int LONGEST_LABEL = 16;

  /** Lines that leave at the same place lie beside each other. */
  private static final int[] ASIDE = {0, 7, -7, 13, -13};

  private static final int LOWER = 10;
  private static final int CORNER = 15;

  private final Family family;
  private final Rows rows;
  private final List<Descent> descents;
  private final List<Bond> beside;
  private final Map<PersonId, Symbol> symbols = new HashMap<>();
  private final Map<Object, Integer> exits = new HashMap<>();
  private final Map<Integer, Integer> leaving = new HashMap<>();
  private final Map<PersonId, Integer> arriving = new HashMap<>();
  private final Map<Object, Integer> arrivals = new HashMap<>();
  private final List<Lanes> buses = new ArrayList<>();
  private final List<Lanes> arches = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final int[] tops;
  private int height;

  private Genogram(List<Member> members, List<Bond> bonds) {
    family = new Family(members, bonds);
    rows = new Rows(family);
    descents = family.descents();
    beside = family.beside();
    tops = new int[family.depth()];
  }

  /** Everybody exactly once; bonds with somebody else are left out. */
  public static Drawing of(List<Member> members, List<Bond> bonds) {
    return new Genogram(members, bonds).draw();
  }

  private Drawing draw() {
    plan();
    heights();
    family.members().forEach(this::symbol);
    family.unions().forEach(this::union);
    descents.forEach(this::descent);
    beside.forEach(this::beside);
    List<Symbol> drawn = family.members().stream().map(one -> symbols.get(one.id())).toList();
    return new Drawing(2 * MARGIN + Math.max(1, rows.width()) * COLUMN, height, drawn, lines);
  }

  private int middle(PersonId person) {
    return MARGIN + rows.of(person) * COLUMN + COLUMN / 2;
  }

  /** The gap to the right of somebody's column. */
  private int gap(PersonId person) {
    return MARGIN + (rows.of(person) + 1) * COLUMN;
  }

  private PersonId left(List<PersonId> people) {
    return people.size() == 2 && rows.of(people.get(1)) < rows.of(people.get(0))
        ? people.get(1)
        : people.get(0);
  }

  private boolean neighbours(Union union) {
    return Math.abs(rows.of(union.left()) - rows.of(union.right())) == 1;
  }

  /** Where each line leaves and arrives, and which heights it needs between the rows. */
  private void plan() {
    for (int row = 0; row < tops.length; row++) {
      buses.add(new Lanes());
      arches.add(new Lanes());
    }
    for (Descent descent : descents) {
      int gap = gap(left(descent.above()));
      int turn = leaving.merge(gap, 1, Integer::sum) - 1;
      int exit = gap + ASIDE[turn % ASIDE.length];
      exits.put(descent, exit);
      int from = exit;
      int to = exit;
      for (PersonId child : descent.below()) {
        int arrival = middle(child) + ASIDE[(arriving.merge(child, 1, Integer::sum) - 1) % 3];
        arrivals.put(List.of(descent, child), arrival);
        from = Math.min(from, arrival);
        to = Math.max(to, arrival);
      }
      buses.get(family.generation(descent.below().get(0))).want(descent, from, to);
    }
    for (Union union : family.unions()) {
      if (!neighbours(union)) {
        arches
            .get(family.generation(union.left()))
            .want(union, middle(union.left()), middle(union.right()));
      }
    }
    for (Bond bond : beside) {
      arches.get(lower(bond)).want(bond, middle(bond.first()), middle(bond.other()));
    }
    buses.forEach(Lanes::settle);
    arches.forEach(Lanes::settle);
  }

  private int lower(Bond bond) {
    return Math.max(family.generation(bond.first()), family.generation(bond.other()));
  }

  private void heights() {
    int y = MARGIN;
    for (int row = 0; row < tops.length; row++) {
      y += row == 0 ? 0 : AIR;
      y += buses.get(row).count() * LANE + arches.get(row).count() * LANE + AIR;
      tops[row] = y;
      y += Drawing.HALF * 2 + LABELS;
    }
    height = y + MARGIN / 2;
  }

  private int busY(int row, Object what) {
    return tops[row]
        - AIR
        - arches.get(row).count() * LANE
        - (buses.get(row).of(what) + 1) * LANE
        + LANE / 2;
  }

  private int archY(int row, Object what) {
    return tops[row] - AIR - (arches.get(row).of(what) + 1) * LANE + LANE / 2;
  }

  private void symbol(Member member) {
    Shape shape =
        switch (member.sex()) {
          case FEMALE -> Shape.CIRCLE;
          case MALE -> Shape.SQUARE;
          case UNKNOWN -> Shape.DIAMOND;
        };
    List<String> labels = new ArrayList<>();
    if (!member.hidden()) {
      label(labels, member.name().given());
      label(labels, member.name().family());
    }
    symbols.put(
        member.id(),
        new Symbol(
            member,
            shape,
            middle(member.id()),
            tops[family.generation(member.id())] + Drawing.HALF,
            labels,
            years(member)));
  }

  private static void label(List<String> labels, String text) {
    if (!text.isEmpty()) {
      labels.add(
          text.length() > LONGEST_LABEL
              ? text.substring(0, LONGEST_LABEL - 1).strip() + "…"
              : text);
    }
  }

  private static String years(Member member) {
    String born = member.born() == null ? "" : "* " + member.born().getYear();
    String died = member.died() == null ? "" : "† " + member.died().getYear();
    String years = (born + " " + died).strip();
    return years.isEmpty() ? null : years;
  }

  private void union(Union union) {
    Symbol left = symbols.get(left(List.of(union.left(), union.right())));
    Symbol right = symbols.get(union.partner(left.member().id()));
    Style style =
        switch (union.state()) {
          case SPOUSES, FORMER_SPOUSES -> Style.SOLID;
          case PARTNERS, FORMER_PARTNERS -> Style.SHORT;
          case IN_COMMON -> Style.DOTTED;
        };
    int y = left.y();
    if (neighbours(union)) {
      line(style, "M", left.x() + Drawing.HALF, y, "H", right.x() - Drawing.HALF);
    } else {
      y = archY(family.generation(union.left()), union);
      arch(style, left, right, y);
    }
    if (union.state().over()) {
      int x = left.x() + Drawing.HALF + 12;
      line(Style.PARTED, "M", x, y + 9, "L", x + 8, y - 9, "M", x + 7, y + 9, "L", x + 15, y - 9);
    }
  }

  private void arch(Style style, Symbol left, Symbol right, int y) {
    int from = left.x() + CORNER;
    int to = right.x() - CORNER;
    line(
        style,
        "M",
        from,
        left.y() - left.edge(CORNER),
        "V",
        y,
        "H",
        to,
        "V",
        right.y() - right.edge(CORNER));
  }

  private void descent(Descent descent) {
    int row = family.generation(descent.below().get(0));
    int bus = busY(row, descent);
    int exit = exits.get(descent);
    Symbol left = symbols.get(left(descent.above()));
    Style style = style(descent.kind());
    Union union = descent.couple() ? union(descent.above()) : null;
    if (union == null) {
      int aside = LOWER;
      line(style, "M", left.x() + left.edge(aside), left.y() + aside, "H", exit, "V", bus);
    } else {
      int from = neighbours(union) ? left.y() : archY(family.generation(union.left()), union);
      line(style, "M", exit, from, "V", bus);
    }
    for (PersonId child : descent.below()) {
      Symbol below = symbols.get(child);
      int x = arrivals.get(List.of(descent, child));
      line(style, "M", exit, bus, "H", x, "V", below.y() - below.edge(x - below.x()));
    }
  }

  private Union union(List<PersonId> people) {
    return family.unions().stream()
        .filter(union -> union.joins(people.get(0), people.get(1)))
        .findFirst()
        .orElse(null);
  }

  private static Style style(TieKind kind) {
    return switch (kind) {
      case BIOLOGICAL -> Style.SOLID;
      case ADOPTIVE -> Style.BROKEN;
      case STEP, FOSTER -> Style.DASHED;
      default -> Style.DOTTED;
    };
  }

  /** Over the row of the lower one; from somebody above it comes down through the gap. */
  private void beside(Bond bond) {
    Symbol one = symbols.get(bond.first());
    Symbol two = symbols.get(bond.other());
    Symbol upper = one.y() < two.y() ? one : two;
    Symbol lower = upper == one ? two : one;
    int y = archY(lower(bond), bond);
    if (upper.y() == lower.y()) {
      boolean ordered = one.x() < two.x();
      arch(Style.DOTTED, ordered ? one : two, ordered ? two : one, y);
    } else {
      int gap = gap(upper.member().id()) - 18;
      int x = lower.x() + (lower.x() > gap ? -CORNER : CORNER);
      line(
          Style.DOTTED,
          "M",
          upper.x() + upper.edge(LOWER),
          upper.y() - LOWER,
          "H",
          gap,
          "V",
          y,
          "H",
          x,
          "V",
          lower.y() - lower.edge(CORNER));
    }
  }

  private void line(Style style, Object... path) {
    StringBuilder d = new StringBuilder();
    for (Object part : path) {
      boolean number = part instanceof Integer;
      boolean after = d.length() > 0 && Character.isDigit(d.charAt(d.length() - 1));
      d.append(number && after ? " " : "").append(part);
    }
    lines.add(new Line(d.toString(), style));
  }
}
