package org.opora.registry.grant.application;

import java.math.BigDecimal;
import java.util.List;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Money;

/**
 * How the contributions of a year were spent, right by right. Sums are in haléře.
 *
 * @param bands by groups of rights, with what belongs to the agreements
 * @param rights in the order of the law
 * @param received what came for the year
 */
public record YearSpending(YearBands bands, List<Right> rights, long received) {
  public YearSpending {
    rights = List.copyOf(rights);
  }

  /**
   * @param band to which it belongs; null when it belongs to none
   * @param number of expenses
   * @param spent what is approved or paid
   */
  public record Right(String code, Text title, Text band, long number, long spent) {
    public BigDecimal spentCrowns() {
      return Money.crowns(spent);
    }
  }

  public long spent() {
    return rights.stream().mapToLong(Right::spent).sum();
  }

  public long number() {
    return rights.stream().mapToLong(Right::number).sum();
  }

  public BigDecimal spentCrowns() {
    return Money.crowns(spent());
  }

  public BigDecimal receivedCrowns() {
    return Money.crowns(received);
  }

  /** What came and was not spent, to be returned; never below zero. */
  public BigDecimal leftCrowns() {
    return Money.crowns(Math.max(0, received - spent()));
  }
}
