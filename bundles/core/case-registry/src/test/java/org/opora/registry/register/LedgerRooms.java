package org.opora.registry.register;

import java.util.List;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.RouteSet;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.ExcuseLedger;
import org.opora.registry.ledgers.application.HelpLedger;
import org.opora.registry.ledgers.application.LedgerTools;
import org.opora.registry.ledgers.application.PromiseLedger;
import org.opora.registry.ledgers.application.RespiteLedger;
import org.opora.registry.ledgers.web.LedgerRoutes;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;

/** The ledgers over a register, and the duties of Czech law that count them. */
public final class LedgerRooms {
  public final EducationLedger education;
  public final HelpLedger help;
  public final PromiseLedger promises;
  public final RespiteLedger respite;
  public final ExcuseLedger excuses;
  public final BalanceLedger balances;
  public final CzechDuties duties;
  private final Register register;

  public LedgerRooms(Register register) {
    this.register = register;
    LedgerTools tools =
        new LedgerTools(
            register.tx,
            register.access.access(),
            register.change,
            register.timeline,
            register.evidence,
            register.staff,
            new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS),
            register.house.keys());
    education = new EducationLedger(tools);
    help = new HelpLedger(tools);
    promises = new PromiseLedger(tools);
    respite = new RespiteLedger(tools);
    excuses = new ExcuseLedger(tools, new LawBook(List.of(new CzechLaw())));
    balances = new BalanceLedger(tools);
    duties = new CzechDuties(register);
  }

  public RouteSet routes(Messages pages) {
    return new LedgerRoutes(
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book),
        education,
        help,
        promises,
        respite,
        excuses,
        balances,
        new DueLines(duties.service),
        pages);
  }
}
