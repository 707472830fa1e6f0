package org.opora.registry.shared.application;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;

/**
 * How far figures of the law are confirmed: as their pack says, or by whom the centre has asked.
 */
public record Marks(Set<Confirmations.Figure> confirmed) {
  /** The marks as they are now, asked for once. */
  public static Marks now(Confirmations confirmations) {
    return new Marks(confirmations.confirmed());
  }

  /**
   * @param figures of the law that says the figure
   */
  public Trust of(List<LawFigure> figures, Parameter<?> figure) {
    return figures.stream()
            .filter(one -> one.dated().equals(figure))
            .anyMatch(one -> confirmed.contains(new Confirmations.Figure(one.id(), figure.from())))
        ? Trust.CONFIRMED
        : figure.trust();
  }
}
