package org.opora.registry.grant.application;

import java.time.LocalDate;

/**
 * The evidence with which an expense was paid.
 *
 * @param paidOn day of the payment
 * @param invoice number of the invoice, or of the proof of payment of a refund; null for the
 *     centre's own service
 * @param supplier who made it out; null where there is no invoice
 * @param invoicedOn null where there is no invoice
 * @param namesChild whether it names the child
 * @param account where the money went; null for the centre's own service
 * @param note why it does not name the child, or anything else; null for nothing
 */
public record Proof(
    LocalDate paidOn,
    String invoice,
    String supplier,
    LocalDate invoicedOn,
    boolean namesChild,
    String account,
    String note) {}
