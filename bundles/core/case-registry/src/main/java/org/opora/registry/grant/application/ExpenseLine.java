package org.opora.registry.grant.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * An expense as the viewer sees it. Sums are in haléře.
 *
 * @param about the file
 * @param file its number and name; null when the viewer may not see those
 * @param child null for the carer or the whole family; {@code childName} also when the viewer may
 *     not know of the child
 * @param right code of the right, {@code rightWords} how it reads; null without one
 * @param cap code of the cap, {@code capWords} how it reads; null without one
 * @param share what the carer pays; null for nothing, as {@code shareCap} is
 * @param justification why a cap is passed; null without
 * @param bandReason why the band of its right is passed; null without
 * @param own whether it was entered here, not by a module
 * @param mine whether the viewer asked for it or ever wrote what is asked for, so that another
 *     person decides
 * @param refundWarning why a refund is better an invoice; null without a warning
 * @param changedBy who wrote what is asked for now; null when it is who asked first
 * @param decidedBy name of the colleague; null while nobody has decided
 * @param reason why it was rejected; null otherwise
 */
public record ExpenseLine(
    UUID id,
    long version,
    CaseFileId about,
    FileLabel file,
    AgreementId agreement,
    PersonId child,
    String childName,
    LocalDate on,
    String right,
    Text rightWords,
    String what,
    long amount,
    PaymentRoute route,
    Text refundWarning,
    String cap,
    Text capWords,
    Integer capUnits,
    Long share,
    String shareCap,
    Text shareWords,
    Integer shareUnits,
    boolean overCap,
    String justification,
    String bandReason,
    String href,
    boolean own,
    boolean mine,
    ExpenseState state,
    String proposedBy,
    LocalDate proposedOn,
    String changedBy,
    String decidedBy,
    LocalDate decidedOn,
    String reason,
    String invoice,
    String supplier,
    LocalDate invoicedOn,
    boolean namesChild,
    String account,
    String note,
    LocalDate paidOn,
    String paidBy) {
  public BigDecimal crowns() {
    return Money.crowns(amount);
  }

  public BigDecimal shareCrowns() {
    return share == null ? null : Money.crowns(share);
  }

  /** As it is typed into the form. */
  public String typedAmount() {
    return Money.typed(amount);
  }

  public String typedShare() {
    return share == null ? null : Money.typed(share);
  }

  public boolean proposed() {
    return state == ExpenseState.PROPOSED;
  }

  public boolean approved() {
    return state == ExpenseState.APPROVED;
  }

  public boolean rejected() {
    return state == ExpenseState.REJECTED;
  }

  public boolean paid() {
    return state == ExpenseState.PAID;
  }

  public boolean refund() {
    return route == PaymentRoute.REFUND;
  }

  public boolean ownService() {
    return route == PaymentRoute.OWN_SERVICE;
  }
}
