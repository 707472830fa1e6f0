package org.opora.registry.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.ids.AgreementId;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.grant.application.Entitlements;
import org.opora.registry.grant.application.ExpenseLine;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.GrantDesk;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.grant.persistence.Wanted;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Agreements of a year, one agreement month by month, the bands, the card and the tab. */
final class GrantPages {
  private static final int ROWS = 40;
  private static final int CARD = 5;
  private static final int OF_A_FILE = 20;
  private static final int LONGEST_TEXT = 2000;
  private final CaseFrame frame;
  private final GrantDesk desk;
  private final Entitlements entitlements;
  private final GrantBook law;
  private final Years years;

  GrantPages(
      CaseFrame frame, GrantDesk desk, Entitlements entitlements, GrantBook law, Years years) {
    this.frame = frame;
    this.desk = desk;
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

  Reply agreement(Request request) {
    return agreement(request, null, key(request), years.of(request));
  }

  private Reply agreement(Request request, Form form, AgreementId agreement, int year) {
    AgreementYear sheet = entitlements.view(request.viewer(), agreement, year);
    shows(request, List.of(sheet));
    record Came(UUID id, LocalDate on, BigDecimal crowns, LocalDate struckOn) {}
    List<Came> receipts =
        entitlements.receipts(request.viewer(), agreement, year).stream()
            .map(
                row ->
                    new Came(
                        row.id(), row.receivedOn(), Money.crowns(row.amount()), row.struckOn()))
            .toList();
    return new Model()
        .with("sheet", sheet)
        .with("receipts", receipts)
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .form("grant-agreement", form);
  }

  Reply receive(Request request) {
    Form form = request.form();
    int year = posted(form, request);
    LocalDate on = form.requiredDate("receivedOn");
    Long amount = Sums.required(form, "received");
    return done(
        request,
        form,
        key(request),
        year,
        () -> entitlements.receive(request.viewer(), key(request), year, amount, on));
  }

  Reply notReceived(Request request) {
    Receipt receipt = entitlements.receipt(request.viewer(), request.id("receipt"));
    return done(
        request,
        request.form(),
        receipt.agreement(),
        receipt.year(),
        () -> entitlements.notReceived(request.viewer(), receipt.id()));
  }

  Reply settle(Request request) {
    Form form = request.form();
    int year = posted(form, request);
    LocalDate reported = form.date("reportedOn");
    LocalDate on = form.date("returnedOn");
    Long returned = Sums.read(form, "returned");
    return done(
        request,
        form,
        key(request),
        year,
        () ->
            entitlements.settle(
                request.viewer(), key(request), form.version(), reported, returned, on));
  }

  private int posted(Form form, Request request) {
    return years.within(request, form.raw("year")).orElse(request.viewer().today().getYear());
  }

  private Reply done(Request request, Form form, AgreementId agreement, int year, Runnable work) {
    if (form.valid()) {
      try {
        work.run();
        return Reply.to(
            "/grant/agreements/" + agreement + "?year=" + year, Words.of("grant.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return agreement(request, form, agreement, year);
  }

  private static AgreementId key(Request request) {
    return new AgreementId(request.id("agreement"));
  }

  Reply bands(Request request) {
    int year = years.of(request);
    return new Model()
        .with("bands", entitlements.bands(request.viewer(), year))
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .with("overviewBy", law.overviewBy(year))
        .page("grant-bands");
  }

  Reply exportBands(Request request) {
    YearBands year = entitlements.bands(request.viewer(), years.of(request));
    return Reply.export(
        request,
        Sheet.<YearBands.Line>of("grant-bands", "grant.bands.title", year.bands())
            .text("grant.band", YearBands.Line::title)
            .number("grant.band.least", YearBands.Line::least)
            .number("grant.band.most", YearBands.Line::most)
            .number("grant.band.spent", YearBands.Line::spentCrowns)
            .number("grant.band.share", YearBands.Line::share)
            .text("grant.band.place", row -> Words.of("grant.place." + row.place()))
            .text("grant.band.why", YearBands.Line::text));
  }

  Reply why(Request request) {
    return why(request, null, years.of(request), request.query("band").orElse(""));
  }

  private Reply why(Request request, Form form, int year, String band) {
    YearBands.Line line =
        entitlements.bands(request.viewer(), year).bands().stream()
            .filter(one -> one.code().equals(band))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new Model()
        .with("band", line)
        .with("year", String.valueOf(year))
        .form("grant-band-form", form);
  }

  Reply justify(Request request) {
    Form form = request.form();
    int year = posted(form, request);
    String band = form.raw("band");
    String text = form.text("text", LONGEST_TEXT);
    if (text == null) {
      form.error("text", "form.required");
    }
    if (form.valid()) {
      try {
        entitlements.justify(request.viewer(), year, band, form.version(), text);
        return Reply.to("/grant/bands?year=" + year, Words.of("grant.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return why(request, form, year, band);
  }

  /** What waits for a decision, and the agreements of this year and the last that are to settle. */
  Reply card(Request request) {
    Viewer viewer = request.viewer();
    int year = viewer.today().getYear();
    Page<ExpenseLine> waiting = desk.list(viewer, Wanted.in(ExpenseState.PROPOSED), null, CARD);
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
    if (!desk.readable(viewer, header.id())) {
      return model.with("closed", true).page("grant-part");
    }
    int year = viewer.today().getYear();
    Page<ExpenseLine> expenses = desk.list(viewer, Wanted.of(header.id()), null, OF_A_FILE);
    ExpensePages.shows(request, expenses.items());
    return model
        .with("closed", false)
        .with("partClosed", entitlements.partClosed(viewer, header.id()))
        .with(
            "agreements",
            entitlements.list(viewer, year, header.id(), false, null, OF_A_FILE).items())
        .with("year", String.valueOf(year))
        .with("expenses", expenses)
        .page("grant-part");
  }

  private static void shows(Request request, Collection<AgreementYear> agreements) {
    request.shows(agreements.stream().map(row -> Subject.of(row.about())).distinct().toList());
  }
}
