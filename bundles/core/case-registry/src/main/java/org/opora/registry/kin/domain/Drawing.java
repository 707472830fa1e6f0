package org.opora.registry.kin.domain;

import java.util.List;

/** A genogram as it is put on paper, in units of the picture. */
public record Drawing(int width, int height, List<Symbol> symbols, List<Line> lines) {
  /** Half the width of a symbol. */
  public static final int HALF = 22;

  public Drawing {
    symbols = List.copyOf(symbols);
    lines = List.copyOf(lines);
  }

  public enum Shape {
    SQUARE,
    CIRCLE,
    DIAMOND
  }

  /** How a line is drawn. */
  public enum Style {
    /** Born to, adopted by, married. */
    SOLID,
    /** In care with, step-parents. */
    DASHED,
    /** Adopted. */
    BROKEN,
    /** Partners without marriage. */
    SHORT,
    /** Related in another way. */
    DOTTED,
    /** The two strokes across a couple that parted. */
    PARTED
  }

  /**
   * @param path as in the attribute {@code d} of a path
   */
  public record Line(String path, Style style) {}

  /**
   * @param x of its middle
   * @param y of its middle
   * @param labels what stands below it, at most two lines of a name; empty for somebody hidden
   * @param years of birth and death; null when neither is known
   */
  public record Symbol(
      Member member, Shape shape, int x, int y, List<String> labels, String years) {
    public Symbol {
      labels = List.copyOf(labels);
    }

    public int left() {
      return x - HALF;
    }

    public int top() {
      return y - HALF;
    }

    public int size() {
      return 2 * HALF;
    }

    /** Corners of a diamond. */
    public String corners() {
      return "M"
          + x
          + " "
          + (y - HALF)
          + "L"
          + (x + HALF)
          + " "
          + y
          + "L"
          + x
          + " "
          + (y + HALF)
          + "L"
          + (x - HALF)
          + " "
          + y
          + "Z";
    }

    /** The cross over somebody who died. */
    public String cross() {
      return "M"
          + (x - HALF)
          + " "
          + (y - HALF)
          + "L"
          + (x + HALF)
          + " "
          + (y + HALF)
          + "M"
          + (x + HALF)
          + " "
          + (y - HALF)
          + "L"
          + (x - HALF)
          + " "
          + (y + HALF);
    }

    /** Where a line at this distance from the middle meets the symbol, above its middle. */
    int edge(int aside) {
      return switch (shape) {
        case SQUARE -> HALF;
        case CIRCLE -> (int) Math.round(Math.sqrt(HALF * HALF - aside * aside));
        case DIAMOND -> HALF - Math.abs(aside);
      };
    }
  }
}
