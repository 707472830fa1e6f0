package org.opora.registry.register;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.house.Confirmations;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechGrant;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.grant.application.BandDesk;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseDecisions;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.ExpensePayments;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.application.ReceiptDesk;
import org.opora.registry.grant.application.SettlementDesk;
import org.opora.registry.grant.application.SpendingDesk;
import org.opora.registry.grant.contributions.DemoGrant;
import org.opora.registry.grant.contributions.DemoSettlement;
import org.opora.registry.grant.web.GrantRoutes;
import org.opora.registry.grant.web.SpendingPages;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;

/** The money of a register under Czech law. */
public final class GrantRoom {
  public final GrantBook law = new GrantBook(List.of(new CzechGrant()));
  final ContactLaw rights = Laws.contact(List.of(new CzechFirstContact()), List.of(new CzechLaw()));
  final PageHouse pages =
      PageHouse.of(Register.TODAY, Refusals.BUNDLE, CaseRegistryModule.class, Refusals.TEXTS);

  /** What somebody who knows the law has confirmed. */
  final Set<Confirmations.Figure> confirmed = new HashSet<>();

  public final Entitlements entitlements;
  final ReceiptDesk receipts;
  final SettlementDesk settlements;
  public final BandDesk bands;
  public final SpendingDesk spending;
  final PaperTray papers = new PaperTray();
  public final ExpenseList ledger;
  public final ExpenseDecisions decisions;
  final ExpensePayments payments;
  public final GrantDesk desk;
  final DisabilityDesk disability;
  private final Register register;

  public GrantRoom(Register register) {
    this.register = register;
    Transactions tx = register.tx;
    Access access = register.access.access();
    AuditTrail audit = register.access.audit();
    Aliases aliases = register.access.aliases();
    Keys keys = register.house.keys();
    Confirmations confirmations = () -> confirmed;
    entitlements = new Entitlements(tx, access, audit, aliases, confirmations, law);
    receipts = new ReceiptDesk(tx, access, audit, aliases);
    settlements = new SettlementDesk(tx, access, audit, aliases, register.followUps);
    bands = new BandDesk(tx, access, audit, aliases, register.staff, confirmations, law);
    spending = new SpendingDesk(tx, bands, law, rights);
    ledger =
        new ExpenseList(
            tx, access, audit, aliases, register.people, register.staff, keys, law, rights);
    decisions =
        new ExpenseDecisions(
            tx,
            access,
            audit,
            aliases,
            keys,
            register.inbox,
            pages,
            bands,
            register.access.colleagues(),
            register.staff);
    payments = new ExpensePayments(tx, access, audit, aliases, keys, law, rights);
    desk = new GrantDesk(tx, access, audit, aliases, keys, law, rights);
    disability =
        new DisabilityDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            register.house.keys());
  }

  GrantRoutes routes() {
    return new GrantRoutes(
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book),
        register.placements,
        desk,
        ledger,
        decisions,
        payments,
        entitlements,
        receipts,
        settlements,
        bands,
        law,
        rights,
        pages);
  }

  SpendingPages overview() {
    return new SpendingPages(spending, law, papers, new IntakeRooms.Named(), pages);
  }

  DemoGrant demo() {
    return new DemoGrant(desk, ledger, decisions, payments, entitlements, receipts);
  }

  DemoSettlement demoSettlement() {
    return new DemoSettlement(
        register.people,
        register.files,
        register.agreements,
        register.endings,
        entitlements,
        receipts,
        settlements);
  }
}
