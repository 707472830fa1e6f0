package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A number of the law through the years, told to the engine and to the calendar alike. */
public record Law(List<Section> sections) {
  public record Section(LocalDate from, LocalDate until, int number) {}

  /** Null when the law asks nothing on that day. */
  public Integer on(LocalDate leaf) {
    for (Section section : sections) {
      boolean over = section.until() != null && leaf.isAfter(section.until());
      if (!leaf.isBefore(section.from()) && !over) {
        return section.number();
      }
    }
    return null;
  }

  /** The last day on which one figure of several held; null where only one ever did. */
  public LocalDate lastDayOfOne() {
    for (Section section : sections) {
      if (section.until() != null) {
        return section.until();
      }
    }
    return null;
  }

  /** The first leaf with a law, not after {@code asOf} unless it is the first; null without one. */
  public LocalDate from(LocalDate first, LocalDate asOf) {
    LocalDate leaf = first;
    while (on(leaf) == null) {
      leaf = leaf.plusDays(1);
      if (leaf.isAfter(asOf)) {
        return null;
      }
    }
    return leaf;
  }

  public <T> Figures<T> figures(IntFunction<T> value) {
    List<Figure<T>> all = new ArrayList<>();
    for (Section section : sections) {
      all.add(new Figure<>(value.apply(section.number()), section.from(), section.until()));
    }
    return new Figures<>(all);
  }

  public Figures<Period> months() {
    return figures(Period::ofMonths);
  }
}
