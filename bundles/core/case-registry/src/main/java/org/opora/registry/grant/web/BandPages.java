package org.opora.registry.grant.web;

import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.grant.application.BandDesk;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The shares of spending in a year, and why one leaves its limits. */
final class BandPages {
  private static final int LONGEST_TEXT = 2000;
  private final BandDesk bands;
  private final GrantBook law;
  private final Years years;

  BandPages(BandDesk bands, GrantBook law, Years years) {
    this.bands = bands;
    this.law = law;
    this.years = years;
  }

  Reply year(Request request) {
    int year = years.of(request);
    return new Model()
        .with("bands", bands.of(request.viewer(), year))
        .with("year", String.valueOf(year))
        .with("years", years.all(request))
        .with("overviewBy", law.overviewBy(year))
        .page("grant-bands");
  }

  Reply export(Request request) {
    YearBands year = bands.of(request.viewer(), years.of(request));
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
        bands.of(request.viewer(), year).bands().stream()
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
    int year = years.posted(form, request);
    String band = form.raw("band");
    String text = form.text("text", LONGEST_TEXT);
    if (text == null) {
      form.error("text", "form.required");
    }
    return form.attempt(
        () -> {
          bands.justify(request.viewer(), year, band, form.version(), text);
          return Reply.to("/grant/bands?year=" + year, Words.of("grant.saved"));
        },
        wrong -> why(request, wrong, year, band));
  }
}
