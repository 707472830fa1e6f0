package org.opora.registry.grant.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.domain.MonthLine;
import org.opora.registry.grant.domain.Settling;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * What belongs to an agreement for a year, and what became of it. Sums are in haléře.
 *
 * @param about the file
 * @param file its number and name; null when the viewer may not see those
 * @param endedOn last day in force; null while it lasts
 * @param months the twelve months of the year
 * @param doubtful whether two degrees of dependency of one child are written down for a day, so
 *     that none counts
 * @param entitled their sum
 * @param received what came for the year; null when nobody has written it down
 * @param approved what may be spent and is not paid yet
 * @param spent what is paid
 * @param settling what is to be settled; null unless its last day lies in the year
 * @param over whether its last day has come
 * @param settled what was done of that; null while nothing was
 * @param before what was done after ends that are its last day no more, the earliest first
 */
public record AgreementYear(
    AgreementId agreement,
    CaseFileId about,
    FileLabel file,
    CareKind kind,
    LocalDate concludedOn,
    LocalDate endedOn,
    int year,
    List<MonthLine> months,
    boolean doubtful,
    long entitled,
    Long received,
    long approved,
    long spent,
    Settling settling,
    boolean over,
    Settled settled,
    List<Settled> before) {
  public AgreementYear {
    months = List.copyOf(months);
    before = List.copyOf(before);
  }

  /**
   * What was done after an end.
   *
   * @param version of the record
   * @param lastDay of the agreement at that end
   * @param reportedOn null while nobody has reported it
   * @param returned null while nothing was returned, as {@code returnedOn} is
   */
  public record Settled(
      long version, LocalDate lastDay, LocalDate reportedOn, Long returned, LocalDate returnedOn) {
    public BigDecimal returnedCrowns() {
      return returned == null ? null : Money.crowns(returned);
    }

    public String typedReturned() {
      return returned == null ? null : Money.typed(returned);
    }
  }

  /** As it stands in an address: without thousands. */
  public String yearWords() {
    return String.valueOf(year);
  }

  public long counted() {
    return months.stream().filter(MonthLine::counts).count();
  }

  public BigDecimal entitledCrowns() {
    return Money.crowns(entitled);
  }

  public BigDecimal receivedCrowns() {
    return received == null ? null : Money.crowns(received);
  }

  public BigDecimal approvedCrowns() {
    return Money.crowns(approved);
  }

  public BigDecimal spentCrowns() {
    return Money.crowns(spent);
  }

  /** What belongs to it and is neither paid nor approved; below zero when more is. */
  public BigDecimal leftCrowns() {
    return Money.crowns(entitled - spent - approved);
  }

  public BigDecimal toReturnCrowns() {
    return settling == null ? null : Money.crowns(settling.toReturn());
  }

  public BigDecimal wholeCrowns() {
    return settling == null ? null : Money.crowns(settling.whole());
  }

  /** Whether something of the settlement is still to be done. */
  public boolean toSettle() {
    return settling != null
        && over
        && (settled == null
            || settled.reportedOn() == null
            || settling.toReturn() > (settled.returned() == null ? 0 : settled.returned()));
  }

  public long version() {
    return settled == null ? 0 : settled.version();
  }
}
