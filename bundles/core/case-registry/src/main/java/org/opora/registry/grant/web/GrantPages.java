package org.opora.registry.grant.web;

import java.util.Collection;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.ExpenseList;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Agreements of a year, the card and the tab. */
final class GrantPages {
  private static final int ROWS = 40;
  private static final int CARD = 5;
  private static final int OF_A_FILE = 20;
  private final CaseFrame frame;
  private final ExpenseList expenses;
  private final Entitlements entitlements;
  private final GrantBook law;
  private final Years years;

  GrantPages(
      CaseFrame frame,
      ExpenseList expenses,
      Entitlements entitlements,
      GrantBook law,
      Years years) {
    this.frame = frame;
    this.expenses = expenses;
    this.entitlements = entitlements;
    this.law = law;
    this.years = years;
  }

  Reply list(Request request) {
    int year = years.of(request);
    boolean ended = ended(request);
    Page<AgreementYear> agreements =
        entitlements.list(
            request.viewer(), year, null, ended, request.query("after").orElse(null), ROWS);
    shows(request, agreements.items());
    return new Model()
        .with("agreements", agreements)
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .with("ended", ended)
        .with("query", query(year, ended))
        .with("all", entitlements.seesAll(request.viewer()))
        .with("overviewBy", law.overviewBy(year))
        .with("terms", law.terms(year).orElse(null))
        .page("grant");
  }

  private static boolean ended(Request request) {
    return request.query("show").filter("ended"::equals).isPresent();
  }

  private static String query(int year, boolean ended) {
    return "year=" + year + (ended ? "&show=ended" : "");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    int year = years.of(request);
    boolean ended = ended(request);
    return Reply.export(
        request,
        Sheet.<AgreementYear>of(
                "grant",
                "grant.title",
                (after, limit) -> entitlements.list(viewer, year, null, ended, after, limit))
            .text("grant.file", row -> row.file() == null ? null : row.file().number())
            .text("grant.family", row -> row.file() == null ? null : row.file().familyName())
            .text("grant.kind", row -> Words.of("grant.kind." + row.kind()))
            .date("grant.concludedOn", AgreementYear::concludedOn)
            .date("grant.endedOn", AgreementYear::endedOn)
            .number("grant.year", AgreementYear::year)
            .number("grant.months", AgreementYear::counted)
            .number("grant.entitled", AgreementYear::entitledCrowns)
            .number("grant.received", AgreementYear::receivedCrowns)
            .number("grant.approved", AgreementYear::approvedCrowns)
            .number("grant.spent", AgreementYear::spentCrowns)
            .number("grant.toReturn", AgreementYear::toReturnCrowns)
            .about(row -> List.of(Subject.of(row.about()))));
  }

  /** What waits for a decision, and the agreements of this year and the last that are to settle. */
  Reply card(Request request) {
    Viewer viewer = request.viewer();
    int year = viewer.today().getYear();
    Page<ExpenseLine> waiting = expenses.list(viewer, Wanted.in(ExpenseState.PROPOSED), null, CARD);
    List<AgreementYear> settle =
        List.of(year, year - 1).stream()
            .flatMap(one -> entitlements.list(viewer, one, null, true, null, ROWS).items().stream())
            .filter(AgreementYear::toSettle)
            .limit(CARD)
            .toList();
    ExpensePages.shows(request, waiting.items());
    shows(request, settle);
    return new Model().with("waiting", waiting).with("settle", settle).page("grant-card");
  }

  Reply ofFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    Viewer viewer = request.viewer();
    Model model = new Model().with("file", header);
    if (!expenses.readable(viewer, header.id())) {
      return model.with("closed", true).page("grant-part");
    }
    int year = viewer.today().getYear();
    Page<ExpenseLine> rows = expenses.list(viewer, Wanted.of(header.id()), null, OF_A_FILE);
    ExpensePages.shows(request, rows.items());
    return model
        .with("closed", false)
        .with("partClosed", entitlements.partClosed(viewer, header.id()))
        .with(
            "agreements",
            entitlements.list(viewer, year, header.id(), false, null, OF_A_FILE).items())
        .with("year", String.valueOf(year))
        .with("expenses", rows)
        .page("grant-part");
  }

  static void shows(Request request, Collection<AgreementYear> agreements) {
    request.shows(agreements.stream().map(row -> Subject.of(row.about())).distinct().toList());
  }
}
