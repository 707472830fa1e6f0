package org.opora.registry.grant.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.opora.registry.grant.application.Entitlements.Which;
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
    Which which = which(request);
    Page<AgreementYear> agreements =
        entitlements.list(
            request.viewer(), year, null, which, request.query("after").orElse(null), ROWS);
    shows(request, agreements.items());
    return new Model()
        .with("agreements", agreements)
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .with("which", which)
        .with("query", query(year, which))
        .with("shown", Which.values())
        .with("all", entitlements.seesAll(request.viewer()))
        .with("overviewBy", law.overviewBy(year))
        .with("terms", law.terms(year).orElse(null))
        .page("grant");
  }

  private static Which which(Request request) {
    return request
        .query("show")
        .flatMap(
            code -> Stream.of(Which.values()).filter(one -> one.name().equals(code)).findFirst())
        .orElse(Which.ALL);
  }

  private static String query(int year, Which which) {
    return "year=" + year + "&show=" + which;
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    int year = years.of(request);
    Which which = which(request);
    return Reply.export(
        request,
        Sheet.<AgreementYear>of(
                "grant",
                "grant.title",
                (after, limit) -> entitlements.list(viewer, year, null, which, after, limit))
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
            .about(row -> List.of(Subject.of(row.about())))
            .narrowed(
                Words.of("export.year", Integer.toString(year)), Words.of("grant.show." + which)));
  }

  /**
   * How many expenses wait for a decision, how many agreements of this year and the last are to
   * settle, and the first of each.
   */
  Reply card(Request request) {
    Viewer viewer = request.viewer();
    int year = viewer.today().getYear();
    Wanted proposed = Wanted.in(ExpenseState.PROPOSED);
    List<ExpenseLine> waiting = expenses.list(viewer, proposed, null, CARD).items();
    List<ToSettle> settle =
        IntStream.of(year, year - 1)
            .mapToObj(one -> new ToSettle(one, entitlements.toSettle(viewer, one)))
            .filter(one -> !one.agreements().isEmpty())
            .toList();
    List<AgreementYear> first =
        settle.stream().flatMap(one -> one.agreements().stream()).limit(CARD).toList();
    ExpensePages.shows(request, waiting);
    shows(request, first);
    return new Model()
        .with("waiting", waiting)
        .with("waitingAll", expenses.count(viewer, proposed))
        .with("settle", first)
        .with("settleAll", settle)
        .page("grant-card");
  }

  /** Agreements of a year that are to settle. */
  public record ToSettle(int year, List<AgreementYear> agreements) {
    /** As it stands in an address: without thousands. */
    public String yearWords() {
      return String.valueOf(year);
    }

    public int count() {
      return agreements.size();
    }
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
            entitlements.list(viewer, year, header.id(), Which.ALL, null, OF_A_FILE).items())
        .with("year", String.valueOf(year))
        .with("expenses", rows)
        .page("grant-part");
  }

  static void shows(Request request, Collection<AgreementYear> agreements) {
    request.shows(agreements.stream().map(row -> Subject.of(row.about())).distinct().toList());
  }
}
