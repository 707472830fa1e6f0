package org.opora.registry.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ReceiptDesk;
import org.opora.registry.grant.application.SettlementDesk;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** One agreement month by month, what came for it, and its settlement. */
final class AgreementPages {
  private final Entitlements entitlements;
  private final ReceiptDesk receipts;
  private final SettlementDesk settlements;
  private final Years years;

  AgreementPages(
      Entitlements entitlements, ReceiptDesk receipts, SettlementDesk settlements, Years years) {
    this.entitlements = entitlements;
    this.receipts = receipts;
    this.settlements = settlements;
    this.years = years;
  }

  Reply agreement(Request request) {
    return agreement(request, null, key(request), years.of(request));
  }

  private Reply agreement(Request request, Form form, AgreementId agreement, int year) {
    AgreementYear sheet = entitlements.view(request.viewer(), agreement, year);
    GrantPages.shows(request, List.of(sheet));
    record Came(UUID id, LocalDate on, BigDecimal crowns, LocalDate struckOn) {}
    List<Came> came =
        receipts.of(request.viewer(), agreement, year).stream()
            .map(
                row ->
                    new Came(
                        row.id(), row.receivedOn(), Money.crowns(row.amount()), row.struckOn()))
            .toList();
    return new Model()
        .with("sheet", sheet)
        .with("receipts", came)
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .form("grant-agreement", form);
  }

  Reply receive(Request request) {
    Form form = request.form();
    int year = years.posted(form, request);
    LocalDate on = form.requiredDate("receivedOn");
    Long amount = Sums.required(form, "received");
    return done(
        request,
        form,
        key(request),
        year,
        () -> receipts.receive(request.viewer(), key(request), year, amount, on));
  }

  Reply notReceived(Request request) {
    Receipt receipt = receipts.receipt(request.viewer(), request.id("receipt"));
    return done(
        request,
        request.form(),
        receipt.agreement(),
        receipt.year(),
        () -> receipts.notReceived(request.viewer(), receipt.id()));
  }

  Reply report(Request request) {
    Form form = request.form();
    LocalDate reported = form.date("reportedOn");
    return done(
        request,
        form,
        key(request),
        years.posted(form, request),
        () -> settlements.report(request.viewer(), key(request), form.version(), reported));
  }

  Reply settle(Request request) {
    Form form = request.form();
    int year = years.posted(form, request);
    LocalDate reported = form.date("reportedOn");
    LocalDate on = form.date("returnedOn");
    Long returned = Sums.read(form, "returned");
    return done(
        request,
        form,
        key(request),
        year,
        () ->
            settlements.settle(
                request.viewer(), key(request), form.version(), reported, returned, on));
  }

  private Reply done(Request request, Form form, AgreementId agreement, int year, Runnable work) {
    return form.attempt(
        () -> {
          work.run();
          return Reply.to(
              "/grant/agreements/" + agreement + "?year=" + year, Words.of("grant.saved"));
        },
        wrong -> agreement(request, wrong, agreement, year));
  }

  private static AgreementId key(Request request) {
    return new AgreementId(request.id("agreement"));
  }
}
