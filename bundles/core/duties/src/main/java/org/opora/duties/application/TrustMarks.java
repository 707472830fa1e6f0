package org.opora.duties.application;

import java.util.Set;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far a figure is confirmed: as its pack says, or by whom the centre has asked. */
@Component(service = TrustMarks.class)
public final class TrustMarks {
  private final Confirmations confirmations;

  @Activate
  public TrustMarks(@Reference Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  /** The marks as they are now, asked for once. */
  public Marks now() {
    return new Marks(confirmations.confirmed());
  }

  /** The marks at one moment. */
  public record Marks(Set<Confirmations.Figure> confirmed) {
    public Marks {
      confirmed = Set.copyOf(confirmed);
    }

    /**
     * @param id under which the pack shows the figure: two that say the same are confirmed apart
     */
    public Trust of(String id, Parameter<?> figure) {
      return confirmed.contains(new Confirmations.Figure(id, figure.from()))
          ? Trust.CONFIRMED
          : figure.trust();
    }

    /** How far it is confirmed that the rule runs for each child separately. */
    public Trust eachChild(RuleBook.Entry<IntervalRule> entry) {
      return said(entry, entry.rule().eachChild(), entry.rule().childrenTrust());
    }

    private Trust said(RuleBook.Entry<?> entry, String figure, Trust otherwise) {
      return entry.set().figures().stream()
              .filter(one -> one.id().equals(figure))
              .anyMatch(
                  one -> confirmed.contains(new Confirmations.Figure(one.id(), one.dated().from())))
          ? Trust.CONFIRMED
          : otherwise;
    }
  }
}
