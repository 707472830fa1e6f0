package org.opora.registry.grant.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.documents.Printing;
import org.opora.api.documents.Printing.Grid;
import org.opora.api.grant.Grant;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.SpendingDesk;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.grant.application.YearSpending;
import org.opora.registry.shared.web.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The overview of spending: on a page, as a file, on paper. Every sum opens its expenses. */
@Component
public final class SpendingPages implements RouteSet {
  private static final String HOME = "/grant/overview";
  private static final int PLACES = 2;
  private final SpendingDesk desk;
  private final GrantBook law;
  private final Years years;
  private final Printing printing;
  private final Centre centre;
  private final Messages messages;

  @Activate
  public SpendingPages(
      @Reference SpendingDesk desk,
      @Reference GrantBook law,
      @Reference Printing printing,
      @Reference Centre centre,
      @Reference Messages messages) {
    this.desk = desk;
    this.law = law;
    this.years = new Years(law);
    this.printing = printing;
    this.centre = centre;
    this.messages = messages;
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(HOME, Grant.READ, this::show),
        Route.page(HOME + "/export", Grant.READ, this::export),
        Route.page(HOME + "/pdf", Grant.READ, this::pdf));
  }

  private Reply show(Request request) {
    int year = years.of(request);
    return new Model()
        .with("spending", desk.of(request.viewer(), year))
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .with("overviewBy", law.overviewBy(year))
        .page("grant-overview");
  }

  private Reply export(Request request) {
    YearSpending spending = desk.of(request.viewer(), years.of(request));
    return Reply.export(
        request,
        Sheet.<YearSpending.Right>of("grant-overview", "grant.overview.title", spending.rights())
            .text("grant.right", YearSpending.Right::title)
            .text("grant.band", YearSpending.Right::band)
            .number("grant.overview.number", YearSpending.Right::number)
            .number("grant.band.spent", YearSpending.Right::spentCrowns));
  }

  private Reply pdf(Request request) {
    YearSpending spending = desk.of(request.viewer(), years.of(request));
    Locale language = request.locale();
    String year = String.valueOf(spending.bands().year());
    String title = messages.text(language, "grant.overview.of", year);
    return new Reply.Download(
        title + ".pdf",
        "application/pdf",
        printing.pdf(
            new Printing.Paper(
                language,
                Stream.of(centre.name()).filter(name -> name != null && !name.isBlank()).toList(),
                title,
                List.of(
                    new Printing.Words(messages.text(language, "grant.bands.open")),
                    sums(language, spending),
                    rights(language, spending),
                    bands(language, spending)))));
  }

  private Grid sums(Locale language, YearSpending spending) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            said(language, "grant.overview.agreements"),
            NumberFormat.getIntegerInstance(language).format(spending.bands().agreements())));
    rows.add(row(language, "grant.overview.entitled", spending.bands().totalCrowns()));
    rows.add(row(language, "grant.overview.received", spending.receivedCrowns()));
    rows.add(row(language, "grant.overview.spent", spending.spentCrowns()));
    rows.add(row(language, "grant.overview.left", spending.leftCrowns()));
    return new Grid(
        said(language, "grant.overview.sums"),
        List.of(said(language, "grant.overview.what"), said(language, "grant.overview.amount")),
        rows);
  }

  private List<String> row(Locale language, String key, BigDecimal crowns) {
    return List.of(said(language, key), money(language, crowns));
  }

  private Grid rights(Locale language, YearSpending spending) {
    return new Grid(
        said(language, "grant.overview.rights"),
        List.of(
            said(language, "grant.right"),
            said(language, "grant.overview.number"),
            said(language, "grant.band.spent")),
        spending.rights().stream()
            .map(
                right ->
                    List.of(
                        messages.text(language, right.title()),
                        NumberFormat.getIntegerInstance(language).format(right.number()),
                        money(language, right.spentCrowns())))
            .toList());
  }

  private Grid bands(Locale language, YearSpending spending) {
    return new Grid(
        said(language, "grant.bands.title"),
        List.of(
            said(language, "grant.band"),
            said(language, "grant.band.limits"),
            said(language, "grant.band.spent"),
            said(language, "grant.band.share"),
            said(language, "grant.band.why")),
        spending.bands().bands().stream().map(band -> band(language, band)).toList());
  }

  private List<String> band(Locale language, YearBands.Line band) {
    List<String> row = new ArrayList<>();
    row.add(messages.text(language, band.title()));
    row.add(messages.text(language, "grant.band.between", band.least(), band.most()));
    row.add(money(language, band.spentCrowns()));
    row.add(messages.text(language, "grant.percent", band.share()));
    row.add(band.text());
    return row;
  }

  private String said(Locale language, String key) {
    return messages.text(language, key);
  }

  private static String money(Locale language, BigDecimal crowns) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(PLACES);
    format.setMaximumFractionDigits(PLACES);
    return format.format(crowns);
  }
}
