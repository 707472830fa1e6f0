package org.opora.registry.grant.web;

import java.util.List;
import org.opora.api.files.Placements;
import org.opora.api.grant.Grant;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.grant.application.BandDesk;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseDecisions;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.ExpensePayments;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.application.ReceiptDesk;
import org.opora.registry.grant.application.SettlementDesk;
import org.opora.registry.intake.application.ContactLaw;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the state contribution. */
@Component
public final class GrantRoutes implements RouteSet {
  private final GrantPages pages;
  private final AgreementPages agreements;
  private final BandPages bands;
  private final ExpensePages expenses;
  private final ExpenseForms forms;

  @Activate
  public GrantRoutes(
      @Reference CaseFrame frame,
      @Reference Placements placements,
      @Reference GrantDesk desk,
      @Reference ExpenseList ledger,
      @Reference ExpenseDecisions decisions,
      @Reference ExpensePayments payments,
      @Reference Entitlements entitlements,
      @Reference ReceiptDesk receipts,
      @Reference SettlementDesk settlements,
      @Reference BandDesk shares,
      @Reference GrantBook law,
      @Reference ContactLaw rights,
      @Reference Messages messages) {
    Years years = new Years(law);
    pages = new GrantPages(frame, ledger, entitlements, law, years);
    agreements = new AgreementPages(entitlements, receipts, settlements, years);
    bands = new BandPages(shares, law, years);
    expenses = new ExpensePages(frame, desk, ledger, decisions, payments, years);
    forms = new ExpenseForms(frame, placements, desk, ledger, entitlements, law, rights, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String agreement = "/grant/agreements/{agreement}";
    String one = "/grant/expenses/{expense}";
    String ofFile = "/files/{file}/grant";
    return List.of(
        Route.page("/grant", Grant.READ, pages::list),
        Route.page("/grant/export", Grant.READ, pages::export),
        Route.page("/grant/card", Grant.READ, pages::card),
        Route.page("/grant/bands", Grant.READ, bands::year),
        Route.page("/grant/bands/export", Grant.READ, bands::export),
        Route.page("/grant/bands/why", Grant.APPROVE, bands::why),
        change("/grant/bands/why", Grant.APPROVE, bands::justify),
        Route.page(agreement, Grant.READ, agreements::agreement),
        change(agreement + "/received", Grant.APPROVE, agreements::receive),
        change(agreement + "/report", Grant.WRITE, agreements::report),
        change(agreement + "/settle", Grant.APPROVE, agreements::settle),
        change("/grant/receipts/{receipt}/remove", Grant.APPROVE, agreements::notReceived),
        Route.page("/grant/expenses", Grant.READ, expenses::list),
        Route.page("/grant/expenses/export", Grant.READ, expenses::export),
        Route.page(one, Grant.READ, expenses::show),
        Route.page(one + "/edit", Grant.WRITE, forms::edit),
        change(one + "/edit", Grant.WRITE, forms::amend),
        change(one + "/withdraw", Grant.WRITE, expenses::withdraw),
        change(one + "/approve", Grant.APPROVE, expenses::approve),
        change(one + "/reject", Grant.APPROVE, expenses::reject),
        change(one + "/open-again", Grant.APPROVE, expenses::openAgain),
        change(one + "/pay", Grant.APPROVE, expenses::pay),
        change(one + "/not-paid", Grant.APPROVE, expenses::notPaid),
        Route.page(ofFile, Grant.READ, pages::ofFile),
        Route.page(ofFile + "/new", Grant.WRITE, forms::blank),
        change(ofFile + "/new", Grant.WRITE, forms::propose));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
