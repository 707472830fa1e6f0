package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The same figure through the years.
 *
 * @param all dated, in any order, not overlapping
 */
public record Figures<T>(List<Figure<T>> all) {
  public Figures {
    all = List.copyOf(all);
  }

  /** Empty on a day when the law asks nothing. */
  public Optional<T> on(LocalDate day) {
    return all.stream().filter(figure -> figure.holdsOn(day)).findFirst().map(Figure::value);
  }

  /** The next one that came into force after the day, known on {@code asOf}. */
  public Optional<Figure<T>> firstAfter(LocalDate day, LocalDate asOf) {
    return all.stream()
        .filter(figure -> figure.from().isAfter(day) && !figure.from().isAfter(asOf))
        .min(Comparator.comparing(Figure::from));
  }
}
