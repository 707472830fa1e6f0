package org.opora.registry.grant.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.shared.application.Mark;

/**
 * How the contributions of a year are spent by groups of rights. Sums are in haléře.
 *
 * @param agreements how many agreements of the year are open to the viewer
 * @param total contributions for them
 * @param bands in the order of the law
 */
public record YearBands(int year, long agreements, long total, List<Line> bands) {
  public YearBands {
    bands = List.copyOf(bands);
  }

  /** Where the spending stands. */
  public enum Place {
    BELOW,
    WITHIN,
    ABOVE
  }

  /**
   * @param spent what is approved or paid
   * @param share in percent of the total, with one place
   * @param mark how far the limits are confirmed
   * @param text why the band is left; null without a reason
   * @param version of that reason; 0 without one
   */
  public record Line(
      String code,
      Text title,
      int least,
      int most,
      long spent,
      BigDecimal share,
      Place place,
      String paragraph,
      Mark mark,
      String text,
      LocalDate writtenOn,
      String writer,
      long version) {
    public BigDecimal spentCrowns() {
      return Money.crowns(spent);
    }
  }

  public BigDecimal totalCrowns() {
    return Money.crowns(total);
  }
}
