package org.opora.registry.shared.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.opora.api.house.Confirmations.Said;

/**
 * How far figures of the law are confirmed: as their pack says, or by whom the centre has asked.
 */
public record Marks(Map<Confirmations.Figure, Said> said) {
  public Marks {
    said = Map.copyOf(said);
  }

  /** The marks as they are now, asked for once. */
  public static Marks now(Confirmations confirmations) {
    return new Marks(confirmations.sayings());
  }

  /**
   * @param figures of the law that says the figure
   */
  public Trust of(List<LawFigure> figures, Parameter<?> figure) {
    return mark(figures, figure).trust();
  }

  /**
   * The same, with who has confirmed it.
   *
   * @param figures of the law that says the figure
   */
  public Mark mark(List<LawFigure> figures, Parameter<?> figure) {
    return figures.stream()
        .filter(one -> one.dated().equals(figure))
        .map(one -> said.get(new Confirmations.Figure(one.id(), figure.from())))
        .flatMap(one -> Optional.ofNullable(one).stream())
        .findFirst()
        .map(one -> new Mark(Trust.CONFIRMED, one.by(), one.on()))
        .orElseGet(() -> new Mark(figure.trust(), null, null));
  }
}
