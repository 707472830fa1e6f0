package org.opora.registry.ledgers.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.ExcuseLedger;
import org.opora.registry.ledgers.application.HelpLedger;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.ledgers.application.PromiseLedger;
import org.opora.registry.ledgers.application.RespiteLedger;
import org.opora.registry.shared.web.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the ledgers. */
@Component
public final class LedgerRoutes implements RouteSet {
  private static final int LATEST = 5;
  private static final int MOST = 100;
  private final CaseFrame frame;
  private final DueLines due;
  private final EducationPages education;
  private final HelpPages help;
  private final PromisePages promises;
  private final RespitePages respite;
  private final ExcusePages excuses;
  private final BalanceEntryPages balances;

  @Activate
  public LedgerRoutes(
      @Reference CaseFrame frame,
      @Reference EducationLedger education,
      @Reference HelpLedger help,
      @Reference PromiseLedger promises,
      @Reference RespiteLedger respite,
      @Reference ExcuseLedger excuses,
      @Reference BalanceLedger balances,
      @Reference DueLines due,
      @Reference Messages messages) {
    this.frame = frame;
    this.due = due;
    this.education = new EducationPages(frame, education, messages);
    this.help = new HelpPages(frame, help, messages);
    this.promises = new PromisePages(frame, promises, messages);
    this.respite = new RespitePages(frame, respite, messages);
    this.balances = new BalanceEntryPages(frame, balances, messages);
    this.excuses = new ExcusePages(frame, excuses, due, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/ledgers";
    return Stream.of(
            List.of(
                Route.page(all, Ledger.READ, this::part),
                Route.page(all + "/print", Ledger.READ, this::print)),
            education.routes(),
            help.routes(),
            promises.routes(),
            respite.routes(),
            excuses.routes(),
            balances.routes())
        .flatMap(List::stream)
        .toList();
  }

  private Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    return standing(request, header)
        .with("education", education.entries(request, header.id(), null, LATEST))
        .with("help", help.entries(request, header.id(), null, LATEST))
        .with("promises", promises.entries(request, header.id(), null, LATEST))
        .with("respite", respite.entries(request, header.id(), null, LATEST))
        .with("excuses", excuses.entries(request, header.id(), null, LATEST))
        .with("balances", balances.entries(request, header.id(), null, LATEST))
        .page("ledgers-part");
  }

  private Reply print(Request request) {
    CaseFiles.Header header = frame.header(request);
    return standing(request, header)
        .with("education", education.counting(request, header.id(), MOST))
        .with("help", help.counting(request, header.id(), MOST))
        .with("promises", promises.counting(request, header.id(), MOST))
        .with("respite", respite.counting(request, header.id(), MOST))
        .with("excuses", excuses.counting(request, header.id(), MOST))
        .with("balances", balances.counting(request, header.id(), MOST))
        .page("ledgers-print");
  }

  /** Accounts only for whoever may see duties; entries for whoever may see the ledgers. */
  private Model standing(Request request, CaseFiles.Header header) {
    Optional<List<Duties.Line>> lines = due.all(request.viewer(), header.id());
    return frame
        .model(request, header, null)
        .with("standing", lines.map(Standing::of).orElse(null));
  }
}
